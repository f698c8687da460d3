#include "exchange/detail/period_title.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

struct TitleCase {
    std::string text;
    std::optional<TitledPeriod> period;
};

std::optional<TitledPeriod> titled(BookPeriod first, BookPeriod last) { return TitledPeriod{first, last}; }

std::optional<TitledPeriod> until(BookPeriod last) { return TitledPeriod{std::nullopt, last}; }

TEST(PeriodTitle, NamesTheMonthsOfABalance) {
    const std::vector<TitleCase> cases{
        {"Periode 1 - 3", titled({0, 1}, {0, 3})},
        {"Periode 1-3", titled({0, 1}, {0, 3})},
        {"Periode 1 - 3 2025", titled({2025, 1}, {2025, 3})},
        {"Periode 1 t/m 3 2025", titled({2025, 1}, {2025, 3})},
        {"Periode: 1 t/m 3", titled({0, 1}, {0, 3})},
        {"Boekjaar 2025, periode 1 - 3", titled({2025, 1}, {2025, 3})},
        {"Van periode 1 t/m periode 3, boekjaar 2025", titled({2025, 1}, {2025, 3})},
        {"Periode 2025-1 t/m 2025-3", titled({2025, 1}, {2025, 3})},
        {"Periode 01-01-2025 tot en met 31-03-2025", titled({2025, 1}, {2025, 3})},
        {"01-01-2025 - 31-12-2025", titled({2025, 1}, {2025, 12})},
        {"1-1-2025 t/m 31-3-2025", titled({2025, 1}, {2025, 3})},
        {"januari t/m maart 2025", titled({2025, 1}, {2025, 3})},
        {"t/m maart 2025", until({2025, 3})},
        {"Saldibalans t/m periode 12 (x € 1.000)", until({0, 12})},
        {"Periode: 3", until({0, 3})},
        {"Saldibalans per 31-03-2025", until({2025, 3})},
        {"Afgedrukt 04-04-2025 Periode 1 - 3 2025", titled({2025, 1}, {2025, 3})},
        {"Periode 2 - 3", titled({0, 2}, {0, 3})},
        {"01-02-2025 - 31-03-2025", titled({2025, 2}, {2025, 3})},
        {"Saldibalans per 15-03-2025", std::nullopt},
        {"Afgedrukt 31-03-2025", std::nullopt},
        {"Printdatum: 31-03-2025 - pagina 1", std::nullopt},
        {"Periode 1 - 3 2025 pagina 1", std::nullopt},
        {"Saldibalans maart 2025", std::nullopt},
        {"Begroting 2024 - 2025", std::nullopt},
        {"SWV 2701", std::nullopt},
    };
    for (const TitleCase& one : cases) EXPECT_TRUE(read_period_title(one.text) == one.period) << one.text;
}

}  // namespace
}  // namespace begroot::exchange::detail
