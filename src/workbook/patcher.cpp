#include "workbook/patcher.hpp"

#include "text/encoding.hpp"
#include "workbook/detail/dependants.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/package.hpp"
#include "workbook/detail/patch_guard.hpp"
#include "workbook/detail/pivots.hpp"
#include "workbook/detail/stale_cells.hpp"
#include "workbook/detail/table_growth.hpp"
#include "workbook/detail/zip.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook {

namespace {

constexpr std::size_t text_units_max = 32'767;  // of a cell in Excel, in UTF-16
constexpr std::size_t formula_characters_max = 8'192;

Place place_of(const Workbook& workbook, const CellWrite& write) {
    Place place;
    place.file = workbook.file;
    if (write.sheet < workbook.sheets.size() && workbook.sheets[write.sheet].source)
        place.sheet = workbook.sheets[write.sheet].source->sheet;
    place.cell = cell_name(write.place.row, write.place.column);
    return place;
}

std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0U ? 2 : 1;
    }
    return units;
}

/// Tells what is wrong with a value, or nothing.
std::optional<Error> wrong_value(const WrittenValue& value) {
    const auto wrong = [](std::string found, std::string expected) {
        return Error{ErrorKind::input, {}, std::move(found), std::move(expected), "vul iets anders in"};
    };
    const auto* const number = std::get_if<double>(&value);
    const auto* const day = std::get_if<SerialDay>(&value);
    if ((number != nullptr && !std::isfinite(*number)) || (day != nullptr && !std::isfinite(day->serial)))
        return wrong("de waarde is geen getal", "een getal");
    if (const auto* const formula = std::get_if<WrittenFormula>(&value)) {
        if (formula->text.empty() || formula->text.size() > formula_characters_max || !text::valid_utf8(formula->text))
            return wrong("de formule is leeg, te lang of geen geldige UTF-8", "een formule die in een cel past");
        return std::nullopt;
    }
    const auto* const text = std::get_if<std::string>(&value);
    if (text == nullptr) return std::nullopt;
    if (!text::valid_utf8(*text)) return wrong("de tekst is geen geldige UTF-8", "leesbare tekst");
    if (const std::size_t units = utf16_units(*text); units > text_units_max)
        return wrong(fmt::format("de tekst is {} tekens lang", units),
                     fmt::format("hoogstens {} tekens, meer past niet in een cel", text_units_max));
    return std::nullopt;
}

/// Checks writes that are in order; the first that cannot be is the error.
std::optional<Error> wrong_write(const Workbook& workbook, std::span<const CellWrite> writes,
                                 const ReadLimits& limits) {
    for (std::size_t i = 0; i < writes.size(); ++i) {
        const CellWrite& write = writes[i];
        std::optional<Error> error = wrong_value(write.value);
        if (write.sheet >= workbook.sheets.size() || write.place.row >= limits.rows_max ||
            write.place.column >= limits.columns_max)
            error = Error{ErrorKind::input, {}, "deze cel bestaat niet", "een cel van een blad van de werkmap", ""};
        const bool twice = i > 0 && writes[i - 1].sheet == write.sheet && writes[i - 1].place == write.place;
        if (twice)
            error = Error{
                ErrorKind::input, {}, "de cel wordt twee keer gevuld", "elke cel een keer", "haal een van de twee weg"};
        if (!error) continue;
        error->place = place_of(workbook, write);
        return error;
    }
    return std::nullopt;
}

Finding notice(const Workbook& workbook, Severity severity, std::string kind, std::string found, std::string action) {
    Finding finding;
    finding.severity = severity;
    finding.kind = std::move(kind);
    finding.place.file = workbook.file;
    finding.found = std::move(found);
    finding.action = std::move(action);
    return finding;
}

/// Tells what no cell shows: a signature that breaks, a pivot table that only Excel refreshes.
void add_notices(const detail::ZipArchive& archive, const Workbook& workbook, PatchPlan& plan) {
    const bool is_signed = std::ranges::any_of(archive.entries(), [](const detail::ZipEntry& entry) {
        return detail::lower_case(entry.name).starts_with("_xmlsignatures/");
    });
    if (is_signed && !plan.writes.empty()) {
        plan.findings.push_back(notice(workbook, Severity::warning, "vul_handtekening",
                                       "de werkmap is digitaal ondertekend; die handtekening geldt niet meer",
                                       "laat de ingevulde werkmap opnieuw ondertekenen"));
    }
    if (!plan.pivots.empty()) {
        plan.findings.push_back(
            notice(workbook, Severity::notice, "vul_draaitabel",
                   fmt::format("draaitabellen met ingevulde cellen als bron: {}", plan.pivots.size()),
                   "open de werkmap in Excel: dan worden zij ververst"));
    }
    for (const GrownTable& table : plan.tables) {
        plan.findings.push_back(
            notice(workbook, Severity::notice, "vul_tabel_gegroeid",
                   fmt::format("tabel {} loopt nu door tot en met rij {}", table.name, table.range.last_row + 1), ""));
    }
}

/// The boxes that change: the cells that are written, and the last row of a table or list that grows, for whatever
/// looks at the whole looks at that too.
std::vector<patching::Box> changed_boxes(const Workbook& workbook, const PatchPlan& plan) {
    std::vector<patching::Box> boxes;
    for (const CellWrite& write : plan.writes) {
        const CellPlace place = write.place;
        boxes.push_back({write.sheet, write.sheet, {place.row, place.column, place.row, place.column}});
    }
    for (std::uint32_t i = 0; i < workbook.sheets.size(); ++i) {
        for (const SheetTable& table : workbook.sheets[i].tables) {
            const bool grows = std::ranges::find(plan.tables, table.name, &GrownTable::name) != plan.tables.end();
            CellRange last = table.range;
            last.first_row = last.last_row;
            if (grows) boxes.push_back({i, i, last});
        }
    }
    for (const GrownList& list : plan.lists) {
        CellRange last = list.before;
        last.first_row = last.last_row;
        boxes.push_back({list.sheet, list.sheet, last});
    }
    return boxes;
}

