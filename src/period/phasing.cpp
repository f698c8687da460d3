#include "period/phasing.hpp"

#include "money/allocate.hpp"

#include <algorithm>

namespace begroot {

MonthAmounts phase(Money year, const PhasingKey& key) {
    const auto parts = allocate(year, key.weights);
    MonthAmounts months;
    std::ranges::copy(parts, months.begin());
    return months;
}

Money sum_to(const MonthAmounts& months, std::int32_t last) {
    BEGROOT_CHECK(last >= 0 && last <= 12, "maand buiten het jaar");
    return sum(std::span(months).first(static_cast<std::size_t>(last)));
}

PhasingKey equal_months() {
    PhasingKey key{"twaalf_gelijke_maanden", {}};
    key.weights.fill(1);
    return key;
}

}  // namespace begroot
