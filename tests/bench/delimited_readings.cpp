#include "delimited_readings.hpp"

#include "base/huge_pages.hpp"
#include "exchange/detail/date_text.hpp"
#include "exchange/detail/notation.hpp"
#include "exchange/detail/period_text.hpp"
#include "period/fiscal_year.hpp"
#include "workbook/delimited.hpp"

#include <array>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace begroot::bench {

namespace {

constexpr std::array<std::uint32_t, 2> amount_columns{6, 7};
constexpr std::uint32_t date_column = 8;
constexpr std::uint32_t year_column = 2;
constexpr std::uint32_t period_column = 3;

std::string padded(std::uint64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string amount_text(std::uint64_t cents) {
    std::string whole = std::to_string(cents / 100);
    for (std::size_t at = whole.size(); at > 3;) whole.insert(at -= 3, ".");
    return whole + "," + padded(cents % 100);
}

/// Makes a ledger of twelve columns with a fixed seed; `quoted` puts every text between quotes.
std::string make_rows(std::uint64_t rows, bool quoted) {
    constexpr std::array<const char*, 6> words{"Huur",   "Salaris directie", "Inkoop; derden",
                                               "Inhuur", "Vergoeding",       "X"};
    std::mt19937 random(20251231);
    std::string text =
        "Administratie;Nummer;Jaar;Periode;Dagboek;Rekening;Debet;Credit;Datum;Omschrijving;Kostenplaats;Type\r\n";
    const auto add = [&text, quoted](const std::string& field, bool always = false) {
        const bool marks = quoted || always;
        text += marks ? "\"" + field + "\";" : field + ";";
    };
    for (std::uint64_t row = 0; row < rows; ++row) {
        const std::uint64_t month = row * 12 / rows + 1;
        const bool debit = random() % 2 == 0;
        const std::string amount = amount_text(random() % 100'000'000);
        const std::size_t word = random() % (quoted ? words.size() : 100);
        add("1");
        add(std::to_string(row));
        add("2025");
        add(padded(month));
        add(std::to_string(90 + random() % 5));
        add("4" + std::to_string(100 + random() % 900));
        add(debit ? amount : "");
        add(debit ? "" : amount);
        add(padded(random() % 28 + 1) + "-" + padded(month) + "-2025");
        add(std::string(words[word % words.size()]) + " " + std::to_string(random() % 5000), word % words.size() == 2);
        add(std::to_string(100 * (random() % 9)));
        text += quoted ? "\"Kosten\"\r\n" : "Kosten\r\n";
    }
    return text;
}

/// The columns of a ledger that are no text.
struct TypedColumns {
    std::vector<Money> debit;
    std::vector<Money> credit;
    std::vector<Day> days;
    std::vector<BookPeriod> periods;
};

/// Makes room for a value of every row, in large pages as the reader does.
template <typename Value>
std::vector<Value> make_column(std::size_t rows) {
    std::vector<Value> column;
    column.reserve(rows);
    advise_huge_pages(column.data(), rows * sizeof(Value));
    column.resize(rows);
    return column;
}

TypedColumns read_columns(const workbook::Workbook& book) {
    using namespace exchange::detail;
    const SheetGrid grid(book.sheets.front());
    Findings findings;
    const AmountReader amounts(grid, {1, {amount_columns[0], amount_columns[1]}}, findings);
    const DateReader dates(grid, {1, {date_column}}, findings);
    const std::size_t rows = grid.row_count();
    TypedColumns columns{make_column<Money>(rows), make_column<Money>(rows), make_column<Day>(rows),
                         make_column<BookPeriod>(rows)};
    for (const workbook::Cell& cell : grid.sheet().cells) {
        if (cell.row() == 0) continue;
        const std::size_t row = cell.row() - 1;
        switch (cell.column()) {
            case year_column:
                if (const auto year = read_year_text(cell.text())) columns.periods[row].year = year->first;
                break;
            case period_column:
                if (const auto period = read_period_cell(cell)) columns.periods[row].number = period->number;
                break;
            case amount_columns[0]:
                columns.debit[row] = amounts.read(cell).value;
                break;
            case amount_columns[1]:
                columns.credit[row] = amounts.read(cell).value;
                break;
            case date_column:
                columns.days[row] = dates.read(cell).day;
                break;
            default:
                break;
        }
    }
    return columns;
}

}  // namespace

void write_delimited_ledger(const std::filesystem::path& path, std::uint64_t rows, bool quoted) {
    std::ofstream(path, std::ios::binary) << make_rows(rows, quoted);
}

std::uint64_t find_marks(std::string_view text) {
    std::uint64_t fields = 0;
    std::uint64_t length = 0;
    std::size_t start = 0;
    bool in_quotes = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') {
            in_quotes = !in_quotes;
        } else if (!in_quotes && (c == ';' || c == '\n')) {
            ++fields;
            length += i - start;
            start = i + 1;
        }
    }
    return fields + length;
}

std::size_t read_typed_columns(const workbook::SourceFile& file) {
    const auto book = workbook::read_delimited(file, "mutaties.csv");
    return book ? read_columns(*book).days.size() : 0;
}

}  // namespace begroot::bench
