#include "report/detail/rubric_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace begroot::report::detail {

namespace {

/// As the annual accounts of samenwerkingsverbanden print them (RJ 660; Jaarverslag OCW, tabel samenwerkingsverbanden).
constexpr std::array rubric_titles = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"1.1", "Immateriële vaste activa"},
    {"1.2", "Materiële vaste activa"},
    {"1.3", "Financiële vaste activa"},
    {"1.4", "Voorraden"},
    {"1.5", "Vorderingen"},
    {"1.6", "Effecten"},
    {"1.7", "Liquide middelen"},
    {"2.1", "Eigen vermogen"},
    {"2.2", "Voorzieningen"},
    {"2.3", "Langlopende schulden"},
    {"2.4", "Kortlopende schulden"},
    {"3.1", "Rijksbijdragen"},
    {"3.2", "Overige overheidsbijdragen en -subsidies"},
    {"3.3", "College-, cursus-, les- en examengelden"},
    {"3.4", "Baten werk in opdracht van derden"},
    {"3.5", "Overige baten"},
    {"4.1", "Personeelslasten"},
    {"4.2", "Afschrijvingen"},
    {"4.3", "Huisvestingslasten"},
    {"4.4", "Overige lasten"},
    {"4.5", "Doorbetalingen aan schoolbesturen"},
    {"5", "Financiële baten en lasten"},
});

std::string_view level(std::string_view code) { return code.substr(0, code.find('.')); }

std::string_view below(std::string_view code) {
    const std::size_t point = code.find('.');
    return point == std::string_view::npos ? std::string_view() : code.substr(point + 1);
}

}  // namespace

std::string main_rubric(std::string_view rubric) {
    if (level(rubric) == "5") return "5";
    const std::size_t first = rubric.find('.');
    if (first == std::string_view::npos) return std::string(rubric);
    return std::string(rubric.substr(0, rubric.find('.', first + 1)));
}

std::string rubric_name(std::string_view rubric, std::string_view only_line) {
    const auto* const found =
        std::ranges::find(rubric_titles, rubric, &std::pair<std::string_view, std::string_view>::first);
    if (found != rubric_titles.end()) return std::string(found->second);
    return only_line.empty() ? "Rubriek " + std::string(rubric) : std::string(only_line);
}

bool rubric_before(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        const std::string_view of_a = level(a);
        const std::string_view of_b = level(b);
        if (of_a.size() != of_b.size()) return of_a.size() < of_b.size();
        if (of_a != of_b) return of_a < of_b;
        a = below(a);
        b = below(b);
    }
    return a.empty() && !b.empty();
}

}  // namespace begroot::report::detail
