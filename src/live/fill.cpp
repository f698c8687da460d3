#include "live/fill.hpp"

#include "base/nearest.hpp"
#include "live/detail/fill_ask.hpp"
#include "money/format.hpp"
#include "table/cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace begroot::live {

namespace {

using workbook::Cell;
using workbook::CellKind;

constexpr std::string_view mark_begin = "{{";
constexpr std::string_view mark_end = "}}";

/// Answers asks, each month's table made once.
class Answers {
public:
    explicit Answers(const FillQuestion& question) : question_(&question) {}

    [[nodiscard]] Result<const report::BudgetVsActual*> of(std::optional<Month> month, report::Per per) {
        report::Options options = question_->options;
        options.per = per;
        if (month) options.until = month;
        const auto key = std::pair(options.until, per);
        const auto found = tables_.find(key);
        if (found != tables_.end()) return &found->second;
        const report::Facts facts = month ? report::with_budget_of(question_->facts, *month) : question_->facts;
        auto table = report::compare_budget_with_actual(facts, options);
        if (!table) return failure(table.error());
        return &tables_.emplace(key, std::move(*table)).first->second;
    }

private:
    const FillQuestion* question_;
    std::map<std::pair<std::optional<Month>, report::Per>, report::BudgetVsActual> tables_;
};

/// Writes what a cell holds, for a person.
std::string shown(const Cell* cell) {
    if (cell == nullptr) return "";
    switch (cell->kind()) {
        case CellKind::number:
        case CellKind::date: {
            const double cents = std::round(cell->number() * 100);
            if (std::abs(cents) < static_cast<double>(money_cents_max))
                return format_amount(Money::from_cents(static_cast<std::int64_t>(cents)), Decimals::if_needed);
            std::array<char, 40> digits{};
            const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), cell->number());
            return error == std::errc{} ? std::string(digits.data(), end) : "";
        }
        case CellKind::text:
        case CellKind::error:
            return std::string(cell->text());
        case CellKind::boolean:
            return cell->number() != 0.0 ? "WAAR" : "ONWAAR";
        case CellKind::empty:
        case CellKind::not_computed:
            break;
    }
    return "";
}

class FillFinder {
public:
    FillFinder(const workbook::Workbook& workbook, const FillQuestion& question)
        : workbook_(&workbook), question_(&question), answers_(question) {}

    [[nodiscard]] Result<FillList> run() {
        const auto table = answers_.of(std::nullopt, report::Per::goal);
        if (!table) return failure(table.error());
        find_marks();
        find_names();
        find_mapped();
        settle();
        for (FillCell& cell : list_.cells) cell.before = shown(find(cell));
        return std::move(list_);
    }

private:
    [[nodiscard]] const Cell* find(const FillCell& cell) const {
        return workbook_->sheets[cell.sheet].cells.find(cell.place.row, cell.place.column);
    }

    [[nodiscard]] Place place_of(std::uint32_t sheet, CellPlace place) const {
        return to_place(Origin{workbook_->sheets[sheet].source, place.row, place.column});
    }

    void tell(Severity severity, std::string kind, Place place, std::string found, std::string expected,
              std::string action) {
        list_.findings.push_back(
            {severity, std::move(kind), std::move(place), std::move(found), std::move(expected), std::move(action)});
    }

    void find_marks() {
        for (std::uint32_t i = 0; i < workbook_->sheets.size(); ++i) {
            for (const Cell& cell : workbook_->sheets[i].cells) {
                if (cell.kind() != CellKind::text || cell.is_formula()) continue;
                if (cell.text().find(mark_begin) == std::string_view::npos) continue;
                take_mark(i, {cell.row(), cell.column()}, cell.text());
            }
        }
    }

