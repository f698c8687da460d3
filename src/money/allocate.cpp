#include "money/allocate.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace begroot {

namespace {
__extension__ using Wide = __int128;
}

std::vector<Money> allocate(Money total, std::span<const std::int64_t> weights) {
    Wide weight_sum = 0;
    for (const std::int64_t weight : weights) {
        BEGROOT_CHECK(weight >= 0 && weight <= allocation_weight_max, "gewicht buiten bereik");
        weight_sum += weight;
    }
    BEGROOT_CHECK(weight_sum > 0, "verdelen zonder gewicht");

    BEGROOT_CHECK(total.cents() != std::numeric_limits<std::int64_t>::min(), "bedrag te groot");
    const bool negative = total < Money();
    const Wide amount = negative ? -static_cast<Wide>(total.cents()) : static_cast<Wide>(total.cents());
    std::vector<std::int64_t> parts(weights.size());
    std::vector<Wide> remainders(weights.size());
    Wide left = amount;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Wide product = amount * weights[i];
        parts[i] = static_cast<std::int64_t>(product / weight_sum);
        remainders[i] = product % weight_sum;
        left -= parts[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (std::size_t i = 0; left > 0; ++i, --left) ++parts[order[i]];

    std::vector<Money> result;
    result.reserve(parts.size());
    for (const std::int64_t part : parts) result.push_back(Money::from_cents(negative ? -part : part));
    BEGROOT_CHECK(sum(result) == total, "verdeling telt niet op tot het totaal");
    return result;
}

}  // namespace begroot
