#pragma once
// A cell's value as a person reads it, in Dutch notation; the same in every output.

#include "table/table.hpp"

#include <cstdint>
#include <string>

namespace begroot::render::detail {

/// Writes a figure with its decimals: `-1.234,50`.
[[nodiscard]] std::string quantity_text(const Quantity& quantity);

/// Writes a value: `-1.234`, `1.234,56`, `12,5%`, `1.234`, `31-08-2025`, a text or mark as it stands (cleaned), `` for
/// empty.
[[nodiscard]] std::string value_text(const Value& value, MoneyStyle style);

/// Joins the values of a row that are not empty with a space, on one line: the label of a section.
[[nodiscard]] std::string joined_text(const Row& row, MoneyStyle style);

/// Writes a whole number with thousands points: `-12.345`.
[[nodiscard]] std::string count_text(std::int64_t count);

/// Tells whether a column's values stand to the right.
[[nodiscard]] bool is_right_aligned(const Column& column);

/// Tells whether a value is a number below zero.
[[nodiscard]] bool is_negative(const Value& value);

/// Finds the column that carries the rows' indent: the first text column. Gives `columns.size()` when there is none.
[[nodiscard]] std::size_t indent_column(const Table& table);

/// Tells whether a row is printed bold: a group, section, subtotal or total.
[[nodiscard]] bool is_strong(RowRole role);

}  // namespace begroot::render::detail
