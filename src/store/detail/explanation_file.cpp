#include "store/detail/explanation_file.hpp"

#include "base/nearest.hpp"
#include "text/encoding.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <array>

namespace begroot::store::detail {

namespace {

constexpr std::uint64_t explanation_bytes_max = 4ULL << 20;
constexpr std::array names_beside_goals = std::to_array<const char*>({"plan", "buiten_jaarplan", "zonder_regel"});

std::vector<std::string> explained_codes(const Plan& plan) {
    std::vector<std::string> codes(names_beside_goals.begin(), names_beside_goals.end());
    for (const Speerpunt& speerpunt : plan.speerpunten) {
        codes.push_back(speerpunt.id.text());
        for (const Goal& goal : speerpunt.goals) codes.push_back(goal.id.text());
    }
    return codes;
}

void check_explained(const Plan& plan, Explanations& read) {
    const std::vector<std::string> codes = explained_codes(plan);
    std::string moments;
    for (const Moment& moment : plan.moments) moments += (moments.empty() ? "" : ", ") + moment.code;
    for (const Explanation& one : read.list) {
        const std::string head = "de kop ## " + one.code + " " + one.moment;
        if (std::ranges::find(codes, one.code) == codes.end()) {
            const auto meant = nearest(one.code, codes);
            read.findings.push_back({Severity::error, "toelichting_code", one.place,
                                     head + " noemt een code die het jaarplan niet heeft",
                                     "een doel zoals 1.1, een speerpunt zoals 1, plan, buiten_jaarplan of zonder_regel",
                                     meant ? "bedoelde u " + *meant + "?" : "verbeter de kop"});
        }
        if (std::ranges::find(plan.moments, one.moment, &Moment::code) == plan.moments.end()) {
            read.findings.push_back({Severity::error, "toelichting_moment", one.place,
                                     head + " noemt een moment dat het model niet heeft",
                                     moments.empty() ? "een [[moment]] met die code" : moments, "verbeter de kop"});
        }
    }
}

}  // namespace

std::optional<Error> read_explanations(Dossier& dossier) {
    const ReportRules& rules = dossier.model.report_rules;
    if (rules.explanations_file.empty()) return std::nullopt;
    const auto path = (dossier.model.folder / rules.explanations_file).lexically_normal();
    const std::string shown_as = path.string();
    const auto file = workbook::SourceFile::read(path, shown_as, explanation_bytes_max);
    if (!file) {
        Error error = file.error();
        error.expected = "een tekst met koppen zoals ## 4.2 M8";
        error.action = "maak het bestand, of verbeter toelichtingen in " + to_text(rules.place);
        return error;
    }
    const auto bytes = file->bytes();
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (!text::valid_utf8(text)) {
        return Error{ErrorKind::input,
                     {shown_as, "", "", 0, 0},
                     "dit is geen tekst in UTF-8",
                     "een gewone tekst met koppen zoals ## 4.2 M8",
                     "bewaar het bestand als tekst met codering UTF-8"};
    }
    dossier.explanations = parse_explanations(text, shown_as);
    dossier.explanations.sha256 = file->sha256();
    dossier.explanations.text = text;
    check_explained(dossier.model.plan, dossier.explanations);
    return std::nullopt;
}

}  // namespace begroot::store::detail
