#include "live/explanations.hpp"

#include "reporting/explanation_sheet.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace begroot::live {

namespace {

namespace sheet_words = explanation_sheet;
using workbook::CellKind;
using workbook::Sheet;

const Sheet* sheet_called(const workbook::Workbook& workbook, std::string_view name) {
    const auto found =
        std::ranges::find_if(workbook.sheets, [name](const Sheet& sheet) { return sheet.source->sheet == name; });
    return found != workbook.sheets.end() ? &*found : nullptr;
}

Error not_readable(const workbook::Workbook& workbook, std::string found) {
    return {ErrorKind::input,
            {.file = workbook.file},
            std::move(found),
            "een werkmap die begroot rapportage schreef",
            "maak haar opnieuw met begroot rapportage en neem de teksten over"};
}

std::string text_at(const Sheet& sheet, std::uint32_t row, std::uint32_t column) {
    const auto* cell = sheet.cells.find(row, column);
    return cell == nullptr ? "" : std::string(cell->text());
}

/// What the report wrote: the moment, and the text of every code.
struct Written {
    std::string moment;
    std::map<std::string, std::string> texts;
};

Written read_written(const Sheet& memory) {
    Written written;
    for (const workbook::Cell& cell : memory.cells) {
        if (cell.column() != 0) continue;
        const std::string key = text_at(memory, cell.row(), 1);
        if (cell.text() == sheet_words::moment_word) written.moment = key;
        if (cell.text() == sheet_words::explanation_word) written.texts[key] = text_at(memory, cell.row(), 2);
    }
    return written;
}

/// Where the two columns stand that count.
struct Heads {
    std::uint32_t row = 0;
    std::uint32_t code = 0;
    std::uint32_t text = 0;
};

std::optional<Heads> find_heads(const Sheet& sheet) {
    for (const workbook::Cell& cell : sheet.cells) {
        if (cell.text() != sheet_words::code_head) continue;
        for (const workbook::Cell& other : sheet.cells) {
            if (other.row() == cell.row() && other.text() == sheet_words::text_head)
                return Heads{cell.row(), cell.column(), other.column()};
        }
    }
    return std::nullopt;
}

/// Reads the rows of the sheet and says what became of each text.
class ExplanationBack {
public:
    ExplanationBack(const workbook::Workbook& workbook, const Sheet& sheet, const Explanations& now, Written written)
        : file_(workbook.file), sheet_(&sheet), now_(&now), written_(std::move(written)) {
        read_.moment = written_.moment;
    }

    ReadExplanations read(const Heads& heads) && {
        std::map<std::string, std::uint32_t> rows;
        for (const auto cells : sheet_->cells.rows()) {
            const std::uint32_t row = cells.front().row();
            if (row <= heads.row) continue;
            const std::string code = text_at(*sheet_, row, heads.code);
            const auto* cell = sheet_->cells.find(row, heads.text);
            const bool is_filled = cell != nullptr && cell->kind() != CellKind::empty;
            if (code.empty() && !is_filled) continue;
            take_row(code, cell, {row, heads.text}, rows);
        }
        for (const auto& [code, text] : written_.texts) {
            if (rows.contains(code)) continue;
            tell(Severity::warning, "terug_toelichting_rij_weg", {.file = file_, .sheet = sheet_->source->sheet},
                 "de rij van " + code + " is weg", "een rij met die code",
                 text.empty() ? "niets; er stond geen toelichting"
                              : "haal de toelichting zelf weg als dat de bedoeling is");
        }
        return std::move(read_);
    }

private:
    void tell(Severity severity, std::string kind, Place place, std::string found, std::string expected,
              std::string action) {
        read_.findings.push_back(
            {severity, std::move(kind), std::move(place), std::move(found), std::move(expected), std::move(action)});
    }

    [[nodiscard]] Place place_of(CellPlace at) const {
        return {.file = file_, .sheet = sheet_->source->sheet, .cell = cell_name(at.row, at.column)};
    }

    void take_row(const std::string& code, const workbook::Cell* cell, CellPlace at,
                  std::map<std::string, std::uint32_t>& rows) {
        const auto written = written_.texts.find(code);
        const bool is_filled = cell != nullptr && cell->kind() != CellKind::empty;
        if (written == written_.texts.end()) {
            if (is_filled) refuse_code(code, at);
            return;
        }
        if (const auto [other, is_new] = rows.emplace(code, at.row); !is_new) {
            tell(Severity::error, "terug_toelichting_dubbel", place_of(at),
                 "de code " + code + " staat ook op rij " + std::to_string(other->second + 1) + "; de tekst daar geldt",
                 "een rij per code", "voeg de teksten samen in een van de twee rijen");
            return;
        }
        if (is_filled && (cell->kind() != CellKind::text || cell->is_formula())) {
            tell(Severity::error, "terug_toelichting_geen_tekst", place_of(at),
                 "bij " + code + " staat geen getypte tekst maar een getal of een formule", "woorden",
                 "typ de toelichting");
            return;
        }
        compare(code, paragraphs_of(is_filled ? cell->text() : std::string_view()), paragraphs_of(written->second), at);
    }

