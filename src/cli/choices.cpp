#include "cli/choices.hpp"

#include "base/nearest.hpp"
#include "cli/console.hpp"
#include "render/csv.hpp"
#include "render/html.hpp"
#include "render/markdown.hpp"
#include "store/atomic_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <utility>

namespace begroot::cli {

namespace {

template <typename T>
using Words = std::vector<std::pair<std::string, T>>;

const Words<Format>& formats() {
    static const Words<Format> words{{"tekst", Format::text},  {"xlsx", Format::xlsx}, {"html", Format::html},
                                     {"md", Format::markdown}, {"csv", Format::csv},   {"json", Format::json}};
    return words;
}

const Words<Format>& report_formats() {
    static const Words<Format> words{{"tekst", Format::text}, {"docx", Format::word},   {"xlsx", Format::xlsx},
                                     {"html", Format::html},  {"md", Format::markdown}, {"json", Format::json}};
    return words;
}

}  // namespace

Error unknown_choice(const std::string& option, const std::string& word, const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    const auto meant = nearest(word, names);
    return {ErrorKind::usage,
            {},
            "\"" + word + "\" is geen keuze voor " + option,
            list,
            meant ? "bedoelde u \"" + *meant + "\"?" : "kies een van deze woorden"};
}

Result<report::Per> read_per(const std::string& word) {
    using report::Per;
    static const Words<Per> words{{"speerpunt", Per::speerpunt},
                                  {"doel", Per::goal},
                                  {"activiteit", Per::activity},
                                  {"rekening", Per::account},
                                  {"kostenplaats", Per::cost_centre},
                                  {"kostendrager", Per::cost_unit},
                                  {"bestuur", Per::board},
                                  {"buurt", Per::neighbourhood},
                                  {"rubriek", Per::rubric}};
    return choose_word("--per", word, words);
}

Result<report::View> read_view(const std::string& word) {
    static const Words<report::View> words{{"plan", report::View::plan}, {"boeking", report::View::booking}};
    return choose_word("--weergave", word, words);
}

Result<bool> read_layout(const std::string& word) {
    static const Words<bool> words{{"tabel", false}, {"jaarplan", true}};
    return choose_word("--indeling", word, words);
}

namespace {

Result<Format> read_format_of(const std::string& word, const std::string& output, const Words<Format>& known) {
    if (!word.empty()) return choose_word("--formaat", word, known);
    std::string ending = std::filesystem::path(output).extension().string();
    if (ending.starts_with('.')) ending.erase(0, 1);
    if (ending == "txt" || ending.empty()) return Format::text;
    if (ending == "htm") return Format::html;
    auto format = choose_word("--uit", ending, known);
    if (!format) {
        Error error = format.error();
        error.found = "aan de naam \"" + output + "\" is het formaat niet te zien";
        error.action = "kies het formaat met --formaat";
        return failure(std::move(error));
    }
    return format;
}

}  // namespace

Result<Format> read_format(const std::string& word, const std::string& output) {
    return read_format_of(word, output, formats());
}

Result<Format> read_report_format(const std::string& word, const std::string& output) {
    return read_format_of(word, output, report_formats());
}

Result<std::optional<report::PlanPart>> read_part(const TableWords& words) {
    using report::YearSplit;
    static const Words<YearSplit> splits{{"maanden", YearSplit::months}, {"7/12", YearSplit::school_year}};
    if (words.year.empty()) {
        if (words.split.empty()) return std::optional<report::PlanPart>();
        return failure({ErrorKind::usage,
                        {},
                        "--verdeling zegt hoe een begroting over twee jaren gaat, en er is geen jaar gevraagd",
                        "--jaar met een kalenderjaar of een schooljaar",
                        "voeg --jaar toe, of laat --verdeling weg"});
    }
    report::PlanPart part;
    const auto school_year = parse_school_year(words.year);
    const auto january = parse_month(words.year + "-01");
    if (!school_year && !january) {
        return failure({ErrorKind::usage,
                        {},
                        "\"" + words.year + "\" is geen jaar",
                        "een kalenderjaar (2024) of een schooljaar (2024-2025)",
                        "kies een ander jaar met --jaar"});
    }
    part.year = school_year ? *school_year : PlanYear{january->year, 1};
    if (words.split.empty()) return part;
    const auto split = choose_word("--verdeling", words.split, splits);
    if (!split) return failure(split.error());
    part.split = *split;
    return part;
}

Result<TableChoices> read_choices(const TableWords& words) {
    TableChoices choices;
    const auto per = read_per(words.per);
    if (!per) return failure(per.error());
    const auto view = read_view(words.view);
    if (!view) return failure(view.error());
    if (!words.until.empty() && !words.moment.empty())
        return failure({ErrorKind::usage, {}, "--tot en --rapportage staan er allebei", "een van beide", ""});
    const auto part = read_part(words);
    if (!part) return failure(part.error());
    choices.per = *per;
    choices.view = *view;
    choices.part = *part;
    choices.moment = words.moment;
    choices.budget = words.budget;
    if (words.until.empty()) return choices;
    choices.until = parse_month(words.until);
    if (choices.until) return choices;
    return failure(
        {ErrorKind::usage, {}, "\"" + words.until + "\" is geen maand", "jaar en maand, bijvoorbeeld 2025-08", ""});
}

Error unknown_moment(const Plan& plan, const std::string& word, const MomentAdvice& advice) {
    if (plan.moments.empty())
        return {ErrorKind::usage, {}, plan.title + " noemt geen rapportagemomenten", "", advice.no_moments};
    std::vector<std::string> codes;
    codes.reserve(plan.moments.size());
    for (const Moment& moment : plan.moments) codes.push_back(moment.code);
    std::string list;
    for (const std::string& code : codes) list += (list.empty() ? "" : ", ") + code;
    const auto meant = nearest(word, codes);
    return {ErrorKind::usage,
            {},
            "\"" + word + "\" is geen rapportagemoment van " + plan.title,
            list,
            meant ? "bedoelde u \"" + *meant + "\"?" : advice.otherwise};
}

Result<report::Options> options_of(const TableChoices& choices, const Plan& plan) {
    report::Options options{choices.per, choices.view, choices.until, choices.part};
    if (choices.moment.empty()) return options;
    const auto moment = std::ranges::find(plan.moments, choices.moment, &Moment::code);
    if (moment == plan.moments.end()) {
        return failure(unknown_moment(plan, choices.moment,
                                      {.no_moments = "kies een maand, bijvoorbeeld --tot " + std::to_string(plan.year) +
                                                     "-08, of voeg in het model een [[moment]] toe",
                                       .otherwise = "kies een moment, of gebruik --tot"}));
    }
    options.until = moment->until;
    return options;
}

std::string refuse_width(const std::string& word) {
    std::size_t width = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), width);
    const bool whole = error == std::errc() && end == word.data() + word.size();
    if (whole && width >= width_min && width <= width_max) return "";
    return "is een getal van " + std::to_string(width_min) + " tot en met " + std::to_string(width_max) + ", niet \"" +
           word + "\"";
}

