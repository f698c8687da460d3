#include "store/detail/workbook_values.hpp"

#include <string>
#include <string_view>

namespace begroot::store::detail {

namespace {

using workbook::CellRange;

std::uint64_t rows_of(const CellRange& range) { return std::uint64_t{range.last_row} - range.first_row + 1; }
std::uint64_t columns_of(const CellRange& range) { return std::uint64_t{range.last_column} - range.first_column + 1; }

std::string size_text(std::uint64_t rows, std::uint64_t columns) {
    return std::to_string(rows) + (rows == 1 ? " rij en " : " rijen en ") + std::to_string(columns) +
           (columns == 1 ? " kolom" : " kolommen");
}

std::optional<CellRange> read_range(const Section& section, std::string_view key) {
    const std::string text = section.required_text(key);
    if (text.empty()) return std::nullopt;
    auto range = workbook::parse_cell_range(text);
    if (!range) {
        section.fail(key, "\"" + text + "\" is geen bereik van cellen", "bijvoorbeeld \"B3:K3\"");
    } else if (rows_of(*range) * columns_of(*range) > range_cells_max) {
        section.fail(key, "\"" + text + "\" is een bereik van " + size_text(rows_of(*range), columns_of(*range)),
                     "hoogstens " + std::to_string(range_cells_max) + " cellen");
        range.reset();
    }
    return range;
}

/// Reports a range of another size than the years and members ask.
void check_size(const Section& section, std::string_view key, const CellRange& range, std::uint64_t across,
                std::uint64_t along, bool in_columns) {
    const std::uint64_t rows = in_columns ? across : along;
    const std::uint64_t columns = in_columns ? along : across;
    if (rows_of(range) == rows && columns_of(range) == columns) return;
    section.fail(key, "\"" + std::string(key) + "\" is " + size_text(rows_of(range), columns_of(range)),
                 size_text(rows, columns) + ", zoals jaren en leden vragen");
}

void check_ranges(const Section& section, const WorkbookValues& values, std::size_t lists) {
    if (rows_of(values.years) > 1 && columns_of(values.years) > 1) {
        section.fail("jaren", "\"jaren\" is " + size_text(rows_of(values.years), columns_of(values.years)),
                     "een rij of een kolom met jaren");
        return;
    }
    const bool in_columns = years_in_columns(values);
    const std::uint64_t years = in_columns ? columns_of(values.years) : rows_of(values.years);
    std::uint64_t series = 1;
    if (values.members) {
        series = in_columns ? rows_of(*values.members) : columns_of(*values.members);
        check_size(section, "leden", *values.members, series, lists, in_columns);
    }
    check_size(section, "waarden", values.values, series, years, in_columns);
}

}  // namespace

bool years_in_columns(const WorkbookValues& values) {
    const bool is_one_year = rows_of(values.years) == 1 && columns_of(values.years) == 1;
    return is_one_year ? columns_of(values.values) == 1 : rows_of(values.years) == 1;
}

std::optional<WorkbookValues> read_workbook_range(const Section& section, const model::Variable& variable,
                                                  const ValueReading& how) {
    const auto inside = section.child("uit", "[[aanname]].uit");
    if (!inside) return std::nullopt;
    WorkbookValues made;
    made.variable = variable.code;
    made.place = section.place("uit");
    made.status = how.status;
    made.months = how.naming.months;
    made.file = inside->required_text("bestand");
    made.sheet = inside->text_or("blad", "");
    made.percentages = inside->flag("procenten");
    if (made.percentages && !variable.unit.percent)
        inside->fail("procenten", "procenten bij een waarde in " + to_text(variable.unit), "de sleutel weglaten");
    const bool needs_members = !variable.lists.empty();
    if (needs_members && !inside->has("leden"))
        inside->fail("leden", "\"leden\" ontbreekt in uit van " + variable.code,
                     "het bereik met de leden van " + variable.lists.front());
    if (!needs_members && inside->has("leden"))
        inside->fail("leden", "\"leden\" bij " + variable.code + ", die over geen lijst loopt", "de sleutel weglaten");
    const auto values = read_range(*inside, "waarden");
    const auto years = read_range(*inside, "jaren");
    if (inside->has("leden")) made.members = read_range(*inside, "leden");
    if (!values || !years || needs_members != made.members.has_value()) return std::nullopt;
    made.values = *values;
    made.years = *years;
    check_ranges(*inside, made, variable.lists.size());
    return made;
}

}  // namespace begroot::store::detail
