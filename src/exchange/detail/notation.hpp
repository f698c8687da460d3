#pragma once
// From what stands in a cell to exact cents. Notation is decided once a column, from all its texts, never per cell.

#include "base/finding.hpp"
#include "base/result.hpp"
#include "exchange/detail/sheet_grid.hpp"
#include "exchange/source.hpp"
#include "money/money.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

/// Says which mark is the decimal one, as far as one text or one column tells.
enum class Notation : std::uint8_t {
    open,       ///< `1234`: any notation will do; of a column: nothing decides
    dutch,      ///< `1.234,56`
    english,    ///< `1,234.56`
    ambiguous,  ///< `1.234` or `1,234`: thousand or decimals
    none        ///< no amount at all; of a column: its texts contradict each other
};

/// Says what an amount cell holds. Only `value` has a value; `blank` and `marker` stay apart from 0.
enum class AmountState : std::uint8_t {
    blank,
    value,
    marker,
    not_computed,
    excel_error,
    no_amount,
    too_large,
    ambiguous,
    other_side,     ///< C in a column of debits, or D in one of credits
    other_notation  ///< not in the notation that the user says
};

struct Amount {
    AmountState state = AmountState::blank;
    Money value{};
    bool rounded = false;         ///< there were real decimals beyond the cent
    bool three_decimals = false;  ///< a text with three decimals, which are thousands in the other notation
};

/// Reads a number as a file writes it (`1234.5`, `1E-2`) to exact cents. Float noise (below a millionth of a euro, or
/// beyond 13 significant digits) goes; real decimals beyond the cent round half away from zero and set `rounded`.
[[nodiscard]] Amount read_digits(std::string_view digits);

/// Reads a number cell: the same as read_digits() of the fewest digits that name this double and no other. What a file
/// writes in at most fifteen digits is read back exactly so.
[[nodiscard]] Amount read_number(double number);

/// Tells whether a text stands for "no amount" or "no date": pro memorie, a dash, not applicable.
[[nodiscard]] bool is_marker(std::string_view text);

/// Tells the notation of one text.
[[nodiscard]] Notation notation_of(std::string_view text);

/// Tells whether a cell holds what may be an amount: a number, or a text that is one.
[[nodiscard]] bool may_be_amount(const workbook::Cell& cell);

/// Reads a text as an amount; an ambiguous text follows `column`. A text in the other notation than the column's is
/// ambiguous too: `.50` among `1.234,56`.
[[nodiscard]] Amount read_text(std::string_view text, Notation column);

/// Tells whether a text is an amount marked as credit (`50,00 C`); false for debit, nothing for neither.
[[nodiscard]] std::optional<bool> written_credit(std::string_view text);

/// A column of debits or of credits: a mark in it says what its head says already.
struct SideColumn {
    std::uint32_t column = 0;
    bool credit = false;
};

/// A column of variances: amounts with V (voordelig) or N (nadelig) in the cell, or in the column right of them.
struct VarianceColumn {
    std::uint32_t column = 0;
    std::uint32_t mark_column = 0;  ///< where the marks stand; the same as `column` when they stand in the cells

    [[nodiscard]] bool marks_apart() const { return mark_column != column; }
};

/// The amount columns of a sheet and what the user decided about them.
struct AmountColumns {
    std::uint32_t first_row = 0;  ///< of the data
    std::vector<std::uint32_t> columns;
    std::optional<DecimalMark> decimal_mark = {};  ///< for texts; nothing: the column decides
    std::int64_t unit = 1;                         ///< euros that 1 stands for
    std::vector<VarianceColumn> variances = {};    ///< V is read as plus and N as minus
    std::vector<SideColumn> sides = {};            ///< where D and C do not turn the sign
};

/// Reads the amount columns of one sheet, each with its own notation.
class AmountReader {
public:
    /// Looks at all texts of the columns and decides. A column without evidence of its own follows the other amount
    /// columns when those agree; `100,000` among `5,00` is ambiguous. Contradictions and texts go to `findings`.
    AmountReader(const SheetGrid& grid, const AmountColumns& columns, Findings& findings);

    /// Reads a cell in euros, whatever the unit of the sheet.
    [[nodiscard]] Amount read(const workbook::Cell& cell) const;

    /// Gives the notation of a column's texts: `open` where it has none.
    [[nodiscard]] Notation notation(std::uint32_t column) const {
        return column < notations_.size() ? notations_[column] : Notation::open;
    }

private:
    [[nodiscard]] Amount read_in_unit(const workbook::Cell& cell) const;
    [[nodiscard]] Amount read_as_written(const workbook::Cell& cell) const;
    [[nodiscard]] const VarianceColumn* variance_of(std::uint32_t column) const;
    [[nodiscard]] Amount in_its_side(const workbook::Cell& cell, Amount amount) const;
    [[nodiscard]] std::string_view amount_text(const workbook::Cell& cell) const;

    SheetGrid grid_;
    std::vector<Notation> notations_;     ///< by sheet column
    std::vector<bool> never_three_;       ///< by sheet column: its amounts have no three decimals, as far as is certain
    std::optional<DecimalMark> decided_;  ///< by the user
    std::vector<VarianceColumn> variances_;
    std::vector<SideColumn> sides_;
    std::int64_t unit_ = 1;
};

/// Tells whether an amount refuses the file: it cannot be read.
[[nodiscard]] constexpr bool is_refused(AmountState state) {
    return state != AmountState::blank && state != AmountState::value && state != AmountState::marker;
}

/// Gives the error that refuses the file for an amount that cannot be read; nothing when the amount is fine.
[[nodiscard]] std::optional<Error> refusal(const Amount& amount, const workbook::Cell& cell, const Origin& origin);

}  // namespace begroot::exchange::detail
