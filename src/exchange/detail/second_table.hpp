#pragma once
// A second table below the first on one sheet: another year's, or what was realised. Its lines are no lines of the
// budget.

#include "base/error.hpp"
#include "exchange/detail/opened_sheet.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace begroot::exchange::detail {

/// Watches the rows that are no lines for what begins another table. A header row that comes back as it was is a page
/// break; one with another amount in its heads is not, nor is one under a title of another year.
class SecondTable {
public:
    /// `opened` must outlive this; `year` is the book year.
    SecondTable(const OpenedSheet& opened, std::int32_t year);

    /// Looks at a row without an account.
    void see(std::uint32_t row);
    /// Takes note of a line; gives why it cannot be read when another table began above it.
    [[nodiscard]] std::optional<Error> line(std::uint32_t row);

private:
    struct Title {
        std::uint32_t row = 0;
        std::string text;
    };

    [[nodiscard]] bool speaks_of_other(std::string_view text) const;
    [[nodiscard]] bool is_header(std::uint32_t row) const;
    void see_header(std::uint32_t row);
    void see_title(std::uint32_t row);
    [[nodiscard]] std::optional<Error> other_heads(std::uint32_t row) const;
    [[nodiscard]] Error begins_at(std::uint32_t row, std::uint32_t column, std::string found) const;

    const OpenedSheet* opened_;
    std::int32_t year_;
    std::set<std::string> above_;  ///< normalised texts in and above the header row
    std::optional<Title> title_;   ///< of another year or of what was realised, since the last line
    std::optional<Error> doubt_;
    std::uint32_t last_line_ = 0;
};

}  // namespace begroot::exchange::detail
