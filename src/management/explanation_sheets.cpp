#include "management/detail/cells.hpp"
#include "management/detail/report_tables.hpp"
#include "management/documents.hpp"
#include "reporting/explanation_sheet.hpp"

#include <algorithm>
#include <utility>

namespace begroot::management {

namespace {

constexpr std::uint16_t typed_width = 90;
constexpr std::size_t typed_column = 5;

/// One line about which something can be said.
struct Explained {
    std::string code;
    std::string name;
    std::optional<Money> deviation;
    bool must_be_explained = false;
    std::vector<std::string> paragraphs;
};

std::vector<Explained> explained_lines(const ManagementReport& report) {
    std::vector<Explained> all{
        {"plan", "Het hele plan: de inleiding van de rapportage", {}, false, report.introduction}};
    for (const auto* lines : {&report.lines, &report.remainder}) {
        for (const ReportLine& line : *lines) {
            if (line.line.code == "zonder_regel" && line.explanation.empty() && !line.judgement.must_be_explained)
                continue;
            all.push_back({line.line.code, line.line.name, line.judgement.deviation, line.judgement.must_be_explained,
                           line.explanation});
        }
    }
    return all;
}

Table typed_table(const ManagementReport& report, const std::vector<Explained>& all) {
    Table table;
    table.name = explanation_sheet::name;
    table.title = "Toelichtingen bij " + report.moment.code;
    table.subtitles = {
        "Typ in de gele cellen; een nieuwe regel in een cel is een nieuwe alinea. Met begroot terug, deze werkmap en "
        "het "
        "model komen de teksten terug in het bestand met toelichtingen."};
    table.columns = {
        {"code", std::string(explanation_sheet::code_head), ColumnKind::text, 0, 16},
        {"naam", "Speerpunt of doel", ColumnKind::text, 0, 40},
        {"afwijking", "Afwijking\neuro", ColumnKind::money, 0, 0},
        {"oordeel", "Oordeel", ColumnKind::text, 0, 10},
        {"nodig", "Nodig", ColumnKind::text, 0, 8},
        {"toelichting", std::string(explanation_sheet::text_head), ColumnKind::text, 0, typed_width, true}};
    for (const Explained& one : all) {
        Cell amount = money_cell(one.deviation);
        amount.tone = detail::tone_of(one.deviation);
        table.rows.push_back({RowRole::body,
                              0,
                              {detail::words_cell(one.code), detail::words_cell(one.name), std::move(amount),
                               detail::verdict_cell(one.deviation),
                               detail::words_cell(one.must_be_explained ? "ja" : "",
                                                  one.paragraphs.empty() ? Tone::unfavourable : Tone::plain),
                               detail::words_cell(detail::joined_paragraphs(one.paragraphs))}});
    }
    return table;
}

Table memory_table(const Input& input, const ManagementReport& report, const std::vector<Explained>& all) {
    Table table;
    table.name = explanation_sheet::memory_name;
    table.is_hidden = true;
    table.columns = {{"soort", "Soort", ColumnKind::text, 0, 16},
                     {"sleutel", "Sleutel", ColumnKind::text, 0, 70},
                     {"tekst", "Tekst", ColumnKind::text, 0, typed_width}};
    const auto add = [&table](std::string_view word, const std::string& key, const std::string& text) {
        table.rows.push_back(
            {RowRole::body,
             0,
             {detail::words_cell(std::string(word)), detail::words_cell(key), detail::words_cell(text)}});
    };
    add(explanation_sheet::moment_word, report.moment.code, "");
    add(explanation_sheet::model_word, input.facts.model_sha256, "");
    for (const Explained& one : all)
        add(explanation_sheet::explanation_word, one.code, detail::joined_paragraphs(one.paragraphs));
    return table;
}

/// Makes the table of deviations show what is typed.
void link_deviations(const ManagementReport& report, const std::vector<Explained>& all, Table& deviations) {
    const std::size_t column = deviations.columns.size() - 1;
    std::size_t row = 0;
    for (const auto* lines : {&report.lines, &report.remainder}) {
        for (const ReportLine& line : *lines) {
            if (!detail::is_deviation(line)) continue;
            const auto typed = std::ranges::find(all, line.line.code, &Explained::code);
            const CellRef cell{std::string(explanation_sheet::name), static_cast<std::size_t>(typed - all.begin()),
                               typed_column};
            deviations.rows[row++].cells[column].formula = {
                std::string("IF("), cell, std::string("=\"\",\""), std::string(detail::no_explanation_words),
                std::string("\","), cell, std::string(")")};
        }
    }
}

}  // namespace

void add_explanation_sheets(const Input& input, const ManagementReport& report, Document& document) {
    const std::vector<Explained> all = explained_lines(report);
    const auto deviations = std::ranges::find(document.tables, detail::deviations_table_name, &Table::name);
    link_deviations(report, all, *deviations);
    document.tables.insert(deviations + 1, typed_table(report, all));
    document.tables.push_back(memory_table(input, report, all));
    check_document(document);
}

}  // namespace begroot::management
