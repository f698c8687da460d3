// Amounts, percentages, months and budget cells as text: whatever is read prints and reads back the same.

#include "money/format.hpp"
#include "period/month.hpp"
#include "plan/amount.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace begroot;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto money = parse_amount(text)) {
        if (parse_amount(format_amount(*money)) != money) std::abort();
        if (parse_amount(format_euro(*money)) != money) std::abort();
    }
    if (const auto month = parse_month(text)) {
        if (to_text(*month) != text) std::abort();
    }
    static_cast<void>(parse_percent(text));
    static_cast<void>(parse_plan_amount(text));
    return 0;
}
