#include "consolidation/consolidation_table.hpp"

#include "consolidation/detail/json_parts.hpp"
#include "money/format.hpp"
#include "table/cells.hpp"

#include <algorithm>

namespace begroot::consolidation {

namespace {

std::string month_text(Month month) { return month_name(month.month) + (" " + std::to_string(month.year)); }

std::string short_until(const Consolidated& answer) {
    return "t/m " + std::string(month_name(answer.until.month)).substr(0, 3);
}

std::string title_of(const Consolidated& answer, Measure measure) {
    switch (measure) {
        case Measure::budget:
            return "Begroot " + to_text(answer.year);
        case Measure::budget_to_date:
            return "Begroot t/m " + month_text(answer.until);
        case Measure::actual:
            return "Werkelijk t/m " + month_text(answer.until);
    }
    return "";
}

RowRole role_of(RowKind kind) {
    switch (kind) {
        case RowKind::income:
        case RowKind::expense:
        case RowKind::speerpunt:
            return RowRole::body;
        case RowKind::total_income:
        case RowKind::total_expense:
        case RowKind::total_rest:
            return RowRole::subtotal;
        case RowKind::total_speerpunten:
        case RowKind::result:
        case RowKind::whole:
            return RowRole::total;
        default:
            return RowRole::remainder;
    }
}

bool is_named_only(RowKind kind) {
    return kind != RowKind::income && kind != RowKind::expense && kind != RowKind::speerpunt;
}

std::vector<std::string> subtitles(const Consolidation& definition, const Consolidated& answer,
                                   const TableStyle& style) {
    std::vector<std::string> lines{
        definition.name + (definition.title.empty() ? "" : " · " + definition.title) + " · " + name_of(answer.year),
        std::to_string(answer.answers.size()) + (answer.answers.size() == 1 ? " organisatie" : " organisaties samen") +
            ", tot en met " + month_text(answer.until)};
    if (definition.is_example) lines.emplace_back("VOORBEELD: de bedragen zijn verzonnen");
    if (!style.left_out.empty()) {
        std::string names;
        for (const std::string& name : style.left_out) names += (names.empty() ? "" : ", ") + name;
        lines.push_back("ZONDER " + names + " (op verzoek weggelaten); dit is niet het geheel");
    }
    return lines;
}

/// Adds section heads where baten and lasten begin.
class RowPlaces {
public:
    RowPlaces(Table& table, const Consolidated& answer) : table_(table), answer_(answer) {}

    /// Makes room for the head of a side before its first row, and remembers where each row of the answer stands.
    void start(std::size_t index) {
        const RowKind kind = answer_.rows[index].kind;
        const bool first = index == 0 || answer_.rows[index - 1].kind != kind;
        if (first && (kind == RowKind::income || kind == RowKind::expense)) {
            begroot::Row head{RowRole::section, 0, std::vector<Cell>(table_.columns.size())};
            head.cells[1] = text_cell(kind == RowKind::income ? "Baten" : "Lasten");
            table_.rows.push_back(std::move(head));
        }
        places_.push_back(table_.rows.size());
    }

