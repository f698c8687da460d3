#include "exchange/detail/recognise.hpp"

#include "exchange/detail/label.hpp"
#include "exchange/detail/notation.hpp"
#include "exchange/detail/variance_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace begroot::exchange::detail {

namespace {

constexpr double score_least = 0.6;
constexpr double score_apart = 0.05;  // closer than this is a tie
constexpr std::size_t heads_least = 3;
constexpr std::uint32_t headless_columns_least = 4;
constexpr std::uint32_t headless_columns_most = 5;  // with a cost centre

/// The heads of one row as a profile names them: alone, and joined to the head above.
struct RowHeads {
    std::set<std::string, std::less<>> keys;
    std::size_t count = 0;
};

RowHeads row_heads(const SheetGrid& grid, std::uint32_t row) {
    RowHeads heads;
    for (const Head& head : heads_of_row(grid, row)) {
        if (!head.own) continue;
        ++heads.count;
        heads.keys.insert(head.key);
        if (!head.upper_key.empty()) heads.keys.insert(head.upper_key + head.key);
    }
    return heads;
}

/// Weighs how much of the row the profile explains twice, and how much of the profile the row has once. Open data has
/// many columns beside its keys, so there only the second counts.
Candidate weigh(const Profile& profile, const RowHeads& heads) {
    Candidate candidate{.profile = &profile};
    for (std::string_view rest = profile.heads; !rest.empty();) {
        const std::string_view head = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), head.size() + 1));
        ++candidate.expected;
        if (heads.keys.contains(head)) ++candidate.matched;
    }
    if (candidate.matched < std::min(heads_least, candidate.expected) || heads.count == 0) return candidate;
    const auto share = [&candidate](std::size_t of) {
        return static_cast<double>(candidate.matched) / static_cast<double>(of);
    };
    const double recall = share(candidate.expected);
    candidate.score = profile.shape == Shape::reference ? recall : (2 * std::min(1.0, share(heads.count)) + recall) / 3;
    return candidate;
}

/// Weighs the profiles of packages against the first rows of a sheet.
void weigh_packages(const workbook::Sheet& sheet, std::vector<Candidate>& candidates) {
    const SheetGrid grid(sheet);
    for (const Profile& profile : profiles()) {
        if (profile.heads.empty()) continue;
        Candidate best;
        for (std::uint32_t row = 0; row < std::min(header_rows_max, grid.row_count()); ++row) {
            Candidate here = weigh(profile, row_heads(grid, row));
            if (here.score <= best.score) continue;
            best = here;
            best.header_row = row;
        }
        if (best.score < score_least) continue;
        best.sheet = &sheet;
        candidates.push_back(best);
    }
}

bool has_ledger_amounts(const Header& header) {
    return header.has(ledger_amount) || (header.has(ledger_debit) && header.has(ledger_credit));
}

bool has_closing(const Header& header) {
    return header.has(ledger_closing) || (header.has(ledger_closing_debit) && header.has(ledger_closing_credit));
}

bool fits_ledger(const Header& header) {
    const bool dated = header.has(ledger_period) || header.has(ledger_year_period) || header.has(ledger_date);
    return (has_ledger_amounts(header) && dated) || has_closing(header) ||
           (has_ledger_amounts(header) && header.has(ledger_opening_debit));
}

std::size_t found_months(const Header& header) {
    return static_cast<std::size_t>(std::count_if(header.columns.begin() + budget_month,
                                                  header.columns.begin() + budget_year,
                                                  [](const auto& column) { return column.has_value(); }));
}

bool names_school_year(const Header& header) {
    return std::ranges::any_of(header.heads, [](const Head& head) { return head.school_year.has_value(); });
}

/// Counts the heads that are a year, alone (`2027`) or under a word (`Begroting` over `2027`).
std::size_t year_heads(const Header& header) {
    return static_cast<std::size_t>(std::ranges::count_if(header.heads, [](const Head& head) {
        return head.key.size() >= 4 && head.key.size() <= 16 && head.key.find("20") != std::string::npos &&
               std::ranges::all_of(std::string_view(head.key).substr(head.key.size() - 4), is_digit);
    }));
}

Candidate general(std::string_view profile, const workbook::Sheet& sheet, const Header& header) {
    const auto known = std::ranges::count_if(header.columns, [](const auto& column) { return column.has_value(); });
    const double all = static_cast<double>(std::max<std::size_t>(header.heads.size(), 1));
    return {find_profile(profile),           &sheet, header.row, static_cast<double>(known) / all,
            static_cast<std::size_t>(known), 0,      false};
}

/// Takes the columns of variances out of what was found, so that a difference beside a budget makes it no ledger.
void leave_variances(const SheetGrid& grid, std::span<const HeadRule> rules, Header& header) {
    for (const VarianceColumn& variance : find_variances(grid, header)) {
        for (std::size_t m = 0; m < rules.size(); ++m) {
            auto& column = header.columns[m];
            if (rules[m].amount && column && column->column == variance.column) column.reset();
        }
    }
}

