#include "report/multi_year.hpp"

#include "model/small_model.hpp"
#include "render/text.hpp"

#include <cstdio>

namespace begroot::report {
namespace {

using model::testing::partnership;

TEST(MultiYear, Shown) {
    auto model = partnership();
    const model::Graph graph = model.graph();
    const model::Evaluator evaluator(graph);
    MultiYear view = multi_year(model.definition, evaluator, "basis", {2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034});
    for (auto per : {MultiYearPer::rubric, MultiYearPer::goal}) {
    for (std::size_t width : {80UL, 160UL}) {
        for (const Table& table : to_document(view, per).tables) std::puts(render::to_text(table, {width, false}).c_str());
    }}
    for (auto& f : view.findings) std::puts(to_text(f).c_str());
}

}  // namespace
}  // namespace begroot::report