    void refuse_code(const std::string& code, CellPlace at) {
        tell(Severity::error, "terug_toelichting_code", place_of(at),
             code.empty() ? "deze tekst staat bij geen code"
                          : "deze tekst staat bij de code " + code + ", en die schreef begroot niet",
             "een rij die begroot rapportage schreef", "zet de tekst bij een van die rijen");
    }

    void compare(const std::string& code, std::vector<std::string> typed, const std::vector<std::string>& written,
                 CellPlace at) {
        if (typed == written) return;
        const Explanation* current = find_explanation(*now_, code, written_.moment);
        const std::vector<std::string> of_model = current != nullptr ? current->paragraphs : std::vector<std::string>();
        TypedExplanation one{place_of(at), {code, written_.moment, std::move(typed), {}}, ExplanationFate::taken};
        const std::string name = "de toelichting van " + code + " bij " + written_.moment;
        if (one.now.paragraphs == of_model) {
            one.fate = ExplanationFate::in_model;
        } else if (of_model != written) {
            one.fate = ExplanationFate::conflict;
            tell(Severity::error, "terug_toelichting_conflict", one.place,
                 name + " is in de werkmap veranderd, en intussen ook in " +
                     (now_->file.empty() ? "het model" : now_->file),
                 "een van beide", "kies zelf, of voeg ze samen; er is niets overgenomen");
        } else if (one.now.paragraphs.empty()) {
            one.fate = ExplanationFate::emptied;
            tell(Severity::warning, "terug_toelichting_leeg", one.place, name + " is leeggemaakt", "een toelichting",
                 "haal haar zelf weg als dat de bedoeling is; de tekst blijft staan");
        } else if (!std::ranges::all_of(one.now.paragraphs, fits_in_file)) {
            one.fate = ExplanationFate::refused;
            tell(Severity::error, "terug_toelichting_kop", one.place,
                 "in " + name + " begint een alinea met #, en zo begint in het bestand een kop",
                 "een alinea zonder # vooraan", "verander het begin van de alinea");
        } else {
            read_.taken.push_back(one.now);
        }
        read_.typed.push_back(std::move(one));
    }

    std::string file_;
    const Sheet* sheet_;
    const Explanations* now_;
    Written written_;
    ReadExplanations read_;
};

const char* explanation_fate_name(ExplanationFate fate) {
    switch (fate) {
        case ExplanationFate::taken:
            return "overgenomen";
        case ExplanationFate::in_model:
            return "staat al in het bestand";
        case ExplanationFate::conflict:
            return "conflict";
        case ExplanationFate::emptied:
            return "leeggemaakt; blijft staan";
        case ExplanationFate::refused:
            return "past niet in het bestand";
    }
    return "";
}

}  // namespace

bool has_explanations(const workbook::Workbook& workbook) {
    return sheet_called(workbook, sheet_words::memory_name) != nullptr;
}

Result<ReadExplanations> read_explanations(const workbook::Workbook& workbook, const Explanations& now) {
    const Sheet* memory = sheet_called(workbook, sheet_words::memory_name);
    if (memory == nullptr) return failure(not_readable(workbook, "de werkmap heeft geen geheugen van toelichtingen"));
    const Sheet* sheet = sheet_called(workbook, sheet_words::name);
    if (sheet == nullptr)
        return failure(not_readable(workbook, "het blad " + std::string(sheet_words::name) + " is weg"));
    const auto heads = find_heads(*sheet);
    if (!heads) {
        return failure(not_readable(workbook, "op het blad " + std::string(sheet_words::name) + " staan de koppen " +
                                                  std::string(sheet_words::code_head) + " en " +
                                                  std::string(sheet_words::text_head) + " niet meer in een rij"));
    }
    return ExplanationBack(workbook, *sheet, now, read_written(*memory)).read(*heads);
}

Document to_document(const ReadExplanations& read) {
    Document document;
    document.title = "Teruggelezen toelichtingen";
    document.subject = "moment " + read.moment;
    Table table;
    table.name = "Toelichtingen";
    table.title = "Getypte toelichtingen bij " + read.moment;
    table.columns = {{"cel", "Cel", ColumnKind::text, 0, 24},
                     {"code", "Code", ColumnKind::text, 0, 16},
                     {"toelichting", "Toelichting in de werkmap", ColumnKind::text, 0, 70},
                     {"wat", "Wat ermee gebeurt", ColumnKind::text, 0, 26}};
    for (const TypedExplanation& one : read.typed) {
        std::string text;
        for (const std::string& paragraph : one.now.paragraphs) text += (text.empty() ? "" : "\n") + paragraph;
        Row row;
        for (std::string& words_of_cell :
             std::vector<std::string>{sheet_cell(one.place), one.now.code, text, explanation_fate_name(one.fate)}) {
            ::begroot::Cell cell;
            if (!words_of_cell.empty()) cell.value = std::move(words_of_cell);
            row.cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) {
        table.notes.emplace_back(read.findings.empty() ? "Er is niets veranderd." : "Er is geen tekst over te nemen.");
    }
    document.tables.push_back(std::move(table));
    check_document(document);
    return document;
}

}  // namespace begroot::live
