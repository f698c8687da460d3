#pragma once
// The real dossier of 2025, read once for all tests of a program; each test changes a copy.

#include "report/office_builder.hpp"
#include "store/dossier.hpp"

#include <string>

namespace begroot::report::test {

[[nodiscard]] inline Facts facts_of(const store::Dossier& dossier) {
    return {&dossier.model.plan,         &dossier.model.rules,
            &dossier.model.phasing_keys, dossier.budget ? &*dossier.budget : nullptr,
            &dossier.budget_parts,       dossier.ledger ? &*dossier.ledger : nullptr,
            &dossier.posting_parts,      dossier.model.file,
            dossier.model.sha256};
}

[[nodiscard]] inline store::Dossier read_dossier(const std::string& name) {
    return store::open_dossier(std::string(BEGROOT_SOURCE_DIR) + "/models/" + name).value();
}

[[nodiscard]] inline const store::Dossier& plein013() {
    static const store::Dossier dossier = read_dossier("plein013-2025.toml");
    return dossier;
}

/// Gives the table of a dossier to August 2025.
[[nodiscard]] inline BudgetVsActual to_august(const store::Dossier& dossier, Per per = Per::goal,
                                              View view = View::plan) {
    return compare_budget_with_actual(facts_of(dossier), {per, view, Month{2025, 8}}).value();
}

inline constexpr Per all_pers[] = {Per::speerpunt,   Per::goal,      Per::activity, Per::account,
                                   Per::cost_centre, Per::cost_unit, Per::rubric};
inline constexpr View all_views[] = {View::plan, View::booking};

}  // namespace begroot::report::test
