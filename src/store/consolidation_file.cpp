#include "store/consolidation_file.hpp"

#include "base/nearest.hpp"
#include "store/detail/reading_keys.hpp"
#include "store/detail/rule_sections.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <filesystem>

namespace begroot::store {

namespace {

using detail::Section;

/// Tells whether one of a list has this value.
template <typename List, typename Value, typename Part>
bool contains(const List& list, const Value& value, Part part) {
    return std::ranges::find(list, value, part) != list.end();
}

/// Reads the code of a member that must be there.
std::string read_member_code(const Section& section, const Consolidation& consolidation) {
    std::string code = section.required_text("lid");
    if (code.empty() || contains(consolidation.members, code, &ConsolidationMember::code)) return code;
    std::vector<std::string> codes;
    codes.reserve(consolidation.members.size());
    for (const ConsolidationMember& member : consolidation.members) codes.push_back(member.code);
    const auto meant = nearest(code, codes);
    section.fail("lid", "\"" + code + "\" is geen lid van de consolidatie",
                 meant ? "\"" + *meant + "\"" : "de code van een [[lid]]");
    return code;
}

EliminationSide read_side(const Section& elimination, std::string_view key, const Consolidation& consolidation) {
    EliminationSide side;
    const auto section = elimination.child(key, "[[eliminatie]].van");
    if (!section) {
        if (!elimination.has(key))
            elimination.fail(key, "\"" + std::string(key) + "\" ontbreekt in de eliminatie",
                             std::string(key) + " = { lid = \"…\", rekening = \"…\" }");
        return side;
    }
    side.place = section->place();
    side.member = read_member_code(*section, consolidation);
    side.goal = GoalId(section->text_or("doel", ""));
    side.condition = detail::read_condition(*section);
    side.has_condition = section->table().size() > (section->has("doel") ? 2U : 1U);
    if (!side.has_condition && side.goal.empty())
        elimination.fail(key, "\"" + std::string(key) + "\" zegt niet welke regels",
                         "een doel, een rekening of een andere code");
    return side;
}

/// Gives a path as any other spelling of it.
std::filesystem::path same_file(const std::string& path) { return std::filesystem::path(path).lexically_normal(); }

void read_members(const Section& root, Consolidation& consolidation) {
    for (const Section& section : root.children("lid", "[[lid]]")) {
        ConsolidationMember member;
        member.code = section.required_text("code");
        member.name = section.text_or("naam", "");
        member.model = section.required_text("model");
        member.place = section.place();
        if (!member.code.empty() && contains(consolidation.members, member.code, &ConsolidationMember::code))
            section.fail("code", "lid \"" + member.code + "\" staat er twee keer", "elke code een keer");
        const auto same = std::ranges::find(consolidation.members, same_file(member.model),
                                            [](const ConsolidationMember& one) { return same_file(one.model); });
        if (same != consolidation.members.end() && !member.model.empty())
            section.fail("model", "\"" + member.model + "\" is ook het model van lid \"" + same->code + "\"",
                         "elk model een keer");
        consolidation.members.push_back(std::move(member));
    }
    if (consolidation.members.size() < 2)
        root.fail("lid", "een consolidatie heeft ten minste twee leden", "twee of meer [[lid]]");
}

void read_eliminations(const Section& root, Consolidation& consolidation) {
    for (const Section& section : root.children("eliminatie", "[[eliminatie]]")) {
        Elimination elimination;
        elimination.name = section.required_text("naam");
        elimination.place = section.place();
        elimination.from = read_side(section, "van", consolidation);
        elimination.to = read_side(section, "naar", consolidation);
        if (!elimination.from.member.empty() && elimination.from.member == elimination.to.member)
            section.fail("naar", "beide kanten zijn van " + elimination.to.member, "twee verschillende leden");
        consolidation.eliminations.push_back(std::move(elimination));
    }
}

void read_speerpunten(const Section& root, Consolidation& consolidation) {
    for (const Section& section : root.children("hoofdspeerpunt", "[[hoofdspeerpunt]]")) {
        SharedSpeerpunt speerpunt;
        speerpunt.id = SpeerpuntId(std::to_string(section.required_whole("nummer", 1, 99)));
        speerpunt.name = section.required_text("naam");
        for (const Section& part : section.children("van", "[[hoofdspeerpunt]].van")) {
            SharedSpeerpuntSource source{read_member_code(part, consolidation), part.texts("codes"), part.place()};
            if (source.codes.empty())
                part.fail("codes", "er staan geen codes",
                          "speerpunten of doelen van het lid, bijvoorbeeld [\"1\", \"2.3\"]");
            speerpunt.sources.push_back(std::move(source));
        }
        if (contains(consolidation.speerpunten, speerpunt.id, &SharedSpeerpunt::id))
            section.fail("nummer", "hoofdspeerpunt " + speerpunt.id.text() + " staat er twee keer",
                         "elk nummer een keer");
        consolidation.speerpunten.push_back(std::move(speerpunt));
    }
}

}  // namespace

std::expected<std::optional<ConsolidationFile>, ModelErrors> parse_consolidation(std::string_view text,
                                                                                 const std::string& shown_as) {
    detail::ModelReading reading(shown_as);
    const auto table = detail::parse_toml(text, reading);
    if (!table) return std::unexpected(reading.take_errors());
    if (!table->contains("consolidatie")) return std::nullopt;
    const Section root(reading, *table, "consolidatiebestand");
    ConsolidationFile file;
    file.file = shown_as;
    if (const auto head = root.child("consolidatie", "[consolidatie]")) {
        file.consolidation.name = head->required_text("naam");
        file.consolidation.title = head->text_or("titel", "");
        file.consolidation.is_example = head->flag("voorbeeld").value_or(false);
    }
    read_members(root, file.consolidation);
    read_eliminations(root, file.consolidation);
    read_speerpunten(root, file.consolidation);
    if (reading.failed()) return std::unexpected(reading.take_errors());
    return file;
}

std::expected<std::optional<ConsolidationFile>, ModelErrors> read_consolidation(const std::filesystem::path& path) {
    const std::string shown_as = path.string();
    const auto file = workbook::SourceFile::read(path, shown_as, model_bytes_max);
    if (!file) return std::unexpected(ModelErrors{file.error()});
    const auto bytes = file->bytes();
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (auto error = detail::explain_no_text(text, shown_as)) return std::unexpected(ModelErrors{std::move(*error)});
    auto read = parse_consolidation(text, shown_as);
    if (read && *read) (*read)->folder = path.parent_path();
    return read;
}

}  // namespace begroot::store
