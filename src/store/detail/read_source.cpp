#include "store/detail/read_source.hpp"

#include "budget/plan_year.hpp"
#include "exchange/audit_file.hpp"
#include "exchange/budget_sheet.hpp"
#include "exchange/ledger_sheet.hpp"
#include "mapping/rule.hpp"
#include "store/detail/office_report.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace begroot::store::detail {

namespace {

template <typename T>
void append_all(std::vector<T>& to, std::vector<T>&& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

std::optional<Error> read_budget_source(const ModelSource& source, const workbook::Workbook& book, Dossier& dossier,
                                        ReadSource& read) {
    auto reading = exchange::read_budget(book, source.settings);
    if (!reading) return reading.error();
    if (!dossier.budget) dossier.budget = Budget{FiscalYear{dossier.model.plan.year}, {}, {}};
    const PlanYear plan = year_of(dossier.model.plan);
    if (plan.first_month != 1) {
        for (BudgetLine& line : reading->budget.lines)
            line = part_of_plan_year(std::move(line), source.settings.year, plan);
    }
    append_all(dossier.budget->lines, std::move(reading->budget.lines));
    append_all(dossier.budget->controls, std::move(reading->budget.controls));
    read.report = std::move(reading->report);
    read.months = reading->months;
    return std::nullopt;
}

/// Adds a ledger behind what is there; `import` says of which file it is.
void add_ledger(Ledger&& ledger, Import import, Dossier& dossier) {
    if (!dossier.ledger) dossier.ledger.emplace();
    import.first = dossier.ledger->postings.size();
    append(*dossier.ledger, std::move(ledger));
    import.last = dossier.ledger->postings.size();
    dossier.imports.push_back(std::move(import));
}

std::optional<Error> read_ledger_source(const ModelSource& source, workbook::Workbook&& book, Dossier& dossier,
                                        ReadSource& read) {
    auto reading = exchange::read_ledger(std::move(book), source.settings);
    if (!reading) return reading.error();
    add_ledger(std::move(reading->ledger), {read.file, 0, 0, reading->amounts, reading->administration}, dossier);
    read.report = std::move(reading->report);
    return std::nullopt;
}

std::optional<Error> read_audit_source(const ModelSource& source, const workbook::SourceFile& file, Dossier& dossier,
                                       ReadSource& read) {
    if (source.kind == SourceKind::budget) {
        return Error{ErrorKind::input,
                     {read.file, "", "", 0, 0},
                     "dit is een auditfile, en daar staat geen begroting in",
                     "een werkmap met de begroting",
                     "zet soort = \"mutaties\", of noem de werkmap"};
    }
    auto reading = exchange::read_audit_file(file.bytes(), read.file, file.sha256(), source.settings);
    if (!reading) return reading.error();
    add_ledger(std::move(reading->ledger), {.file = read.file}, dossier);
    read.report = std::move(reading->report);
    return std::nullopt;
}

/// Names the model that named the file, where the error itself does not say what to do.
Error of_model(Error error, const Dossier& dossier) {
    if (error.action.empty()) error.action = "controleer bestand in [[bron]] van " + dossier.model.file;
    return error;
}

/// Reads a workbook; the file's own bytes go before its lines are made, for both may be large.
std::optional<Error> read_workbook_source(const ModelSource& source, std::optional<workbook::SourceFile> file,
                                          const std::filesystem::path& path, const office::OfficeHelp& help,
                                          Dossier& dossier, ReadSource& read) {
    workbook::ReadOptions options;
    if (source.kind == SourceKind::ledger) options.choose_columns = exchange::needed_columns(source.settings);
    auto opened = office::open_workbook(path, *file, read.file, options, help);
    file.reset();
    if (!opened) return of_model(opened.error(), dossier);
    report_office(*opened, read.file, dossier);
    return source.kind == SourceKind::budget ? read_budget_source(source, opened->workbook, dossier, read)
                                             : read_ledger_source(source, std::move(opened->workbook), dossier, read);
}

std::optional<Error> read_file(const ModelSource& source, const std::filesystem::path& path,
                               const office::OfficeHelp& help, Dossier& dossier) {
    auto file = workbook::SourceFile::read(path, path.string(), workbook::ReadLimits{}.file_bytes_max);
    if (!file) {
        Error error = file.error();
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored))
            error.expected = "de werkmap die " + to_text(source.place) + " noemt";
        return of_model(std::move(error), dossier);
    }
    const auto same = std::ranges::find_if(dossier.sources, [&](const ReadSource& read) {
        // a sheet over two calendar years is a budget of either
        const bool same_year = source.kind == SourceKind::ledger || read.year == source.settings.year;
        return read.sha256 == file->sha256() && read.kind == source.kind && read.sheet == source.settings.sheet &&
               same_year;
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
    ReadSource read{source.kind, path.string(), file->sha256(), source.settings.sheet, {}, source.settings.year, {}};
    auto error = exchange::looks_like_audit_file(file->bytes())
                     ? read_audit_source(source, *file, dossier, read)
                     : read_workbook_source(source, std::move(*file), path, help, dossier, read);
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

}  // namespace

std::vector<std::filesystem::path> files_named(const std::string& name, const std::filesystem::path& folder) {
    const std::filesystem::path path = (folder / name).lexically_normal();
    if (path.filename().string().find_first_of("*?") == std::string::npos) return {path};
    return matching_files(path);
}

std::optional<Error> read_source(const ModelSource& source, const office::OfficeHelp& help, Dossier& dossier) {
    for (const std::string& name : source.files) {
        const auto files = files_named(name, dossier.model.folder);
        if (files.empty()) {
            const std::filesystem::path path = (dossier.model.folder / name).lexically_normal();
            return Error{ErrorKind::input, source.place, "geen bestand past bij \"" + path.string() + "\"",
                         "minstens één bestand", "zet de export in die map of verbeter bestand in [[bron]]"};
        }
        for (const std::filesystem::path& file : files) {
            if (auto error = read_file(source, file, help, dossier)) return error;
        }
    }
    return std::nullopt;
}

}  // namespace begroot::store::detail
