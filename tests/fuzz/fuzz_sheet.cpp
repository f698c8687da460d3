// A sheet of a stranger, as tab-separated text: whatever stands in it, reading gives lines or an error, and what was
// read adds up.

#include "exchange/budget_sheet.hpp"
#include "exchange/ledger_sheet.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace {

using namespace begroot;

/// Makes a cell: digits are a number, `!` a formula without value, `#` an error, the rest text.
workbook::Cell make_cell(std::uint32_t row, std::uint32_t column, std::string_view text) {
    using workbook::Cell;
    if (text == "!") return Cell::of_not_computed(row, column);
    if (text.starts_with('#')) return Cell::of_error(row, column, text);
    const bool digits = text.find_first_not_of("0123456789.-") == std::string_view::npos;
    if (digits) return Cell::of_number(row, column, std::strtod(std::string(text).c_str(), nullptr));
    return Cell::of_text(row, column, text);
}

workbook::Workbook make_workbook(std::string_view text) {
    workbook::Sheet sheet;
    sheet.source = std::make_shared<const SourceSheet>(SourceSheet{"blad.xlsx", "", "Blad1"});
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\t\n"), text.size());
        if (end > 0) sheet.cells.push_back(make_cell(row, column, text.substr(0, end)));
        const bool line_end = end < text.size() && text[end] == '\n';
        row += line_end ? 1 : 0;
        column = line_end ? 0 : column + 1;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    workbook::Workbook book{"blad.xlsx", "", {}};
    book.sheets.push_back(std::move(sheet));
    return book;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const workbook::Workbook book = make_workbook(std::string_view(reinterpret_cast<const char*>(data), size));
    const auto ledger = exchange::read_ledger(
        book, {"afas_financiele_mutaties", "", {{"kostenplaats", "as 1"}, {"kostendrager", "as 2"}}, FiscalYear{2025}});
    if (ledger) {
        Money total;
        for (const Posting& posting : ledger->ledger.postings) total += posting.amount;
        if (total != ledger->ledger.source_total) std::abort();
    }
    static_cast<void>(exchange::read_budget(book, {"begroting_per_maand", "", {}, FiscalYear{2025}}));
    return 0;
}
