#include "workbook/detail/delimiter.hpp"

#include "workbook/detail/errors.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

constexpr std::size_t sample_bytes_max = std::size_t{1} << 16;
constexpr std::size_t sample_records_max = 1000;
constexpr std::array<char, 4> usual_delimiters = {';', ',', '\t', '|'};
constexpr const char* name_it_action = "zet boven in het bestand een regel sep=; met het teken dat de kolommen scheidt";

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool is_digit_at(std::string_view text, std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; }

/// What one delimiter makes of the first records.
struct Tally {
    char delimiter = '\0';
    std::size_t records = 0;        ///< that are not empty
    std::size_t found = 0;          ///< delimiters outside quotes
    std::size_t in_numbers = 0;     ///< of those: as in `1234,56` and `1.234,-`
    std::size_t columns = 1;        ///< of most records that have more than one
    std::size_t records_alike = 0;  ///< with that many columns
    [[nodiscard]] std::size_t explained() const { return (columns - 1) * records_alike; }
    /// Tells whether every record has the same number of columns.
    [[nodiscard]] bool full() const { return records_alike == records; }
    [[nodiscard]] bool only_in_numbers() const { return found == in_numbers; }
    /// Tells whether this may be the delimiter: half its uses or more stand in records that are alike, and those are
    /// many.
    [[nodiscard]] bool plausible() const {
        const std::size_t share = columns == 2 ? 2 : 4;
        return found > 0 && explained() * 2 >= found && records_alike * share >= records;
    }
};

/// Walks over a sample record by record.
class SampleReader {
public:
    SampleReader(std::string_view sample, bool whole, char delimiter)
        : sample_(sample), whole_(whole), delimiter_(delimiter) {}

    [[nodiscard]] Tally tally() {
        Tally tally;
        tally.delimiter = delimiter_;
        std::vector<std::size_t> counts;  // of records by number of columns
        while (at_ < sample_.size() && tally.records < sample_records_max) {
            Tally before = tally;
            const std::size_t start = at_;
            const std::size_t columns = read_record(tally);
            if (cut_off_) return before.records > 0 ? finish(before, counts) : finish(tally, counts);
            if (columns == 1 && at_start_of_line_end(start)) continue;
            ++tally.records;
            counts.resize(std::max(counts.size(), columns + 1));
            ++counts[columns];
        }
        return finish(tally, counts);
    }

private:
    static Tally finish(Tally tally, const std::vector<std::size_t>& counts) {
        for (std::size_t columns = 2; columns < counts.size(); ++columns) {
            if ((columns - 1) * counts[columns] <= tally.explained()) continue;
            tally.columns = columns;
            tally.records_alike = counts[columns];
        }
        return tally;
    }

    [[nodiscard]] bool continues_number(std::size_t i) const {
        return is_digit_at(sample_, i) || (i < sample_.size() && (sample_[i] == '-' || sample_[i] == '='));
    }

    [[nodiscard]] bool at_start_of_line_end(std::size_t start) const { return is_line_end(sample_[start]); }

    /// Reads one record and its line end; gives its number of columns.
    std::size_t read_record(Tally& tally) {
        std::size_t columns = 1;
        bool field_start = true;
        for (; at_ < sample_.size(); ++at_) {
            const char c = sample_[at_];
            if (c == '"' && field_start) {
                skip_quoted();
                if (cut_off_) return columns;
            } else if (is_line_end(c)) {
                if (c == '\r' && at_ + 1 < sample_.size() && sample_[at_ + 1] == '\n') ++at_;
                ++at_;
                return columns;
            } else if (c == delimiter_) {
                ++columns;
                ++tally.found;
                if (at_ > 0 && is_digit_at(sample_, at_ - 1) && continues_number(at_ + 1)) ++tally.in_numbers;
            }
            field_start = c == delimiter_;
        }
        cut_off_ = !whole_;
        return columns;
    }

    /// Moves to the closing quote.
    void skip_quoted() {
        for (++at_; at_ < sample_.size(); ++at_) {
            if (sample_[at_] != '"') continue;
            if (at_ + 1 == sample_.size() || sample_[at_ + 1] != '"') return;
            ++at_;
        }
        cut_off_ = true;
    }

    std::string_view sample_;
    bool whole_;
    char delimiter_;
    std::size_t at_ = 0;
    bool cut_off_ = false;  // the sample ends inside this record
};

Error undecided(std::string found) {
    return input_error(std::move(found), "één teken dat in elke regel evenveel kolommen scheidt", name_it_action);
}

/// Reads a first line `sep=;`, also `"sep=;"`; nothing when the text does not begin with one.
std::optional<DelimiterDecision> read_separator_line(std::string_view text) {
    const std::string_view whole = text;
    const bool quoted = text.starts_with('"');
    if (quoted) text.remove_prefix(1);
    constexpr std::string_view word = "sep=";
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    if (text.size() <= word.size() || !std::ranges::equal(text.substr(0, word.size()), word, {}, lower)) return {};
    DelimiterDecision decision{text[word.size()], 0};
    if (static_cast<unsigned char>(decision.delimiter) >= 0x80 || is_line_end(decision.delimiter)) return {};
    text.remove_prefix(word.size() + 1);
    if (quoted) {
        if (!text.starts_with('"')) return {};
        text.remove_prefix(1);
    }
    if (!text.empty() && !is_line_end(text[0])) return {};
    if (!text.empty()) text.remove_prefix(text.starts_with("\r\n") ? 2 : 1);
    decision.line_bytes = whole.size() - text.size();
    return decision;
}

