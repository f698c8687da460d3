#include "store/dossier.hpp"

#include "ledger/cumulative.hpp"
#include "ledger/imports.hpp"
#include "mapping/check_codes.hpp"
#include "plan/check_plan.hpp"
#include "store/detail/explanation_file.hpp"
#include "store/detail/read_source.hpp"
#include "store/detail/workbook_cells.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string>
#include <utility>

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
            group->rows += (group->rows.empty() ? "" : ", ") + origin_name(skipped.origin);
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

/// Reports a calendar year of a plan over two of them that has no budget, while the other has: half a plan looks whole.
Findings years_without_budget(const Model& model) {
    Findings findings;
    const PlanYear plan = year_of(model.plan);
    if (plan.first_month == 1) return findings;
    const auto has_budget = [&model](std::int32_t year) {
        return std::ranges::any_of(model.sources, [year](const ModelSource& source) {
            return source.kind == SourceKind::budget && source.settings.year == FiscalYear{year};
        });
    };
    for (const auto& [year, other] :
         {std::pair(plan.first().year, plan.last().year), std::pair(plan.last().year, plan.first().year)}) {
        if (has_budget(year) || !has_budget(other)) continue;
        const std::string name = std::to_string(year);
        findings.push_back(
            {Severity::warning,
             "kalenderjaar_zonder_begroting",
             {model.file, "", "", 0, 0},
             name_of(plan) + " heeft een begroting van " + std::to_string(other) + " en geen van " + name,
             "een [[bron]] met soort = \"begroting\" en jaar = " + name,
             "zonder die telt de werkmap maar voor een deel van het schooljaar"});
    }
    return findings;
}

/// Reports months of the plan for which no budget was read, where one was read for others of the same calendar year: a
/// sheet of one school year holds a part of that year.
Findings months_without_budget(const Dossier& dossier) {
    const PlanYear plan = year_of(dossier.model.plan);
    std::map<std::int32_t, std::array<bool, 12>> months;
    std::map<std::int32_t, std::string> files;
    for (const ReadSource& source : dossier.sources) {
        if (source.kind != SourceKind::budget) continue;
        files.try_emplace(source.year.year, source.file);
        for (std::size_t i = 0; i < source.months.size(); ++i) months[source.year.year][i] |= source.months[i];
    }
    std::map<std::int32_t, std::pair<std::int32_t, std::int32_t>> missing;  // first and last month, by year
    for (std::int32_t position = 1; position <= 12; ++position) {
        const Month month = plan.month_at(position);
        const auto read = months.find(month.year);
        if (read == months.end() || read->second[static_cast<std::size_t>(month.month) - 1]) continue;
        auto& [first, last] = missing[month.year];
        if (first == 0) first = month.month;
        last = month.month;
    }
    Findings findings;
    for (const auto& [year, range] : missing) {
        const std::string text = std::string(month_name(range.first)) + " tot en met " + month_name(range.second);
        findings.push_back(
            {Severity::warning,
             "maanden_zonder_begroting",
             {files[year], "", "", 0, 0},
             "geen begroting voor " + text + " " + std::to_string(year) + "; die maanden tellen als niets begroot",
             "een begroting van alle maanden van " + name_of(plan),
             "noem ook het bestand met die maanden in een [[bron]]"});
    }
    return findings;
}

/// Reports changes outside the plan of a model without a budget for what is outside it: no table can show them.
Findings changes_without_budget(const Dossier& dossier) {
    Findings findings;
    if (!dossier.model.versions || dossier.budget) return findings;
    for (const BudgetChange& change : dossier.model.versions->changes) {
        if (!change.mutation.goal.empty()) continue;
        findings.push_back({Severity::warning, "mutatie_zonder_begroting", change.mutation.place,
                            dossier.model.versions->versions[change.version].code +
                                " wijzigt iets buiten het jaarplan, en het model noemt daar geen begroting van",
                            "een [[bron]] met soort = \"begroting\"",
                            "tot dan staat deze mutatie alleen in de lijst van begroot versies"});
    }
    return findings;
}

}  // namespace

ModelFiles files_of(const Model& model) {
    ModelFiles files;
    files.texts.emplace_back(model.file);
    for (const IncludedFile& included : model.included) files.texts.emplace_back(included.file);
    const std::string& explanations = model.report_rules.explanations_file;
    if (!explanations.empty()) files.texts.push_back(model.folder / explanations);
    for (const ModelSource& source : model.sources) {
        for (const std::string& name : source.files) append(files.workbooks, detail::files_named(name, model.folder));
    }
    for (const WorkbookValues& values : model.workbook_values) files.workbooks.push_back(model.folder / values.file);
    return files;
}

void join(Dossier& dossier) {
    dossier.findings = check_plan(dossier.model.plan);
    if (dossier.model.versions) append(dossier.findings, check_versions(*dossier.model.versions));
    append(dossier.findings, changes_without_budget(dossier));
    append(dossier.findings, Findings(dossier.import_findings));
    for (const ReadSource& source : dossier.sources) {
        append(dossier.findings, Findings(source.report.findings));
        append(dossier.findings, skipped_findings(source));
    }
    append(dossier.findings,
           check_rules(dossier.model.plan, dossier.model.rules, dossier.ledger ? &*dossier.ledger : nullptr,
                       dossier.budget ? &*dossier.budget : nullptr));
    append(dossier.findings,
           check_codes(dossier.ledger ? &*dossier.ledger : nullptr, dossier.budget ? &*dossier.budget : nullptr));
    append(dossier.findings, check_dimensions(dossier.model.dimensions, dossier.ledger ? &*dossier.ledger : nullptr,
                                              dossier.budget ? &*dossier.budget : nullptr));
    append(dossier.findings, Findings(dossier.explanations.findings));
    if (dossier.budget) dossier.budget_parts = join_budget(*dossier.budget, dossier.model.rules);
    if (dossier.ledger) dossier.posting_parts = join_postings(*dossier.ledger, dossier.model.rules);
}

std::expected<Dossier, ModelErrors> open_dossier(const std::filesystem::path& model_path,
                                                 const office::OfficeHelp& help) {
    auto model = read_model(model_path);
    if (!model) return std::unexpected(std::move(model.error()));
    Dossier dossier;
    dossier.model = std::move(*model);
    for (const ModelSource& source : dossier.model.sources) {
        if (auto error = detail::read_source(source, help, dossier))
            return std::unexpected(ModelErrors{std::move(*error)});
    }
    if (auto errors = detail::read_workbook_values(help, dossier); !errors.empty())
        return std::unexpected(std::move(errors));
    if (auto error = detail::read_explanations(dossier)) return std::unexpected(ModelErrors{std::move(*error)});
    append(dossier.import_findings, years_without_budget(dossier.model));
    append(dossier.import_findings, months_without_budget(dossier));
    if (dossier.ledger) {
        auto joined = join_balances(*dossier.ledger, dossier.imports);
        if (!joined) return std::unexpected(ModelErrors{std::move(joined.error())});
        append(dossier.import_findings, std::move(*joined));
        append(dossier.import_findings, check_imports(*dossier.ledger, dossier.imports));
    }
    join(dossier);
    return dossier;
}

}  // namespace begroot::store
