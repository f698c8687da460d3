#include "workbook/writer_sample.hpp"

namespace begroot::workbook {
namespace {

// LibreOffice is the judge: what it computes from our formulas must be what we wrote beside them.
TEST(WriterRecalculation, AgreesWithLibreOfficeInEveryFormulaCell) {
    ASSERT_EQ(std::system("command -v soffice > /dev/null"), 0)
        << "LibreOffice ontbreekt; scripts/setup test installeert het";
    const auto path = path_for("map.xlsx");
    ASSERT_TRUE(write_workbook(sample_document(), path).has_value());
    const std::string script = std::string(BEGROOT_SOURCE_DIR) + "/tests/oracle/recalculate.py";
    const auto lines =
        lines_of("/usr/bin/python3 '" + script + "' --tolerance 1e-9 '" + path.string() + "'", path_for("out.txt"));
    // 9 in the first table, 2 on the control sheet, 3 x 3 behind the chart.
    EXPECT_THAT(lines, testing::ElementsAre("20 formula cells, 0 without stored value, 0 differ"));
}

}  // namespace
}  // namespace begroot::workbook
