#include "ledger_file.hpp"

#include "workbook/zip_builder.hpp"

#include <array>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

namespace begroot::bench {

namespace {

using workbook::test::ZipPart;

constexpr std::string_view main_ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Deflates a part a window at a time.
ZipPart deflated(std::string name, const std::string& data) {
    constexpr std::size_t window_bytes = std::size_t{1} << 20;
    std::string level_buffer(ISAL_DEF_LVL2_DEFAULT, '\0');
    std::string window(window_bytes, '\0');
    ZipPart part{std::move(name), "", 8, data.size(), 0};
    part.crc32 = crc32_gzip_refl(0, reinterpret_cast<const unsigned char*>(data.data()), data.size());
    isal_zstream stream;
    isal_deflate_init(&stream);
    stream.level = 2;
    stream.level_buf = reinterpret_cast<std::uint8_t*>(level_buffer.data());
    stream.level_buf_size = static_cast<std::uint32_t>(level_buffer.size());
    stream.next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<std::uint32_t>(data.size());
    stream.end_of_stream = 1;
    do {
        stream.next_out = reinterpret_cast<std::uint8_t*>(window.data());
        stream.avail_out = static_cast<std::uint32_t>(window.size());
        isal_deflate(&stream);
        part.data.append(window, 0, window.size() - stream.avail_out);
    } while (stream.internal_state.state != ZSTATE_END);
    return part;
}

/// Writes the rows of the sheet, and the texts if they are shared.
class LedgerXml {
public:
    LedgerXml(Texts texts, std::uint32_t seed) : texts_(texts), random_(seed) {}

    void heads() {
        constexpr std::array<const char*, 12> heads{"Datum",        "Rekening",     "Rekeningnaam", "Kostenplaats",
                                                    "Kostendrager", "Omschrijving", "Boekstuk",     "Relatie",
                                                    "Debet",        "Credit",       "BTW-code",     "Periode"};
        start_row(1);
        for (char column = 'A'; const char* head : heads) text(column++, head);
        sheet_ += "</row>";
    }

    void row(std::uint32_t row, std::uint32_t rows) {
        constexpr std::array<const char*, 5> subjects{"Factuur", "Salaris", "Huur kantoor", "Energie",
                                                      "Correctie memoriaal"};
        constexpr std::array<const char*, 4> codes{"H21", "L9", "V", "G"};
        start_row(row);
        number('A', 1, fmt::format("{}", 45'292 + std::uint64_t{row} * 366 / (rows + 1)));
        const std::uint32_t account = below(300);
        text('B', fmt::format("{}", 4000 + account * 5));
        text('C', fmt::format("Rekening kosten {} &amp; overig", account));
        text('D', fmt::format("KP{}", 100 + below(81)));
        if (below(10) < 3) text('E', fmt::format("PRJ-{:04}", 1 + below(500)));
        text('F', fmt::format("{} {}", subjects[below(subjects.size())], 1 + below(99'999)));
        text('G', fmt::format("2024{:07}", row));
        text('H', fmt::format("Relatie {} B.V. – Zoetermeer", below(4000)));
        const std::uint32_t cents = 1 + below(100) * below(9000);
        number(below(2) == 0 ? 'I' : 'J', 2, fmt::format("{}.{:02}", cents / 100, cents % 100));
        text('K', codes[below(codes.size())]);
        number('L', 0, fmt::format("{}", 1 + std::uint64_t{row} * 12 / (rows + 1)));
        sheet_ += "</row>";
    }

    [[nodiscard]] const std::string& sheet() const { return sheet_; }
    [[nodiscard]] std::string shared_texts() const {
        return fmt::format(R"(<sst xmlns="{}" uniqueCount="{}">)", main_ns, index_.size()) + shared_ + "</sst>";
    }

private:
    /// Picks a number below `count`; the same on every machine, which a standard distribution is not.
    std::uint32_t below(std::size_t count) { return static_cast<std::uint32_t>(random_() % count); }

    void start_row(std::uint32_t row) {
        row_ = row;
        sheet_ += fmt::format(R"(<row r="{}" spans="1:12">)", row);
    }

    void number(char column, int style, const std::string& digits) {
        sheet_ += fmt::format(R"(<c r="{}{}" s="{}"><v>{}</v></c>)", column, row_, style, digits);
    }

    void text(char column, const std::string& characters) {
        if (texts_ == Texts::in_cells) {
            sheet_ += fmt::format(R"(<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>)", column, row_, characters);
            return;
        }
        const auto [found, is_new] = index_.emplace(characters, index_.size());
        if (is_new) shared_ += "<si><t>" + characters + "</t></si>";
        sheet_ += fmt::format(R"(<c r="{}{}" t="s"><v>{}</v></c>)", column, row_, found->second);
    }

    Texts texts_;
    std::uint32_t row_ = 0;
    std::mt19937 random_;
    std::string sheet_;
    std::string shared_;
    std::unordered_map<std::string, std::size_t> index_;
};

/// Says what the parts are: openpyxl asks for it, begroot does not.
std::string content_types() {
    std::string types = R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
                        R"(<Default Extension="rels" )"
                        R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)";
    for (const auto& [part, type] : {std::pair{"workbook", "sheet.main"}, std::pair{"worksheets/sheet1", "worksheet"},
                                     std::pair{"sharedStrings", "sharedStrings"}, std::pair{"styles", "styles"}}) {
        types += fmt::format(R"(<Override PartName="/xl/{}.xml" ContentType=)"
                             R"("application/vnd.openxmlformats-officedocument.spreadsheetml.{}+xml"/>)",
                             part, type);
    }
    return types + "</Types>";
}

}  // namespace

void write_ledger(const std::filesystem::path& path, std::uint32_t rows, Texts texts, std::uint32_t seed) {
    LedgerXml ledger(texts, seed);
    ledger.heads();
    for (std::uint32_t row = 2; row <= rows + 1; ++row) ledger.row(row, rows);
    workbook::test::WorkbookParts parts;
    parts.shared_strings = "<si/>";
    parts.styles = R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="4"/></cellXfs>)";
    std::vector<ZipPart> zip_parts = workbook::test::workbook_parts(parts);
    zip_parts.push_back({"[Content_Types].xml", content_types()});
    for (ZipPart& part : zip_parts) {
        if (part.name == "_rels/.rels") {
            part.data = fmt::format(R"(<Relationships xmlns="{0}/package/2006/relationships"><Relationship Id="rId1" )"
                                    R"(Type="{0}/officeDocument/2006/relationships/officeDocument" )"
                                    R"(Target="xl/workbook.xml"/></Relationships>)",
                                    "http://schemas.openxmlformats.org");
        } else if (part.name == "xl/worksheets/sheet1.xml") {
            part = deflated(part.name, fmt::format(R"(<worksheet xmlns="{}"><sheetData>)", main_ns) + ledger.sheet() +
                                           "</sheetData></worksheet>");
        } else if (part.name == "xl/sharedStrings.xml") {
            part = deflated(part.name, ledger.shared_texts());
        }
    }
    std::ofstream(path, std::ios::binary) << workbook::test::zip(zip_parts);
}

}  // namespace begroot::bench
