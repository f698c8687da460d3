#pragma once
// Tells whether a cell still holds what was written: the same text, number or formula, whoever saved the workbook
// since.

#include "base/place.hpp"
#include "live/detail/formula_text.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::live::detail {

/// What a cell was written as, and the trace of its content.
struct Fingerprint {
    enum class Kind : std::uint8_t { text, number, formula };
    Kind kind = Kind::text;
    std::uint32_t trace = 0;

    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// Traces a text.
[[nodiscard]] Fingerprint fingerprint_of(std::string_view text);

/// Traces a number by its first fifteen digits, for that is what programs keep, of the sixteen that were written.
[[nodiscard]] Fingerprint fingerprint_of(double number);

/// Traces a formula that stands in a cell of a sheet: blanks, case and the quotes of sheet names do not count, and
/// references count from the cell, so that a formula that was filled along a row has one trace.
[[nodiscard]] Fingerprint fingerprint_of(const std::vector<FormulaPiece>& formula, const std::string& sheet,
                                         CellPlace place);

/// Moves what references point to: another row or column, and another name of the sheet. `place` gives nothing where
/// the place is gone; then the reference becomes `#REF!`.
struct Move {
    std::function<std::string(const std::string& sheet)> sheet;
    std::function<std::optional<std::uint32_t>(const std::string& sheet, std::uint32_t row)> row;
    std::function<std::optional<std::uint32_t>(const std::string& sheet, std::uint32_t column)> column;
};

/// Moves the references of a formula that stands on a sheet (named as before the move).
[[nodiscard]] std::vector<FormulaPiece> moved(std::vector<FormulaPiece> formula, const std::string& sheet,
                                              const Move& move);

/// Shifts the references of a formula that are not fixed, as filling it along from one cell to another does.
[[nodiscard]] std::vector<FormulaPiece> filled(std::vector<FormulaPiece> formula, CellPlace from, CellPlace to);

}  // namespace begroot::live::detail
