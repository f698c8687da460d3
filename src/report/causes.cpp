#include "base/check.hpp"
#include "report/detail/figure_names.hpp"
#include "report/detail/multi_year_tables.hpp"
#include "report/detail/rubric_names.hpp"
#include "report/detail/table_parts.hpp"
#include "report/detail/year_money.hpp"
#include "report/scenarios.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace begroot::report {

namespace {

using model::Variable;
using model::VariableKind;

std::string series_name(const std::string& code, const std::vector<std::string>& members) {
    std::string name = code;
    for (const std::string& member : members) name += "." + member;
    return name;
}

/// What became known, as changes of nodes: drivers by cause, and lines of which the amount itself is known.
class Known {
public:
    Known(const model::Graph& graph, const model::Definition& definition, std::int32_t until)
        : graph_(graph), until_(until) {
        for (const Variable& variable : definition.variables) {
            if (variable.kind == VariableKind::driver) add_driver(variable);
            if (variable.kind == VariableKind::line) add_line(variable);
        }
    }

    /// Lays what became known of the drivers over a plan.
    [[nodiscard]] model::Overlay over(const model::Overlay& plan) const {
        model::Overlay made = plan;
        for (const auto& [node, value] : drivers_)
            made.changes[node].push_back({model::NodeChange::Kind::set, value, model::no_node});
        return made;
    }
    [[nodiscard]] const std::vector<model::NodeId>& price_nodes() const { return price_; }
    [[nodiscard]] const std::vector<model::NodeId>& volume_nodes() const { return volume_; }
    [[nodiscard]] const std::set<std::int32_t>& years() const { return years_; }
    /// Gives the known amount of a line's node.
    [[nodiscard]] std::optional<Money> amount_of(model::NodeId node) const {
        const auto found = lines_.find(node);
        return found != lines_.end() ? std::optional(found->second) : std::nullopt;
    }

    std::vector<std::string> price_drivers;
    std::vector<std::string> volume_drivers;

private:
    template <typename Take>
    void each_actual(const Variable& variable, Take take) {
        for (const model::GivenSeries& given : variable.given) {
            const auto series = graph_.find_series(series_name(variable.code, given.members));
            if (!series) continue;
            for (const auto& [year, value] : given.actuals) {
                const model::NodeId node = graph_.node_of(*series, year);
                if (node == model::no_node || year > until_) continue;
                if (year >= graph_.first_year) years_.insert(year);
                take(node, value.value);
            }
        }
    }
    void add_driver(const Variable& driver) {
        const bool price = model::is_money(driver.unit);
        bool any = false;
        each_actual(driver, [&](model::NodeId node, double value) {
            drivers_.emplace(node, value);
            (price ? price_ : volume_).push_back(node);
            any = true;
        });
        if (any) (price ? price_drivers : volume_drivers).push_back(driver.code);
    }
    void add_line(const Variable& line) {
        each_actual(line, [&](model::NodeId node, double value) {
            lines_.emplace(node, Money::from_cents(std::llround(value * 100)));
        });
    }

