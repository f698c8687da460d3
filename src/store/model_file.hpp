#pragma once
// A model as text: one TOML file that reads like the jaarplan itself and names its workbooks, rules and keys.

#include "amendment/stack.hpp"
#include "base/error.hpp"
#include "exchange/fill_mapping.hpp"
#include "exchange/source.hpp"
#include "mapping/dimension.hpp"
#include "mapping/rule.hpp"
#include "model/definition.hpp"
#include "period/phasing.hpp"
#include "plan/plan.hpp"
#include "reporting/report_rules.hpp"
#include "scenario/scenario.hpp"
#include "workbook/workbook.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::store {

/// Says what a workbook is for.
enum class SourceKind : std::uint8_t { budget, ledger };

/// One `[[bron]]` of a model.
struct ModelSource {
    SourceKind kind = SourceKind::budget;
    /// As written, relative to the model; the last part of a name may have `*` and `?`: every file that fits.
    std::vector<std::string> files;
    exchange::SourceSettings settings;
    Place place;
};

/// Values of a variable that stand in a workbook; `open_dossier` reads them.
struct WorkbookValues {
    std::string variable;  ///< code
    std::string file;      ///< as written, relative to the model
    std::string sheet;     ///< empty: the only visible one
    workbook::CellRange values;
    workbook::CellRange years;                   ///< one row above the values, or one column beside them
    std::optional<workbook::CellRange> members;  ///< across the years: a column (or row) for each list
    std::optional<bool> percentages;  ///< of numbers in a percentage: 2,3 is 2,3%; false: 0,023 is; nothing: refused
    model::ValueStatus status = model::ValueStatus::none;
    std::string months;  ///< `som` or `gemiddelde`: what twelve months are in a year
    Place place;
};

/// A file that a model includes.
struct IncludedFile {
    std::string file;  ///< as shown in messages
    std::string sha256;
};

/// A whole model file.
struct Model {
    std::string file;  ///< as the user named it
    std::string sha256;
    std::filesystem::path folder;
    Plan plan;                                     ///< with the amounts of the primitieve begroting
    std::optional<VersionedBudget> versions = {};  ///< nothing when the budget was never changed
    std::vector<ModelSource> sources;
    std::vector<Rule> rules;
    std::vector<Dimension> dimensions = {};  ///< bestuur and buurt, as far as the model names members
    std::vector<PhasingKey> phasing_keys;
    ReportRules report_rules;
    std::vector<exchange::FillMapping> fill_mappings = {};  ///< which cells of the office's own workbooks are filled
    std::optional<model::Definition> multi_year;  ///< nothing without [meerjaren]; then it may have no speerpunten
    scenario::ScenarioBook scenarios;
    std::vector<WorkbookValues> workbook_values;
    std::vector<IncludedFile> included;  ///< what `inclusief` named, in order
};

/// All that is wrong with a model, each with line and column; the list is sorted by place.
using ModelErrors = std::vector<Error>;

/// Limits on a model file.
inline constexpr std::size_t included_files_max = 20;
inline constexpr std::uint64_t model_bytes_max = 4ULL << 20;

/// Reads a model file. Errors: not readable, not TOML, unknown key (with the nearest known one), missing key, wrong
/// type, a code that does not exist.
[[nodiscard]] std::expected<Model, ModelErrors> read_model(const std::filesystem::path& path);

/// Reads a model from text; `shown_as` is its name in messages. Files that it includes are not read.
[[nodiscard]] std::expected<Model, ModelErrors> parse_model(std::string_view text, const std::string& shown_as);

}  // namespace begroot::store
