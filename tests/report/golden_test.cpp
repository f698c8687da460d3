// Whole outputs as a controller sees them. BEGROOT_GOLDEN=herschrijf rewrites the files under tests/golden; read the
// difference before you keep it.

#include "render/text.hpp"
#include "report/budget_table.hpp"
#include "report/json.hpp"
#include "report/plein013.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

namespace begroot::report {
namespace {

using namespace test;

void expect_golden(const std::string& name, const std::string& got) {
    const std::string path = std::string(BEGROOT_SOURCE_DIR) + "/tests/golden/" + name;
    const char* wish = std::getenv("BEGROOT_GOLDEN");
    if (wish != nullptr && std::string(wish) == "herschrijf") std::ofstream(path, std::ios::binary) << got;
    std::ifstream file(path, std::ios::binary);
    ASSERT_TRUE(file) << path << " is er niet; maak hem met BEGROOT_GOLDEN=herschrijf";
    const std::string kept{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(got, kept) << path;
}

std::string as_text(const Document& document) {
    std::string text;
    for (const Table& table : document.tables)
        text += (text.empty() ? "" : "\n") + render::to_text(table, {120, false});
    return text;
}

std::string table_text(const store::Dossier& dossier, const BudgetVsActual& answer) {
    return as_text(to_document(facts_of(dossier), answer, {}));
}

TEST(Golden, TableOf2025ToM8InThePlanView) {
    const BudgetVsActual answer = to_august(plein013());
    expect_golden("plein013-2025-M8-plan.txt", table_text(plein013(), answer));
    expect_golden("plein013-2025-M8-plan.json", to_json(facts_of(plein013()), answer));
}

TEST(Golden, TableOf2025ToM8InTheBookingView) {
    const BudgetVsActual answer = to_august(plein013(), Per::goal, View::booking);
    expect_golden("plein013-2025-M8-boeking.txt", table_text(plein013(), answer));
    expect_golden("plein013-2025-M8-boeking.json", to_json(facts_of(plein013()), answer));
}

TEST(Golden, TableOf2025ToM8PerRubric) {
    expect_golden("plein013-2025-M8-rubriek.txt", table_text(plein013(), to_august(plein013(), Per::rubric)));
}

TEST(Golden, TablesOfTheJaarplan2025ToM8) {
    expect_golden("plein013-2025-M8-jaarplan.txt",
                  as_text(to_plan_document(facts_of(plein013()), to_august(plein013()))));
}

TEST(Golden, TableOf2023) {
    const store::Dossier dossier = read_dossier("plein013-2023.toml");
    const BudgetVsActual answer = compare_budget_with_actual(facts_of(dossier), {}).value();
    expect_golden("plein013-2023.txt", table_text(dossier, answer));
    expect_golden("plein013-2023.json", to_json(facts_of(dossier), answer));
    expect_golden("plein013-2023-jaarplan.txt", as_text(to_plan_document(facts_of(dossier), answer)));
}

}  // namespace
}  // namespace begroot::report
