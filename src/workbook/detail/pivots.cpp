#include "workbook/detail/pivots.hpp"

#include "workbook/detail/cell_reference.hpp"

#include <algorithm>
#include <optional>

namespace begroot::workbook::patching {

namespace {

using detail::XmlEvent;
using detail::XmlScanner;

/// Where a pivot cache takes its figures from.
struct Sources {
    std::vector<Reference> list;
    bool own_cells = false;
};

/// Reads a `<worksheetSource>` or `<rangeSet>`: a range of a sheet, or a name.
void add_source(const XmlScanner& scanner, Dependants& dependants, std::uint32_t sheet_count, Sources& sources) {
    if (scanner.decoded_attribute("id")) return;  // of another workbook
    sources.own_cells = true;
    const auto sheet = scanner.decoded_attribute("sheet");
    const std::uint32_t index = sheet ? dependants.reader().find_sheet(*sheet) : 0;
    if (const auto name = scanner.decoded_attribute("name")) {
        const References named = dependants.reader().read_name(*name, index);
        sources.list.insert(sources.list.end(), named.list.begin(), named.list.end());
        return;
    }
    const auto range = detail::parse_range(scanner.decoded_attribute("ref").value_or(""), {});
    if (sheet && index < sheet_count && range) sources.list.push_back({{index, index, *range}});
}

Result<Sources> read_sources(XmlScanner scanner, Dependants& dependants, std::uint32_t sheet_count) {
    Sources sources;
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return failure(scanner.error());
        if (event == XmlEvent::finished) return sources;
        if (event != XmlEvent::start) continue;
        if (scanner.depth() == 2 && scanner.name() != "cacheSource" && !scanner.skip()) return failure(scanner.error());
        if (scanner.name() == "worksheetSource" || scanner.name() == "rangeSet")
            add_source(scanner, dependants, sheet_count, sources);
    }
}

/// Reads where a pivot table stands; nothing where it does not tell.
Result<std::optional<CellRange>> read_location(XmlScanner scanner) {
    std::optional<CellRange> range;
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return failure(scanner.error());
        if (event == XmlEvent::finished) return range;
        if (event == XmlEvent::start && scanner.depth() == 2 && scanner.name() == "location")
            range = detail::parse_range(scanner.attribute("ref").value_or(""), {});
    }
}

/// A pivot table: where it stands, and its cache.
struct PivotTable {
    Box box;
    std::string cache;
};

Result<std::vector<PivotTable>> read_tables(const detail::ZipArchive& archive, const detail::WorkbookMap& map,
                                            const ReadLimits& limits) {
    std::vector<PivotTable> tables;
    for (std::uint32_t i = 0; i < map.sheets.size(); ++i) {
        const auto parts = detail::parts_of_kind(archive, map.sheets[i].part, "pivotTable", limits);
        if (!parts) return failure(parts.error());
        for (const std::string& part : *parts) {
            auto scanner = detail::open_part(archive, part, limits);
            if (!scanner) return failure(scanner.error());
            const auto range = read_location(std::move(*scanner));
            if (!range) return failure(range.error());
            const auto caches = detail::parts_of_kind(archive, part, "pivotCacheDefinition", limits);
            if (!caches) return failure(caches.error());
            if (*range && !caches->empty()) tables.push_back({{i, i, **range}, caches->front()});
        }
    }
    return tables;
}

}  // namespace

Result<std::vector<PivotCache>> add_pivots(const detail::ZipArchive& archive, const detail::WorkbookMap& map,
                                           const ReadLimits& limits, Dependants& dependants) {
    std::vector<PivotCache> caches;
    const auto parts = detail::parts_of_kind(archive, map.part, "pivotCacheDefinition", limits);
    if (!parts) return failure(parts.error());
    if (parts->empty()) return caches;
    const auto tables = read_tables(archive, map, limits);
    if (!tables) return failure(tables.error());
    for (const std::string& part : *parts) {
        auto scanner = detail::open_part(archive, part, limits);
        if (!scanner) return failure(scanner.error());
        const auto sources =
            read_sources(std::move(*scanner), dependants, static_cast<std::uint32_t>(map.sheets.size()));
        if (!sources) return failure(sources.error());
        if (!sources->own_cells) continue;
        PivotCache cache{part, {}};
        for (const PivotTable& table : *tables) {
            if (table.cache == part) cache.watchers.push_back(dependants.add_pivot(table.box, sources->list));
        }
        if (cache.watchers.empty()) {  // a cache of charts alone: it fills no cell
            constexpr CellRange nowhere{last_sheet_row + 1, 0, last_sheet_row + 1, 0};
            cache.watchers.push_back(dependants.add_pivot({0, 0, nowhere}, sources->list));
        }
        caches.push_back(std::move(cache));
    }
    return caches;
}

}  // namespace begroot::workbook::patching
