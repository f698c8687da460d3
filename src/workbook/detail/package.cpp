#include "workbook/detail/package.hpp"

#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/file_kind.hpp"
#include "workbook/detail/part_stream.hpp"
#include "workbook/detail/prefetched_source.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

std::string_view folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash);
}

}  // namespace

std::string relationships_part(std::string_view part) {
    const std::string_view folder = folder_of(part);
    const std::string_view file = part.substr(folder.empty() ? 0 : folder.size() + 1);
    return fmt::format("{}{}_rels/{}.rels", folder, folder.empty() ? "" : "/", file);
}

namespace {

/// Reads the relationships of a part (of the package itself for an empty name); none where the part has none.
Result<std::vector<Relationship>> read_relationships(const ZipArchive& archive, std::string_view part,
                                                     const ReadLimits& limits) {
    std::vector<Relationship> relationships;
    const std::string name = relationships_part(part);
    if (archive.find(name) == nullptr) return relationships;
    Result<XmlScanner> scanner = open_part(archive, name, limits);
    if (!scanner) return failure(scanner.error());
    while (true) {
        const XmlEvent event = scanner->next();
        if (event == XmlEvent::failed) return failure(scanner->error());
        if (event == XmlEvent::finished) return relationships;
        if (event != XmlEvent::start || scanner->name() != "Relationship") continue;
        if (scanner->attribute("TargetMode") == "External") continue;
        if (relationships.size() == limits.parts_max) {
            return failure(over_limit(fmt::format("onderdeel {} verwijst naar te veel onderdelen", name),
                                      fmt::format("hoogstens {}", limits.parts_max)));
        }
        const std::string type = scanner->decoded_attribute("Type").value_or("");
        relationships.push_back({scanner->decoded_attribute("Id").value_or(""), type.substr(type.rfind('/') + 1),
                                 resolve_target(part, scanner->decoded_attribute("Target").value_or(""))});
    }
}

/// Finds the part of the workbook itself.
Result<std::string> find_workbook_part(const ZipArchive& archive, const ReadLimits& limits) {
    const Result<std::vector<Relationship>> package = read_relationships(archive, "", limits);
    if (!package) return failure(package.error());
    const auto found = std::ranges::find(*package, "officeDocument", &Relationship::kind);
    std::string part = found != package->end() ? found->target : "xl/workbook.xml";
    if (archive.find(part) == nullptr || lower_case(part).ends_with(".bin")) return failure(explain_zip(archive));
    return part;
}

/// A sheet as the workbook's own list has it: still without its part.
struct ListedSheet {
    std::string name;
    std::string relationship;
    Visibility visibility = Visibility::visible;
    std::uint32_t id = 0;
};

struct SheetList {
    std::vector<ListedSheet> sheets;
    std::vector<DefinedName> names;
    bool date_1904 = false;
    bool is_workbook = false;
};

Visibility visibility_of(std::optional<std::string_view> state) {
    if (state == "veryHidden") return Visibility::very_hidden;
    return state == "hidden" ? Visibility::hidden : Visibility::visible;
}

bool read_sheet_entry(XmlScanner& scanner, const ReadLimits& limits, SheetList& list) {
    if (list.sheets.size() == limits.sheets_max) {
        scanner.fail(
            over_limit("de werkmap heeft te veel bladen", fmt::format("hoogstens {} bladen", limits.sheets_max)));
        return false;
    }
    list.sheets.push_back({scanner.decoded_attribute("name").value_or(""), scanner.decoded_attribute("id").value_or(""),
                           visibility_of(scanner.attribute("state")),
                           parse_count(scanner.attribute("sheetId").value_or("")).value_or(0)});
    return true;
}

/// Reads a `<definedName>`; the sheets of which a name can be local stand before the names.
bool read_name(XmlScanner& scanner, const ReadLimits& limits, SheetList& list) {
    if (list.names.size() == limits.names_max) {
        scanner.fail(over_limit("de werkmap heeft te veel namen", fmt::format("hoogstens {} namen", limits.names_max)));
        return false;
    }
    DefinedName name;
    name.name = scanner.decoded_attribute("name").value_or("");
    name.hidden = is_true(scanner.attribute("hidden"));
    if (const auto index = parse_count(scanner.attribute("localSheetId").value_or(""))) {
        if (*index < list.sheets.size()) name.sheet = list.sheets[*index].name;
    }
    if (!scanner.read_text(name.text)) return false;
    list.names.push_back(std::move(name));
    return true;
}

Result<SheetList> read_sheet_list(XmlScanner scanner, const ReadLimits& limits) {
    SheetList list;
    std::string section;
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return failure(scanner.error());
        if (event == XmlEvent::finished) return list;
        if (event != XmlEvent::start) continue;
        if (scanner.depth() == 1) list.is_workbook = scanner.name() == "workbook";
        if (scanner.depth() == 2) {
            section = scanner.name();
            if (scanner.name() == "workbookPr") list.date_1904 = is_true(scanner.attribute("date1904"));
        }
        if (scanner.depth() != 3) continue;
        bool read = true;
        if (section == "sheets" && scanner.name() == "sheet") read = read_sheet_entry(scanner, limits, list);
        if (section == "definedNames" && scanner.name() == "definedName") read = read_name(scanner, limits, list);
        if (!read) return failure(scanner.error());
    }
}

Error sheet_error(std::string sheet, std::string found) {
    Error error = input_error(std::move(found), "", save_again_action);
    error.place.sheet = std::move(sheet);
    return error;
}

