#include "workbook/detail/patch_guard.hpp"

#include "workbook/detail/locked_cells.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::patching {

namespace {

constexpr const char* overrule_action = "laat de cel zoals zij is, of geef --overschrijf";

bool inside(const CellRange& range, CellPlace place) {
    return range.first_row <= place.row && place.row <= range.last_row && range.first_column <= place.column &&
           place.column <= range.last_column;
}

std::string name_of(const CellRange& range) {
    return cell_name(range.first_row, range.first_column) + ":" + cell_name(range.last_row, range.last_column);
}

/// Judges the writes of one sheet.
class SheetGuard {
public:
    SheetGuard(const Workbook& workbook, std::span<const CellWrite> writes, const PatchOptions& options,
               std::span<Judgement> judgements, Findings& findings)
        : workbook_(&workbook),
          sheet_(&workbook.sheets[writes.front().sheet]),
          writes_(writes),
          overwrite_(options.overwrite),
          judgements_(judgements),
          findings_(&findings) {}

    void judge_formulas() {
        for (std::size_t i = 0; i < sheet_->formulas.size(); ++i) {
            const Formula& formula = sheet_->formulas[i];
            const bool is_area = formula.kind == FormulaKind::array || formula.kind == FormulaKind::data_table;
            const CellRange range =
                is_area ? formula.range : CellRange{formula.row, formula.column, formula.row, formula.column};
            each_inside(range, [&](std::size_t write) { judge_formula(write, formula, i, is_area); });
        }
    }

    void judge_merged() {
        for (const CellRange& range : sheet_->merged) {
            each_inside(range, [&](std::size_t write) {
                const CellPlace place = writes_[write].place;
                if (place.row == range.first_row && place.column == range.first_column) return;
                refuse(write, "vul_samengevoegd",
                       fmt::format("de cel valt weg in de samengevoegde cellen {}", name_of(range)),
                       fmt::format("een waarde in {}", cell_name(range.first_row, range.first_column)), overwrite_);
            });
        }
    }

    void judge_locked(const std::vector<bool>& locked) {
        for (std::size_t i = 0; i < writes_.size(); ++i) {
            if (locked[i])
                refuse(i, "vul_beveiligd", "het blad is beveiligd en de cel is vergrendeld",
                       "een cel die ingevuld mag worden", overwrite_);
        }
    }

private:
    template <typename Visit>
    void each_inside(const CellRange& range, Visit visit) {
        auto found = std::ranges::lower_bound(writes_, CellPlace{range.first_row, 0}, {}, &CellWrite::place);
        for (; found != writes_.end() && found->place.row <= range.last_row; ++found) {
            if (inside(range, found->place)) visit(static_cast<std::size_t>(found - writes_.begin()));
        }
    }

    void judge_formula(std::size_t write, const Formula& formula, std::size_t index, bool is_area) {
        if (is_area) {
            refuse(write, "vul_matrixformule",
                   fmt::format("de cel hoort bij de matrixformule of gegevenstabel van {}", name_of(formula.range)),
                   "een cel zonder formule", false);
            return;
        }
        const bool is_master =
            formula.kind == FormulaKind::shared && formula.master == index && shared_by_others(index);
        if (is_master) {
            refuse(write, "vul_gedeelde_formule",
                   fmt::format("de formule in deze cel geldt ook voor andere cellen van {}", name_of(formula.range)),
                   "een cel zonder formule", false);
            return;
        }
        const std::string text =
            formula.text.empty() ? "een formule" : fmt::format("de formule ={}", formula.text.substr(0, 60));
        refuse(write, "vul_formule", "in de cel staat " + text, "een cel zonder formule", overwrite_);
        judgements_[write].takes_formula = judgements_[write].allowed;
    }

    [[nodiscard]] bool shared_by_others(std::size_t master) const {
        for (std::size_t i = 0; i < sheet_->formulas.size(); ++i) {
            if (i != master && sheet_->formulas[i].kind == FormulaKind::shared && sheet_->formulas[i].master == master)
                return true;
        }
        return false;
    }

    /// Adds a finding; a write that is overruled goes on, with a warning.
    void refuse(std::size_t write, std::string kind, std::string found, std::string expected, bool overruled) {
        Finding finding;
        finding.severity = overruled ? Severity::warning : Severity::error;
        finding.kind = std::move(kind);
        finding.place.file = workbook_->file;
        finding.place.sheet = sheet_->source ? sheet_->source->sheet : "";
        finding.place.cell = cell_name(writes_[write].place.row, writes_[write].place.column);
        finding.found = std::move(found) + (overruled ? "; er is overheen geschreven" : "; niet ingevuld");
        finding.expected = std::move(expected);
        const bool never = finding.kind == "vul_matrixformule" || finding.kind == "vul_gedeelde_formule";
        if (!overruled) finding.action = never ? "wijs een andere cel aan" : overrule_action;
        findings_->push_back(std::move(finding));
        judgements_[write].allowed = judgements_[write].allowed && overruled;
    }

    const Workbook* workbook_;
    const Sheet* sheet_;
    std::span<const CellWrite> writes_;
    bool overwrite_;
    std::span<Judgement> judgements_;
    Findings* findings_;
};

}  // namespace

Result<std::vector<Judgement>> judge_writes(const detail::ZipArchive& archive, const detail::WorkbookMap& map,
                                            const Workbook& workbook, std::span<const CellWrite> writes,
                                            const PatchOptions& options, Findings& findings) {
    std::vector<Judgement> judgements(writes.size());
    for (std::size_t first = 0; first < writes.size();) {
        const std::uint32_t index = writes[first].sheet;
        std::size_t end = first;
        while (end < writes.size() && writes[end].sheet == index) ++end;
        const auto of_sheet = writes.subspan(first, end - first);
        SheetGuard guard(workbook, of_sheet, options, std::span(judgements).subspan(first, end - first), findings);
        guard.judge_formulas();
        guard.judge_merged();
        if (workbook.sheets[index].is_protected) {
            std::vector<CellPlace> places;
            for (const CellWrite& write : of_sheet) places.push_back(write.place);
            const auto locked = locked_cells(archive, map, map.sheets[index].part, places, options.limits);
            if (!locked) return failure(locked.error());
            guard.judge_locked(*locked);
        }
        first = end;
    }
    return judgements;
}

}  // namespace begroot::workbook::patching
