// The fast path through plainly written cells gives what the general scanner gives, or leaves the cell to it.

#include "reading.hpp"

#include <random>
#include <string>
#include <string_view>

namespace begroot::workbook::test {
namespace {

/// The fast path keeps away from the end of what is in memory.
const std::string padding = "<!--" + std::string(400, ' ') + "-->";

std::string outcome_of(const std::string& rows) {
    WorkbookParts parts;
    parts.sheet_data = rows;
    parts.after_data = padding;
    parts.shared_strings = "<si><t>een</t></si><si><t/></si><si><t>tw&amp;e</t></si><si><t>_x0041_ é</t></si>";
    parts.styles = R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>)";
    return outcome(read(parts));
}

/// Writes every cell and row so that only the general scanner reads it, in as many bytes.
std::string written_otherwise(std::string rows) {
    for (const std::string_view tag : {"<c r=", "<row r="}) {
        for (std::size_t at = rows.find(tag); at != std::string::npos; at = rows.find(tag, at + 1))
            rows[at + tag.size() - 3] = '\t';
    }
    return rows;
}

constexpr const char* some_numbers[] = {"0",
                                        "1",
                                        "-1",
                                        "-0",
                                        "12.5",
                                        "-0.25",
                                        ".5",
                                        "5.",
                                        "1e5",
                                        "1E-5",
                                        "00012",
                                        "9007199254740993",
                                        "9007199254740992",
                                        "0.1",
                                        "123456789.123456789",
                                        "0.30000000000000004",
                                        "123456789012345678",
                                        "1234567890123456789",
                                        "0.00000000000000001",
                                        "45292",
                                        "45292.75",
                                        "2958466",
                                        "-5",
                                        "",
                                        " 7 ",
                                        "1.2.3",
                                        "-",
                                        ".",
                                        "x",
                                        "1,5",
                                        "+3",
                                        "1e999",
                                        "NaN",
                                        "1&#50;"};
constexpr const char* some_texts[] = {
    "",     "a",   "langer dan acht", "a&amp;b",         "a&onbekend;b", "_x0041_", "x_y", "é", "  ", "a\rb", "a>b",
    "\xFF", "]]>", "1234567",         "12345678<!---->9"};
constexpr const char* some_indexes[] = {"0",        "1", "2",  "3",   "4",   "00", "9999999",
                                        "99999999", "",  "-1", "1.0", "1e0", " 2 "};
constexpr const char* some_types[] = {"",          R"( t="n")", R"( t="s")", R"( t="str")",
                                      R"( t="b")", R"( t="e")", R"( t="d")", R"( t="q")"};
constexpr const char* some_styles[] = {"", R"( s="0")", R"( s="1")", R"( s="12345678")", R"( s="")", R"( s="x")"};
constexpr const char* some_columns[] = {"A", "B", "Z", "AA", "XFD", "XFE", "AAAA", "a", ""};

TEST(PlainCell, ReadsAsTheGeneralScannerDoesForSeed4714) {
    std::mt19937 random(4714);
    const auto pick = [&random](const auto& list) { return std::string(list[random() % std::size(list)]); };
    for (int i = 0; i < 3000; ++i) {
        const std::string row = std::to_string(1 + random() % 3);
        std::string rows = "<row r=\"" + row + "\"" + (random() % 4 == 0 ? R"( spans="1:3" ht="15.5")" : "") + ">";
        for (std::size_t cell = 0; cell < 1 + random() % 3; ++cell) {
            const bool other_row = random() % 20 == 0;
            rows += "<c r=\"" +
                    (random() % 4 == 0 ? pick(some_columns) : std::string(1, static_cast<char>('B' + cell))) +
                    (other_row ? "7" : row) + "\"" + pick(some_styles);
            switch (random() % 5) {
                case 0:
                    rows += R"( t="inlineStr"><is><t>)" + pick(some_texts) + "</t></is></c>";
                    break;
                case 1:
                    rows += R"( t="str"><v>)" + pick(some_texts) + "</v></c>";
                    break;
                case 2:
                    rows += R"( t="s"><v>)" + pick(some_indexes) + "</v></c>";
                    break;
                case 3:
                    rows += random() % 2 == 0 ? "/>" : "><v>" + pick(some_numbers) + "</v></c>";
                    break;
                default:
                    rows += pick(some_types) + "><v>" + (random() % 2 == 0 ? pick(some_numbers) : pick(some_indexes)) +
                            "</v></c>";
            }
        }
        rows += "</row>";
        ASSERT_EQ(outcome_of(rows), outcome_of(written_otherwise(rows))) << rows;
    }
}

TEST(PlainRow, IsHiddenAsTheGeneralScannerSays) {
    for (const char* attributes :
         {"", R"( hidden="1")", R"( hidden="0")", R"( ht="0")", R"( ht="0.75")", R"( ht="12")",
          R"( spans="1:2" x:d="a>b" hidden="true")", R"( r="9")", R"( a='>')", " ", R"( s="1"/)"}) {
        WorkbookParts parts;
        parts.sheet_data =
            std::string(R"(<row r="2")") + attributes + ">" + (std::string(attributes).ends_with('/') ? "" : "</row>");
        parts.after_data = padding;
        const auto fast = read(parts);
        parts.sheet_data = written_otherwise(parts.sheet_data);
        const auto general = read(parts);
        ASSERT_EQ(fast.has_value(), general.has_value()) << attributes;
        if (fast) {
            EXPECT_EQ(fast->sheets[0].hidden_rows, general->sheets[0].hidden_rows) << attributes;
        } else {
            EXPECT_EQ(to_line(fast.error()).substr(0, 60), to_line(general.error()).substr(0, 60));
        }
    }
}

TEST(PlainRow, EndsAsItBegan) {
    EXPECT_NE(outcome_of(R"(<x:row r="1"><c r="A1"><v>1</v></c></row>)").find("begin en einde"), std::string::npos);
    EXPECT_NE(outcome_of(R"(<row r="1"><c r="A1"><v>1</v></c></x:row>)").find("begin en einde"), std::string::npos);
}

}  // namespace
}  // namespace begroot::workbook::test
