#include "live/detail/edited_inputs.hpp"

#include "live/detail/compare_cells.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace begroot::live::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

constexpr double cents_in_euro = 100;

/// Tells whether two numbers are the same in fifteen digits, for that is what programs keep.
bool is_same(double a, double b) { return fingerprint_of(a) == fingerprint_of(b); }

/// Where an input of the workbook stands in today's model.
struct Target {
    model::NodeId node = model::no_node;
    std::size_t scenario = 0;             ///< among ExportInput::scenarios; 0: a given value
    model::NodeChange* change = nullptr;  ///< in the overlay of the chosen scenario
    std::optional<double> value;          ///< of today's model
};

/// Reads all inputs of a workbook.
class InputReader {
public:
    InputReader(const workbook::Workbook& workbook, const Memory& memory, const EditedBook& book,
                const ExportInput& now)
        : workbook_(&workbook), memory_(&memory), book_(&book), now_(&now) {}

    [[nodiscard]] Result<EditedInputs> run() {
        const auto chosen = find_chosen(*workbook_, *memory_, *book_, *now_);
        if (!chosen) return failure(chosen.error());
        chosen_ = chosen->today;
        made_.chosen = *chosen;
        made_.graph = *now_->graph;
        made_.overlay = now_->scenarios[chosen_].overlay;
        for (const EditedSheet& sheet : book_->sheets()) {
            for (const WrittenInput& input : sheet.written().inputs) {
                if (!input.series.empty()) take(sheet, input);
            }
        }
        return std::move(made_);
    }

private:
    void take(const EditedSheet& sheet, const WrittenInput& input) {
        const auto place = sheet.now(input.place);
        if (!place) return;  // its row or column is gone, which is said elsewhere
        const Cell* cell = sheet.cell(*place);
        const bool is_number = cell != nullptr && cell->kind() == CellKind::number;
        if (is_number && !cell->is_formula() && is_same(cell->number(), input.value)) return;
        ChangedInput changed;
        changed.place = place_in(*workbook_, sheet, *place);
        changed.series = input.series;
        changed.year = input.year;
        if (input.scenario > 0) changed.scenario = memory_->scenarios[input.scenario - 1].first;
        changed.kind = input.kind;
        changed.written = input.value;
        if (is_number) changed.now = cell->number();
        const bool is_formula = sheet.formula(*place).has_value();
        const bool same = is_number && is_same(*changed.now, input.value);
        if (is_formula) tell_formula(changed);
        if (same) return;
        const Target target = find(input);
        changed.of_model = target.value;
        changed.fate = judge(changed, target, input);
        if (changed.fate == InputFate::taken) apply(changed, target);
        tell(changed);
        made_.inputs.push_back(std::move(changed));
    }

    /// Finds an input in today's model: a given value, or a change of a scenario.
    [[nodiscard]] Target find(const WrittenInput& input) {
        Target target;
        const auto series = now_->graph->find_series(input.series);
        if (series) target.node = now_->graph->node_of(*series, input.year);
        if (target.node == model::no_node) return target;
        if (input.scenario == 0) {
            const model::Node& node = now_->graph->nodes[target.node];
            const bool in_cents = now_->graph->series[node.series].in_cents;
            if (node.given) target.value = in_cents ? node.value / cents_in_euro : node.value;
            return target;
        }
        const std::string& code = memory_->scenarios[input.scenario - 1].first;
        const auto scenario = std::ranges::find(now_->scenarios, code, &LiveScenario::code);
        if (scenario == now_->scenarios.end()) return target;
        target.scenario = static_cast<std::size_t>(scenario - now_->scenarios.begin());
        const auto changes = scenario->overlay.changes.find(target.node);
        const bool there = changes != scenario->overlay.changes.end() && input.change < changes->second.size() &&
                           kind_name(changes->second[input.change].kind) == input.kind;
        if (!there) return target;
        target.value = changes->second[input.change].amount;
        if (target.scenario == chosen_) target.change = &made_.overlay.changes.at(target.node)[input.change];
        return target;
    }

