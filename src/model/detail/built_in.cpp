#include "model/detail/built_in.hpp"

#include <array>

namespace begroot::model::detail {

namespace {

using Kind = BuiltInTerm::Kind;

constexpr std::array income_terms = std::to_array<BuiltInTerm>({{Kind::income_lines, "3", 1}});
constexpr std::array expense_terms = std::to_array<BuiltInTerm>({{Kind::expense_lines, "4", 1}});
constexpr std::array financial_terms =
    std::to_array<BuiltInTerm>({{Kind::income_lines, "5", 1}, {Kind::expense_lines, "5", -1}});
constexpr std::array result_terms = std::to_array<BuiltInTerm>(
    {{Kind::total, "totaal_baten", 1}, {Kind::total, "totaal_lasten", -1}, {Kind::total, "financieel", 1}});
constexpr std::array gross_terms = std::to_array<BuiltInTerm>({{Kind::total, "totaal_baten", 1}});
constexpr std::array duo_terms = std::to_array<BuiltInTerm>({{Kind::duo_lines, "", 1}});
constexpr std::array net_terms =
    std::to_array<BuiltInTerm>({{Kind::total, "bruto_baten", 1}, {Kind::total, "afdrachten_duo", -1}});
constexpr std::array asset_terms = std::to_array<BuiltInTerm>({{Kind::balance_items, "1", 1}});
constexpr std::array liability_terms = std::to_array<BuiltInTerm>({{Kind::balance_items, "2", 1}});
constexpr std::array difference_terms =
    std::to_array<BuiltInTerm>({{Kind::total, "totaal_activa", 1}, {Kind::total, "totaal_passiva", -1}});
// Cash moves by the result, less what other assets grew, plus what liabilities but the equity grew.
constexpr std::array cash_terms = std::to_array<BuiltInTerm>(
    {{Kind::total, "resultaat", 1}, {Kind::balance_growth, "1", -1, "1.7"}, {Kind::balance_growth, "2", 1, "2.1"}});
constexpr std::array all = std::to_array<BuiltIn>({{"totaal_baten", income_terms},
                                                   {"totaal_lasten", expense_terms},
                                                   {"financieel", financial_terms},
                                                   {"resultaat", result_terms},
                                                   {"bruto_baten", gross_terms},
                                                   {"afdrachten_duo", duo_terms},
                                                   {"netto_baten", net_terms},
                                                   {"totaal_activa", asset_terms},
                                                   {"totaal_passiva", liability_terms},
                                                   {"balansverschil", difference_terms},
                                                   {"kasstroom", cash_terms}});

}  // namespace

std::span<const BuiltIn> built_ins() { return all; }

bool is_main_line(std::string_view code) {
    static constexpr std::array<char, 5> last{'7', '4', '5', '5', '0'};  // the last main line under 1, 2, 3, 4 and 5
    if (code.empty() || code[0] < '1' || code[0] > '5') return false;
    if (code.size() == 1) return true;
    return code.size() == 3 && code[1] == '.' && code[2] >= '1' &&
           code[2] <= last[static_cast<std::size_t>(code[0] - '1')];
}

}  // namespace begroot::model::detail
