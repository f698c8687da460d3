#include "workbook/detail/formula_scan.hpp"

#include "workbook/detail/table_reference.hpp"
#include "workbook/detail/zip.hpp"

#include <algorithm>
#include <array>

namespace begroot::workbook::patching {

namespace {

/// Functions that look at cells which their text does not name, or of which it depends on the workbook as a whole.
constexpr std::array<std::string_view, 13> looks_anywhere{
    "indirect",         "offset",        "cell",      "info",    "evaluate",
    "get.cell",         "get.workbook",  "cubevalue", "cubeset", "cubemember",
    "cuberankedmember", "cubekpimember", "rtd"};

bool is_word_byte(char c) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool digit = c >= '0' && c <= '9';
    return letter || digit || c == '_' || c == '.' || c == '$' || c == '\\' || c == '?' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_number(std::string_view word) { return word.front() == '.' || (word.front() >= '0' && word.front() <= '9'); }

/// Gives the text inside quotes with its doubled quotes made single.
std::string unquoted(std::string_view quoted) {
    std::string text;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
        text += quoted[i];
        if (quoted[i] == '\'' && i + 1 < quoted.size() && quoted[i + 1] == '\'') ++i;
    }
    return text;
}

}  // namespace

References FormulaScan::run() {
    while (!rest_.empty() && !found_.everything) step();
    return std::move(found_);
}

void FormulaScan::step() {
    const char c = rest_.front();
    if (c == '"') return pass_text();
    if (c == '\'') return take_quoted_sheet();
    if (c == '[') return take_bracket();
    if (c == '#') return pass_error();
    if (is_word_byte(c)) return take_word();
    // A range between what is computed (A1:INDEX(…)), or on whatever sheet uses a name (!A1).
    if (c == ':' || c == '!') found_.everything = true;
    rest_.remove_prefix(1);
}

void FormulaScan::pass_text() {
    rest_.remove_prefix(1);
    rest_.remove_prefix(std::min(rest_.find('"'), rest_.size()));
    if (!rest_.empty()) rest_.remove_prefix(1);  // a doubled quote is two texts side by side
}

void FormulaScan::pass_error() {
    rest_.remove_prefix(1);
    const std::size_t end = rest_.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/!?_");
    rest_.remove_prefix(std::min(end, rest_.size()));
}

std::string_view FormulaScan::word_ahead() const {
    const auto end = std::ranges::find_if_not(rest_, is_word_byte);
    return rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
}

/// Reads `'Lasten 2025'!` or `'[1]Blad'!` and what stands behind it.
void FormulaScan::take_quoted_sheet() {
    std::size_t end = 1;
    while (true) {
        end = rest_.find('\'', end);
        if (end == std::string_view::npos) {
            found_.everything = true;
            return;
        }
        if (end + 1 >= rest_.size() || rest_[end + 1] != '\'') break;
        end += 2;
    }
    const std::string sheets = unquoted(rest_.substr(1, end - 1));
    rest_.remove_prefix(end + 1);
    if (!rest_.starts_with('!')) {
        found_.everything = true;  // a sheet of a range of sheets that is written some other way
        return;
    }
    rest_.remove_prefix(1);
    take_on_sheets(sheets_named(sheets));
}

FormulaScan::Sheets FormulaScan::sheets_named(std::string_view text) const {
    constexpr std::string_view own_book = "[0]";
    if (text.starts_with(own_book)) text.remove_prefix(own_book.size());
    if (text.find('[') != std::string_view::npos) return {0, 0, true};
    if (text.empty()) return {sheet_, sheet_, false};
    const auto count = static_cast<std::uint32_t>(reader_->workbook_->sheets.size());
    const std::size_t colon = text.find(':');
    const std::uint32_t first = reader_->find_sheet(text.substr(0, colon));
    const std::uint32_t last = colon == std::string_view::npos ? first : reader_->find_sheet(text.substr(colon + 1));
    if (colon != std::string_view::npos && (first == count || last == count)) return {0, count - 1, false};
    return {std::min(first, last), std::max(first, last), first == count};
}

/// Reads what stands behind `!`.
void FormulaScan::take_on_sheets(const Sheets& sheets) {
    if (rest_.starts_with('#')) return pass_error();
    const std::string_view word = word_ahead();
    rest_.remove_prefix(word.size());
    if (word.empty() || take_cells(word, sheets)) return;
    if (rest_.starts_with('[')) {
        if (sheets.elsewhere) {
            (void)take_brackets();
        } else {
            take_table(word);
        }
        return;
    }
    if (!sheets.elsewhere) take_name(word, sheets.first);
}

/// Reads `[1]Blad!A1`, which is of another workbook, or `[0]!naam`, which is of this one.
void FormulaScan::take_bracket() {
    const std::string_view book = take_brackets();
    const std::string_view sheet = word_ahead();
    if (rest_.size() > sheet.size() && rest_[sheet.size()] == '!') {
        rest_.remove_prefix(sheet.size() + 1);
        Sheets sheets = sheets_named(sheet);
        if (book != "0") sheets.elsewhere = true;
        take_on_sheets(sheets);
    } else {
        found_.everything = true;  // a column of a table that is not named
    }
}

