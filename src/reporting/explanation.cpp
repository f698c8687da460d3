#include "reporting/explanation.hpp"

#include <algorithm>
#include <cstddef>
#include <map>

namespace begroot {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view stripped(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Splits at runs of blanks.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (true) {
        text = stripped(text);
        if (text.empty()) return words;
        const std::size_t end = std::min(text.find_first_of(blanks), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

/// Reads the file line by line.
class ExplanationReader {
public:
    explicit ExplanationReader(const std::string& file) { read_.file = file; }

    void take(std::string_view line, std::uint32_t number) {
        const std::string_view text = stripped(line);
        if (text.starts_with("## ") || text == "##") {
            close();
            open(text.substr(2), number);
        } else if (text.starts_with("# ")) {
            close();
        } else if (!is_open_) {
            return;
        } else if (text.empty()) {
            is_in_paragraph_ = false;
        } else if (is_in_paragraph_) {
            current_.paragraphs.back().append(" ").append(text);
        } else {
            current_.paragraphs.emplace_back(text);
            is_in_paragraph_ = true;
        }
    }

    [[nodiscard]] Explanations finish() {
        close();
        return std::move(read_);
    }

private:
    void fail(std::string kind, std::string found, std::string expected, std::string action) {
        read_.findings.push_back({Severity::error, std::move(kind), current_.place, std::move(found),
                                  std::move(expected), std::move(action)});
    }

    void open(std::string_view head, std::uint32_t number) {
        current_ = {};
        current_.place.file = read_.file;
        current_.place.line = number;
        is_in_paragraph_ = false;
        const std::vector<std::string> words = words_of(head);
        if (words.size() != 2) {
            fail("toelichting_kop", "\"##" + std::string(head) + "\" is geen kop van een toelichting",
                 "een code en een moment, bijvoorbeeld ## 4.2 M8", "verbeter de kop; de tekst eronder telt niet mee");
            return;
        }
        current_.code = words[0];
        current_.moment = words[1];
        is_open_ = true;
    }

    void close() {
        if (!is_open_) return;
        is_open_ = false;
        const std::string name = current_.code + " " + current_.moment;
        if (current_.paragraphs.empty()) {
            fail("toelichting_leeg", "onder de kop ## " + name + " staat geen tekst", "een toelichting",
                 "schrijf haar, of haal de kop weg");
            return;
        }
        const auto [first, is_first] = lines_.try_emplace(name, current_.place.line);
        if (is_first) {
            read_.list.push_back(std::move(current_));
            return;
        }
        fail("toelichting_dubbel",
             "de kop ## " + name + " staat ook op regel " + std::to_string(first->second) + "; de tekst daar geldt",
             "een toelichting per code en moment", "voeg ze samen");
    }

    Explanations read_;
    std::map<std::string, std::uint32_t> lines_;  // of the heads that count, by code and moment
    Explanation current_;
    bool is_open_ = false;
    bool is_in_paragraph_ = false;
};

}  // namespace

Explanations parse_explanations(std::string_view text, const std::string& shown_as) {
    if (text.starts_with(explanations_mark)) text.remove_prefix(explanations_mark.size());
    ExplanationReader reader(shown_as);
    for (std::uint32_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        reader.take(text.substr(0, end), number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reader.finish();
}

const Explanation* find_explanation(const Explanations& explanations, std::string_view code, std::string_view moment) {
    const auto found = std::ranges::find_if(
        explanations.list, [&](const Explanation& one) { return one.code == code && one.moment == moment; });
    return found != explanations.list.end() ? &*found : nullptr;
}

}  // namespace begroot