    void take_mark(std::uint32_t sheet, CellPlace place, std::string_view text) {
        const std::string_view mark = detail::trimmed(text);
        const bool alone = mark.starts_with(mark_begin) && mark.ends_with(mark_end) &&
                           mark.size() >= mark_begin.size() + mark_end.size() &&
                           mark.find(mark_begin, mark_begin.size()) == std::string_view::npos;
        const auto ask =
            alone ? read_ask(mark.substr(mark_begin.size(), mark.size() - mark_begin.size() - mark_end.size()))
                  : std::nullopt;
        if (!ask) {
            tell(Severity::error, "vul_merk_onleesbaar", place_of(sheet, place),
                 "\"" + std::string(mark.substr(0, 60)) + "\" is geen merk om in te vullen",
                 "een merk dat alleen in zijn cel staat, zoals {{werkelijk 1.1}} of {{werkelijk 1.1 2025-08}}",
                 "verbeter de cel");
            return;
        }
        add(sheet, place, *ask, FillOrigin::mark, true);
    }

    void find_names() {
        for (const workbook::DefinedName& name : workbook_->names) {
            const auto ask = ask_of_name(name.name);
            if (!ask) continue;
            const auto range = range_of(*workbook_, name);
            const bool is_cell = range && range->range.first_row == range->range.last_row &&
                                 range->range.first_column == range->range.last_column;
            if (is_cell) {
                add(range->sheet, {range->range.first_row, range->range.first_column}, *ask, FillOrigin::name, true,
                    name.name);
                continue;
            }
            Place place;
            place.file = workbook_->file;
            tell(Severity::error, "vul_naam_geen_cel", std::move(place),
                 "naam " + name.name + " staat voor " + name.text, "een cel", "laat de naam naar een cel wijzen");
        }
    }

    void find_mapped() {
        for (const exchange::FillMapping& mapping : question_->mappings) {
            for (const auto& [head, amount] : mapping.columns) {
                if (!read_ask(detail::with_code(amount, "0"))) tell_amount(mapping, amount);
            }
            for (const exchange::MappedCell& cell : exchange::find_mapped_cells(*workbook_, mapping, list_.findings)) {
                // What stands in front of a row is its code, or its code with its name behind it.
                const std::string_view first = std::string_view(cell.code).substr(0, cell.code.find(' '));
                const auto whole = read_ask(detail::with_code(cell.amount, cell.code));
                const auto ask =
                    whole ? whole : read_ask(detail::with_code(cell.amount, cell.named ? cell.code : first));
                if (ask) add(cell.sheet, cell.place, *ask, FillOrigin::mapping, cell.named);
            }
        }
    }

    void tell_amount(const exchange::FillMapping& mapping, const std::string& amount) {
        std::string names;
        for (const std::string& name : report::trace_column_names()) names += (names.empty() ? "" : ", ") + name;
        tell(Severity::error, "vul_bedrag_onbekend", mapping.place, "\"" + amount + "\" is geen bedrag om in te vullen",
             names + ", met of zonder maand erachter", "verbeter [[invulling]]");
    }

    /// Looks an amount up and keeps the cell. An unknown code is a finding where somebody meant it; the key of a row
    /// that nobody named may be anything, a subtotal for instance.
    void add(std::uint32_t sheet, CellPlace place, const Ask& ask, FillOrigin origin, bool meant,
             const std::string& name = {}) {
        std::optional<report::Figures> figures;
        for (const report::Per per : {report::Per::goal, report::Per::activity}) {
            const auto table = answers_.of(ask.month, per);
            if (!table) {
                tell(Severity::error, "vul_maand_onbekend", place_of(sheet, place),
                     "maand " + to_text(*ask.month) + " valt buiten het boekjaar", "een maand van het boekjaar",
                     "verbeter de maand");
                return;
            }
            if (!figures) figures = report::find_figures(**table, ask.code);
            if (figures) break;
        }
        if (!figures) {
            if (meant) tell_unknown(place_of(sheet, place), ask, name);
            return;
        }
        const auto amount = report::amount_in(figures->amounts, ask.amount);
        if (!amount) {
            const std::string printed = figures->printed.empty() ? "" : ": het plan zegt \"" + figures->printed + "\"";
            tell(Severity::notice, "vul_geen_bedrag", place_of(sheet, place),
                 to_text(ask) + " heeft geen bedrag" + printed, "", "de cel wordt leeg");
        }
        list_.cells.push_back({sheet, place, ask, origin, amount, ""});
    }

