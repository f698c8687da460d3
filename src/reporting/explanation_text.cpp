#include "base/check.hpp"
#include "reporting/explanation.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace begroot {

namespace {

constexpr std::string_view spaces = " \t\r";
constexpr std::size_t line_characters_max = 120;

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Writes a paragraph over lines; a word that begins with `#` never begins one, for it would be read as a head.
std::string wrapped(std::string_view paragraph) {
    std::string text;
    std::size_t width = 0;
    while (!(paragraph = trimmed(paragraph)).empty()) {
        const std::string_view word = paragraph.substr(0, paragraph.find_first_of(spaces));
        paragraph.remove_prefix(word.size());
        const std::size_t more = characters_in(word);
        const bool breaks = width > 0 && width + 1 + more > line_characters_max && !word.starts_with('#');
        if (!text.empty()) text += breaks ? '\n' : ' ';
        width = breaks ? more : width + 1 + more;
        text += word;
    }
    return text;
}

std::string section_of(const Explanation& one) {
    std::string text = "## " + one.code + " " + one.moment + "\n";
    for (std::size_t i = 0; i < one.paragraphs.size(); ++i) {
        BEGROOT_CHECK(fits_in_file(one.paragraphs[i]), "een alinea van een toelichting begint als een kop");
        text += (i > 0 ? "\n" : "") + wrapped(one.paragraphs[i]) + "\n";
    }
    return text;
}

/// Takes the next line off a text, with its line end.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, std::min(end + 1, text.size()));
    text.remove_prefix(line.size());
    return line;
}

std::string_view without_end(std::string_view line) {
    if (line.ends_with('\n')) line.remove_suffix(1);
    return trimmed(line);
}

bool is_head(std::string_view line) { return line.starts_with("## ") || line == "##" || line.starts_with("# "); }

/// Tells whether a line is the head of an explanation.
bool is_head_of(std::string_view line, const Explanation& one) {
    if (!line.starts_with("## ")) return false;
    const std::string_view words = trimmed(line.substr(2));
    const std::size_t end = words.find_first_of(spaces);
    return end != std::string_view::npos && words.substr(0, end) == one.code &&
           trimmed(words.substr(end)) == one.moment;
}

}  // namespace

std::vector<std::string> paragraphs_of(std::string_view text) {
    std::vector<std::string> paragraphs;
    while (!text.empty()) {
        std::string_view line = without_end(take_line(text));
        std::string paragraph;
        while (!line.empty()) {  // blanks within a line count once, as in the file
            const std::string_view word = line.substr(0, line.find_first_of(spaces));
            line = trimmed(line.substr(word.size()));
            paragraph.append(paragraph.empty() ? "" : " ").append(word);
        }
        if (!paragraph.empty()) paragraphs.push_back(std::move(paragraph));
    }
    return paragraphs;
}

bool fits_in_file(std::string_view paragraph) { return !trimmed(paragraph).starts_with('#'); }

std::string with_explanations(std::string_view file, std::span<const Explanation> explanations) {
    std::string text;
    if (file.starts_with(explanations_mark)) {
        text = explanations_mark;
        file.remove_prefix(explanations_mark.size());
    }
    std::vector<bool> placed(explanations.size(), false);
    bool skipping = false;
    std::string gap;  // empty lines below an explanation that is replaced belong to what follows
    while (!file.empty()) {
        const std::string_view line = take_line(file);
        const std::string_view words = without_end(line);
        if (is_head(words)) {
            if (skipping) text += gap;
            skipping = false;
            for (std::size_t i = 0; i < explanations.size(); ++i) {
                if (placed[i] || !is_head_of(words, explanations[i])) continue;
                placed[i] = skipping = true;
                text += section_of(explanations[i]);
                gap.clear();
                break;
            }
            if (!skipping) text += line;
        } else if (!skipping) {
            text += line;
        } else if (words.empty()) {
            gap += line;
        } else {
            gap.clear();
        }
    }
    for (std::size_t i = 0; i < explanations.size(); ++i) {
        if (placed[i]) continue;
        if (!text.empty() && !text.ends_with('\n')) text += '\n';
        if (!text.empty() && !text.ends_with("\n\n")) text += '\n';
        text += section_of(explanations[i]);
    }
    return text;
}

}  // namespace begroot