/// Tries the general profiles on a sheet that no package explains.
void weigh_general(const workbook::Sheet& sheet, std::int32_t year, std::vector<Candidate>& candidates) {
    const SheetGrid grid(sheet);
    const auto budget = find_header(grid, {budget_heads, {}, year, std::nullopt, SchoolYears::apart});
    const std::size_t months = budget ? found_months(*budget) : 0;
    auto ledger = find_header(grid, {ledger_heads, {}, year});
    if (ledger && budget && budget->has(budget_year)) leave_variances(grid, ledger_heads, *ledger);
    const bool is_ledger = ledger && fits_ledger(*ledger);
    if (budget && months == 12) {
        candidates.push_back(general("begroting_per_maand", sheet, *budget));
    } else if (budget && months == 0 && !is_ledger) {
        const bool years = year_heads(*budget) >= 2 || names_school_year(*budget);
        if (years || budget->has(budget_year))
            candidates.push_back(general(years ? "meerjarenbegroting" : "begroting_per_maand", sheet, *budget));
    }
    if (is_ledger && months < 12) candidates.push_back(general("grootboekmutaties", sheet, *ledger));
}

bool is_amount_cell(const workbook::Cell* cell) { return cell != nullptr && may_be_amount(*cell); }

/// Tells whether the rows are account, name, perhaps a cost centre, debit and credit, from the first one on
/// (Speedbooks).
bool is_headless(const SheetGrid& grid) {
    const std::uint32_t columns = grid.column_count();
    if (columns < headless_columns_least || columns > headless_columns_most || grid.row_count() == 0) return false;
    const std::uint32_t rows = std::min(header_rows_max, grid.row_count());
    for (std::uint32_t row = 0; row < rows; ++row) {
        const workbook::Cell* account = grid.find(row, 0);
        const workbook::Cell* name = grid.find(row, 1);
        const bool amount = is_amount_cell(grid.find(row, columns - 2)) || is_amount_cell(grid.find(row, columns - 1));
        const std::string code = account == nullptr ? "" : shown_text(*account);
        const bool digits = !code.empty() && code.size() <= 10 && std::ranges::all_of(code, is_digit);
        if (!digits || name == nullptr || name->kind() != workbook::CellKind::text || is_digit(name->text()[0]) ||
            !amount)
            return false;
    }
    return true;
}

void weigh_headless(const workbook::Sheet& sheet, std::vector<Candidate>& candidates) {
    const SheetGrid grid(sheet);
    if (!is_headless(grid)) return;
    const std::uint32_t columns = grid.column_count();
    const auto profile = std::ranges::find(profiles(), true, &Profile::headless);
    candidates.push_back({&*profile, &sheet, 0, 1.0, columns, columns, true});
}

void rank(Recognition& found) {
    std::ranges::stable_sort(found.candidates,
                             [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
    const Candidate& best = found.candidates.front();
    for (std::size_t i = 1; i < found.candidates.size(); ++i) {
        const Candidate& other = found.candidates[i];
        // Profiles of one shape read a sheet alike; only the name would differ.
        const bool same = other.sheet == best.sheet && other.profile->shape == best.profile->shape;
        if (!same && best.score - other.score < score_apart) found.rivals.push_back(other);
    }
}

}  // namespace

Recognition recognise(const workbook::Workbook& workbook, std::int32_t year, const std::string& name) {
    Recognition found;
    const auto weigh_all = [&](auto&& weigh_sheet) {
        const std::string key = normalise(name);
        for (const workbook::Sheet& sheet : workbook.sheets) {
            if (name.empty() ? sheet.visibility == workbook::Visibility::visible
                             : normalise(sheet.source->sheet) == key)
                weigh_sheet(sheet);
        }
    };
    weigh_all([&](const workbook::Sheet& sheet) { weigh_packages(sheet, found.candidates); });
    if (found.candidates.empty()) {
        weigh_all([&](const workbook::Sheet& sheet) { weigh_general(sheet, year, found.candidates); });
    }
    if (found.candidates.empty()) {
        weigh_all([&](const workbook::Sheet& sheet) { weigh_headless(sheet, found.candidates); });
    }
    if (!found.candidates.empty()) rank(found);
    return found;
}

bool reads_without_heads(const SourceSettings& settings, const SheetGrid& grid) {
    const Profile* profile = find_profile(settings.profile);
    return profile != nullptr && profile->headless && !settings.header_row && is_headless(grid);
}

std::map<std::string, std::string> headless_columns(const SheetGrid& grid) {
    const bool cost_centre = grid.column_count() == headless_columns_most;
    std::map<std::string, std::string> named{{"rekening", "A"}, {"rekeningnaam", "B"}};
    if (cost_centre) named.emplace("kostenplaats", "C");
    named.emplace("debet", cost_centre ? "D" : "C");
    named.emplace("credit", cost_centre ? "E" : "D");
    return named;
}

bool says_actuals(const Candidate& candidate) {
    constexpr std::array<std::string_view, 3> actual{"realisatie", "gerealiseerd", "werkelijk"};
    constexpr std::array<std::string_view, 3> planned{"begrot", "begroot", "budget"};
    const auto says = [](const std::string& key, const auto& words) {
        return std::ranges::any_of(words, [&key](std::string_view word) { return key.contains(word); });
    };
    const SheetGrid grid(*candidate.sheet);
    std::vector<std::string> keys{normalise(candidate.sheet->source->sheet)};
    for (std::uint32_t row = 0; row <= candidate.header_row; ++row) {
        for (const workbook::Cell& cell : grid.row(row)) keys.push_back(normalise(shown_text(cell)));
    }
    return std::ranges::any_of(keys, [&](const std::string& key) { return says(key, actual); }) &&
           std::ranges::none_of(keys, [&](const std::string& key) { return says(key, planned); });
}

}  // namespace begroot::exchange::detail