/// Gives every listed sheet its part. Sheets without cells (charts, dialogs) are left out.
Result<std::vector<SheetEntry>> place_sheets(const ZipArchive& archive, std::vector<ListedSheet> listed,
                                             const std::vector<Relationship>& relationships) {
    std::vector<SheetEntry> sheets;
    std::set<std::string> parts;
    std::set<std::string> names;
    for (ListedSheet& sheet : listed) {
        if (!names.insert(lower_case(sheet.name)).second) {
            return failure(sheet_error(sheet.name, "er zijn twee bladen met deze naam"));
        }
        const auto found = std::ranges::find(relationships, sheet.relationship, &Relationship::id);
        if (found == relationships.end())
            return failure(sheet_error(sheet.name, "het onderdeel met de cellen ontbreekt"));
        if (found->kind != "worksheet") continue;
        if (archive.find(found->target) == nullptr) {
            return failure(sheet_error(sheet.name, fmt::format("onderdeel {} ontbreekt", found->target)));
        }
        if (!parts.insert(lower_case(found->target)).second) {
            return failure(sheet_error(sheet.name, "twee bladen delen hetzelfde onderdeel"));
        }
        sheets.push_back({std::move(sheet.name), found->target, sheet.visibility, sheet.id});
    }
    return sheets;
}

std::optional<std::string> target_of_kind(const std::vector<Relationship>& relationships, std::string_view kind,
                                          const ZipArchive& archive) {
    const auto found = std::ranges::find(relationships, kind, &Relationship::kind);
    if (found == relationships.end() || archive.find(found->target) == nullptr) return std::nullopt;
    return found->target;
}

}  // namespace

std::string resolve_target(std::string_view source_part, std::string_view target) {
    std::string path(target);
    std::ranges::replace(path, '\\', '/');
    if (!path.starts_with('/')) path = fmt::format("{}/{}", folder_of(source_part), path);
    std::vector<std::string_view> steps;
    std::string_view rest = path;
    while (!rest.empty()) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string_view step = rest.substr(0, slash);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
    }
    return fmt::format("{}", fmt::join(steps, "/"));
}

Result<std::vector<std::string>> parts_of_kind(const ZipArchive& archive, std::string_view part, std::string_view kind,
                                               const ReadLimits& limits) {
    Result<std::vector<Relationship>> relationships = read_relationships(archive, part, limits);
    if (!relationships) return failure(relationships.error());
    std::vector<std::string> parts;
    for (Relationship& relationship : *relationships) {
        if (relationship.kind == kind && archive.find(relationship.target) != nullptr)
            parts.push_back(std::move(relationship.target));
    }
    return parts;
}

Result<std::unique_ptr<text::ByteSource>> open_source(const ZipArchive& archive, std::string_view part,
                                                      const ReadLimits& limits) {
    const ZipEntry* const entry = archive.find(part);
    if (entry == nullptr) {
        return failure(input_error(fmt::format("onderdeel {} ontbreekt", part), "", save_again_action));
    }
    Result<PartStream> stream = PartStream::open(*entry, limits);
    if (!stream) return failure(stream.error());
    return std::make_unique<PartStream>(std::move(*stream));
}

namespace {

XmlScanner scanner_of(std::unique_ptr<text::ByteSource> source, const ReadLimits& limits) {
    return XmlScanner(text::Utf8Stream(std::move(source)), {limits.depth_max, limits.text_bytes_max});
}

}  // namespace

Result<XmlScanner> open_part(const ZipArchive& archive, std::string_view part, const ReadLimits& limits) {
    auto source = open_source(archive, part, limits);
    if (!source) return failure(source.error());
    return scanner_of(std::move(*source), limits);
}

Result<XmlScanner> open_large_part(const ZipArchive& archive, std::string_view part, const ReadLimits& limits) {
    constexpr std::uint64_t large_bytes = std::uint64_t{2} << 20;
    auto source = open_source(archive, part, limits);
    if (!source) return failure(source.error());
    if ((*source)->declared_bytes() < large_bytes) return scanner_of(std::move(*source), limits);
    return scanner_of(std::make_unique<PrefetchedSource>(std::move(*source)), limits);
}

Result<WorkbookMap> read_workbook_map(const ZipArchive& archive, const ReadLimits& limits) {
    const Result<std::string> part = find_workbook_part(archive, limits);
    if (!part) return failure(part.error());
    Result<XmlScanner> scanner = open_part(archive, *part, limits);
    if (!scanner) return failure(scanner.error());
    Result<SheetList> list = read_sheet_list(std::move(*scanner), limits);
    if (!list) return failure(list.error());
    if (!list->is_workbook) return failure(explain_zip(archive));
    const Result<std::vector<Relationship>> relationships = read_relationships(archive, *part, limits);
    if (!relationships) return failure(relationships.error());
    Result<std::vector<SheetEntry>> sheets = place_sheets(archive, std::move(list->sheets), *relationships);
    if (!sheets) return failure(sheets.error());

    WorkbookMap map;
    map.part = *part;
    map.sheets = std::move(*sheets);
    map.date_1904 = list->date_1904;
    map.names = std::move(list->names);
    map.styles_part = target_of_kind(*relationships, "styles", archive);
    map.shared_strings_part = target_of_kind(*relationships, "sharedStrings", archive);
    return map;
}

}  // namespace begroot::workbook::detail