    const model::Graph& graph_;
    std::int32_t until_;
    std::map<model::NodeId, double> drivers_;
    std::map<model::NodeId, Money> lines_;
    std::vector<model::NodeId> price_;
    std::vector<model::NodeId> volume_;
    std::set<std::int32_t> years_;
};

/// The nodes of the lines in the years that are explained, in one list for the bridge.
struct AskedLine {
    const Variable* line = nullptr;
    std::int32_t year = 0;
    model::NodeId node = model::no_node;
};

std::vector<AskedLine> asked_lines(const model::Graph& graph, const model::Definition& definition,
                                   const std::set<std::int32_t>& years) {
    std::vector<AskedLine> asked;
    for (const std::int32_t year : years) {
        for (const Variable& variable : definition.variables) {
            if (variable.kind != VariableKind::line) continue;
            for (const std::uint32_t series : graph.series_of(variable.code)) {
                const model::NodeId node = graph.node_of(series, year);
                if (node != model::no_node) asked.push_back({&variable, year, node});
            }
        }
    }
    return asked;
}

CauseLine& line_in(CauseYear& year, const Variable& variable) {
    if (year.lines.empty() || year.lines.back().code != variable.code) {
        CauseLine line;
        line.code = variable.code;
        line.name = variable.title;
        line.side = variable.line.side;
        line.rubric = variable.line.rubric;
        year.lines.push_back(std::move(line));
    }
    return year.lines.back();
}

Money favourable(Side side, std::int64_t cents) { return Money::from_cents(side == Side::income ? cents : -cents); }

void add_amounts(CauseLine& to, const scenario::Bridge& bridge, std::size_t at, const std::optional<Money>& known) {
    const Money computed = Money::from_cents(bridge.to_cents[at]);
    const Money actual = known.value_or(computed);
    to.planned += Money::from_cents(bridge.from_cents[at]);
    to.actual += actual;
    to.price += favourable(to.side, bridge.parts[0].cents[at]);
    to.volume += favourable(to.side, bridge.parts[1].cents[at]);
    to.rest += favourable(to.side, (actual - computed).cents());
}

/// Sums the lines as baten min lasten and checks every one.
void finish(CauseYear& year) {
    std::ranges::stable_sort(year.lines, [](const CauseLine& a, const CauseLine& b) {
        if (a.side != b.side) return a.side == Side::income;
        return detail::rubric_before(a.rubric, b.rubric);
    });
    year.result.code = "resultaat";
    year.result.name = "Resultaat (baten min lasten)";
    year.result.side = Side::income;
    for (const CauseLine& line : year.lines) {
        const bool income = line.side == Side::income;
        BEGROOT_CHECK((income ? line.actual - line.planned : line.planned - line.actual) == line.difference(),
                      "prijs en volume tellen niet op tot het verschil");
        year.result.planned += income ? line.planned : -line.planned;
        year.result.actual += income ? line.actual : -line.actual;
        year.result.price += line.price;
        year.result.volume += line.volume;
        year.result.rest += line.rest;
    }
    BEGROOT_CHECK(year.result.actual - year.result.planned == year.result.difference(),
                  "de verschillen tellen niet op tot dat van het resultaat");
}

Row cause_row(const CauseLine& line, RowRole role, bool with_rest) {
    const Money difference = line.difference();
    const Tone tone =
        difference.is_zero() ? Tone::plain : (difference > Money() ? Tone::favourable : Tone::unfavourable);
    Row row{role,
            0,
            {detail::text_cell(line.rubric), detail::text_cell(line.name), detail::text_cell(line.code),
             detail::money_cell(line.planned), detail::money_cell(line.actual), detail::money_cell(difference),
             detail::money_cell(line.price), detail::money_cell(line.volume)}};
    if (with_rest) row.cells.push_back(detail::money_cell(line.rest));
    row.cells.push_back(
        detail::text_cell(tone == Tone::plain ? "" : (tone == Tone::favourable ? "voordelig" : "nadelig")));
    row.cells[5].tone = tone;
    row.cells.back().tone = tone;
    return row;
}

bool has_rest(const Causes& causes) {
    return std::ranges::any_of(causes.years, [](const CauseYear& year) {
        return std::ranges::any_of(year.lines, [](const CauseLine& line) { return !line.rest.is_zero(); });
    });
}

Table cause_table(const CauseYear& year, bool with_rest) {
    Table table;
    table.name = "Verschil " + std::to_string(year.year);
    table.title = "Begroot tegen werkelijk " + std::to_string(year.year) + ": prijs en volume";
    table.columns = {{"rj", "RJ", ColumnKind::text, 0, 8},
                     {"naam", "Regel", ColumnKind::text, 0, 44},
                     {"code", "Code", ColumnKind::text, 2, 30},
                     {"begroot", "Begroot", ColumnKind::money, 0, 0},
                     {"werkelijk", "Werkelijk", ColumnKind::money, 0, 0},
                     {"verschil", "Verschil", ColumnKind::money, 0, 0},
                     {"prijs", "door\nprijs", ColumnKind::money, 0, 0},
                     {"volume", "door\nvolume", ColumnKind::money, 0, 0}};
    if (with_rest) table.columns.push_back({"overig", "overig", ColumnKind::money, 0, 0});
    table.columns.push_back({"oordeel", "Oordeel", ColumnKind::text, 1, 10});
    std::size_t same = 0;
    for (const Side side : {Side::income, Side::expense}) {
        bool first = true;
        for (const CauseLine& line : year.lines) {
            if (line.side != side) continue;
            if (line.planned == line.actual && line.price.is_zero() && line.volume.is_zero() && line.rest.is_zero()) {
                ++same;
                continue;
            }
            if (first) {
                Row row{RowRole::section, 0, std::vector<Cell>(table.columns.size())};
                row.cells[1] = detail::text_cell(side == Side::income ? "Baten" : "Lasten");
                table.rows.push_back(std::move(row));
            }
            first = false;
            table.rows.push_back(cause_row(line, RowRole::body, with_rest));
        }
    }
    table.rows.push_back(cause_row(year.result, RowRole::total, with_rest));
    if (same > 0) {
        table.notes.push_back(std::to_string(same) + (same == 1
                                                          ? " regel heeft geen verschil en staat er niet bij."
                                                          : " regels hebben geen verschil en staan er niet bij."));
    }
    return table;
}

}  // namespace

