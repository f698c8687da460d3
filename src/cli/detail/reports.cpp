#include "cli/detail/reports.hpp"

#include "render/word.hpp"
#include "store/atomic_file.hpp"

#include <algorithm>

namespace begroot::cli {

Result<Moment> find_moment(const Plan& plan, const std::string& word) {
    for (const Moment& moment : plan.moments) {
        if (moment.code == word) return moment;
    }
    const auto by_month = std::ranges::find_if(
        plan.moments, [&word](const Moment& moment) { return word == month_name(moment.until.month); });
    if (by_month != plan.moments.end()) return *by_month;
    return failure(unknown_moment(
        plan, word, {.no_moments = "voeg in het model een [[moment]] toe", .otherwise = "kies een moment"}));
}

Result<management::Input> management_input_of(const store::Dossier& dossier, const std::optional<Month>& until,
                                              const std::string& budget) {
    const auto facts = facts_of(dossier, until, budget);
    if (!facts) return failure(facts.error());
    management::Input input;
    input.facts = *facts;
    input.rules = &dossier.model.report_rules;
    input.explanations = &dossier.explanations;
    input.sources.push_back({"model", dossier.model.file, dossier.model.sha256});
    for (const store::ReadSource& source : dossier.sources) {
        input.sources.push_back(
            {source.kind == store::SourceKind::budget ? "begroting" : "mutaties", source.file, source.sha256});
    }
    if (!dossier.explanations.file.empty())
        input.sources.push_back({"toelichtingen", dossier.explanations.file, dossier.explanations.sha256});
    return input;
}

Findings joined_findings(std::initializer_list<const Findings*> all) {
    Findings joined;
    for (const Findings* some : all) joined.insert(joined.end(), some->begin(), some->end());
    return joined;
}

Result<void> deliver_report(const Document& document, const Day& created, Format format, const OutputWords& words) {
    if (format == Format::xlsx) return write_xlsx(document, created, words.output);
    if (format == Format::word)
        return store::write_atomically(words.output, render::to_word(document, {.created = created}));
    std::string text = render_document(document, format, text_options_of(words));
    if (format == Format::text) text.insert(0, document.title + "\n" + document.subject + "\n\n");
    return deliver(text, words.output);
}

}  // namespace begroot::cli
