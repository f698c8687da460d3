#include "store/detail/rule_sections.hpp"

#include <algorithm>

namespace begroot::store::detail {

namespace {

DimensionMember read_member(const Section& section, const std::string& conditions) {
    DimensionMember member;
    member.code = section.required_text("code");
    member.name = section.text_or("naam", "");
    member.place = section.place();
    if (section.empty_list("als"))
        section.fail("als", "\"als\" is een lege lijst", "ten minste een voorwaarde, of de sleutel weglaten");
    const toml::node* node = section.table().get("als");
    if (node != nullptr && node->is_table()) {
        if (const auto only = section.child("als", conditions)) member.conditions.push_back(read_condition(*only));
        return member;
    }
    for (const Section& condition : section.children("als", conditions))
        member.conditions.push_back(read_condition(condition));
    return member;
}

}  // namespace

std::vector<Dimension> read_dimensions(const Section& root) {
    std::vector<Dimension> dimensions;
    for (const DimensionKind kind : {DimensionKind::board, DimensionKind::neighbourhood}) {
        const std::string word = dimension_name(kind);
        Dimension dimension{kind, {}};
        for (const Section& section : root.children(word, "[[" + word + "]]")) {
            DimensionMember member = read_member(section, "[[" + word + "]].als");
            const auto same = [&](const DimensionMember& other) { return other.code == member.code; };
            if (!member.code.empty() && std::ranges::any_of(dimension.members, same))
                section.fail("code", word + " \"" + member.code + "\" staat er twee keer", "elke code een keer");
            dimension.members.push_back(std::move(member));
        }
        if (!dimension.members.empty()) dimensions.push_back(std::move(dimension));
    }
    return dimensions;
}

}  // namespace begroot::store::detail
