// Writes a ledger of a million rows as a workbook and tells what it cost; scripts/bench_writing sets the two ways
// beside each other.
//
//   measure_writing begroot|libxlsxwriter FILE ROWS    prints CPU seconds and peak MB
//   measure_writing cells SOURCE FILE                  writes the cells of a workbook with libxlsxwriter alone
//
// The first two write the same cells with the same formats, heads and widths; libxlsxwriter works in its constant
// memory mode. Reading the source is no part of the time of the last.

#include "workbook/reader.hpp"
#include "workbook/writer.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>
#include <xlsxwriter.h>

namespace {

using namespace begroot;

constexpr std::size_t columns = 13;
constexpr std::array<const char*, columns> heads{"Regel",        "Jaar",        "Periode", "Rekening", "Rekeningnaam",
                                                 "Kostenplaats", "Drager",      "Dagboek", "Boeking",  "Omschrijving",
                                                 "Bedrag",       "Koppelregel", "Herkomst"};
constexpr std::array<ListKind, columns> kinds{
    ListKind::repeated, ListKind::whole,    ListKind::whole,    ListKind::repeated, ListKind::repeated,
    ListKind::repeated, ListKind::repeated, ListKind::repeated, ListKind::text,     ListKind::text,
    ListKind::cents,    ListKind::repeated, ListKind::text};

/// Makes the values of a row; texts stand in buffers that the next row overwrites.
class Ledger {
public:
    void fill(std::uint32_t row, std::span<ListValue> values) {
        constexpr std::array<const char*, 5> subjects{"Factuur", "Salaris", "Huur kantoor", "Energie & water",
                                                      "Correctie memoriaal"};
        state_ = row * std::uint64_t{0x9E3779B97F4A7C15} + 1;
        text(values, 0, "doel {}.{}", 1 + below(6), 1 + below(4));
        values[1].number = 2025;
        values[2].number = 1 + row % 12;
        const std::uint64_t account = below(300);
        text(values, 3, "{}", 4000 + account * 5);
        text(values, 4, "Rekening kosten {} en overig", account);
        text(values, 5, "KP{}", 100 + below(81));
        text(values, 6, "PRJ-{:04}", below(500));
        text(values, 7, "INK{}", below(4));
        text(values, 8, "2025{:07}/{}", row / 3, row % 3);
        text(values, 9, "{} {}", subjects[below(subjects.size())], below(100'000));
        values[10].number = static_cast<std::int64_t>(below(900'000)) - 100'000;
        text(values, 11, "Doel {} op kostenplaats", below(40));
        text(values, 12, "Mutaties!H{}", row + 2);
    }

private:
    std::uint64_t below(std::uint64_t count) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return state_ % count;
    }
    template <typename... Parts>
    void text(std::span<ListValue> values, std::size_t column, fmt::format_string<Parts...> form, Parts... parts) {
        auto& buffer = buffers_[column];
        const auto end =
            fmt::vformat_to_n(buffer.data(), buffer.size() - 1, fmt::string_view(form), fmt::make_format_args(parts...))
                .out;
        *end = '\0';
        values[column].text = {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
    }

    std::uint64_t state_ = 1;
    std::array<std::array<char, 64>, columns> buffers_{};
};

int write_with_begroot(const std::string& path, std::uint32_t rows) {
    Ledger ledger;
    Grid grid;
    grid.name = "Mutaties";
    grid.head_row = 0;
    grid.frozen_rows = 1;
    for (std::size_t i = 0; i < columns; ++i) {
        grid.cells.push_back({0, static_cast<std::uint16_t>(i), std::string(heads[i]), "", GridRole::head, {}, 0});
        grid.widths.push_back(16);
    }
    grid.list = {1, {kinds.begin(), kinds.end()}, rows, [&ledger](std::uint32_t row, std::span<ListValue> values) {
                     ledger.fill(row, values);
                 }};
    GridBook book;
    book.title = "Meting";
    book.grids.push_back(std::move(grid));
    const auto written = workbook::write_workbook(book, path);
    if (!written) fmt::print(stderr, "{}\n", to_text(written.error()));
    return written ? 0 : 1;
}

int write_with_libxlsxwriter(const std::string& path, std::uint32_t rows) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Mutaties");
    lxw_format* label = workbook_add_format(book);
    format_set_font_color(label, 0x1F2933);
    format_set_bottom(label, LXW_BORDER_THIN);
    lxw_format* money = workbook_add_format(book);
    format_set_num_format(money, "#,##0.00");
    format_set_bottom(money, LXW_BORDER_THIN);
    worksheet_set_column(sheet, 0, columns - 1, 16, nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t i = 0; i < columns; ++i)
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(i), heads[i], label);
    Ledger ledger;
    std::vector<ListValue> values(columns);
    for (std::uint32_t row = 0; row < rows; ++row) {
        ledger.fill(row, values);
        for (std::size_t i = 0; i < columns; ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            if (kinds[i] == ListKind::cents) {
                worksheet_write_number(sheet, row + 1, column, static_cast<double>(values[i].number) / 100, money);
            } else if (kinds[i] == ListKind::whole) {
                worksheet_write_number(sheet, row + 1, column, static_cast<double>(values[i].number), label);
            } else {
                worksheet_write_string(sheet, row + 1, column, values[i].text.data(), label);
            }
        }
    }
    return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}

/// Writes one cell as it was read; a formula with its stored value.
void write_copy(lxw_worksheet* sheet, const workbook::Cell& cell, const std::string& formula, lxw_format* format) {
    const auto row = cell.row();
    const auto column = static_cast<lxw_col_t>(cell.column());
    const bool is_text = cell.kind() == workbook::CellKind::text || cell.kind() == workbook::CellKind::error;
    const std::string text(is_text ? cell.text() : std::string_view());
    if (!formula.empty() && is_text) {
        worksheet_write_formula_str(sheet, row, column, formula.c_str(), format, text.c_str());
    } else if (!formula.empty()) {
        worksheet_write_formula_num(sheet, row, column, formula.c_str(), format, cell.number());
    } else if (is_text) {
        worksheet_write_string(sheet, row, column, text.c_str(), format);
    } else {
        worksheet_write_number(sheet, row, column, cell.number(), format);
    }
}

double cpu_now() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

int copy_cells(const std::string& source, const std::string& path) {
    const auto read = workbook::read_workbook(source, source);
    if (!read) {
        fmt::print(stderr, "{}\n", to_text(read.error()));
        return 1;
    }
    const double start = cpu_now();
    lxw_workbook* book = workbook_new(path.c_str());
    lxw_format* format = workbook_add_format(book);
    format_set_bottom(format, LXW_BORDER_THIN);
    std::size_t cells = 0;
    for (std::size_t i = 0; i < read->sheets.size(); ++i) {
        const workbook::Sheet& from = read->sheets[i];
        lxw_worksheet* sheet = workbook_add_worksheet(book, fmt::format("Blad {}", i + 1).c_str());
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> formulas;
        for (const workbook::Formula& one : from.formulas)
            formulas[{one.row, one.column}] = "=" + std::string(one.text);
        for (const workbook::Cell& cell : from.cells) {
            if (cell.kind() == workbook::CellKind::empty || cell.kind() == workbook::CellKind::not_computed) continue;
            const auto formula = formulas.find({cell.row(), cell.column()});
            write_copy(sheet, cell, formula == formulas.end() ? std::string() : formula->second, format);
            ++cells;
        }
    }
    if (workbook_close(book) != LXW_NO_ERROR || cells == 0) return 1;
    fmt::print("{:.3f} {}\n", cpu_now() - start, cells);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> word(words + 1, words + count);
    if (word.size() != 3) {
        fmt::print(stderr, "measure_writing: gebruik staat boven in measure_writing.cpp\n");
        return 2;
    }
    if (word[0] == "cells") return copy_cells(word[1], word[2]);
    const auto rows = static_cast<std::uint32_t>(std::stoul(word[2]));
    const int failed =
        word[0] == "begroot" ? write_with_begroot(word[1], rows) : write_with_libxlsxwriter(word[1], rows);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("{:.3f} {:.1f}\n", cpu_now(), static_cast<double>(usage.ru_maxrss) * 1024 / 1e6);
    return failed;
}
