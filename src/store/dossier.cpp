#include "store/dossier.hpp"

#include "exchange/budget_sheet.hpp"
#include "exchange/ledger_sheet.hpp"
#include "plan/check_plan.hpp"
#include "workbook/reader.hpp"

#include <algorithm>
#include <iterator>

namespace begroot::store {

namespace {

template <typename T>
void append(std::vector<T>& to, std::vector<T>&& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// Groups what was skipped by reason, so that nothing is left unsaid and the list stays readable.
Findings skipped_findings(const ReadSource& source) {
    constexpr std::size_t rows_shown_max = 12;
    struct Group {
        std::string reason;
        std::size_t count = 0;
        std::string rows;
        Place place;
    };
    std::vector<Group> groups;
    for (const exchange::Skipped& skipped : source.report.skipped) {
        auto group = std::ranges::find(groups, skipped.reason, &Group::reason);
        if (group == groups.end()) {
            groups.push_back({skipped.reason, 0, "", to_place(skipped.origin)});
            group = groups.end() - 1;
        }
        if (group->count < rows_shown_max) {
            group->rows += (group->rows.empty() ? "" : ", ") + cell_name(skipped.origin.row, skipped.origin.column);
        } else if (group->count == rows_shown_max) {
            group->rows += ", …";
        }
        ++group->count;
    }
    Findings findings;
    for (Group& group : groups) {
        findings.push_back({Severity::notice, "niet_ingelezen", std::move(group.place),
                            std::to_string(group.count) + "x " + group.reason + " (" + group.rows + ")", "", ""});
    }
    return findings;
}

std::optional<Error> read_budget_source(const ModelSource& source, const workbook::Workbook& book, Dossier& dossier,
                                        ReadSource& read) {
    auto reading = exchange::read_budget(book, source.settings);
    if (!reading) return reading.error();
    if (!dossier.budget) dossier.budget = Budget{FiscalYear{dossier.model.plan.year}, {}, {}};
    append(dossier.budget->lines, std::move(reading->budget.lines));
    append(dossier.budget->controls, std::move(reading->budget.controls));
    read.report = std::move(reading->report);
    return std::nullopt;
}

std::optional<Error> read_ledger_source(const ModelSource& source, const workbook::Workbook& book, Dossier& dossier,
                                        ReadSource& read) {
    auto reading = exchange::read_ledger(book, source.settings);
    if (!reading) return reading.error();
    if (!dossier.ledger) dossier.ledger.emplace();
    append(*dossier.ledger, std::move(reading->ledger));
    read.report = std::move(reading->report);
    return std::nullopt;
}

std::optional<Error> read_source(const ModelSource& source, Dossier& dossier) {
    const std::filesystem::path path = (dossier.model.folder / source.file).lexically_normal();
    const auto book = workbook::read_workbook(path, path.string());
    if (!book) {
        Error error = book.error();
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored))
            error.expected = "de werkmap die " + to_text(source.place) + " noemt";
        if (error.action.empty()) error.action = "controleer bestand in [[bron]] van " + dossier.model.file;
        return error;
    }
    ReadSource read{source.kind, path.string(), book->sha256, {}};
    auto error = source.kind == SourceKind::budget ? read_budget_source(source, *book, dossier, read)
                                                   : read_ledger_source(source, *book, dossier, read);
    if (error) return error;
    dossier.sources.push_back(std::move(read));
    return std::nullopt;
}

}  // namespace

void join(Dossier& dossier) {
    dossier.findings = check_plan(dossier.model.plan);
    for (const ReadSource& source : dossier.sources) {
        append(dossier.findings, Findings(source.report.findings));
        append(dossier.findings, skipped_findings(source));
    }
    append(dossier.findings,
           check_rules(dossier.model.plan, dossier.model.rules, dossier.ledger ? &*dossier.ledger : nullptr,
                       dossier.budget ? &*dossier.budget : nullptr));
    if (dossier.budget) dossier.budget_parts = join_budget(*dossier.budget, dossier.model.rules);
    if (dossier.ledger) dossier.posting_parts = join_postings(*dossier.ledger, dossier.model.rules);
}

std::expected<Dossier, ModelErrors> open_dossier(const std::filesystem::path& model_path) {
    auto model = read_model(model_path);
    if (!model) return std::unexpected(std::move(model.error()));
    Dossier dossier;
    dossier.model = std::move(*model);
    for (const ModelSource& source : dossier.model.sources) {
        if (auto error = read_source(source, dossier)) return std::unexpected(ModelErrors{std::move(*error)});
    }
    join(dossier);
    return dossier;
}

}  // namespace begroot::store
