#pragma once
// Where everything stands in a living workbook: a sheet and a row for every series, a column for every year.

#include "live/export.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace begroot::live::detail {

inline constexpr std::uint32_t first_figure_row = 4;  ///< 0-based, below title, subtitle and head
inline constexpr std::uint32_t head_row = 3;
inline constexpr std::uint16_t label_columns = 4;  ///< omschrijving, code, eenheid, soort

inline constexpr const char* sheet_drivers = "Aannames";
inline constexpr const char* sheet_calculations = "Berekeningen";
inline constexpr const char* sheet_lines = "Baten en lasten";
inline constexpr const char* sheet_balance = "Balans";
inline constexpr const char* sheet_cash = "Kasstroom";
inline constexpr const char* sheet_ratios = "Kengetallen";
inline constexpr const char* sheet_scenarios = "Scenario's";
inline constexpr const char* sheet_check = "Controle";
inline constexpr const char* sheet_explanation = "Toelichting";
inline constexpr const char* head_remark = "Toelichting";

/// A part of a row that is a sum: a series in the row's year, or so many years before.
struct FlowPart {
    std::uint32_t series = 0;
    double sign = 1;
    std::int32_t years_before = 0;
};

/// One row of a sheet of figures.
struct PlacedRow {
    enum class Kind : std::uint8_t { series, unadjusted, flow, section, blank };
    Kind kind = Kind::series;
    std::uint32_t series = 0;
    std::string text;  ///< of a section or a flow
    bool total = false;
    std::string rubric = {};           ///< of a flow
    std::vector<FlowPart> parts = {};  ///< of a flow: amounts that add up to it; without one of them a year stays empty
};

/// A sheet of figures with its rows from `first_figure_row` on.
struct PlacedSheet {
    std::string name;
    std::string title;
    std::vector<PlacedRow> rows;
};

/// Places all series.
class Layout {
public:
    explicit Layout(const ExportInput& input);

    [[nodiscard]] const std::vector<PlacedSheet>& sheets() const { return sheets_; }
    [[nodiscard]] std::int32_t first_year() const { return first_year_; }
    [[nodiscard]] std::int32_t last_year() const { return last_year_; }
    [[nodiscard]] std::uint16_t column_of(std::int32_t year) const {
        return static_cast<std::uint16_t>(label_columns + (year - first_year_));
    }
    /// Gives the column for remarks of the reader's own, behind the years.
    [[nodiscard]] std::uint16_t remark_column() const { return static_cast<std::uint16_t>(column_of(last_year_) + 1); }
    /// Tells whether any scenario changes a series; then it has a row of its own without scenarios.
    [[nodiscard]] bool is_changed(std::uint32_t series) const { return changed_.contains(series); }
    /// Gives sheet and row of a series; `unadjusted`: of its row without scenarios when it has one.
    [[nodiscard]] std::pair<const std::string*, std::uint32_t> place_of(std::uint32_t series, bool unadjusted) const;
    /// Writes a node's cell as seen from a sheet: `H12`, `'Baten en lasten'!H12`.
    [[nodiscard]] std::string cell(const model::Graph& graph, model::NodeId node, bool unadjusted,
                                   const std::string& from_sheet) const;
    /// Writes a sum of nodes as seen from a sheet, neighbours as ranges, closed.
    [[nodiscard]] std::string sum(const model::Graph& graph, const std::vector<model::GroupTerm>& terms,
                                  const std::string& from_sheet) const;

private:
    void place(PlacedSheet& sheet, std::uint32_t series, bool total = false);
    void place_lines(const ExportInput& input);
    void place_balance(const ExportInput& input);
    void place_cash_flow(const ExportInput& input);
    void place_kind(const ExportInput& input, model::VariableKind kind, const char* name, const char* title);
    void index_rows();

    std::vector<PlacedSheet> sheets_;
    std::set<std::uint32_t> changed_;
    std::map<std::uint32_t, std::pair<std::size_t, std::uint32_t>> rows_;  ///< series: sheet, row
    std::map<std::uint32_t, std::pair<std::size_t, std::uint32_t>> unadjusted_rows_;
    std::int32_t first_year_ = 0;
    std::int32_t last_year_ = 0;
};

/// Gives the title of a variable with the members of one of its series: `Verplichte afdracht so, laag`.
[[nodiscard]] std::string titled(const model::Variable& variable, const model::Series& series);

/// Writes a sheet's name as a formula does: `'Baten en lasten'!`.
[[nodiscard]] std::string sheet_prefix(const std::string& name);

}  // namespace begroot::live::detail
