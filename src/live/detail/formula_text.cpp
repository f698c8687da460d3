#include "live/detail/formula_text.hpp"

#include "base/place.hpp"
#include "live/detail/layout.hpp"

#include <algorithm>
#include <charconv>

namespace begroot::live::detail {

namespace {

constexpr std::uint32_t letters = 26;
constexpr std::size_t column_letters_max = 3;
constexpr std::size_t row_digits_max = 7;

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit_of_formula(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
    return is_letter(c) || is_digit_of_formula(c) || c == '_' || c == '.' || c == '$' || c == '\\' || c == '?' ||
           static_cast<unsigned char>(c) >= 0x80U;
}

/// Takes a column off the front: `$AB`.
bool take_column(std::string_view& text, FormulaReference& made) {
    std::string_view rest = text;
    made.column_fixed = rest.starts_with('$');
    if (made.column_fixed) rest.remove_prefix(1);
    std::uint32_t column = 0;
    std::size_t count = 0;
    for (; count < rest.size() && is_letter(rest[count]); ++count) {
        const char upper = rest[count] >= 'a' ? static_cast<char>(rest[count] - 'a' + 'A') : rest[count];
        if (count >= column_letters_max) return false;
        column = column * letters + static_cast<std::uint32_t>(upper - 'A') + 1;
    }
    if (count == 0) return false;
    made.column = column - 1;
    text = rest.substr(count);
    return true;
}

/// Takes a row off the front: `$12`.
bool take_row(std::string_view& text, FormulaReference& made) {
    std::string_view rest = text;
    made.row_fixed = rest.starts_with('$');
    if (made.row_fixed) rest.remove_prefix(1);
    std::uint32_t row = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), row);
    const auto count = static_cast<std::size_t>(end - rest.data());
    if (error != std::errc{} || row == 0 || count > row_digits_max) return false;
    made.row = row - 1;
    text = rest.substr(count);
    return true;
}

/// Reads a word as a cell; with `half` also as a column or row alone, which only means something in a range.
std::optional<FormulaReference> read_reference(std::string_view word, bool half) {
    FormulaReference made;
    std::string_view rest = word;
    const bool column = take_column(rest, made);
    const bool row = (column || half) && !rest.empty() && take_row(rest, made);
    if (!rest.empty() || (!column && !row)) return std::nullopt;
    if (!half && !(column && row)) return std::nullopt;
    return made;
}

/// Walks over one formula.
class PieceReader {
public:
    explicit PieceReader(std::string_view formula) : rest_(formula) {}

    [[nodiscard]] std::vector<FormulaPiece> run() {
        while (!rest_.empty()) step();
        return std::move(pieces_);
    }

private:
    void step() {
        if (rest_.front() == '"') return take_text();
        if (rest_.front() == '\'') return take_quoted_sheet();
        if (!is_word(rest_.front())) return add(rest_.substr(0, 1));
        const std::string_view word = word_ahead();
        if (rest_.substr(word.size()).starts_with('!')) {
            rest_.remove_prefix(word.size() + 1);
            return take_on_sheet(std::string(word), word);
        }
        if (rest_.substr(word.size()).starts_with('(')) return add(word);
        if (!take_cell(word, inherited())) add(word);
    }

    [[nodiscard]] std::string_view word_ahead() const {
        return rest_.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(rest_, is_word) - rest_.begin()));
    }

    void add(std::string_view text, bool is_quoted = false) {
        pieces_.push_back({std::string(text), std::nullopt, is_quoted});
        rest_.remove_prefix(text.size());
    }

    void take_text() {
        std::size_t end = rest_.find('"', 1);
        while (end != std::string_view::npos && end + 1 < rest_.size() && rest_[end + 1] == '"')
            end = rest_.find('"', end + 2);
        add(rest_.substr(0, end == std::string_view::npos ? end : end + 1), true);
    }

    void take_quoted_sheet() {
        std::string name;
        std::size_t at = 1;
        for (; at < rest_.size(); ++at) {
            if (rest_[at] == '\'') {
                if (at + 1 >= rest_.size() || rest_[at + 1] != '\'') break;
                ++at;
            }
            name += rest_[at];
        }
        if (at + 1 >= rest_.size() || rest_[at + 1] != '!') return add(rest_.substr(0, std::min(at + 1, rest_.size())));
        const std::string_view quoted = rest_.substr(0, at + 1);
        rest_.remove_prefix(at + 2);
        take_on_sheet(name, quoted);
    }

    /// Takes what stands behind `Blad!`.
    void take_on_sheet(const std::string& sheet, std::string_view written) {
        const std::string_view word = word_ahead();
        FormulaReference with;
        with.sheet = sheet;
        if (!word.empty() && take_cell(word, with)) return;
        pieces_.push_back({std::string(written) + "!", std::nullopt, false});
        if (!word.empty()) add(word);
    }

    /// Says of which range the word at hand is the second corner.
    [[nodiscard]] FormulaReference inherited() const {
        FormulaReference none;
        const std::size_t count = pieces_.size();
        if (count < 2 || pieces_[count - 1].text != ":" || !pieces_[count - 2].reference) return none;
        none.sheet = pieces_[count - 2].reference->sheet;
        none.inherits = true;
        return none;
    }

    [[nodiscard]] bool take_cell(std::string_view word, const FormulaReference& with) {
        const bool first_of_range = rest_.substr(word.size()).starts_with(':');
        auto found = read_reference(word, first_of_range || with.inherits);
        if (!found) return false;
        found->sheet = with.sheet;
        found->inherits = with.inherits;
        pieces_.push_back({"", std::move(found), false});
        rest_.remove_prefix(word.size());
        return true;
    }

    std::string_view rest_;
    std::vector<FormulaPiece> pieces_;
};

}  // namespace

std::vector<FormulaPiece> pieces_of(std::string_view formula) { return PieceReader(formula).run(); }

std::string to_formula(const std::vector<FormulaPiece>& pieces) {
    std::string text;
    for (const FormulaPiece& piece : pieces) {
        if (!piece.reference) {
            text += piece.text;
            continue;
        }
        const FormulaReference& one = *piece.reference;
        if (!one.sheet.empty() && !one.inherits) text += sheet_prefix(one.sheet);
        if (one.column) text += (one.column_fixed ? "$" : "") + column_name(*one.column);
        if (one.row) text += (one.row_fixed ? "$" : "") + std::to_string(*one.row + 1);
    }
    return text;
}

}  // namespace begroot::live::detail