/// Gives what a range is called when it ends in another row: `Blad!$A$2:$A$9`.
std::string ending_in_row(const std::string& text, std::uint32_t row) {
    const std::size_t digits = text.find_last_not_of("0123456789") + 1;
    const std::string other = std::to_string(row + 1);
    const std::size_t mark = text.rfind('!');
    const bool one_cell = text.find(':', mark) == std::string::npos;
    return one_cell ? text + ":" + text.substr(mark + 1, digits - mark - 1) + other : text.substr(0, digits) + other;
}

/// Finds the names of ranges that end where a list ends, and what they become.
std::vector<std::pair<std::string, std::string>> moved_names(const Workbook& workbook,
                                                             const std::vector<GrownList>& lists) {
    std::vector<std::pair<std::string, std::string>> texts;
    for (const GrownList& list : lists) {
        if (list.before.last_row == list.after.last_row) continue;
        for (const DefinedName& name : workbook.names) {
            const auto range = range_of(workbook, name);
            const bool ends_with_list = range && range->sheet == list.sheet &&
                                        range->range.first_row <= list.before.first_row &&
                                        range->range.last_row == list.before.last_row;
            if (ends_with_list) texts.emplace_back(name.text, ending_in_row(name.text, list.after.last_row));
        }
    }
    return texts;
}

/// Finds what depends on the writes of a plan.
Result<void> follow_writes(const detail::ZipArchive& archive, const detail::WorkbookMap& map, const Workbook& workbook,
                           const ReadLimits& limits, PatchPlan& plan) {
    patching::Dependants dependants(workbook);
    plan.recalculates = !plan.writes.empty() && !dependants.watchers().empty();
    const auto caches = patching::add_pivots(archive, map, limits, dependants);
    if (!caches) return failure(caches.error());
    const std::vector<bool> changes = dependants.of(changed_boxes(workbook, plan));
    std::vector<patching::Box> pivots;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (changes[i] && dependants.watchers()[i].is_pivot) pivots.push_back(dependants.watchers()[i].fills);
    }
    for (const patching::PivotCache& cache : *caches) {
        if (changes[cache.watchers.front()]) plan.pivots.push_back(cache.part);
    }
    // Only Excel refreshes a pivot table, so nobody else knows what a formula over it becomes.
    const std::vector<bool> unsure = dependants.of(pivots);
    auto stale = patching::stale_cells(workbook, dependants.watchers(), changes, unsure, plan.writes);
    if (!stale) return failure(stale.error());
    plan.stale = std::move(*stale);
    return {};
}

Result<PatchPlan> plan_sorted(std::span<const std::byte> bytes, const Workbook& workbook,
                              const std::vector<CellWrite>& writes, const PatchOptions& options) {
    const auto archive = detail::ZipArchive::open(bytes, options.limits);
    if (!archive) return failure(archive.error());
    const auto map = detail::read_workbook_map(*archive, options.limits);
    if (!map) return failure(map.error());
    PatchPlan plan;
    const auto judgements = patching::judge_writes(*archive, *map, workbook, writes, options, plan.findings);
    if (!judgements) return failure(judgements.error());
    for (std::size_t i = 0; i < writes.size(); ++i) {
        plan.asked.push_back((*judgements)[i].allowed);
        if ((*judgements)[i].allowed) plan.writes.push_back(writes[i]);
        const bool is_formula = std::holds_alternative<WrittenFormula>(writes[i].value);
        if ((*judgements)[i].takes_formula && !is_formula) plan.formulas_lost.push_back(writes[i]);
    }
    auto tables = patching::grown_tables(*archive, *map, workbook, plan.writes, options.limits);
    if (!tables) return failure(tables.error());
    plan.tables = std::move(*tables);
    plan.lists = options.lists;
    plan.name_texts = moved_names(workbook, plan.lists);
    if (auto followed = follow_writes(*archive, *map, workbook, options.limits, plan); !followed)
        return failure(followed.error());
    add_notices(*archive, workbook, plan);
    return plan;
}

}  // namespace

Result<PatchPlan> plan_patch(std::span<const std::byte> bytes, const Workbook& workbook,
                             std::span<const CellWrite> writes, const PatchOptions& options) {
    if (!detail::looks_like_zip(bytes)) {
        Error error{ErrorKind::input,
                    {},
                    "dit bestand is geen Excel-werkmap",
                    "een .xlsx of .xlsm",
                    "sla het in Excel op als .xlsx"};
        error.place.file = workbook.file;
        return failure(std::move(error));
    }
    std::vector<std::size_t> order(writes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {},
                             [&writes](std::size_t i) { return std::pair(writes[i].sheet, writes[i].place); });
    std::vector<CellWrite> sorted;
    sorted.reserve(order.size());
    for (const std::size_t i : order) sorted.push_back(writes[i]);
    if (auto error = wrong_write(workbook, sorted, options.limits)) return failure(std::move(*error));
    auto plan = plan_sorted(bytes, workbook, sorted, options);
    if (!plan) {
        if (plan.error().place.file.empty()) plan.error().place.file = workbook.file;
        return plan;
    }
    std::vector<bool> asked(writes.size());
    for (std::size_t i = 0; i < order.size(); ++i) asked[order[i]] = plan->asked[i];
    plan->asked = std::move(asked);
    return plan;
}

}  // namespace begroot::workbook
