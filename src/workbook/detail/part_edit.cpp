#include "workbook/detail/part_edit.hpp"

#include "base/place.hpp"
#include "text/xml_attributes.hpp"
#include "text/xml_text.hpp"
#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/tag_edit.hpp"
#include "workbook/detail/zip.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <string>

#include <fmt/format.h>

namespace begroot::workbook::patching {

namespace {

bool begins(RawKind kind) { return kind == RawKind::start || kind == RawKind::empty; }

/// Writes the tag at hand with other attributes.
std::string tag_with(const RawXml& xml, RawKind kind, std::string_view attributes) {
    return fmt::format("<{}{}{}{}>", xml.prefix(), xml.name(), attributes, kind == RawKind::empty ? "/" : "");
}

/// Copies a document; `edit` may write something else for a piece, and then gives it.
using EditPiece = std::function<std::optional<std::string>(const RawXml& xml, RawKind kind)>;

Result<PackedPart> edited(RawXml& xml, const EditPiece& edit) {
    PartDeflater deflater;
    while (true) {
        const RawKind kind = xml.next();
        if (kind == RawKind::failed) return failure(xml.error());
        if (kind == RawKind::finished) return deflater.finish();
        const auto other = edit(xml, kind);
        deflater.append(other ? std::string_view(*other) : xml.raw());
    }
}

constexpr std::string_view calculation = "calcPr";
constexpr std::string_view full = "fullCalcOnLoad";

/// What may follow the names in a workbook; what may follow the calculation settings comes behind the first.
constexpr std::array<std::string_view, 10> behind_names{
    calculation,     "oleSize",       "customWorkbookViews", "pivotCaches",       "smartTagPr",
    "smartTagTypes", "webPublishing", "fileRecoveryPr",      "webPublishObjects", "extLst"};
constexpr std::string_view names_element = "definedNames";

/// What a workbook has of what may be changed.
struct WorkbookSettings {
    bool calculates = false;  ///< it says something about calculating
    bool full = false;
    bool names = false;
};

Result<WorkbookSettings> read_settings(RawXml& xml) {
    WorkbookSettings settings;
    while (true) {
        const RawKind kind = xml.next();
        if (kind == RawKind::failed) return failure(xml.error());
        if (kind == RawKind::finished) return settings;
        if (!begins(kind) || xml.depth() != 2) continue;
        if (xml.name() == names_element) settings.names = true;
        if (xml.name() != calculation) continue;
        settings.calculates = true;
        settings.full = detail::is_true(text::find_attribute(xml.attributes(), full));
    }
}

std::string names_markup(const std::vector<DefinedName>& names, std::string_view prefix) {
    std::string text;
    for (const DefinedName& name : names)
        text +=
            fmt::format("<{0}definedName name=\"{1}\">{2}</{0}definedName>", prefix, name.name, xml_text(name.text));
    return text;
}

/// Tells whether a piece is the place for an element that must stand in front of these, or at the end.
template <typename Names>
bool is_behind(const RawXml& piece, RawKind kind, const Names& behind) {
    if (kind == RawKind::end) return piece.depth() == 1;
    return begins(kind) && piece.depth() == 2 && std::ranges::find(behind, piece.name()) != std::ranges::end(behind);
}

/// Writes the part of the workbook piece by piece.
class WorkbookEditor {
public:
    WorkbookEditor(const WorkbookSettings& settings, const WorkbookEdit& change)
        : settings_(settings),
          change_(&change),
          must_calculate_(change.calculates && !settings.full),
          must_name_(!change.names.empty()) {}

    [[nodiscard]] bool has_work() const { return must_calculate_ || must_name_ || !change_->texts.empty(); }

    [[nodiscard]] std::optional<std::string> edit(const RawXml& piece, RawKind kind) {
        if (inside_name_ || (kind == RawKind::start && piece.depth() == 3 && piece.name() == "definedName"))
            return edit_name(piece, kind);
        std::string names = add_names(piece, kind);
        if (names_stand_within_) {
            names_stand_within_ = false;
            return names;
        }
        return names + calculating(piece, kind);
    }

private:
    /// Keeps what a name stands for until it is whole.
    [[nodiscard]] std::string edit_name(const RawXml& piece, RawKind kind) {
        const bool begins_here = !inside_name_;
        inside_name_ = kind != RawKind::end || piece.depth() != 3;
        if (begins_here) return std::string(piece.raw());
        if (inside_name_) {
            name_text_ += piece.raw();
            return "";
        }
        std::string plain;
        const bool sound = text::append_decoded(name_text_, plain);
        const auto other = std::ranges::find(change_->texts, plain, &std::pair<std::string, std::string>::first);
        const bool changes = sound && other != change_->texts.end();
        std::string all = (changes ? xml_text(other->second) : name_text_).append(piece.raw());
        name_text_.clear();
        return all;
    }

    /// Gives the new names where this piece is their place, the piece itself with them where they stand within it.
    [[nodiscard]] std::string add_names(const RawXml& piece, RawKind kind) {
        if (!must_name_) return "";
        const bool has_place = settings_.names && piece.depth() == 2 && piece.name() == names_element &&
                               (kind == RawKind::end || kind == RawKind::empty);
        const bool needs_place = !settings_.names && is_behind(piece, kind, behind_names);
        if (!has_place && !needs_place) return "";
        must_name_ = false;
        names_stand_within_ = has_place;
        const std::string all = names_markup(change_->names, piece.prefix());
        if (has_place && kind == RawKind::end) return all + std::string(piece.raw());
        return fmt::format("<{0}{1}>{2}</{0}{1}>", piece.prefix(), names_element, all);
    }