void FormulaScan::take_word() {
    const std::string_view word = word_ahead();
    rest_.remove_prefix(word.size());
    if (rest_.starts_with('!')) {
        rest_.remove_prefix(1);
        return take_on_sheets(sheets_named(word));
    }
    if (rest_.starts_with('(')) return take_called(word);
    if (rest_.starts_with('[')) return take_table(word);
    if (rest_.starts_with(':')) {  // Blad1:Blad3!A1
        const std::string_view after = rest_.substr(1);
        const auto end = static_cast<std::size_t>(std::ranges::find_if_not(after, is_word_byte) - after.begin());
        if (end > 0 && end < after.size() && after[end] == '!') {
            const Sheets sheets = sheets_named(std::string(word) + ":" + std::string(after.substr(0, end)));
            rest_.remove_prefix(end + 2);
            return take_on_sheets(sheets);
        }
    }
    if (take_cells(word, {sheet_, sheet_, false})) return;
    if (!is_number(word)) take_name(word, sheet_);
}

/// Notes a function by its name; one that looks anywhere counts as all. A name may stand for a function too.
void FormulaScan::take_called(std::string_view word) {
    std::string lower = detail::lower_case(word);
    for (const std::string_view prefix : {"_xlfn.", "_xlws.", "_xll."}) {
        if (lower.starts_with(prefix)) lower.erase(0, prefix.size());
    }
    if (std::ranges::find(looks_anywhere, lower) != looks_anywhere.end()) found_.everything = true;
    take_name(word, sheet_);
}

void FormulaScan::take_name(std::string_view name, std::uint32_t sheet) {
    const References of_name = reader_->read_name(name, sheet);
    found_.everything = found_.everything || of_name.everything;
    found_.list.insert(found_.list.end(), of_name.list.begin(), of_name.list.end());
}

/// Reads `$B$2`, `B` or `2` as the corner of a reference.
std::optional<FormulaScan::Corner> FormulaScan::corner_of(std::string_view word) {
    Corner corner;
    bool fixed = word.starts_with('$');
    if (fixed) word.remove_prefix(1);
    std::uint64_t column = 0;
    std::size_t letters = 0;
    for (; letters < word.size() && letters < 4; ++letters) {
        const char upper = static_cast<char>(word[letters] & ~0x20);
        if (upper < 'A' || upper > 'Z') break;
        column = column * 26 + static_cast<std::uint64_t>(upper - 'A') + 1;
    }
    if (letters > 3 || column > last_sheet_column + 1) return std::nullopt;
    if (letters > 0) {
        corner.column = static_cast<std::uint32_t>(column - 1);
        corner.column_moves = !fixed;
        word.remove_prefix(letters);
        fixed = word.starts_with('$');
        if (fixed) word.remove_prefix(1);
    }
    if (word.empty()) return letters > 0 && !fixed ? std::optional(corner) : std::nullopt;
    std::uint64_t row = 0;
    for (const char c : word) {
        if (c < '0' || c > '9' || row > last_sheet_row) return std::nullopt;
        row = row * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (row == 0 || row > last_sheet_row + 1) return std::nullopt;
    corner.row = static_cast<std::uint32_t>(row - 1);
    corner.row_moves = !fixed;
    return corner;
}

/// Reads a cell, or a range that begins with `word`; false where it is neither.
bool FormulaScan::take_cells(std::string_view word, const Sheets& sheets) {
    const auto first = corner_of(word);
    if (!first) return false;
    const bool is_cell = first->row && first->column;
    if (rest_.starts_with(':')) {
        const std::string_view before = rest_;
        rest_.remove_prefix(1);
        const std::string_view word_after = word_ahead();
        const auto last = word_after.empty() ? std::nullopt : corner_of(word_after);
        const bool called =
            rest_.size() > word_after.size() && (rest_[word_after.size()] == '(' || rest_[word_after.size()] == '!');
        const bool alike = last && last->row.has_value() == first->row.has_value() &&
                           last->column.has_value() == first->column.has_value();
        if (alike && !called) {
            rest_.remove_prefix(word_after.size());
            add(*first, *last, sheets);
            return true;
        }
        rest_ = before;
    }
    if (is_cell) add(*first, *first, sheets);
    return is_cell;
}

void FormulaScan::add(const Corner& first, const Corner& last, const Sheets& sheets) {
    if (sheets.elsewhere) return;
    Reference reference;
    reference.box = {sheets.first,
                     sheets.last,
                     {first.row.value_or(0), first.column.value_or(0), last.row.value_or(last_sheet_row),
                      last.column.value_or(last_sheet_column)}};
    reference.first_row_moves = first.row_moves;
    reference.last_row_moves = last.row_moves;
    reference.first_column_moves = first.column_moves;
    reference.last_column_moves = last.column_moves;
    found_.list.push_back(reference);
}

/// Takes `[…]` with the brackets inside it, and gives what stands inside.
std::string_view FormulaScan::take_brackets() {
    std::size_t depth = 0;
    for (std::size_t at = 0; at < rest_.size(); ++at) {
        if (rest_[at] == '\'') {
            ++at;  // the next character stands for itself
        } else if (rest_[at] == '[') {
            ++depth;
        } else if (rest_[at] == ']' && --depth == 0) {
            const std::string_view inside = rest_.substr(1, at - 1);
            rest_.remove_prefix(at + 1);
            return inside;
        }
    }
    found_.everything = true;
    rest_ = {};
    return {};
}

void FormulaScan::take_table(std::string_view name) {
    const std::string_view inside = take_brackets();
    const auto found = reader_->tables_.find(detail::lower_case(name));
    if (found == reader_->tables_.end()) {
        found_.everything = true;
        return;
    }
    found_.list.push_back(table_reference(*found->second.table, found->second.sheet, inside, place_));
}

}  // namespace begroot::workbook::patching
