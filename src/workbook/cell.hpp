#pragma once
// One cell of a sheet in sixteen bytes: a ledger of a million rows must fit in the memory of an office laptop.

#include "base/check.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace begroot::workbook {

/// Says what a cell holds. For a formula it is the kind of its cached value.
enum class CellKind : std::uint8_t {
    empty,        ///< nothing, or a formula whose cached value is the empty string
    number,       ///< `number()`
    date,         ///< `number()` is an Excel serial day of the 1900 system (1904 is converted), fraction = time
    text,         ///< `text()`
    boolean,      ///< `number()` is 0 or 1
    error,        ///< `text()` is the error as stored: `#N/A`, `#DIV/0!`
    not_computed  ///< a formula without a cached value: never to be read as 0
};

/// One cell with its place. A text lies in the storage of its sheet; the cell only points at it.
class Cell {
public:
    static constexpr std::uint32_t rows_max = std::uint32_t{1} << 31;     ///< a row is less than this
    static constexpr std::uint32_t columns_max = std::uint32_t{1} << 14;  ///< a column is less than this
    /// Longer texts have their length in the eight bytes before them, as TextArena keeps them.
    static constexpr std::size_t short_text_max = (std::size_t{1} << 14) - 2;
    static constexpr std::size_t length_bytes = sizeof(std::uint64_t);  ///< before a longer text

    static constexpr std::uint32_t worded_formats_max = (std::uint32_t{1} << 14) - 1;

    /// A number; a NaN or infinity never stands in a cell. `worded_format` is what worded_format() gives.
    [[nodiscard]] static Cell of_number(std::uint32_t row, std::uint32_t column, double value, bool formula = false,
                                        std::uint32_t worded_format = 0) {
        return {row, column, CellKind::number, formula, worded_format, std::bit_cast<std::uint64_t>(value)};
    }
    /// A day as Excel counts it in the 1900 system, the time as its fraction.
    [[nodiscard]] static Cell of_date(std::uint32_t row, std::uint32_t column, double serial, bool formula = false) {
        return {row, column, CellKind::date, formula, 0, std::bit_cast<std::uint64_t>(serial)};
    }
    [[nodiscard]] static Cell of_boolean(std::uint32_t row, std::uint32_t column, bool value, bool formula = false) {
        return {row, column, CellKind::boolean, formula, 0, std::bit_cast<std::uint64_t>(value ? 1.0 : 0.0)};
    }
    /// A text that stays where it is as long as the sheet lives. One of more than short_text_max bytes must have its
    /// length before it, see TextArena.
    [[nodiscard]] static Cell of_text(std::uint32_t row, std::uint32_t column, std::string_view text,
                                      bool formula = false) {
        return of_characters(row, column, CellKind::text, formula, text);
    }
    /// An Excel error by its name; where the name lies is as for of_text.
    [[nodiscard]] static Cell of_error(std::uint32_t row, std::uint32_t column, std::string_view name,
                                       bool formula = false) {
        return of_characters(row, column, CellKind::error, formula, name);
    }
    /// A formula that gave the empty text.
    [[nodiscard]] static Cell of_empty(std::uint32_t row, std::uint32_t column, bool formula = true) {
        return {row, column, CellKind::empty, formula, 0, 0};
    }
    /// A formula without a cached value.
    [[nodiscard]] static Cell of_not_computed(std::uint32_t row, std::uint32_t column,
                                              std::uint32_t worded_format = 0) {
        return {row, column, CellKind::not_computed, true, worded_format, 0};
    }

    [[nodiscard]] std::uint32_t row() const { return row_; }                          ///< 0-based
    [[nodiscard]] std::uint32_t column() const { return bits_ & (columns_max - 1); }  ///< 0-based
    [[nodiscard]] CellKind kind() const { return static_cast<CellKind>((bits_ >> kind_shift) & 7); }
    /// Tells whether the value is a formula's cached result.
    [[nodiscard]] bool is_formula() const { return ((bits_ >> formula_shift) & 1) != 0; }

    /// Gives the value of a number, a date or a boolean; asking any other cell aborts, for it has no number.
    [[nodiscard]] double number() const {
        BEGROOT_CHECK(has_number(kind()), "cel zonder getal gelezen als getal");
        return std::bit_cast<double>(payload_);
    }

    /// Gives the number of the format that shows words beside a number, see words_beside(); 0 for all others.
    [[nodiscard]] std::uint32_t worded_format() const {
        return kind() == CellKind::number || kind() == CellKind::not_computed ? bits_ >> length_shift : 0;
    }

    /// Gives the characters of a text or an error; nothing for any other cell.
    [[nodiscard]] std::string_view text() const {
        if (kind() != CellKind::text && kind() != CellKind::error) return {};
        const auto* const characters = std::bit_cast<const char*>(payload_);
        const std::size_t length = bits_ >> length_shift;
        return {characters, length <= short_text_max ? length : length_before(characters)};
    }

    /// Tells whether both cells hold the same: numbers of one kind, or texts that lie in the same place. Equal texts
    /// that lie apart are told apart.
    [[nodiscard]] bool has_value_of(const Cell& other) const {
        return payload_ == other.payload_ && (bits_ ^ other.bits_) >> kind_shift == 0;
    }
    /// Gives a number that cells with the same value have in common, for a table of them.
    [[nodiscard]] std::uint64_t value_bits() const { return payload_ ^ (std::uint64_t{bits_ >> kind_shift} << 46); }

private:
    static constexpr unsigned kind_shift = 14;
    static constexpr unsigned formula_shift = 17;
    static constexpr unsigned length_shift = 18;
    static constexpr std::uint32_t length_is_before = short_text_max + 1;

    Cell(std::uint32_t row, std::uint32_t column, CellKind kind, bool formula, std::uint32_t length,
         std::uint64_t payload)
        : row_(row),
          bits_(column | (std::uint32_t{static_cast<std::uint8_t>(kind)} << kind_shift) |
                (std::uint32_t{formula} << formula_shift) | (length << length_shift)),
          payload_(payload) {
        BEGROOT_CHECK(row < rows_max && column < columns_max && length <= worded_formats_max, "cel buiten het blad");
    }

    static Cell of_characters(std::uint32_t row, std::uint32_t column, CellKind kind, bool formula,
                              std::string_view text) {
        const bool is_short = text.size() <= short_text_max;
        // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): the length stands before the text
        BEGROOT_CHECK(is_short || length_before(text.data()) == text.size(), "lange tekst zonder lengte ervoor");
        return {row,
                column,
                kind,
                formula,
                is_short ? static_cast<std::uint32_t>(text.size()) : length_is_before,
                std::bit_cast<std::uint64_t>(text.data())};
    }

    static bool has_number(CellKind kind) {
        return kind == CellKind::number || kind == CellKind::date || kind == CellKind::boolean;
    }

    static std::size_t length_before(const char* characters) {
        std::uint64_t length = 0;
        std::memcpy(&length, characters - length_bytes, length_bytes);
        return length;
    }

    std::uint32_t row_;
    std::uint32_t bits_;     // column 14, kind 3, formula 1, length of a text or format of a number 14
    std::uint64_t payload_;  // a double or a pointer to characters
};

static_assert(sizeof(Cell) == 16 && std::is_trivially_copyable_v<Cell>);
static_assert(sizeof(const char*) == sizeof(std::uint64_t));

}  // namespace begroot::workbook
