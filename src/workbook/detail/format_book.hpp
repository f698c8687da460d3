#pragma once
// The look of a workbook: every cell format it uses, made once and in the order of first use.

#include "table/table.hpp"

#include <compare>
#include <cstdint>
#include <map>

#include <xlsxwriter.h>

namespace begroot::workbook::writing {

/// Says what a cell is on the page.
enum class Look : std::uint8_t { title, subtitle, note, head, body, group, section, subtotal, total, remainder };

/// Says how a number is shown; `text` for everything that is no number.
enum class NumberLook : std::uint8_t { text, whole_euros, cents, percent, count, tenths, hundredths, thousandths, day };

/// Names one format; equal keys give the same format.
struct FormatKey {
    Look look = Look::body;
    NumberLook number = NumberLook::text;
    Tone tone = Tone::plain;
    std::uint8_t indent = 0;  ///< steps from the left
    bool right = false;       ///< stands against the right-hand side
    bool wrap = false;
    bool top = false;    ///< stands at the top of its row, for rows of several lines
    bool input = false;  ///< people type here

    friend auto operator<=>(const FormatKey&, const FormatKey&) = default;
};

/// Hands out the formats of one workbook.
class FormatBook {
public:
    explicit FormatBook(lxw_workbook* workbook) : workbook_(workbook) {}

    /// Gives the format for a key; it lives as long as the workbook.
    [[nodiscard]] lxw_format* get(const FormatKey& key);

private:
    lxw_workbook* workbook_;
    std::map<FormatKey, lxw_format*> formats_;
};

/// Gives the look of a row.
[[nodiscard]] Look look_of(RowRole role);

/// Gives how a figure with so many decimals is shown; more than three as three.
[[nodiscard]] NumberLook look_of_decimals(std::uint8_t decimals);

/// Gives the number format in the file's grammar; Excel shows it in the reader's own (1.234 in Dutch).
[[nodiscard]] const char* number_format(NumberLook number);

}  // namespace begroot::workbook::writing