report::Facts facts_of(const store::Dossier& dossier, const std::optional<Month>& until) {
    report::Facts facts;
    facts.plan = &dossier.model.plan;
    facts.rules = &dossier.model.rules;
    facts.phasing_keys = &dossier.model.phasing_keys;
    facts.dimensions = &dossier.model.dimensions;
    facts.budget = dossier.budget ? &*dossier.budget : nullptr;
    facts.budget_parts = &dossier.budget_parts;
    facts.ledger = dossier.ledger ? &*dossier.ledger : nullptr;
    facts.posting_parts = &dossier.posting_parts;
    facts.model_file = dossier.model.file;
    facts.model_sha256 = dossier.model.sha256;
    if (!dossier.model.versions) return facts;
    facts.versions = &*dossier.model.versions;
    return report::with_budget_of(facts, until ? *until : report::last_month_with_postings(facts));
}

Result<std::size_t> find_state(const store::Dossier& dossier, const std::string& word) {
    std::vector<std::string> codes{std::string(primitive_code)};
    if (dossier.model.versions) {
        for (const BudgetVersion& version : dossier.model.versions->versions) codes.push_back(version.code);
    }
    if (word == current_code) return codes.size() - 1;
    const auto found = std::ranges::find(codes, word);
    if (found != codes.end()) return static_cast<std::size_t>(found - codes.begin());
    codes.emplace_back(current_code);
    return failure(unknown_choice("--begroting", word, codes));
}

Result<report::Facts> facts_of(const store::Dossier& dossier, const std::optional<Month>& until,
                               const std::string& budget) {
    if (budget.empty()) return facts_of(dossier, until);
    const auto state = find_state(dossier, budget);
    if (!state) return failure(state.error());
    return report::with_state(facts_of(dossier, until), *state);
}

Result<report::Facts> facts_of(const store::Dossier& dossier, const report::Options& options,
                               const std::string& budget) {
    const auto until = report::last_month_shown(facts_of(dossier), options);
    if (!until) return failure(until.error());
    return facts_of(dossier, *until, budget);
}

std::string render_document(const Document& document, Format format, const render::TextOptions& terminal) {
    switch (format) {
        case Format::html:
            return render::to_html(document);
        case Format::markdown:
            return render::to_markdown(document);
        case Format::csv:
            return render::to_csv(document);
        default:
            break;
    }
    std::string text;
    for (const Table& table : document.tables) text += (text.empty() ? "" : "\n") + render::to_text(table, terminal);
    return text;
}

Result<void> deliver(const std::string& text, const std::string& output) {
    if (!output.empty()) return store::write_atomically(output, text);
    if (print(text)) return {};
    return failure({ErrorKind::input,
                    {},
                    "de uitvoer kon niet geschreven worden",
                    "een schijf met ruimte of een open leiding",
                    "maak ruimte, of kies een bestand met --uit"});
}

}  // namespace begroot::cli