Result<void> check_delimiter(char delimiter) {
    const bool letter = (delimiter >= 'a' && delimiter <= 'z') || (delimiter >= 'A' && delimiter <= 'Z');
    const bool printable = delimiter == '\t' || (delimiter >= ' ' && delimiter < '\x7F');
    if (delimiter == '\0' || (printable && !letter && !is_digit_at({&delimiter, 1}, 0) && delimiter != '"')) return {};
    return failure(
        input_error("dit teken kan geen kolommen scheiden", "een puntkomma, komma, tab, | of :", name_it_action));
}

/// Chooses among delimiters that are all plausible.
Result<char> choose(std::vector<Tally> rivals) {
    if (rivals.size() > 1) {
        // `1.234,56` between semicolons: that comma is no delimiter.
        std::erase_if(rivals, [](const Tally& one) { return one.delimiter == ',' && one.only_in_numbers(); });
    }
    std::ranges::sort(rivals, [](const Tally& a, const Tally& b) {
        if (a.full() != b.full()) return a.full();
        return a.explained() > b.explained();
    });
    const Tally& best = rivals.front();
    if (best.only_in_numbers() && best.columns == 2 && best.delimiter == ',') {
        return failure(undecided("een komma kan hier kolommen scheiden of decimalen aangeven"));
    }
    if (rivals.size() > 1) {
        const Tally& second = rivals[1];
        if (second.full() == best.full() && second.explained() * 5 >= best.explained() * 4) {
            return failure(undecided(fmt::format("{} en {} kunnen allebei de kolommen scheiden",
                                                 delimiter_name(best.delimiter), delimiter_name(second.delimiter))));
        }
    }
    return best.delimiter;
}

Result<char> choose_by_records(std::string_view text) {
    const std::string_view sample = text.substr(0, sample_bytes_max);
    const bool whole = sample.size() == text.size();
    std::vector<Tally> rivals;
    bool any = false;
    for (const char delimiter : usual_delimiters) {
        const Tally tally = SampleReader(sample, whole, delimiter).tally();
        any = any || tally.found > 0;
        if (tally.plausible()) rivals.push_back(tally);
    }
    if (!rivals.empty()) return choose(std::move(rivals));
    // A colon stands in every time of day; it counts only where it does the whole work.
    const Tally colon = SampleReader(sample, whole, ':').tally();
    if (!any && colon.plausible() && colon.full() && !colon.only_in_numbers()) return ':';
    if (!any) return '\0';
    return failure(undecided("in deze tekst is niet te zien welk teken de kolommen scheidt"));
}

/// Refuses a line `sep=` whose character does not cut every record alike where another one does.
Result<void> check_separator_line(std::string_view text, char said) {
    const std::string_view sample = text.substr(0, sample_bytes_max);
    const bool whole = sample.size() == text.size();
    const Tally by_said = SampleReader(sample, whole, said).tally();
    if (by_said.records < 2 || by_said.full()) return {};
    const Result<char> chosen = choose_by_records(text);
    if (!chosen || *chosen == '\0' || *chosen == said || !SampleReader(sample, whole, *chosen).tally().full())
        return {};
    Error error = input_error(
        fmt::format("de eerste regel zegt sep={}, maar {} scheidt de kolommen",
                    said == '\t' ? std::string_view("tab") : std::string_view(&said, 1), delimiter_name(*chosen)),
        fmt::format("een regel sep={}", *chosen), "verbeter de eerste regel of verwijder haar");
    error.place.line = 1;
    return failure(std::move(error));
}

}  // namespace

std::string_view delimiter_name(char delimiter) {
    switch (delimiter) {
        case ';':
            return "puntkomma";
        case ',':
            return "komma";
        case '\t':
            return "tab";
        case '|':
            return "verticale streep";
        case ':':
            return "dubbele punt";
        case '\0':
            return "één kolom";
        default:
            return "ander teken";
    }
}

Result<DelimiterDecision> decide_delimiter(std::string_view text, std::optional<char> given) {
    DelimiterDecision decision = read_separator_line(text).value_or(DelimiterDecision{});
    const bool said = decision.line_bytes > 0;
    if (said || given) {
        if (given) decision.delimiter = *given;
        if (auto fine = check_delimiter(decision.delimiter); !fine) return failure(fine.error());
        if (!given) {
            auto fine = check_separator_line(text.substr(decision.line_bytes), decision.delimiter);
            if (!fine) return failure(std::move(fine).error());
        }
        return decision;
    }
    const Result<char> chosen = choose_by_records(text);
    if (!chosen) return failure(chosen.error());
    return DelimiterDecision{*chosen, 0};
}

}  // namespace begroot::workbook::detail
