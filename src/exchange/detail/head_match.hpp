#pragma once
// How well a head fits a meaning.

#include "exchange/detail/header.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::exchange::detail {

/// Fits the heads of one row to the meanings of a profile; a head that is claimed fits nothing else.
struct HeadMatch {
    const HeadSearch& search;
    const std::vector<Head>& heads;
    std::vector<bool> claimed;
    std::optional<std::uint32_t> account_column;

    /// Ranks how well a head fits a rule's aliases; lower is better, nothing is no fit.
    [[nodiscard]] std::optional<std::size_t> rank(const HeadRule& rule, const Head& head) const;
    /// Gives the heads that fit a rule best; more than one is a tie.
    [[nodiscard]] std::vector<std::size_t> best(const HeadRule& rule) const;
    /// Gives the heads that the model names for a meaning.
    [[nodiscard]] std::vector<std::size_t> named(const std::string& name) const;
};

/// Finds the head closest to one of the aliases: at most two letters off, or one inside the other; empty when none is.
[[nodiscard]] std::string nearest_head(const std::vector<Head>& heads, std::string_view aliases);

}  // namespace begroot::exchange::detail
