// Reads one file of a stranger and says what came of it: `gelezen CELLEN` or `geweigerd MELDING`; with --cellen every
// cell behind it, one a line, for a second reader to compare: blad, cel, soort and value, separated by tabs.

#include "base/error.hpp"
#include "exchange/audit_file.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"

#include <cstdio>
#include <string>
#include <string_view>

namespace {

using begroot::workbook::Cell;
using begroot::workbook::CellKind;

/// Keeps a value on its line.
std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (c == '\\') {
            line += "\\\\";
        } else if (c == '\n') {
            line += "\\n";
        } else if (c == '\t') {
            line += "\\t";
        } else if (c == '\r') {
            line += "\\r";
        } else {
            line += c;
        }
    }
    return line;
}

void print_cell(const std::string& sheet, const Cell& cell) {
    const std::string place = one_line(sheet) + "\t" + begroot::cell_name(cell.row(), cell.column()) + "\t";
    switch (cell.kind()) {
        case CellKind::number:
            std::printf("%sgetal\t%.17g\n", place.c_str(), cell.number());
            break;
        case CellKind::date:
            std::printf("%sdatum\t%.17g\n", place.c_str(), cell.number());
            break;
        case CellKind::boolean:
            std::printf("%sjanee\t%d\n", place.c_str(), cell.number() != 0.0 ? 1 : 0);
            break;
        case CellKind::text:
            std::printf("%stekst\t%s\n", place.c_str(), one_line(cell.text()).c_str());
            break;
        case CellKind::error:
            std::printf("%sfout\t%s\n", place.c_str(), one_line(cell.text()).c_str());
            break;
        case CellKind::not_computed:
            std::printf("%sleeg\tformule\n", place.c_str());
            break;
        case CellKind::empty:
            break;
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const bool cells = argc > 2 && std::string_view(argv[2]) == "--cellen";
    const auto refuse = [](const begroot::Error& error) {
        std::printf("geweigerd %s\n", one_line(to_text(error)).c_str());
        return 0;
    };
    const auto file =
        begroot::workbook::SourceFile::read(argv[1], argv[1], begroot::workbook::ReadLimits{}.file_bytes_max);
    if (!file) return refuse(file.error());
    if (begroot::exchange::looks_like_audit_file(file->bytes())) {
        begroot::exchange::SourceSettings settings;
        settings.account_kinds = {{begroot::Side::expense, "*"}};
        const auto reading = begroot::exchange::read_audit_file(file->bytes(), argv[1], file->sha256(), settings);
        if (!reading) return refuse(reading.error());
        std::printf("gelezen %zu boekingen\n", reading->ledger.postings.size());
        return 0;
    }
    const auto book = begroot::workbook::read_workbook(*file, argv[1]);
    if (!book) return refuse(book.error());
    std::size_t count = 0;
    for (const auto& sheet : book->sheets) count += sheet.cells.size();
    std::printf("gelezen %zu cellen\n", count);
    for (const auto& sheet : book->sheets) {
        if (!cells) break;
        for (const Cell& cell : sheet.cells) print_cell(sheet.source->sheet, cell);
    }
    return 0;
}
