#include "exchange/fill_mapping.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/sheet_grid.hpp"

#include <algorithm>
#include <cstddef>

namespace begroot::exchange {

namespace {

using detail::normalise;
using workbook::Cell;

/// Where the columns of a mapping are.
struct MappedColumns {
    std::uint32_t header_row = 0;
    std::uint32_t key = 0;
    std::vector<std::uint32_t> amounts;  ///< in the order of the mapping
};

/// Gives the column of a head in a row; nothing where the row does not have it.
std::optional<std::uint32_t> column_of(std::span<const Cell> row, const std::string& head) {
    const std::string wanted = normalise(head);
    for (const Cell& cell : row) {
        if (normalise(detail::shown_text(cell)) == wanted) return cell.column();
    }
    return std::nullopt;
}

/// Finds all heads in one row; nothing where one is missing, whose name then stands in `missing`.
std::optional<MappedColumns> heads_in(std::span<const Cell> row, const FillMapping& mapping, std::string& missing) {
    MappedColumns columns;
    const auto key = column_of(row, mapping.key_head);
    if (!key) {
        missing = mapping.key_head;
        return std::nullopt;
    }
    columns.key = *key;
    for (const auto& [head, amount] : mapping.columns) {
        const auto column = column_of(row, head);
        if (!column) {
            missing = head;
            return std::nullopt;
        }
        columns.amounts.push_back(*column);
    }
    columns.header_row = row.front().row();
    return columns;
}

class MappingFinder {
public:
    MappingFinder(const workbook::Workbook& workbook, const FillMapping& mapping, Findings& findings)
        : workbook_(&workbook), mapping_(&mapping), findings_(&findings) {}

    [[nodiscard]] std::vector<MappedCell> run() {
        const auto sheet = std::ranges::find_if(workbook_->sheets, [this](const workbook::Sheet& one) {
            return one.source && normalise(one.source->sheet) == normalise(mapping_->sheet);
        });
        if (sheet == workbook_->sheets.end()) {
            miss("vul_blad_ontbreekt", "blad \"" + mapping_->sheet + "\" is er niet",
                 "een blad van " + workbook_->file);
            return {};
        }
        const detail::SheetGrid grid(*sheet);
        const auto columns = find_columns(grid);
        if (!columns) return {};
        return cells_of(grid, *columns, static_cast<std::uint32_t>(sheet - workbook_->sheets.begin()));
    }

private:
    [[nodiscard]] std::optional<MappedColumns> find_columns(const detail::SheetGrid& grid) {
        std::string missing;
        if (mapping_->header_row) {
            const auto row = grid.row(*mapping_->header_row - 1);
            auto columns = row.empty() ? std::nullopt : heads_in(row, *mapping_, missing);
            if (!columns) miss_head(missing.empty() ? mapping_->key_head : missing);
            return columns;
        }
        std::string nearly;  // missing in a row that does have the key's head
        for (const std::span<const Cell> row : grid.sheet().cells.rows()) {
            auto columns = heads_in(row, *mapping_, missing);
            if (columns) return columns;
            if (missing != mapping_->key_head && nearly.empty()) nearly = missing;
        }
        miss_head(nearly.empty() ? mapping_->key_head : nearly);
        return std::nullopt;
    }

    [[nodiscard]] std::vector<MappedCell> cells_of(const detail::SheetGrid& grid, const MappedColumns& columns,
                                                   std::uint32_t sheet) {
        std::vector<MappedCell> cells;
        std::vector<bool> seen(mapping_->rows.size());
        for (const std::span<const Cell> row : grid.sheet().cells.rows(columns.header_row + 1)) {
            const auto key = std::ranges::find(row, columns.key, &Cell::column);
            const std::string text = key == row.end() ? "" : detail::shown_text(*key);
            if (text.empty()) continue;
            const auto named = std::ranges::find_if(
                mapping_->rows, [&text](const auto& one) { return normalise(one.first) == normalise(text); });
            const bool is_named = named != mapping_->rows.end();
            if (is_named) seen[static_cast<std::size_t>(named - mapping_->rows.begin())] = true;
            for (std::size_t i = 0; i < columns.amounts.size(); ++i) {
                cells.push_back({sheet,
                                 {row.front().row(), columns.amounts[i]},
                                 mapping_->columns[i].second,
                                 is_named ? named->second : text,
                                 is_named});
            }
        }
        for (std::size_t i = 0; i < seen.size(); ++i) {
            if (!seen[i])
                miss("vul_rij_ontbreekt", "rij \"" + mapping_->rows[i].first + "\" is er niet",
                     "een rij van blad " + mapping_->sheet);
        }
        return cells;
    }

    void miss_head(const std::string& head) {
        miss("vul_kop_ontbreekt", "kop \"" + head + "\" is er niet", "een kop van blad " + mapping_->sheet);
    }

    void miss(std::string kind, std::string found, std::string expected) {
        findings_->push_back({Severity::error, std::move(kind), mapping_->place, std::move(found), std::move(expected),
                              "verbeter [[invulling]]"});
    }

    const workbook::Workbook* workbook_;
    const FillMapping* mapping_;
    Findings* findings_;
};

}  // namespace

std::vector<MappedCell> find_mapped_cells(const workbook::Workbook& workbook, const FillMapping& mapping,
                                          Findings& findings) {
    return MappingFinder(workbook, mapping, findings).run();
}

}  // namespace begroot::exchange
