// Spoilt workbooks: whatever is cut off, flipped or replaced, the reader gives a workbook or an error that names the
// file.

#include "reading.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace begroot::workbook::test {
namespace {

std::string fixture(const std::string& name) {
    std::ifstream file(std::filesystem::path(BEGROOT_SOURCE_DIR) / "tests/fixtures/workbook" / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Reads spoilt bytes; the outcome is free, but it must be one of the two and hold together.
void expect_an_outcome(const std::string& bytes) {
    const Result<Workbook> workbook = read_workbook(bytes_of(bytes), "begroting.xlsx");
    if (!workbook) {
        EXPECT_EQ(workbook.error().place.file, "begroting.xlsx");
        EXPECT_FALSE(workbook.error().found.empty());
        return;
    }
    for (const Sheet& sheet : workbook->sheets) {
        const Cell* last = nullptr;
        for (const Cell& cell : sheet.cells) {
            EXPECT_TRUE(last == nullptr ||
                        std::pair(last->row(), last->column()) < std::pair(cell.row(), cell.column()));
            last = &cell;
        }
        for (const Formula& formula : sheet.formulas) {
            const Cell* const cell = sheet.cells.find(formula.row, formula.column);
            EXPECT_TRUE(cell != nullptr && cell->is_formula());
        }
    }
}

/// Replaces, drops, doubles and moves bytes at random places.
std::string spoil(std::string bytes, std::mt19937& random) {
    const auto pick = [&random](std::size_t below) {
        return std::uniform_int_distribution<std::size_t>(0, below - 1)(random);
    };
    for (std::size_t change = pick(4) + 1; change > 0 && !bytes.empty(); --change) {
        const std::size_t at = pick(bytes.size());
        switch (pick(5)) {
            case 0:
                bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << pick(8)));
                break;
            case 1:
                bytes.resize(at);
                break;
            case 2:
                bytes.erase(at, pick(16) + 1);
                break;
            case 3:
                bytes.insert(at, bytes.substr(pick(bytes.size()), pick(64) + 1));
                break;
            default:
                bytes[at] = "<>\"&/;=\0\xFF"[pick(9)];
                break;
        }
    }
    return bytes;
}

TEST(SpoiltWorkbook, GivesAValueOrAnErrorForEveryLength) {
    const std::string whole = fixture("feat_plain.xlsx");
    ASSERT_FALSE(whole.empty());
    for (std::size_t size = 0; size < whole.size(); size += 7) expect_an_outcome(whole.substr(0, size));
}

TEST(SpoiltWorkbook, GivesAValueOrAnErrorForSpoiltZipsOfSeed4711) {
    std::mt19937 random(4711);
    for (const char* name : {"feat_plain.xlsx", "feat_utf16.xlsx", "feat_prefix.xlsx"}) {
        const std::string whole = fixture(name);
        for (int i = 0; i < 500; ++i) expect_an_outcome(spoil(whole, random));
    }
}

TEST(SpoiltWorkbook, GivesAValueOrAnErrorForSpoiltPartsOfSeed4712) {
    WorkbookParts parts;
    parts.before_data = R"(<cols><col min="2" max="3" hidden="1"/></cols>)";
    parts.sheet_data =
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a&amp;b</t></is></c><c r="C1" s="1"><v>45292</v></c></row>)"
        R"(<row r="2" hidden="1"><c r="A2"><f>1+2</f><v>3</v></c><c r="B2" t="str"><f>"a"</f><v>a</v></c><c><v>1E5</v></c></row>)";
    parts.after_data = R"(<mergeCells><mergeCell ref="A1:B1"/></mergeCells>)";
    parts.shared_strings = "<si><r><t>een</t></r></si>";
    parts.styles =
        R"(<numFmts><numFmt numFmtId="164" formatCode="dd-mm"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>)";
    const std::vector<ZipPart> good = workbook_parts(parts);
    std::mt19937 random(4712);
    for (int i = 0; i < 4000; ++i) {
        std::vector<ZipPart> spoilt = good;
        ZipPart& part = spoilt[static_cast<std::size_t>(i) % spoilt.size()];
        part.data = spoil(part.data, random);
        expect_an_outcome(zip(spoilt));
    }
}

}  // namespace
}  // namespace begroot::workbook::test
