#include "workbook/detail/part_edit.hpp"

#include "base/place.hpp"
#include "text/xml_attributes.hpp"
#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/tag_edit.hpp"
#include "workbook/detail/zip.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
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

/// What may follow the calculation settings in a workbook.
constexpr std::array<std::string_view, 9> behind_calculation{"oleSize",        "customWorkbookViews", "pivotCaches",
                                                             "smartTagPr",     "smartTagTypes",       "webPublishing",
                                                             "fileRecoveryPr", "webPublishObjects",   "extLst"};

/// What a workbook says about calculating.
struct CalculationSettings {
    bool there = false;
    bool full = false;
};

Result<CalculationSettings> read_calculation(RawXml& xml) {
    CalculationSettings settings;
    while (true) {
        const RawKind kind = xml.next();
        if (kind == RawKind::failed) return failure(xml.error());
        if (kind == RawKind::finished) return settings;
        if (!begins(kind) || xml.depth() != 2 || xml.name() != calculation) continue;
        settings.there = true;
        settings.full = detail::is_true(text::find_attribute(xml.attributes(), full));
    }
}

}  // namespace

Result<std::optional<PackedPart>> ask_for_calculation(RawXml look, RawXml xml) {
    const auto settings = read_calculation(look);
    if (!settings) return failure(settings.error());
    if (settings->full) return std::nullopt;
    bool written = settings->there;
    auto part = edited(xml, [&written](const RawXml& piece, RawKind kind) -> std::optional<std::string> {
        if (begins(kind) && piece.depth() == 2 && piece.name() == calculation)
            return tag_with(piece, kind, with_attribute(piece.attributes(), full, "1"));
        if (written) return std::nullopt;
        const bool behind = begins(kind) && piece.depth() == 2 &&
                            std::ranges::find(behind_calculation, piece.name()) != behind_calculation.end();
        if (!behind && (kind != RawKind::end || piece.depth() != 1)) return std::nullopt;
        written = true;
        return fmt::format("<{}{} {}=\"1\"/>{}", piece.prefix(), calculation, full, piece.raw());
    });
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
