#pragma once
// How organisations become one: the members, the amounts they owe each other, and the speerpunten they share.

#include "base/place.hpp"
#include "mapping/rule.hpp"

#include <string>
#include <vector>

namespace begroot {

/// One organisation of a consolidation.
struct ConsolidationMember {
    std::string code;   ///< how eliminations name it
    std::string name;   ///< empty: that of its plan
    std::string model;  ///< as written, relative to the consolidation's file
    Place place;
};

/// One side of an amount between two members: what the condition fits, or what belongs to a goal, or both.
struct EliminationSide {
    std::string member;
    Condition condition;
    bool has_condition = false;
    GoalId goal;  ///< empty: any
    Place place;
};

/// An amount that two members have with each other, an expense of one and an income of the other.
struct Elimination {
    std::string name;
    EliminationSide from, to;
    Place place;
};

/// Speerpunten and goals of a member that belong to a speerpunt of the whole; a goal goes before its speerpunt.
struct SharedSpeerpuntSource {
    std::string member;
    std::vector<std::string> codes;
    Place place;
};

/// A speerpunt of the whole.
struct SharedSpeerpunt {
    SpeerpuntId id;
    std::string name;
    std::vector<SharedSpeerpuntSource> sources;
};

/// A whole consolidation, as its file says it.
struct Consolidation {
    std::string name;
    std::string title;
    bool is_example = false;  ///< voorbeeld: the amounts are made up
    std::vector<ConsolidationMember> members;
    std::vector<Elimination> eliminations;
    std::vector<SharedSpeerpunt> speerpunten;
};

}  // namespace begroot