    [[nodiscard]] Formula sum_of_rows(const Row& row, std::size_t column) const {
        Formula formula;
        for (const std::size_t part : row.added) {
            if (!formula.empty()) formula.emplace_back(std::string("+"));
            formula.emplace_back(CellRef{"", places_[part], column});
        }
        for (const std::size_t part : row.subtracted) {
            formula.emplace_back(std::string("-"));
            formula.emplace_back(CellRef{"", places_[part], column});
        }
        return formula;
    }

private:
    Table& table_;
    const Consolidated& answer_;
    std::vector<std::size_t> places_;
};

constexpr std::size_t label_columns = 2;

/// Makes the rows of a table whose rows are those of the answer.
Table make_table(const Consolidated& answer, std::string name, std::string title, std::vector<Column> columns,
                 const TableStyle& style) {
    Table table;
    table.name = std::move(name);
    table.title = std::move(title);
    table.columns = {{"code", "Code", ColumnKind::text, 0, 8},
                     {"naam", answer.options.per == Per::rubric ? "RJ-rubriek" : "Speerpunt", ColumnKind::text, 0, 34}};
    table.columns.insert(table.columns.end(), columns.begin(), columns.end());
    table.money_style = style.money;
    table.continues = true;
    return table;
}

/// Says which amount stands in each money column of a row.
template <typename CellsOf>
void add_rows(const Consolidated& answer, const TableStyle& style, Table& table, CellsOf cells_of) {
    RowPlaces places(table, answer);
    for (std::size_t i = 0; i < answer.rows.size(); ++i) {
        const Row& row = answer.rows[i];
        places.start(i);
        begroot::Row made{role_of(row.kind), 0, {}};
        made.cells = {text_cell(is_named_only(row.kind) && !style.live ? "" : row.code), text_cell(row.name)};
        for (Cell& cell : cells_of(row, table.rows.size())) made.cells.push_back(std::move(cell));
        const bool total = !row.added.empty() || !row.subtracted.empty();
        for (std::size_t column = label_columns; style.live && total && column < made.cells.size(); ++column) {
            if (is_empty(made.cells[column]) || !made.cells[column].formula.empty()) continue;
            made.cells[column].formula = places.sum_of_rows(row, column);
        }
        table.rows.push_back(std::move(made));
    }
}

/// A column for each organisation, one for the eliminations and one for the whole.
Table make_columns_table(std::span<const Member> members, const Consolidated& answer, Measure measure,
                         const TableStyle& style) {
    std::vector<Column> columns;
    for (const Member& member : members) columns.push_back({member.code, member.name, ColumnKind::money, 0, 0});
    columns.push_back({"eliminaties", "Eliminaties", ColumnKind::money, 0, 0});
    columns.push_back({"geconsolideerd", "Geconsolideerd", ColumnKind::money, 0, 0});
    std::string name = measure == Measure::actual ? "Werkelijk" : measure == Measure::budget ? "Begroot" : "Begroot tm";
    Table table = make_table(answer, std::move(name), title_of(answer, measure) + ": per organisatie en geconsolideerd",
                             std::move(columns), style);
    add_rows(answer, style, table, [&](const Row& row, std::size_t at) {
        std::vector<Cell> cells;
        cells.reserve(row.members.size() + 2);
        for (const Amounts& one : row.members) cells.push_back(money_cell(amount_of(one, measure)));
        cells.push_back(money_cell(amount_of(row.eliminated, measure)));
        Cell total = money_cell(amount_of(row.total, measure));
        if (style.live && !is_empty(total)) {
            total.formula = {std::string("SUM("), RangeRef{"", at, label_columns, at, label_columns + cells.size() - 1},
                             std::string(")")};
        }
        cells.push_back(std::move(total));
        return cells;
    });
    return table;
}

/// Gives what a row differs; positive is voordelig. The difference between two sides is part of the result by rubric,
/// and of lasten min baten by speerpunt.
std::optional<Money> variance_of(const Row& row, Per per) {
    const auto& budget = amount_of(row.total, Measure::budget_to_date);
    const auto& actual = amount_of(row.total, Measure::actual);
    if (!budget || !actual) return std::nullopt;
    const bool more_is_good = row.kind == RowKind::income || row.kind == RowKind::total_income ||
                              row.kind == RowKind::result || (row.kind == RowKind::difference && per == Per::rubric);
    return more_is_good ? *actual - *budget : *budget - *actual;
}

/// Tells whether budget and actual of a row are of the same members: one without mutaties has no actual to compare
/// with.
bool is_comparable(std::span<const Member> members, const Row& row) {
    for (std::size_t m = 0; m < members.size(); ++m) {
        const bool budget = amount_of(row.members[m], Measure::budget_to_date).has_value();
        const bool actual = amount_of(row.members[m], Measure::actual).has_value();
        if (budget && members[m].facts.ledger == nullptr) return false;
        if (!budget && actual && members[m].facts.budget == nullptr) return false;
    }
    return true;
}

/// The consolidated amounts side by side.
Table make_variance_table(std::span<const Member> members, const Consolidated& answer, const TableStyle& style) {
    const std::string until = short_until(answer);
    Table table = make_table(answer, "Geconsolideerd", "Geconsolideerd: begroot versus werkelijk",
                             {{"begroot", "Begroot\n" + to_text(answer.year), ColumnKind::money, 0, 0},
                              {"begroot_tot", "Begroot\n" + until, ColumnKind::money, 0, 0},
                              {"werkelijk", "Werkelijk\n" + until, ColumnKind::money, 0, 0},
                              {"verschil", "Verschil\neuro", ColumnKind::money, 0, 0},
                              {"oordeel", "Oordeel", ColumnKind::text, 0, 10}},
                             style);
    add_rows(answer, style, table, [&](const Row& row, std::size_t at) {
        const auto variance =
            is_comparable(members, row) ? variance_of(row, answer.options.per) : std::optional<Money>();
        const Tone tone = !variance || variance->is_zero() ? Tone::plain
                          : *variance > Money()            ? Tone::favourable
                                                           : Tone::unfavourable;
        std::vector<Cell> cells{money_cell(amount_of(row.total, Measure::budget)),
                                money_cell(amount_of(row.total, Measure::budget_to_date)),
                                money_cell(amount_of(row.total, Measure::actual)), money_cell(variance),
                                text_cell(tone == Tone::plain        ? ""
                                          : tone == Tone::favourable ? "voordelig"
                                                                     : "nadelig")};
        cells[3].tone = cells[4].tone = tone;
        if (style.live && variance) {
            const CellRef budget{"", at, label_columns + 1};
            const CellRef actual{"", at, label_columns + 2};
            const bool actual_first =
                *variance == *amount_of(row.total, Measure::actual) - *amount_of(row.total, Measure::budget_to_date);
            cells[3].formula =
                actual_first ? Formula{actual, std::string("-"), budget} : Formula{budget, std::string("-"), actual};
        }
        return cells;
    });
    table.notes = {
        "Verschil = begroot t/m min werkelijk bij lasten en andersom bij baten en bij het resultaat: positief is "
        "voordelig."};
    return table;
}

Table make_eliminations_table(const Consolidation& definition, const Consolidated& answer, const TableStyle& style) {
    Table table;
    table.name = "Eliminaties";
    table.title = "Eliminaties: wat de organisaties met elkaar hebben";
    table.money_style = style.money;
    table.columns = {{"naam", "Eliminatie", ColumnKind::text, 0, 36},
                     {"kolom", "Kolom", ColumnKind::text, 0, 12},
                     {"van", "Van", ColumnKind::text, 0, 16},
                     {"van_cent", "Bedrag", ColumnKind::money, 0, 0},
                     {"naar", "Naar", ColumnKind::text, 0, 16},
                     {"naar_cent", "Bedrag", ColumnKind::money, 0, 0},
                     {"verschil_cent", "Verschil", ColumnKind::money, 0, 0}};
    for (const EliminationResult& one : answer.eliminations) {
        const Elimination& elimination = definition.eliminations[one.elimination];
        if (one.skipped) {
            begroot::Row row{RowRole::body, 0, std::vector<Cell>(table.columns.size())};
            row.cells[0] = text_cell(elimination.name + " (niet geëlimineerd: een lid doet niet mee)");
            table.rows.push_back(std::move(row));
            continue;
        }
        for (const Measure measure : {Measure::budget, Measure::actual}) {
            const auto& from = amount_of(one.from, measure);
            const auto& to = amount_of(one.to, measure);
            if (!from && !to) continue;
            const Money difference = from.value_or(Money()) + to.value_or(Money());
            Cell shown = money_cell(difference);
            if (!difference.is_zero()) shown.tone = Tone::unfavourable;
            table.rows.push_back(
                {RowRole::body,
                 0,
                 {text_cell(elimination.name), text_cell(measure_name(measure)), text_cell(elimination.from.member),
                  money_cell(from), text_cell(elimination.to.member), money_cell(to), std::move(shown)}});
        }
    }
    table.notes = {
        "Lasten staan positief en baten negatief: de twee kanten zijn samen nul als de organisaties het eens zijn."};
    return table;
}

bool has_any(const Consolidated& answer, Measure measure) {
    return std::ranges::any_of(answer.rows, [&](const Row& row) { return amount_of(row.total, measure).has_value(); });
}

std::vector<std::string> closing_notes(std::span<const Member> members, const TableStyle& style) {
    std::vector<std::string> notes;
    std::string without_budget;
    std::string without_ledger;
    for (const Member& member : members) {
        if (member.facts.budget == nullptr) without_budget += (without_budget.empty() ? "" : ", ") + member.name;
        if (member.facts.ledger == nullptr) without_ledger += (without_ledger.empty() ? "" : ", ") + member.name;
    }
    for (const Member& member : members) {
        const std::string budget = report::budget_words(member.facts);
        if (!budget.empty()) notes.push_back("Begroting van " + member.name + ": " + budget + ".");
    }
    if (!without_budget.empty()) notes.push_back("Zonder werkmap met begroting: " + without_budget + ".");
    if (!without_ledger.empty())
        notes.push_back("Zonder mutaties, werkelijk is daar leeg en niet 0, en zonder verschil: " + without_ledger +
                        ".");
    notes.emplace_back("De kolommen en de eliminaties zijn samen tot op de cent het geconsolideerde bedrag.");
    if (style.money == MoneyStyle::whole_euros)
        notes.emplace_back("Bedragen in hele euro's; er is opgeteld in centen.");
    return notes;
}

using detail::Json;

Json amounts_json(const Amounts& amounts) {
    Json json;
    for (const Measure measure : measures)
        json[std::string(measure_name(measure)) + "_cent"] = detail::cents(amount_of(amounts, measure));
    return json;
}

Json row_json(std::span<const Member> members, const Consolidation& definition, const Row& row) {
    Json json{{"soort", row_kind_name(row.kind)}, {"code", row.code}, {"naam", row.name}};
    json["organisaties"] = Json::object();
    for (std::size_t m = 0; m < members.size(); ++m)
        json["organisaties"][members[m].code] = amounts_json(row.members[m]);
    json["eliminaties"] = amounts_json(row.eliminated);
    json["geconsolideerd"] = amounts_json(row.total);
    json["geelimineerd"] = Json::array();
    for (const EliminatedItem& one : row.items) {
        json["geelimineerd"].push_back({{"eliminatie", definition.eliminations[one.elimination].name},
                                        {"organisatie", members[one.member].code},
                                        {"kolom", measure_name(one.measure)},
                                        {"cent", one.item.amount.cents()},
                                        {"bestand", one.item.place.file},
                                        {"blad", one.item.place.sheet},
                                        {"cel", detail::cell_text(one.item.place)}});
    }
    return json;
}

}  // namespace

Document to_document(const Consolidation& definition, std::span<const Member> members, const Consolidated& answer,
                     const TableStyle& style) {
    Document document;
    document.title = "Consolidatie";
    document.subject = definition.name + ", " + name_of(answer.year);
    for (const Measure measure : measures) {
        if (measure == Measure::budget_to_date && !style.live) continue;
        if (has_any(answer, measure)) document.tables.push_back(make_columns_table(members, answer, measure, style));
    }
    document.tables.push_back(make_variance_table(members, answer, style));
    if (!answer.eliminations.empty()) document.tables.push_back(make_eliminations_table(definition, answer, style));
    document.tables.front().subtitles = subtitles(definition, answer, style);
    for (std::string& note : closing_notes(members, style)) document.tables.back().notes.push_back(std::move(note));
    check_document(document);
    return document;
}

std::string to_json(const Consolidation& definition, std::span<const Member> members, const Consolidated& answer,
                    const std::vector<std::string>& left_out) {
    Json json{{"consolidatie", definition.name},
              {"voorbeeld", definition.is_example},
              {"boekjaar", answer.year.first().year},
              {"tot", to_text(answer.until)},
              {"per", answer.options.per == Per::rubric ? "rubriek" : "speerpunt"},
              {"organisaties", Json::array()},
              {"zonder", left_out},
              {"regels", Json::array()},
              {"eliminaties", Json::array()}};
    for (const Member& member : members) {
        Json one{{"code", member.code}, {"naam", member.name}, {"model", member.facts.model_file}};
        if (member.facts.versions != nullptr) one["begrotingsversie"] = report::budget_code(member.facts);
        json["organisaties"].push_back(std::move(one));
    }
    for (const Row& row : answer.rows) json["regels"].push_back(row_json(members, definition, row));
    for (const EliminationResult& one : answer.eliminations) {
        const Elimination& elimination = definition.eliminations[one.elimination];
        json["eliminaties"].push_back({{"naam", elimination.name},
                                       {"overgeslagen", one.skipped},
                                       {"van", elimination.from.member},
                                       {"van_bedrag", amounts_json(one.from)},
                                       {"naar", elimination.to.member},
                                       {"naar_bedrag", amounts_json(one.to)}});
    }
    return detail::dump(json);
}

}  // namespace begroot::consolidation
