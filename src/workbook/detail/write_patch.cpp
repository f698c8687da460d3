#include "workbook/detail/errors.hpp"
#include "workbook/detail/package.hpp"
#include "workbook/detail/part_edit.hpp"
#include "workbook/detail/patched_zip.hpp"
#include "workbook/detail/sheet_patch.hpp"
#include "workbook/detail/zip.hpp"
#include "workbook/patcher.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook {

namespace {

using patching::PackedPart;
using patching::RawXml;

/// Writes the parts of one workbook that change.
class PatchWriter {
public:
    PatchWriter(const detail::ZipArchive& archive, const detail::WorkbookMap& map, const PatchPlan& plan,
                const Workbook* recalculated, const ReadLimits& limits)
        : archive_(&archive), map_(&map), plan_(&plan), recalculated_(recalculated), limits_(&limits) {}

    [[nodiscard]] Result<PatchedWorkbook> run() {
        for (std::uint32_t i = 0; i < map_->sheets.size(); ++i) {
            if (auto done = write_sheet(i); !done) return failure(done.error());
        }
        for (const GrownTable& table : plan_->tables) {
            if (auto done = edit(
                    table.part,
                    [&table](RawXml xml) { return patching::with_table_range(std::move(xml), table.range); },
                    fmt::format("tabel {} loopt tot en met rij {}", table.name, table.range.last_row + 1));
                !done)
                return failure(done.error());
        }
        for (const std::string& pivot : plan_->pivots) {
            if (auto done = edit(pivot, &patching::refreshed_on_load, "refreshOnLoad"); !done)
                return failure(done.error());
        }
        if (plan_->recalculates || !plan_->names.empty() || !plan_->name_texts.empty()) {
            if (auto done = write_workbook_part(); !done) return failure(done.error());
        }
        if (!plan_->formulas_lost.empty()) {
            if (auto done = write_chain(); !done) return failure(done.error());
        }
        out_.bytes = patching::patch_zip(*archive_, changes_);
        return std::move(out_);
    }

private:
    [[nodiscard]] std::size_t entry_of(std::string_view part) const {
        return static_cast<std::size_t>(archive_->find(part) - archive_->entries().data());
    }

    [[nodiscard]] Result<RawXml> open(std::string_view part) const {
        auto source = detail::open_source(*archive_, part, *limits_);
        if (!source) return failure(source.error());
        return RawXml(std::move(*source));
    }

    void keep(std::string_view part, PackedPart packed, const std::string& what) {
        changes_.insert_or_assign(entry_of(part), std::move(packed));
        out_.bookkeeping.push_back(fmt::format("{}: {}", part, what));
    }

    /// Writes a part as `change` makes it; nothing changes where it gives nothing.
    template <typename Change>
    Result<void> edit(std::string_view part, const Change& change, const std::string& what) {
        auto xml = open(part);
        if (!xml) return failure(xml.error());
        auto made = change(std::move(*xml));
        if (!made) return failure(made.error());
        std::optional<PackedPart> packed = std::move(*made);
        if (packed) keep(part, std::move(*packed), what);
        return {};
    }

    Result<void> write_sheet(std::uint32_t index) {
        patching::SheetChange change;
        change.date_1904 = map_->date_1904;
        for (const CellWrite& write : plan_->writes) {
            if (write.sheet == index) change.writes.push_back(write);
        }
        if (index < plan_->stale.size()) change.stale = plan_->stale[index];
        const auto list = std::ranges::find(plan_->lists, index, &GrownList::sheet);
        if (list != plan_->lists.end()) change.list = &*list;
        if (change.writes.empty() && change.stale.empty() && change.list == nullptr) return {};
        const detail::SheetEntry& entry = map_->sheets[index];
        if (recalculated_ != nullptr) {
            const auto found = std::ranges::find_if(recalculated_->sheets, [&entry](const Sheet& sheet) {
                return sheet.source && sheet.source->sheet == entry.name;
            });
            if (found != recalculated_->sheets.end()) change.recalculated = &*found;
        }
        auto xml = open(entry.part);
        if (!xml) return failure(xml.error());
        auto sheet = patching::SheetPatch(std::move(*xml), change).run();
        if (!sheet) {
            sheet.error().place.sheet = entry.name;
            return failure(std::move(sheet.error()));
        }
        changes_.insert_or_assign(entry_of(entry.part), std::move(sheet->part));
        for (const std::string& what : sheet->bookkeeping)
            out_.bookkeeping.push_back(fmt::format("{}: {}", entry.part, what));
        out_.refreshed += sheet->refreshed;
        out_.emptied += sheet->emptied;
        return {};
    }

