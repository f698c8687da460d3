#include "workbook/detail/worded_format.hpp"

#include "workbook/detail/cell_value.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace begroot::workbook::detail {

namespace {

using Bound = FormatSection::Bound;

constexpr std::size_t number_sections = 3;  // a fourth is for texts

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// Tells whether what stands beside the digits changes what a reader makes of them: a letter, or three zeros more.
bool says_something(std::string_view words) {
    return std::ranges::any_of(words, is_letter) || words.find("000") != std::string_view::npos;
}
bool is_placeholder(char c) { return c == '0' || c == '#' || c == '?'; }

/// Takes over the condition that brackets hold: `<0`, `>=1000`; they may hold something else.
void take_condition(std::string_view inside, FormatSection& section) {
    using Sign = std::pair<std::string_view, Bound>;
    constexpr std::array<Sign, 6> signs{{{"<>", Bound::unequal},
                                         {"<=", Bound::at_most},
                                         {">=", Bound::at_least},
                                         {"<", Bound::below},
                                         {">", Bound::above},
                                         {"=", Bound::equal}}};
    for (const auto& [sign, bound] : signs) {
        if (!inside.starts_with(sign)) continue;
        const auto limit = parse_number(inside.substr(sign.size()));
        if (!limit) return;
        section.bound = bound;
        section.limit = *limit;
        return;
    }
}

/// Reads one section after the other.
class SectionReader {
public:
    explicit SectionReader(std::string_view code) : code_(code) {}

    [[nodiscard]] bool at_end() const { return at_ > code_.size(); }

    /// Tells whether the section last read is for texts.
    [[nodiscard]] bool is_for_text() const { return is_for_text_; }

    /// Reads up to the next semicolon.
    [[nodiscard]] FormatSection next() {
        section_ = {};
        is_for_text_ = false;
        commas_ = 0;
        commas_before_point_ = 0;
        for (; at_ < code_.size() && code_[at_] != ';'; ++at_) take();
        ++at_;
        section_.thousands = commas_before_point_ + commas_;
        while (section_.words.ends_with(' ')) section_.words.pop_back();
        return std::move(section_);
    }

private:
    /// Takes the character at hand, with what belongs to it.
    void take() {
        const char c = code_[at_];
        if (c == '"') {
            const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
            show(code_.substr(at_ + 1, end - at_ - 1));
            at_ = end;
        } else if (c == '\\') {
            show(code_.substr(std::min(++at_, code_.size()), 1));
        } else if (c == '_' || c == '*') {
            ++at_;
            show(" ");
        } else if (c == '[') {
            const std::size_t end = std::min(code_.find(']', at_), code_.size());
            take_condition(code_.substr(at_ + 1, end - at_ - 1), section_);
            at_ = end;
        } else {
            take_plain(c);
        }
    }

    void take_plain(char c) {
        const std::string_view rest = code_.substr(at_);
        if (is_placeholder(c)) {
            commas_ = 0;
        } else if (c == ',') {
            ++commas_;  // behind the last digit it divides by a thousand; between two it groups
        } else if (rest.starts_with("General")) {
            at_ += std::string_view("General").size() - 1;
        } else if ((c == 'E' || c == 'e') && rest.size() > 1 && (rest[1] == '+' || rest[1] == '-')) {
            ++at_;
        } else if (c == '.') {
            commas_before_point_ += std::exchange(commas_, 0);
        } else if (c == '@') {
            is_for_text_ = true;
        } else {
            show(rest.substr(0, 1));
        }
    }

    /// Adds what is shown as it stands.
    void show(std::string_view text) {
        if (text == "-" || text == "(") section_.has_minus = true;
        if (text == "-" || text == "(" || text == ")") text = " ";
        for (const char c : text) {
            if (c != ' ' || (!section_.words.empty() && !section_.words.ends_with(' '))) section_.words += c;
        }
    }

    std::string_view code_;
    std::size_t at_ = 0;
    FormatSection section_;
    unsigned commas_ = 0;
    unsigned commas_before_point_ = 0;
    bool is_for_text_ = false;
};

/// Gives the sections without a condition the one that they have by their place.
void bound_by_place(WordedFormat& format) {
    const auto bind = [&format](std::size_t at, Bound bound) {
        if (at < format.size() && format[at].bound == Bound::none) format[at].bound = bound;
    };
    if (format.size() == number_sections) {
        const bool first_is_open = format[0].bound == Bound::none;
        bind(0, Bound::above);
        if (first_is_open || format[1].bound != Bound::none) bind(1, Bound::below);
    } else if (format.size() == 2) {
        bind(0, Bound::at_least);
    }
}

bool covers_only_negatives(const WordedFormat& format, std::size_t at) {
    const FormatSection& section = format[at];
    if (section.bound == Bound::below) return section.limit <= 0;
    if (section.bound == Bound::at_most) return section.limit < 0;
    // the second of two takes what the first leaves
    const FormatSection& first = format[0];
    return at == 1 && section.bound == Bound::none && first.bound == Bound::at_least && first.limit == 0;
}

}  // namespace

std::optional<WordedFormat> read_worded_format(std::string_view code) {
    WordedFormat format;
    for (SectionReader reader(code); !reader.at_end() && format.size() < number_sections;) {
        FormatSection section = reader.next();
        if (reader.is_for_text()) break;
        format.push_back(std::move(section));
    }
    bound_by_place(format);
    bool worded = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        format[i].adds_minus = !covers_only_negatives(format, i);
        if (!says_something(format[i].words)) format[i].words.clear();
        worded = worded || !format[i].words.empty() || format[i].thousands > 0;
    }
    return worded ? std::optional(std::move(format)) : std::nullopt;
}

}  // namespace begroot::workbook::detail
