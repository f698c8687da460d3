#include "workbook/detail/delimited_sheet.hpp"

#include "base/place.hpp"
#include "workbook/detail/deadline.hpp"
#include "workbook/detail/delimiter.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/kept_cells.hpp"
#include "workbook/detail/record_scanner.hpp"
#include "workbook/detail/shared_texts.hpp"
#include "workbook/detail/text_arena.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

/// Keeps the block that cells point into, and the texts that are not there as they are meant, or too long for a cell to
/// point at there.
struct TextStorage {
    TextBlock block;
    TextArena texts;
};

Error over_text_limit(std::string found, std::string expected) {
    return input_error(std::move(found), std::move(expected),
                       "controleer of er een aanhalingsteken ontbreekt, of splits het bestand");
}

/// Takes `0100` out of `="0100"`, by which exports keep Excel from making a number of it.
std::string_view without_protection(std::string_view text) {
    if (text.size() < 3 || !text.starts_with("=\"") || !text.ends_with('"')) return text;
    const std::string_view inside = text.substr(2, text.size() - 3);
    return inside.find('"') == std::string_view::npos ? inside : text;
}

/// Takes fields as cells, within limits and as the column choice asks.
class CellSink {
public:
    CellSink(const ReadOptions& options, Sheet& sheet, TextArena& texts)
        : limits_(&options.limits),
          choose_(options.choose_columns ? &options.choose_columns : nullptr),
          deadline_(options.clock, options.limits.time_max),
          sheet_(&sheet),
          kept_(sheet, no_texts_),
          texts_(&texts),
          cells_left_(options.limits.cells_max) {}

    bool field(std::uint32_t row, std::uint32_t column, std::string_view text, bool lasting) {
        if (text.front() == '=') text = without_protection(text);
        if (text.empty()) return true;
        if (text.size() > limits_->text_bytes_max) return refuse_length(row, column, text.size());
        filled_to_ = column + 1;
        if (choose_ != nullptr && kept_.drops(column)) {
            kept_.drop();
            return true;
        }
        if (cells_left_ == 0) return refuse_count(row, column);
        if (!lasting || text.size() > Cell::short_text_max) text = texts_->keep(text);
        keep(Cell::of_text(row, column, text));
        return true;
    }

    bool end_record(std::uint32_t row, std::uint32_t last_column) {
        constexpr std::uint32_t rows_between_looks = 1U << 14U;
        if (row >= limits_->text_rows_max) return refuse_rows();
        if (last_column >= width_ && filled_to_ > 0) {
            width_ = last_column + 1;
            if (filled_to_ < width_) {
                if (cells_left_ == 0) return refuse_count(row, last_column);
                keep(Cell::of_empty(row, last_column, false));
            }
        }
        if ((row + 1) % rows_between_looks == 0 && deadline_.passed()) {
            error_ = deadline_.error();
            return false;
        }
        if (choose_ != nullptr) {
            cells_left_ += kept_.end_row();
            if (row + 1 == rows_before_choice) ask_for_columns();
        } else {
            sheet_->rows_seen += filled_to_ > 0 ? 1U : 0U;
        }
        filled_to_ = 0;
        return true;
    }

    /// Lets the user see a sheet that ended before there was reason to ask.
    void finish() {
        if (choose_ != nullptr && !asked_) ask_for_columns();
    }

    [[nodiscard]] Error& error() { return error_; }

private:
    void keep(const Cell& cell) {
        --cells_left_;
        if (choose_ != nullptr) {
            kept_.add(cell);
        } else {
            sheet_->cells.push_back(cell);
        }
    }

    void ask_for_columns() {
        asked_ = true;
        if (auto choice = (*choose_)(*sheet_)) kept_.choose(std::move(*choice));
    }

    bool refuse_length(std::uint32_t row, std::uint32_t column, std::size_t bytes) {
        error_ = over_text_limit(fmt::format("deze cel bevat {} bytes tekst", bytes),
                                 fmt::format("hoogstens {} bytes", limits_->text_bytes_max));
        error_.place.cell = cell_name(row, column);
        return false;
    }

