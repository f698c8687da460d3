#include "base/check.hpp"
#include "plan/goal.hpp"

#include <algorithm>
#include <numeric>

namespace begroot {

namespace {

constexpr std::int64_t denominator_max = 1'000'000'000'000;

/// Writes a part of the whole as a fraction in its lowest terms.
std::string fraction_text(std::int64_t part, std::int64_t whole) {
    const std::int64_t divisor = std::gcd(part, whole);
    return std::to_string(part / divisor) + "/" + std::to_string(whole / divisor);
}

}  // namespace

std::optional<SharesTotal> total_of_shares(const Goal& goal) {
    SharesTotal total;
    for (const Partner& partner : goal.partners) {
        if (!partner.share) continue;
        const std::int64_t step = partner.share->whole / std::gcd(total.whole, partner.share->whole);
        if (total.whole > denominator_max / step) return std::nullopt;
        const std::int64_t whole = total.whole * step;
        total.part = total.part * step + partner.share->part * (whole / partner.share->whole);
        total.whole = whole;
    }
    return total;
}

bool is_shared(const Goal& goal) {
    return !goal.partners.empty() &&
           std::ranges::all_of(goal.partners, [](const Partner& one) { return one.share.has_value(); });
}

std::vector<CostBearer> cost_bearers(const Goal& goal, const std::string& own_name) {
    const auto total = total_of_shares(goal);
    BEGROOT_CHECK(is_shared(goal) && total && total->part <= total->whole, "de aandelen passen niet in het geheel");
    std::vector<CostBearer> bearers;
    bearers.reserve(goal.partners.size() + 1);
    for (const Partner& partner : goal.partners) {
        bearers.push_back({partner.name, partner.role, partner.share->printed,
                           partner.share->part * (total->whole / partner.share->whole), partner.name == own_name});
    }
    std::ranges::stable_partition(bearers, &CostBearer::is_own);
    if (!bearers.front().is_own) {
        const std::int64_t rest = total->whole - total->part;
        bearers.insert(bearers.begin(), {own_name, "", fraction_text(rest, total->whole), rest, true});
    }
    return bearers;
}

bool another_pays(const Goal& goal, const std::string& own_name) {
    return !goal.cashier.empty() && goal.cashier != own_name;
}

}  // namespace begroot
