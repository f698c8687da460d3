#include "store/dossier.hpp"

#include "exchange/budget_sheet.hpp"
#include "exchange/ledger_sheet.hpp"
#include "ledger/imports.hpp"
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
    const std::size_t first = dossier.ledger->postings.size();
    append(*dossier.ledger, std::move(reading->ledger));
    dossier.imports.push_back({read.file, first, dossier.ledger->postings.size()});
    read.report = std::move(reading->report);
    return std::nullopt;
}

/// Names the model that named the file, where the error itself does not say what to do.
Error of_model(Error error, const Dossier& dossier) {
    if (error.action.empty()) error.action = "controleer bestand in [[bron]] van " + dossier.model.file;
    return error;
}

std::optional<Error> read_file(const ModelSource& source, const std::filesystem::path& path, Dossier& dossier) {
    workbook::ReadOptions options;
    if (source.kind == SourceKind::ledger) options.choose_columns = exchange::needed_columns(source.settings);
    const auto book = workbook::read_workbook(path, path.string(), options);
    if (!book) {
        Error error = book.error();
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored))
            error.expected = "de werkmap die " + to_text(source.place) + " noemt";
        return of_model(std::move(error), dossier);
    }
    const auto same = std::ranges::find_if(dossier.sources, [&](const ReadSource& read) {
        return read.sha256 == book->sha256 && read.kind == source.kind && read.sheet == source.settings.sheet;
    });
    if (same != dossier.sources.end()) {
        dossier.import_findings.push_back(
            {Severity::warning,
             "bestand_twee_keer",
             {path.string(), "", "", 0, 0},
             "dit bestand is byte voor byte gelijk aan " + same->file + " en is niet nog eens gelezen",
             "elk bestand één keer",
             "verwijder een van de twee"});
        return std::nullopt;
    }
    ReadSource read{source.kind, path.string(), book->sha256, source.settings.sheet, {}};
    auto error = source.kind == SourceKind::budget ? read_budget_source(source, *book, dossier, read)
                                                   : read_ledger_source(source, *book, dossier, read);
    if (error) return error;
    dossier.sources.push_back(std::move(read));
    return std::nullopt;
}

/// Finds the files that a name with `*` or `?` in its last part fits, in the order of their names.
std::vector<std::filesystem::path> matching_files(const std::filesystem::path& wanted) {
    const Pattern pattern{wanted.filename().string(), false};
    std::vector<std::filesystem::path> files;
    std::error_code error;
    const auto folder = wanted.parent_path();
    for (std::filesystem::directory_iterator entry(folder.empty() ? "." : folder, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        // Excel lays a file of its own beside a workbook that is open; it is nobody's export.
        if (name.starts_with("~$") || name.starts_with(".")) continue;
        if (fits(pattern, name)) files.push_back(folder / name);
    }
    std::ranges::sort(files);
    return files;
}

std::optional<Error> read_source(const ModelSource& source, Dossier& dossier) {
    for (const std::string& name : source.files) {
        const std::filesystem::path path = (dossier.model.folder / name).lexically_normal();
        if (path.filename().string().find_first_of("*?") == std::string::npos) {
            if (auto error = read_file(source, path, dossier)) return error;
            continue;
        }
        const auto files = matching_files(path);
        if (files.empty()) {
            return Error{ErrorKind::input, source.place, "geen bestand past bij \"" + path.string() + "\"",
                         "minstens één bestand", "zet de export in die map of verbeter bestand in [[bron]]"};
        }
        for (const std::filesystem::path& file : files) {
            if (auto error = read_file(source, file, dossier)) return error;
        }
    }
    return std::nullopt;
}

}  // namespace

void join(Dossier& dossier) {
    dossier.findings = check_plan(dossier.model.plan);
    append(dossier.findings, Findings(dossier.import_findings));
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
    if (dossier.ledger) append(dossier.import_findings, check_imports(*dossier.ledger, dossier.imports));
    join(dossier);
    return dossier;
}

}  // namespace begroot::store