    bool refuse_count(std::uint32_t row, std::uint32_t column) {
        error_ = over_text_limit(fmt::format("de tekst telt meer dan {} gevulde cellen", limits_->cells_max),
                                 fmt::format("hoogstens {} cellen", limits_->cells_max));
        error_.place.cell = cell_name(row, column);
        return false;
    }

    bool refuse_rows() {
        error_ = over_text_limit(fmt::format("de tekst telt meer dan {} regels", limits_->text_rows_max),
                                 fmt::format("hoogstens {} regels", limits_->text_rows_max));
        return false;
    }

    const ReadLimits* limits_;
    const ChooseColumns* choose_;
    Deadline deadline_;
    Sheet* sheet_;
    SharedTexts no_texts_;  // a text has no shared texts
    KeptCells kept_;
    TextArena* texts_;
    std::uint64_t cells_left_;
    std::uint32_t width_ = 0;      // in fields, of the widest record so far that is not blank
    std::uint32_t filled_to_ = 0;  // behind the last field of the record that is not empty
    bool asked_ = false;
    Error error_;
};

Error explain(const ScanResult& scan, std::string_view text, std::size_t scanned_from, std::uint32_t columns_max) {
    const std::uint32_t line = line_of(text, scanned_from + scan.offset);
    Error error;
    if (scan.end == ScanEnd::unclosed_quote) {
        error = input_error(fmt::format("het aanhalingsteken waarmee deze cel begint (regel {} van het bestand) wordt "
                                        "nergens gesloten",
                                        line),
                            "een aanhalingsteken aan het eind van de cel",
                            "haal het bestand opnieuw op of herstel de regel");
    } else if (scan.end == ScanEnd::text_behind_quote) {
        error =
            input_error(fmt::format("achter het aanhalingsteken dat deze cel sluit (regel {} van het bestand) staat "
                                    "nog tekst",
                                    line),
                        "twee aanhalingstekens waar er een bij de tekst hoort", "herstel de regel of de export");
    } else {
        error = over_text_limit(fmt::format("de regel telt meer dan {} kolommen", columns_max),
                                fmt::format("hoogstens {} kolommen", columns_max));
    }
    error.place.cell = cell_name(scan.row, std::min(scan.column, columns_max - 1));
    return error;
}

LineEnd line_end_of(const ScanResult& scan) {
    const int kinds = int{scan.feeds} + int{scan.carriages} + int{scan.carriage_feeds};
    if (kinds == 0) return LineEnd::none;
    if (kinds > 1) return LineEnd::mixed;
    return scan.feeds ? LineEnd::feed : scan.carriages ? LineEnd::carriage : LineEnd::carriage_feed;
}

}  // namespace

Result<TextFormat> read_delimited_sheet(DecodedText decoded, std::optional<char> delimiter, const ReadOptions& options,
                                        Sheet& sheet) {
    const auto storage = std::make_shared<TextStorage>();
    storage->block = std::move(decoded.block);
    const TextBlock& block = storage->block;
    const Result<DelimiterDecision> decision = decide_delimiter(block.view(), delimiter);
    if (!decision) return failure(decision.error());
    sheet.storage = storage;
    CellSink sink(options, sheet, storage->texts);
    const std::string_view text = block.view().substr(decision->line_bytes);
    const std::uint32_t columns_max = std::min(options.limits.columns_max, Cell::columns_max);
    const ScanResult scan = RecordScanner(text, decision->delimiter, columns_max, sink).scan();
    if (scan.end == ScanEnd::stopped) return failure(std::move(sink.error()));
    if (scan.end != ScanEnd::done) return failure(explain(scan, block.view(), decision->line_bytes, columns_max));
    sink.finish();
    return TextFormat{decision->delimiter,      decoded.encoding,  decoded.byte_order_mark,
                      decision->line_bytes > 0, line_end_of(scan), scan.quoted};
}

}  // namespace begroot::workbook::detail
