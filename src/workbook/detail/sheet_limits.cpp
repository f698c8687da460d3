#include "workbook/detail/sheet_limits.hpp"

#include "workbook/detail/sheet_layout.hpp"
#include "workbook/detail/sheet_text.hpp"

#include <algorithm>
#include <string>

namespace begroot::workbook::writing {

namespace {

constexpr std::string_view forbidden = "[]:*?/\\";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

Error name_error(const std::string& name, std::string found) {
    return {.place = {},
            .found = "\"" + name + "\" kan geen bladnaam zijn: " + std::move(found),
            .expected = "1 tot 31 tekens, zonder [ ] : * ? / \\ en niet twee keer dezelfde",
            .action = "geef de tabel een andere naam"};
}

Result<void> check_name(const std::string& name) {
    if (name.empty()) return failure(name_error(name, "de naam is leeg"));
    if (sheet_text(name) != name || name.contains('\n')) return failure(name_error(name, "er staat een stuurteken in"));
    if (sheet_text(name, sheet_name_units_max) != name) return failure(name_error(name, "de naam is te lang"));
    if (name.find_first_of(forbidden) != std::string::npos)
        return failure(name_error(name, "er staat een verboden teken in"));
    if (name.front() == '\'' || name.back() == '\'')
        return failure(name_error(name, "begint of eindigt met een apostrof"));
    if (same_sheet_name(name, "History")) return failure(name_error(name, "die naam houdt Excel voor zichzelf"));
    return {};
}

Result<void> check_size(const Table& table) {
    const std::size_t rows = title_lines(table) + table.rows.size() + table.notes.size() + 4;  // head and blank rows
    if (rows > sheet_rows_max) {
        return failure({.place = {.file = {}, .sheet = table.name, .cell = {}},
                        .found = "de tabel telt " + std::to_string(table.rows.size()) + " rijen",
                        .expected = "hooguit " + std::to_string(sheet_rows_max) + " rijen op een blad",
                        .action = "schrijf deze tabel als csv"});
    }
    if (table.columns.size() > sheet_columns_max) {
        return failure({.place = {.file = {}, .sheet = table.name, .cell = {}},
                        .found = "de tabel telt " + std::to_string(table.columns.size()) + " kolommen",
                        .expected = "hooguit " + std::to_string(sheet_columns_max) + " kolommen op een blad",
                        .action = "schrijf deze tabel als csv"});
    }
    return {};
}

}  // namespace

bool same_sheet_name(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

Result<void> check_limits(const Document& document) {
    for (std::size_t i = 0; i < document.tables.size(); ++i) {
        const Table& table = document.tables[i];
        if (auto named = check_name(table.name); !named) return named;
        for (std::size_t j = 0; j < i; ++j) {
            if (same_sheet_name(document.tables[j].name, table.name)) {
                return failure(name_error(table.name, "een ander blad heet al zo"));
            }
        }
        if (auto fits = check_size(table); !fits) return fits;
    }
    return {};
}

}  // namespace begroot::workbook::writing
