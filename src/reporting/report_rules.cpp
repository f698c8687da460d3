#include "reporting/report_rules.hpp"

#include <algorithm>
#include <array>

namespace begroot {

namespace {

constexpr std::array method_names =
    std::to_array<const char*>({"realisatie_plus_restant", "tempo", "patroon_vorig_jaar", "eigen"});

}  // namespace

const char* method_name(ForecastMethod method) { return method_names.at(static_cast<std::size_t>(method)); }

std::optional<ForecastMethod> find_method(const std::string& name) {
    const auto found = std::ranges::find(method_names, name);
    if (found == method_names.end()) return std::nullopt;
    return static_cast<ForecastMethod>(found - method_names.begin());
}

const ForecastRule* find_forecast(const ReportRules& rules, const std::string& goal, const std::string& moment) {
    const ForecastRule* general = nullptr;
    for (const ForecastRule& rule : rules.forecasts) {
        if (rule.goal != goal) continue;
        if (rule.moment == moment) return &rule;
        if (rule.moment.empty()) general = &rule;
    }
    return general;
}

}  // namespace begroot
