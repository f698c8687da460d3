#pragma once
// Words on the command line that choose: which table, which month, which format, where to.

#include "base/result.hpp"
#include "render/text.hpp"
#include "report/budget_vs_actual.hpp"
#include "store/dossier.hpp"
#include "table/table.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace begroot::cli {

/// Formats an answer can be printed in.
enum class Format : std::uint8_t { text, xlsx, html, markdown, csv, json, word };

/// What the user typed about the table, before it is understood.
struct TableWords {
    std::string until;   ///< --tot
    std::string moment;  ///< --rapportage
    std::string per = "doel";
    std::string view = "plan";
    std::string year;    ///< --jaar
    std::string split;   ///< --verdeling
    std::string budget;  ///< --begroting
};

/// Makes the usage error of a word that an option does not know: lists the words and names the nearest.
[[nodiscard]] Error unknown_choice(const std::string& option, const std::string& word,
                                   const std::vector<std::string>& names);

/// Looks up the word behind an option. Errors: `unknown_choice`.
template <typename T>
[[nodiscard]] Result<T> choose_word(const std::string& option, const std::string& word,
                                    const std::vector<std::pair<std::string, T>>& words) {
    std::vector<std::string> names;
    for (const auto& [name, value] : words) {
        if (name == word) return value;
        names.push_back(name);
    }
    return failure(unknown_choice(option, word, names));
}

/// Reads a whole number within limits; thousands points are none of it. Errors (usage): anything
/// else.
template <typename T>
[[nodiscard]] Result<T> read_whole(const std::string& option, const std::string& word, T least, T most) {
    T value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error == std::errc() && end == word.data() + word.size() && value >= least && value <= most) return value;
    return failure({ErrorKind::usage,
                    {},
                    option + " \"" + word + "\" past niet",
                    "een geheel getal van " + std::to_string(least) + " tot en met " + std::to_string(most),
                    ""});
}

/// Reads `--per`; an unknown word is a usage error that names the nearest.
[[nodiscard]] Result<report::Per> read_per(const std::string& word);

/// Reads `--weergave`.
[[nodiscard]] Result<report::View> read_view(const std::string& word);

/// Reads `--jaar` and `--verdeling`: a calendar year (2024) or a school year (2024-2025), and how a budget is divided
/// over the years; nothing when no year was asked for. Errors (usage): anything else, a division without a year.
[[nodiscard]] Result<std::optional<report::PlanPart>> read_part(const TableWords& words);

/// Reads `--indeling`: true for the plan's own tables.
[[nodiscard]] Result<bool> read_layout(const std::string& word);

/// Reads `--formaat`, or takes it from the ending of `--uit`, or text.
[[nodiscard]] Result<Format> read_format(const std::string& word, const std::string& output);

/// The same for a command that writes a report: also docx, no csv.
[[nodiscard]] Result<Format> read_report_format(const std::string& word, const std::string& output);

/// What the words of a table choose, whatever the model.
struct TableChoices {
    report::Per per = report::Per::goal;
    report::View view = report::View::plan;
    std::optional<Month> until;
    std::string moment;  ///< a code that a plan may know; empty when there is none
    std::optional<report::PlanPart> part;
    std::string budget;  ///< the code of a version of the budget; empty: the one in force
};

/// Reads all of them but the moment, which only a plan knows.
[[nodiscard]] Result<TableChoices> read_choices(const TableWords& words);

/// What a user can do about a moment that the plan does not have.
struct MomentAdvice {
    std::string no_moments;  ///< when the plan has no moments at all
    std::string otherwise;   ///< when none is like the word
};

/// Makes the usage error of a moment that a plan does not have: lists its moments and names the nearest.
[[nodiscard]] Error unknown_moment(const Plan& plan, const std::string& word, const MomentAdvice& advice);

/// Gives the options of one plan's table; the plan must know the moment (Error, usage).
[[nodiscard]] Result<report::Options> options_of(const TableChoices& choices, const Plan& plan);

/// Reads `--breedte` as typed; anything but a number that fits gives words for a message.
[[nodiscard]] std::string refuse_width(const std::string& word);

/// Points a report at a dossier, with the budget in force on the last day of `until`, or of the last month with
/// postings.
[[nodiscard]] report::Facts facts_of(const store::Dossier& dossier, const std::optional<Month>& until = std::nullopt);

/// The same with the budget that `--begroting` asks for: `primitief`, the code of a version, or `actueel`, the last
/// one; the one in force when the word is empty. Error (usage): a version that the model does not have.
[[nodiscard]] Result<report::Facts> facts_of(const store::Dossier& dossier, const std::optional<Month>& until,
                                             const std::string& budget);

/// The same for a table: the budget in force on the last day of the last month that it counts. Error (usage): also a
/// part of the plan that has no months.
[[nodiscard]] Result<report::Facts> facts_of(const store::Dossier& dossier, const report::Options& options,
                                             const std::string& budget);

/// Finds the state that a word asks for. Error (usage): a version that the model does not have.
[[nodiscard]] Result<std::size_t> find_state(const store::Dossier& dossier, const std::string& word);

/// Renders a document in a text format (not xlsx, not json).
[[nodiscard]] std::string render_document(const Document& document, Format format, const render::TextOptions& terminal);

/// Puts `text` where the user asked: a file, whole or not at all, or stdout.
[[nodiscard]] Result<void> deliver(const std::string& text, const std::string& output);

}  // namespace begroot::cli
