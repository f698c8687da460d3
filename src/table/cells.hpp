#pragma once
// Cells made from values that may be absent.

#include "table/cell.hpp"

#include <optional>
#include <string>
#include <utility>

namespace begroot {

/// Makes a cell with text, empty when the text is.
[[nodiscard]] inline Cell text_cell(std::string text) {
    Cell cell;
    if (!text.empty()) cell.value = std::move(text);
    return cell;
}

/// Makes a cell with an amount, or an empty one.
[[nodiscard]] inline Cell money_cell(const std::optional<Money>& amount) {
    Cell cell;
    if (amount) cell.value = *amount;
    return cell;
}

}  // namespace begroot
