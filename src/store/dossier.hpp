#pragma once
// A model with everything it names: the workbooks read, the plan, budget and ledger joined, and all that was noticed.

#include "base/finding.hpp"
#include "budget/budget.hpp"
#include "exchange/source.hpp"
#include "ledger/imports.hpp"
#include "ledger/ledger.hpp"
#include "mapping/join.hpp"
#include "office/open_workbook.hpp"
#include "reporting/explanation.hpp"
#include "store/model_file.hpp"

#include <array>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace begroot::store {

/// One workbook that was read: what it is and how it was read.
struct ReadSource {
    SourceKind kind = SourceKind::budget;
    std::string file;
    std::string sha256;
    std::string sheet;  ///< as the model asks; empty when the file decides
    exchange::ReadReport report;
    FiscalYear year;                ///< of the amounts of a budget
    std::array<bool, 12> months{};  ///< of that year, for which a budget has amounts
};

/// A model and its figures. `budget` and `ledger` are absent when the model names no workbook for them.
struct Dossier {
    Model model;
    std::optional<Budget> budget;
    std::optional<Ledger> ledger;
    std::vector<ReadSource> sources;
    std::vector<IncludedFile> value_files;  ///< workbooks from which the model takes values, in the order of their use
    std::vector<BudgetPart> budget_parts;
    std::vector<PostingPart> posting_parts;
    std::vector<Import> imports;  ///< which postings came from which file
    Explanations explanations;    ///< what the model's file with explanations says
    Findings import_findings;     ///< about the files together: the same one twice, periods that overlap or are missing
    Findings findings;            ///< of the plan, of the reading, of the rules and of the explanations, in that order
};

/// Reads a model and all its workbooks, with LibreOffice as far as `help` allows, and joins them. Errors: the model's,
/// or the first workbook that is missing or refused.
[[nodiscard]] std::expected<Dossier, ModelErrors> open_dossier(const std::filesystem::path& model_path,
                                                               const office::OfficeHelp& help = {});

/// The files that a model reads.
struct ModelFiles {
    std::vector<std::filesystem::path> texts;      ///< people's own: the model, what it includes, its explanations
    std::vector<std::filesystem::path> workbooks;  ///< of the office; a name with `*` or `?` gives the files that fit
};

/// Gives every file that a model reads, whether it is there or not.
[[nodiscard]] ModelFiles files_of(const Model& model);

/// Joins what was read under the model's rules; `open_dossier` does this, tests do it again after changing something.
void join(Dossier& dossier);

}  // namespace begroot::store
