#pragma once
// The fast path: nearly every row and cell of a large sheet is written in one of a few ways, which need no general XML
// scanner.

#include "workbook/detail/raw_cell.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace begroot::workbook::detail {

/// The end of every reference in a row, `123"`, ready to be compared at once.
class RowSuffix {
public:
    explicit RowSuffix(std::uint32_t row);

    /// Tells whether the eight bytes at `at` begin with the suffix.
    [[nodiscard]] bool matches(const char* at) const;

    [[nodiscard]] std::size_t size() const { return size_; }

private:
    std::uint64_t bytes_ = 0;
    std::uint64_t mask_ = 0;
    std::size_t size_ = 0;
};

/// What a plain cell holds; a number and an index are already read.
enum class PlainForm : std::uint8_t { nothing, number, index, raw };

/// A plainly written cell.
struct PlainCell {
    PlainForm form = PlainForm::nothing;
    double number = 0.0;
    std::uint32_t index = 0;
    bool encoded = false;  ///< the value has entities or line ends to resolve
    RawCell raw;           ///< place and style always, value and type for the form `raw`
};

/// Scans `<c r="B2" s="1" t="s"><v>12</v></c>`, `<c r="B2" s="1"/>` or `<c r="B2" t="inlineStr"><is><t>a</t></is></c>`
/// at the start of `ahead`. Gives the bytes it takes, or 0 when the cell is written in another way, is not of this row
/// or comes too close to the end of `ahead`. `cell.raw.row` is left as it is.
[[nodiscard]] std::size_t scan_plain_cell(std::string_view ahead, const RowSuffix& row, PlainCell& cell);

/// Scans `<row r="2" spans="1:12">` at the start of `ahead` and reads its number. Gives the bytes it takes, or 0 when
/// the row is written in another way or may be hidden.
[[nodiscard]] std::size_t scan_plain_row(std::string_view ahead, std::uint32_t& number);

}  // namespace begroot::workbook::detail
