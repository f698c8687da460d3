#pragma once
// Short ways to read a workbook that a test has in memory, and to say what came out.

#include "zip_builder.hpp"

#include "workbook/read_limits.hpp"
#include "workbook/reader.hpp"
#include "workbook/workbook.hpp"

#include <charconv>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace begroot::workbook::test {

/// Reads parts zipped together, as `begroting.xlsx`.
inline Result<Workbook> read_parts(const std::vector<ZipPart>& parts, const ReadOptions& options = {}) {
    return read_workbook(bytes_of(zip(parts)), "begroting.xlsx", options);
}

/// Reads the smallest workbook around these parts.
inline Result<Workbook> read(const WorkbookParts& parts, const ReadOptions& options = {}) {
    return read_parts(workbook_parts(parts), options);
}

/// Reads the smallest workbook around one row 1 of cells.
inline Result<Workbook> read_row(const std::string& cells, const std::string& shared_strings = "",
                                 const std::string& styles = "") {
    WorkbookParts parts;
    parts.sheet_data = "<row r=\"1\">" + cells + "</row>";
    parts.shared_strings = shared_strings;
    parts.styles = styles;
    return read(parts);
}

inline const char* kind_name(CellKind kind) {
    switch (kind) {
        case CellKind::empty:
            return "leeg";
        case CellKind::number:
            return "getal";
        case CellKind::date:
            return "datum";
        case CellKind::text:
            return "tekst";
        case CellKind::boolean:
            return "waarheid";
        case CellKind::error:
            return "fout";
        case CellKind::not_computed:
            return "niet berekend";
    }
    return "";
}

/// Writes a number in its shortest form.
inline std::string shortest(double number) {
    char buffer[40];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    return error == std::errc{} ? std::string(buffer, end) : "?";
}

/// Writes a cell on one line: `B2 datum 45292.75 formule`.
inline std::string to_line(const Cell& cell) {
    std::string line = cell_name(cell.row(), cell.column()) + " " + kind_name(cell.kind());
    const CellKind kind = cell.kind();
    const bool numeric = kind == CellKind::number || kind == CellKind::date || kind == CellKind::boolean;
    if (numeric) line += " " + shortest(cell.number());
    if (!cell.text().empty()) line += " " + std::string(cell.text());
    if (cell.is_formula()) line += " formule";
    return line;
}

/// Writes the cells of a sheet, a line each.
inline std::string to_lines(const Sheet& sheet) {
    std::string lines;
    for (const Cell& cell : sheet.cells) lines += to_line(cell) + "\n";
    return lines;
}

/// Writes an error with its parts apart: `plaats: gevonden | verwacht | actie`.
inline std::string to_line(const Error& error) {
    return to_text(error.place) + ": " + error.found + " | " + error.expected + " | " + error.action;
}

/// Writes the cells of the first sheet, or the error.
inline std::string outcome(const Result<Workbook>& workbook) {
    if (!workbook) return to_line(workbook.error()) + "\n";
    return workbook->sheets.empty() ? "geen bladen\n" : to_lines(workbook->sheets.front());
}

}  // namespace begroot::workbook::test