    void tell_unknown(Place place, const Ask& ask, const std::string& name) {
        const auto table = answers_.of(ask.month, report::Per::goal);
        const auto meant = table ? nearest(ask.code, report::traceable_codes(**table)) : std::nullopt;
        const std::string what = name.empty() ? "\"" + ask.code + "\"" : "\"" + ask.code + "\" in naam " + name;
        tell(Severity::error, "vul_code_onbekend", std::move(place), what + " is geen regel van de tabel",
             meant ? "\"" + *meant + "\"" : "een code zoals 4, 4.2, totaal of niet_toegewezen",
             "kies een code uit de eerste kolom van begroot tabel");
    }

    /// Puts the cells in order, each once; one that is asked two things keeps the first, in the order mark, name,
    /// mapping.
    void settle() {
        const auto key = [](const FillCell& cell) { return std::tuple(cell.sheet, cell.place, cell.origin); };
        std::ranges::stable_sort(list_.cells, {}, key);
        std::vector<FillCell> kept;
        for (FillCell& cell : list_.cells) {
            const bool again = !kept.empty() && kept.back().sheet == cell.sheet && kept.back().place == cell.place;
            if (!again) {
                kept.push_back(std::move(cell));
            } else if (to_text(kept.back().ask) != to_text(cell.ask)) {
                tell(Severity::error, "vul_twee_keer_gevraagd", place_of(cell.sheet, cell.place),
                     "de cel vraagt " + to_text(kept.back().ask) + " en ook " + to_text(cell.ask), "een van beide",
                     "haal een van de twee weg; de eerste is gebruikt");
            }
        }
        list_.cells = std::move(kept);
    }

    const workbook::Workbook* workbook_;
    const FillQuestion* question_;
    Answers answers_;
    FillList list_;
};

const char* origin_name(FillOrigin origin) {
    switch (origin) {
        case FillOrigin::mark:
            return "merk";
        case FillOrigin::name:
            return "naam";
        case FillOrigin::mapping:
            return "toewijzing";
    }
    return "";
}

}  // namespace

Result<FillList> find_fill_cells(const workbook::Workbook& workbook, const FillQuestion& question) {
    return FillFinder(workbook, question).run();
}

std::vector<workbook::CellWrite> writes_of(const FillList& list) {
    std::vector<workbook::CellWrite> writes;
    for (const FillCell& cell : list.cells) {
        workbook::CellWrite write{cell.sheet, cell.place, std::monostate()};
        if (cell.amount) write.value = static_cast<double>(cell.amount->cents()) / 100;
        writes.push_back(std::move(write));
    }
    return writes;
}

Document to_document(const FillList& list, const std::vector<bool>& written, const workbook::Workbook& workbook) {
    Document document;
    document.title = "In te vullen cellen";
    document.subject = workbook.file;
    Table table;
    table.name = "Cellen";
    table.title = document.title;
    table.subtitles = {workbook.file};
    table.money_style = MoneyStyle::cents;
    table.columns = {{"blad", "Blad", ColumnKind::text},        {"cel", "Cel", ColumnKind::text},
                     {"vraag", "Gevraagd", ColumnKind::text},   {"wijze", "Via", ColumnKind::text, 1},
                     {"oud", "Oud", ColumnKind::text},          {"nieuw", "Nieuw", ColumnKind::money},
                     {"invullen", "Invullen", ColumnKind::text}};
    for (std::size_t i = 0; i < list.cells.size(); ++i) {
        const FillCell& cell = list.cells[i];
        const auto& source = workbook.sheets[cell.sheet].source;
        ::begroot::Cell amount;
        if (cell.amount) amount.value = *cell.amount;
        table.rows.push_back(
            {RowRole::body,
             0,
             {text_cell(source ? source->sheet : ""), text_cell(cell_name(cell.place.row, cell.place.column)),
              text_cell(to_text(cell.ask)), text_cell(origin_name(cell.origin)), text_cell(cell.before), amount,
              text_cell(i < written.size() && written[i] ? "ja" : "nee")}});
    }
    document.tables.push_back(std::move(table));
    return document;
}

}  // namespace begroot::live