    [[nodiscard]] InputFate judge(const ChangedInput& changed, const Target& target, const WrittenInput& input) const {
        if (!changed.now) return InputFate::unreadable;
        if (!target.value) return InputFate::gone;
        if (is_same(*target.value, *changed.now)) return InputFate::in_model;
        if (!is_same(*target.value, input.value)) return InputFate::conflict;
        return input.scenario > 0 && target.change == nullptr ? InputFate::elsewhere : InputFate::taken;
    }

    void apply(const ChangedInput& changed, const Target& target) {
        if (target.change != nullptr) {
            target.change->amount = *changed.now;
            return;
        }
        model::Node& node = made_.graph.nodes[target.node];
        const bool in_cents = made_.graph.series[node.series].in_cents;
        node.value = in_cents ? std::round(*changed.now * cents_in_euro) : *changed.now;
        if (in_cents && !is_same(node.value / cents_in_euro, *changed.now)) tell_rounded(changed);
    }

    [[nodiscard]] std::string figure_name(const ChangedInput& changed) const {
        std::string name = changed.series + " in " + std::to_string(changed.year);
        if (!changed.scenario.empty()) name += " (" + changed.kind + ", scenario " + changed.scenario + ")";
        return name;
    }

    void add(Severity severity, const char* kind, const ChangedInput& changed, std::string found, std::string expected,
             std::string action) {
        made_.findings.push_back({severity, kind, changed.place, figure_name(changed) + ": " + std::move(found),
                                  std::move(expected), std::move(action)});
    }

    void tell_formula(const ChangedInput& changed) {
        if (!changed.now) return;
        add(Severity::warning, "terug_invoer_formule", changed, "hier staat nu een formule; haar uitkomst telt", "",
            "typ het getal zelf als de formule niet in het model terug hoeft te komen");
    }

    void tell_rounded(const ChangedInput& changed) {
        add(Severity::warning, "terug_afgerond", changed, fmt::format("{} heeft meer dan twee decimalen", *changed.now),
            "hele centen", "het model rekent met het bedrag op centen");
    }

    void tell(const ChangedInput& changed) {
        const auto number = [](double value) { return fmt::format("{}", value); };
        switch (changed.fate) {
            case InputFate::taken:
            case InputFate::in_model:
                return;
            case InputFate::conflict:
                add(Severity::error, "terug_conflict", changed,
                    "geschreven " + number(changed.written) + ", in de werkmap nu " + number(*changed.now) +
                        ", in het model nu " + number(*changed.of_model),
                    "een van beide", "kies zelf; dit is niet overgenomen");
                return;
            case InputFate::gone:
                add(Severity::error, "terug_invoer_vervallen", changed, "het model heeft deze invoer niet meer",
                    "een gegeven waarde in het model", "dit is niet overgenomen");
                return;
            case InputFate::elsewhere:
                add(Severity::error, "terug_ander_scenario", changed, "dit scenario is in de werkmap niet gekozen", "",
                    "kies het in de werkmap en lees die nog eens terug, of verander het model");
                return;
            case InputFate::unreadable:
                add(Severity::error, "terug_geen_getal", changed, "hier staat geen getal", "een getal",
                    "dit is niet overgenomen");
                return;
        }
    }

    const workbook::Workbook* workbook_;
    const Memory* memory_;
    const EditedBook* book_;
    const ExportInput* now_;
    std::size_t chosen_ = 0;
    EditedInputs made_;
};

}  // namespace

Result<EditedInputs> edited_inputs(const workbook::Workbook& workbook, const Memory& memory, const EditedBook& book,
                                   const ExportInput& now) {
    return InputReader(workbook, memory, book, now).run();
}

}  // namespace begroot::live::detail
