#include "store/detail/workbook_cells.hpp"

#include "base/check.hpp"
#include "base/nearest.hpp"
#include "model/quantity.hpp"
#include "period/serial_day.hpp"
#include "store/detail/office_report.hpp"
#include "store/detail/workbook_values.hpp"
#include "store/detail/year_values.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

namespace begroot::store::detail {

namespace {

using workbook::Cell;
using workbook::CellKind;

/// A cell of the sheet, 0-based.
struct CellAt {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

std::string_view without_blanks(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string number_text(double number) { return model::write_value(number, model::Unit{}); }

/// Opens the workbooks that the model takes values from, each once.
class Workbooks {
public:
    Workbooks(const office::OfficeHelp& help, Dossier& dossier) : help_(&help), dossier_(&dossier) {}

    /// Gives the sheet that `values` names. The pointer lives as long as this.
    Result<const workbook::Sheet*> sheet_of(const WorkbookValues& values) {
        const auto path = (dossier_->model.folder / values.file).lexically_normal();
        auto found = opened_.find(path.string());
        if (found == opened_.end()) {
            auto book = open(path, values);
            if (!book) return failure(std::move(book.error()));
            found = opened_.emplace(path.string(), std::move(*book)).first;
        }
        return choose(found->second, values);
    }

private:
    Result<workbook::Workbook> open(const std::filesystem::path& path, const WorkbookValues& values) {
        const auto of_model = [&values](Error error) {
            if (error.action.empty()) error.action = "controleer uit in " + to_text(values.place);
            return failure(std::move(error));
        };
        const auto file = workbook::SourceFile::read(path, path.string(), workbook::ReadLimits{}.file_bytes_max);
        if (!file) return of_model(file.error());
        auto opened = office::open_workbook(path, *file, path.string(), {}, *help_);
        if (!opened) return of_model(std::move(opened.error()));
        report_office(*opened, path.string(), *dossier_);
        dossier_->value_files.push_back({path.string(), file->sha256()});
        return std::move(opened->workbook);
    }

    static Result<const workbook::Sheet*> choose(const workbook::Workbook& book, const WorkbookValues& values) {
        const workbook::Sheet* chosen = nullptr;
        std::vector<std::string> names;
        std::size_t fitting = 0;
        for (const workbook::Sheet& sheet : book.sheets) {
            names.push_back(sheet.source->sheet);
            const bool fits = values.sheet.empty() ? sheet.visibility == workbook::Visibility::visible
                                                   : sheet.source->sheet == values.sheet;
            if (!fits) continue;
            chosen = &sheet;
            ++fitting;
        }
        if (fitting == 1) return chosen;
        std::string all;
        for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
        const auto meant = nearest(values.sheet, names);
        return failure({ErrorKind::input, values.place,
                        values.sheet.empty() ? "\"blad\" ontbreekt in uit, en " + book.file + " heeft " +
                                                   std::to_string(fitting) + " zichtbare bladen"
                                             : "blad " + in_quotes(values.sheet) + " bestaat niet in " + book.file,
                        meant ? in_quotes(*meant) : "een van de bladen " + all, ""});
    }

    const office::OfficeHelp* help_;
    Dossier* dossier_;
    std::map<std::string, workbook::Workbook> opened_;
};

/// Reads the cells of one `uit`.
class RangeReading {
public:
    RangeReading(const WorkbookValues& values, const workbook::Sheet& sheet,
                 std::vector<const model::MemberList*> lists)
        : values_(&values), sheet_(&sheet), lists_(std::move(lists)), naming_{values.months, {}} {}

    /// Adds the values to a variable; gives what is wrong.
    ModelErrors read(model::Variable& variable) {
        const auto years = read_years();
        const bool in_columns = years_in_columns(*values_);
        const workbook::CellRange& range = values_->values;
        const std::uint32_t first = in_columns ? range.first_row : range.first_column;
        const std::uint32_t last = in_columns ? range.last_row : range.last_column;
        if (!errors_.empty()) return std::move(errors_);
        for (std::uint32_t i = first; i <= last; ++i) {
            const auto members = read_members(i - first);
            if (!members) continue;
            model::GivenSeries& series = series_of(variable, *members);
            if (series.values.empty()) {
                series.values = read_series(i, years, variable.unit);
                continue;
            }
            const workbook::CellRange& names = values_->members.value_or(range);
            refuse(in_columns ? CellAt{i, names.first_column} : CellAt{names.first_row, i},
                   {"deze leden staan er twee keer", "elk lid een keer"});
        }
        return std::move(errors_);
    }

private:
    using Years = std::vector<std::pair<std::string, YearKey>>;

    /// Gives the series of these members; `werkelijk` may have made it.
    static model::GivenSeries& series_of(model::Variable& variable, const std::vector<std::string>& members) {
        const auto found = std::ranges::find(variable.given, members, &model::GivenSeries::members);
        if (found != variable.given.end()) return *found;
        return variable.given.emplace_back(members);
    }

    void refuse(CellAt at, Refusal refusal, std::string action = "") {
        errors_.push_back({ErrorKind::input, to_place({sheet_->source, at.row, at.column}), std::move(refusal.found),
                           std::move(refusal.expected), std::move(action)});
    }

    /// Refuses what no cell may be here; gives the cell when it holds a number, a date or a text.
    const Cell* filled(CellAt at, std::string_view expected) {
        const Cell* cell = sheet_->cells.find(at.row, at.column);
        const CellKind kind = cell == nullptr ? CellKind::empty : cell->kind();
        const std::string wanted(expected);
        switch (kind) {
            case CellKind::number:
            case CellKind::date:
                return cell;
            case CellKind::text:
                if (!without_blanks(cell->text()).empty()) return cell;
                [[fallthrough]];
            case CellKind::empty:
                refuse(at, {"de cel is leeg", wanted}, "vul de cel, of verbeter uit in " + to_text(values_->place));
                return nullptr;
            case CellKind::boolean:
                refuse(at, {"de cel is waar of onwaar", wanted});
                return nullptr;
            case CellKind::error:
                refuse(at, {"de Excel-fout " + std::string(cell->text()), wanted},
                       "herstel de formule in Excel en sla het bestand op");
                return nullptr;
            case CellKind::not_computed:
                refuse(at, {"formule zonder berekende waarde", "een formule met haar uitkomst"},
                       "open het bestand in Excel of LibreOffice, bereken en sla het op, of laat LibreOffice rekenen "
                       "met --reken");
                return nullptr;
        }
        return nullptr;
    }

    /// Reads the years; refuses one that stands there twice and months that are missing.
    Years read_years() {
        Years years;
        YearValues together(naming_);
        const workbook::CellRange& range = values_->years;
        for (std::uint32_t row = range.first_row; row <= range.last_row; ++row) {
            for (std::uint32_t column = range.first_column; column <= range.last_column; ++column) {
                const std::size_t before = years.size();
                read_year({row, column}, years);
                if (years.size() == before) continue;
                if (auto refusal = together.add(years.back().first, years.back().second, {}))
                    refuse({row, column}, std::move(*refusal));
            }
        }
        if (auto refusal = together.finish(); refusal && errors_.empty())
            refuse({range.last_row, range.last_column}, std::move(*refusal));
        return years;
    }

    void read_year(CellAt at, Years& years) {
        const Cell* cell = filled(at, year_forms);
        if (cell == nullptr) return;
        std::string written;
        std::optional<YearKey> key;
        if (cell->kind() == CellKind::date) {
            const auto day = day_of_serial(cell->number());
            written =
                day ? std::to_string(day->day) + "-" + std::to_string(day->month) + "-" + std::to_string(day->year)
                    : "een datum";
            key = day ? key_of(*day) : std::nullopt;
        } else if (cell->kind() == CellKind::number) {
            const double number = cell->number();
            const bool whole = std::trunc(number) == number && std::abs(number) < 1e6;
            written = whole ? std::to_string(static_cast<std::int64_t>(number)) : number_text(number);
            key = read_year_key(written);
        } else {
            written = without_blanks(cell->text());
            key = read_year_key(written);
        }
        if (key) {
            years.emplace_back(std::move(written), *key);
        } else {
            refuse(at, {in_quotes(written) + " is geen jaar", std::string(year_forms)});
        }
    }

    /// Reads the members of the row (or column) of values with this number, 0-based; nothing when one is unknown.
    std::optional<std::vector<std::string>> read_members(std::uint32_t number) {
        std::vector<std::string> members;
        for (std::uint32_t i = 0; values_->members && i < lists_.size(); ++i) {
            const workbook::CellRange& range = *values_->members;
            const CellAt at = years_in_columns(*values_) ? CellAt{range.first_row + number, range.first_column + i}
                                                         : CellAt{range.first_row + i, range.first_column + number};
            const model::MemberList& list = *lists_[i];
            const Cell* cell = filled(at, "een lid van de lijst " + list.name);
            if (cell == nullptr) return std::nullopt;
            const std::string word(cell->kind() == CellKind::text ? without_blanks(cell->text())
                                                                  : number_text(cell->number()));
            if (std::ranges::find(list.members, word) == list.members.end()) {
                const auto meant = nearest(word, list.members);
                refuse(at, {in_quotes(word) + " is geen lid van de lijst " + list.name,
                            meant ? in_quotes(*meant) : "een van de leden"});
                return std::nullopt;
            }
            members.push_back(word);
        }
        return members;
    }

    std::map<std::int32_t, model::GivenValue> read_series(std::uint32_t number, const Years& years,
                                                          const model::Unit& unit) {
        YearValues read(naming_);
        bool complete = true;
        const workbook::CellRange& range = values_->values;
        for (std::uint32_t i = 0; i < years.size(); ++i) {
            const CellAt at = years_in_columns(*values_) ? CellAt{number, range.first_column + i}
                                                         : CellAt{range.first_row + i, number};
            const auto value = read_value(at, unit);
            complete = complete && value;
            if (!value) continue;
            const Place place = to_place({sheet_->source, at.row, at.column});
            const auto refusal = read.add(years[i].first, years[i].second, {*value, values_->status, place});
            BEGROOT_CHECK(!refusal, "de jaren zijn al nagekeken");
        }
        const auto refusal = complete ? read.finish() : std::nullopt;
        BEGROOT_CHECK(!refusal, "de maanden zijn al geteld");
        return read.take();
    }

    std::optional<double> read_value(CellAt at, const model::Unit& unit) {
        const Cell* cell = filled(at, "een getal");
        if (cell == nullptr) return std::nullopt;
        auto value = number_of(*cell, unit);
        if (value) return *value;
        refuse(at, std::move(value.error()));
        return std::nullopt;
    }

    [[nodiscard]] std::expected<double, Refusal> number_of(const Cell& cell, const model::Unit& unit) const {
        if (cell.kind() == CellKind::text) return read_number_text(without_blanks(cell.text()), unit);
        if (cell.kind() == CellKind::date) return std::unexpected(Refusal{"de cel is een datum", "een getal"});
        const double number = cell.number();
        if (!unit.percent || number == 0) return within_limits(number);
        if (!values_->percentages) {
            return std::unexpected(
                Refusal{number_text(number) + " is een getal, en " + values_->variable + " is een percentage",
                        "in uit: procenten = true (2,3 is 2,3%) of procenten = false (0,023 is "
                        "2,3%, zo bewaart Excel een cel met opmaak %)"});
        }
        constexpr double hundred = 100;
        return within_limits(*values_->percentages ? number / hundred : number);
    }

    const WorkbookValues* values_;
    const workbook::Sheet* sheet_;
    std::vector<const model::MemberList*> lists_;
    YearNaming naming_;
    ModelErrors errors_;
};

}  // namespace

ModelErrors read_workbook_values(const office::OfficeHelp& help, Dossier& dossier) {
    ModelErrors errors;
    if (!dossier.model.multi_year) return errors;
    model::Definition& definition = *dossier.model.multi_year;
    Workbooks workbooks(help, dossier);
    for (const WorkbookValues& values : dossier.model.workbook_values) {
        const auto sheet = workbooks.sheet_of(values);
        if (!sheet) {
            errors.push_back(sheet.error());
            continue;
        }
        const auto variable = std::ranges::find(definition.variables, values.variable, &model::Variable::code);
        if (variable == definition.variables.end()) continue;  // the code is wrong, which was told
        std::vector<const model::MemberList*> lists;
        for (const std::string& list : variable->lists)
            lists.push_back(&*std::ranges::find(definition.lists, list, &model::MemberList::name));
        auto found = RangeReading(values, **sheet, std::move(lists)).read(*variable);
        std::ranges::move(found, std::back_inserter(errors));
    }
    return errors;
}

}  // namespace begroot::store::detail
