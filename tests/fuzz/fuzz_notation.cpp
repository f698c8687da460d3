// Amounts, dates and periods as cells of a file: what is read exists, is within bounds and reads back the same.

#include "exchange/detail/amount_marks.hpp"
#include "exchange/detail/date_text.hpp"
#include "exchange/detail/notation.hpp"
#include "exchange/detail/period_text.hpp"
#include "money/format.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace begroot;
using namespace begroot::exchange::detail;

void check_amount(std::string_view text) {
    for (const Notation column : {Notation::open, Notation::dutch, Notation::english, Notation::none}) {
        const Amount amount = read_text(text, column);
        if (amount.state != AmountState::value) continue;
        if (amount.value.cents() > money_cents_max || amount.value.cents() < -money_cents_max) std::abort();
        const Amount again = read_text(format_euro(amount.value, Decimals::cents), Notation::dutch);
        if (again.state != AmountState::value || again.value != amount.value) std::abort();
    }
    static_cast<void>(read_variance(text, Notation::dutch));
    if (const auto unit = read_unit(text); unit && unit->certain && unit->euros < 1) std::abort();
}

void check_date(std::string_view text) {
    const DateOrder order = date_order_of(text);
    for (const DateOrder column : {DateOrder::open, DateOrder::day_first, DateOrder::month_first, DateOrder::none}) {
        const DateReading date = read_date(text, column);
        if (date.state == DateState::ambiguous && order != DateOrder::ambiguous) std::abort();
        if (date.state != DateState::value) continue;
        if (!exists(date.day) || date.day.year < 1900 || date.day.year > 2199) std::abort();
        const auto padded = [](std::int32_t part) { return (part < 10 ? "0" : "") + std::to_string(part); };
        const std::string iso =
            std::to_string(date.day.year) + "-" + padded(date.day.month) + "-" + padded(date.day.day);
        if (read_date(iso, DateOrder::open) != date) std::abort();
    }
}

void check_period(std::string_view text) {
    if (const auto period = read_period_text(text)) {
        if (period->number < 0 || period->number > (period->year ? 99 : 999)) std::abort();
        if (period->year && (*period->year < 1900 || *period->year > 2199)) std::abort();
    }
    if (const auto year = read_year_text(text)) {
        if (year->last != year->first && year->last != year->first + 1) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_amount(text);
    check_date(text);
    check_period(text);
    return 0;
}