Result<Causes> find_causes(const model::Graph& graph, const model::Definition& definition,
                           const model::Overlay& overlay, std::optional<std::int32_t> until) {
    const Known known(graph, definition, until.value_or(definition.last_year));
    if (known.years().empty()) {
        return failure({ErrorKind::input,
                        {},
                        "geen enkele aanname of regel heeft werkelijke waarden" +
                            (until ? " tot en met " + std::to_string(*until) : std::string()),
                        "[aanname.werkelijk] met een waarde voor een getoond jaar",
                        ""});
    }
    const std::vector<AskedLine> asked = asked_lines(graph, definition, known.years());
    std::vector<model::NodeId> nodes;
    nodes.reserve(asked.size());
    for (const AskedLine& one : asked) nodes.push_back(one.node);
    const std::vector<std::string> names{"prijs", "volume"};
    const std::vector<std::vector<model::NodeId>> groups{known.price_nodes(), known.volume_nodes()};
    const auto bridge = scenario::explain_groups(graph, overlay, known.over(overlay), names, groups, nodes);
    if (!bridge) return failure(bridge.error());
    Causes causes;
    causes.price_drivers = known.price_drivers;
    causes.volume_drivers = known.volume_drivers;
    for (const std::int32_t year : known.years()) causes.years.push_back({year, {}, {}});
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto year = std::ranges::find(causes.years, asked[i].year, &CauseYear::year);
        add_amounts(line_in(*year, *asked[i].line), *bridge, i, known.amount_of(asked[i].node));
    }
    for (CauseYear& year : causes.years) finish(year);
    return causes;
}

Document to_document(const Causes& causes, MoneyStyle money) {
    Document document;
    document.title = "Begroot tegen werkelijk: prijs en volume";
    const std::string organisation = causes.names.organisation.empty() ? "" : causes.names.organisation + " · ";
    document.subject = organisation + "scenario " + causes.scenario;
    for (const CauseYear& year : causes.years) {
        document.tables.push_back(cause_table(year, has_rest(causes)));
        document.tables.back().money_style = money;
    }
    Table& last = document.tables.back();
    document.tables.front().subtitles = {document.subject};
    last.notes.emplace_back(
        "Verschil: positief is voordelig. Prijs: aannames in euro's; volume: alle andere. Elk effect is het gemiddelde "
        "van "
        "beide volgorden, en samen zijn ze het verschil tot op de cent.");
    if (!causes.price_drivers.empty())
        last.notes.push_back("Werkelijk bekend, prijs: " + detail::list_of(causes.price_drivers) + ".");
    if (!causes.volume_drivers.empty())
        last.notes.push_back("Werkelijk bekend, volume: " + detail::list_of(causes.volume_drivers) + ".");
    if (has_rest(causes))
        last.notes.emplace_back("Overig: wat een regel werkelijk was naast wat zijn aannames verklaren.");
    last.notes.push_back(detail::rounding_note(money));
    check_document(document);
    return document;
}

}  // namespace begroot::report