    /// Gives the piece, with the request to calculate where this is its place.
    [[nodiscard]] std::string calculating(const RawXml& piece, RawKind kind) {
        std::string own(piece.raw());
        if (!must_calculate_) return own;
        if (settings_.calculates && begins(kind) && piece.depth() == 2 && piece.name() == calculation) {
            must_calculate_ = false;
            return tag_with(piece, kind, with_attribute(piece.attributes(), full, "1"));
        }
        if (!settings_.calculates && is_behind(piece, kind, std::span(behind_names).subspan(1))) {
            must_calculate_ = false;
            return fmt::format("<{}{} {}=\"1\"/>", piece.prefix(), calculation, full) + own;
        }
        return own;
    }

    WorkbookSettings settings_;
    const WorkbookEdit* change_;
    bool must_calculate_;
    bool must_name_;
    bool names_stand_within_ = false;
    bool inside_name_ = false;
    std::string name_text_;
};

}  // namespace

Result<std::optional<PackedPart>> edit_workbook(RawXml look, RawXml xml, const WorkbookEdit& change) {
    const auto settings = read_settings(look);
    if (!settings) return failure(settings.error());
    WorkbookEditor editor(*settings, change);
    if (!editor.has_work()) return std::nullopt;
    auto part = edited(xml, [&](const RawXml& piece, RawKind kind) { return editor.edit(piece, kind); });
    if (!part) return failure(part.error());
    return std::move(*part);
}

Result<ShorterChain> shorten_chain(RawXml xml, const std::set<ChainCell>& cells) {
    ShorterChain chain;
    std::uint32_t sheet = 0;
    std::uint32_t written_sheet = 0;  // that a reader has in mind after what was written
    std::size_t left = 0;
    bool skipping = false;
    auto part = edited(xml, [&](const RawXml& piece, RawKind kind) -> std::optional<std::string> {
        if (skipping && piece.depth() >= 2) {
            if (kind == RawKind::end && piece.depth() == 2) skipping = false;
            return "";
        }
        if (!begins(kind) || piece.depth() != 2 || piece.name() != "c") return std::nullopt;
        const auto told = text::find_attribute(piece.attributes(), "i");
        if (told) sheet = detail::parse_count(*told).value_or(sheet);
        const auto place = detail::parse_cell(text::find_attribute(piece.attributes(), "r").value_or(""), {});
        if (place && cells.contains({sheet, {place->row, place->column}})) {
            skipping = kind == RawKind::start;
            return "";
        }
        ++left;
        const bool must_tell = !told && written_sheet != sheet;
        written_sheet = sheet;
        if (!must_tell) return std::nullopt;
        return tag_with(piece, kind, with_attribute(piece.attributes(), "i", std::to_string(sheet)));
    });
    if (!part) return failure(part.error());
    chain.part = std::move(*part);
    chain.is_empty = left == 0;
    return chain;
}

Result<PackedPart> without_element(RawXml xml, std::string_view name, std::string_view attribute,
                                   std::string_view value_end) {
    const std::string wanted = detail::lower_case(value_end);
    std::size_t skipping = 0;  // depth of the element that goes
    return edited(xml, [&](const RawXml& piece, RawKind kind) -> std::optional<std::string> {
        if (skipping > 0) {
            if (kind == RawKind::end && piece.depth() == skipping) skipping = 0;
            return "";
        }
        if (!begins(kind) || piece.name() != name) return std::nullopt;
        const auto value = text::find_attribute(piece.attributes(), attribute);
        if (!value || !detail::lower_case(*value).ends_with(wanted)) return std::nullopt;
        if (kind == RawKind::start) skipping = piece.depth();
        return "";
    });
}

Result<PackedPart> with_table_range(RawXml xml, const CellRange& range) {
    const std::string ref =
        cell_name(range.first_row, range.first_column) + ":" + cell_name(range.last_row, range.last_column);
    return edited(xml, [&ref](const RawXml& piece, RawKind kind) -> std::optional<std::string> {
        const bool table = begins(kind) && piece.depth() == 1;
        const bool filter = begins(kind) && piece.depth() == 2 && piece.name() == "autoFilter";
        if (!table && !filter) return std::nullopt;
        return tag_with(piece, kind, with_attribute(piece.attributes(), "ref", ref));
    });
}

Result<std::optional<PackedPart>> refreshed_on_load(RawXml xml) {
    bool already = false;
    auto part = edited(xml, [&already](const RawXml& piece, RawKind kind) -> std::optional<std::string> {
        if (!begins(kind) || piece.depth() != 1) return std::nullopt;
        already = detail::is_true(text::find_attribute(piece.attributes(), "refreshOnLoad"));
        if (already) return std::nullopt;
        return tag_with(piece, kind, with_attribute(piece.attributes(), "refreshOnLoad", "1"));
    });
    if (!part) return failure(part.error());
    if (already) return std::nullopt;
    return std::move(*part);
}

}  // namespace begroot::workbook::patching