    Result<void> write_workbook_part() {
        auto look = open(map_->part);
        if (!look) return failure(look.error());
        const patching::WorkbookEdit change{plan_->recalculates, plan_->names, plan_->name_texts};
        std::string what = plan_->recalculates ? "calcPr fullCalcOnLoad" : "";
        for (const DefinedName& name : plan_->names)
            what += fmt::format("{}naam {} voor {}", what.empty() ? "" : "; ", name.name, name.text);
        for (const auto& [before, after] : plan_->name_texts)
            what += fmt::format("{}{} wordt {}", what.empty() ? "" : "; ", before, after);
        return edit(
            map_->part, [&](RawXml xml) { return patching::edit_workbook(std::move(*look), std::move(xml), change); },
            what);
    }

    /// Takes the formulas that are gone out of the calculation chain, and the chain itself when it is empty.
    Result<void> write_chain() {
        const auto parts = detail::parts_of_kind(*archive_, map_->part, "calcChain", *limits_);
        if (!parts) return failure(parts.error());
        if (parts->empty()) return {};
        std::set<patching::ChainCell> gone;
        for (const CellWrite& write : plan_->formulas_lost) gone.emplace(map_->sheets[write.sheet].id, write.place);
        const std::string& part = parts->front();
        auto xml = open(part);
        if (!xml) return failure(xml.error());
        auto chain = patching::shorten_chain(std::move(*xml), gone);
        if (!chain) return failure(chain.error());
        if (!chain->is_empty) {
            keep(part, std::move(chain->part), fmt::format("zonder {} cellen waarvan de formule weg is", gone.size()));
            return {};
        }
        const std::string types = "[Content_Types].xml";
        const auto without = [](std::string_view name, std::string_view attribute, const std::string& end) {
            return [=](RawXml piece) { return patching::without_element(std::move(piece), name, attribute, end); };
        };
        if (auto done = edit(detail::relationships_part(map_->part), without("Relationship", "Type", "/calcChain"),
                             "zonder calcChain");
            !done)
            return done;
        if (archive_->find(types) != nullptr) {
            if (auto done = edit(types, without("Override", "PartName", part), "zonder calcChain"); !done) return done;
        }
        changes_.insert_or_assign(entry_of(part), std::nullopt);
        out_.bookkeeping.push_back(fmt::format("{}: vervalt, er is geen formule meer", part));
        return {};
    }

    const detail::ZipArchive* archive_;
    const detail::WorkbookMap* map_;
    const PatchPlan* plan_;
    const Workbook* recalculated_;
    const ReadLimits* limits_;
    patching::PartChanges changes_;
    PatchedWorkbook out_;
};

/// Refuses a zip whose parts do not all stand before its directory: such a file cannot be copied part by part.
std::optional<Error> cannot_copy(const detail::ZipArchive& archive) {
    for (const detail::ZipRecord& record : archive.records()) {
        const bool inside = record.local_at < archive.directory_at();
        const auto* const entry = record.entry == detail::no_zip_entry ? nullptr : &archive.entries()[record.entry];
        const auto* const end = entry == nullptr ? nullptr : entry->stored.data() + entry->stored.size();
        const bool whole =
            entry == nullptr || static_cast<std::uint64_t>(end - archive.bytes().data()) <= archive.directory_at();
        if (!inside || !whole)
            return detail::input_error("de onderdelen van dit bestand staan door elkaar", "een gewone werkmap",
                                       detail::save_again_action);
    }
    return std::nullopt;
}

}  // namespace

Result<PatchedWorkbook> write_patch(std::span<const std::byte> bytes, const PatchPlan& plan,
                                    const Workbook* recalculated, const ReadLimits& limits) {
    const auto archive = detail::ZipArchive::open(bytes, limits);
    if (!archive) return failure(archive.error());
    if (auto error = cannot_copy(*archive)) return failure(std::move(*error));
    const auto map = detail::read_workbook_map(*archive, limits);
    if (!map) return failure(map.error());
    return PatchWriter(*archive, *map, plan, recalculated, limits).run();
}

}  // namespace begroot::workbook
