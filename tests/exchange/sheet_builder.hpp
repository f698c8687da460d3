#pragma once
// Builds a sheet from rows of texts and numbers, so that a test shows its whole input.

#include "workbook/workbook.hpp"

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace begroot::exchange::test {

/// One cell of a test sheet; an empty text is no cell.
struct TestCell {
    workbook::CellKind kind = workbook::CellKind::empty;
    bool formula = false;
    double number = 0.0;
    std::string text;
    std::uint32_t worded_format = 0;  ///< of make_sheet()'s formats, the first is 1

    TestCell() = default;
    TestCell(const char* value) : kind(workbook::CellKind::text), text(value) {  // NOLINT: rows read as they look
        if (text.empty()) kind = workbook::CellKind::empty;
    }
    TestCell(std::string value) : TestCell(value.c_str()) {}                     // NOLINT
    TestCell(double value) : kind(workbook::CellKind::number), number(value) {}  // NOLINT
    TestCell(int value) : TestCell(static_cast<double>(value)) {}                // NOLINT
};

/// A number as the file writes it: the double nearest to these digits.
inline TestCell digits(const std::string& written) { return TestCell(std::stod(written)); }

inline TestCell formula(double value) {
    TestCell cell(value);
    cell.formula = true;
    return cell;
}

/// A number whose format shows more than the number.
inline TestCell shown(double value, std::uint32_t worded_format) {
    TestCell cell(value);
    cell.worded_format = worded_format;
    return cell;
}

inline TestCell not_computed() {
    TestCell cell;
    cell.kind = workbook::CellKind::not_computed;
    cell.formula = true;
    return cell;
}

inline TestCell excel_error(const char* name) {
    TestCell cell(name);
    cell.kind = workbook::CellKind::error;
    return cell;
}

inline TestCell date(int serial) {
    TestCell cell(serial);
    cell.kind = workbook::CellKind::date;
    return cell;
}

using TestRow = std::vector<TestCell>;
using TestRows = std::vector<TestRow>;

/// Makes the cell at a place; `text` must outlive it.
inline workbook::Cell to_cell(std::uint32_t row, std::uint32_t column, const TestCell& given, std::string_view text) {
    using workbook::Cell;
    switch (given.kind) {
        case workbook::CellKind::empty:
            return Cell::of_empty(row, column, given.formula);
        case workbook::CellKind::number:
            return Cell::of_number(row, column, given.number, given.formula, given.worded_format);
        case workbook::CellKind::date:
            return Cell::of_date(row, column, given.number, given.formula);
        case workbook::CellKind::text:
            return Cell::of_text(row, column, text, given.formula);
        case workbook::CellKind::boolean:
            return Cell::of_boolean(row, column, given.number != 0.0, given.formula);
        case workbook::CellKind::error:
            return Cell::of_error(row, column, text, given.formula);
        case workbook::CellKind::not_computed:
            break;
    }
    return Cell::of_not_computed(row, column);
}

/// Makes a sheet; texts live in its storage.
inline workbook::Sheet make_sheet(const TestRows& rows, const std::string& name = "Blad1") {
    auto texts = std::make_shared<std::deque<std::string>>();
    workbook::Sheet sheet;
    sheet.source = std::make_shared<SourceSheet>(SourceSheet{"test.xlsx", std::string(64, '0'), name});
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const TestCell& given = rows[r][c];
            if (given.kind == workbook::CellKind::empty) continue;
            texts->push_back(given.text);
            sheet.cells.push_back(
                to_cell(static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(c), given, texts->back()));
        }
    }
    sheet.storage = texts;
    return sheet;
}

inline workbook::Workbook make_workbook(std::vector<workbook::Sheet> sheets) {
    return {"test.xlsx", std::string(64, '0'), std::move(sheets)};
}

inline workbook::Workbook make_workbook(const TestRows& rows) { return make_workbook(std::vector{make_sheet(rows)}); }

/// Joins rows, so that a test can put its own between a head and a tail.
inline TestRows operator+(TestRows left, const TestRows& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

}  // namespace begroot::exchange::test
