#pragma once
// The office of the report's tests with two versions of its budget.

#include "amendment/version_builder.hpp"
#include "management/management_report.hpp"
#include "report/office_builder.hpp"

#include <optional>

namespace begroot::versions::test {

/// Keeps all that an input points to.
struct VersionedOffice {
    report::test::Office office;
    std::optional<VersionedBudget> versions;
    ReportRules rules;
    Explanations explanations;

    [[nodiscard]] management::Input input() const {
        report::Facts facts = office.facts();
        facts.versions = versions ? &*versions : nullptr;
        return {versions ? report::with_state(facts, 0) : facts, &rules, &explanations, {}};
    }
};

/// Moments M1, M3 and M8; booked to March. w1 of 1 March: 1.1 gets 3.000 more and the baten outside the plan 1.000. w2
/// of 1 April: 1.2, p.m., gets 600.
[[nodiscard]] inline VersionedOffice changed_office() {
    VersionedOffice made;
    made.office = report::test::sample_office();
    made.office.plan.moments = {{"M1", {2025, 1}, "M1"}, {"M3", {2025, 3}, "M3"}, {"M8", {2025, 8}, "M8"}};
    Mutation outside = begroot::test::adds("", 1'000);
    outside.side = Side::income;
    outside.account = AccountId("8010");
    made.versions =
        stack_versions(made.office.plan,
                       {begroot::test::version("w1", {2025, 3, 1}, {begroot::test::adds("1.1", 3'000), outside}),
                        begroot::test::version("w2", {2025, 4, 1}, {begroot::test::adds("1.2", 600)})})
            .value();
    return made;
}

}  // namespace begroot::versions::test
