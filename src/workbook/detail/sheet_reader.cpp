#include "workbook/detail/sheet_reader.hpp"

#include "text/xml_text.hpp"
#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/plain_cell.hpp"
#include "workbook/detail/shared_strings.hpp"
#include "workbook/detail/sheet_section.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

constexpr std::string_view row_name = "row";
constexpr std::string_view row_end = "</row>";

}  // namespace

SheetReader::SheetReader(XmlScanner scanner, SheetContext& context, Sheet& sheet)
    : scanner_(std::move(scanner)), context_(&context), sheet_(&sheet), store_(context, sheet) {}

Result<void> SheetReader::read() {
    if (!read_part()) return failure(scanner_.error());
    ask_for_columns();
    std::ranges::sort(sheet_->hidden_columns);
    const auto repeated = std::ranges::unique(sheet_->hidden_columns);
    sheet_->hidden_columns.erase(repeated.begin(), repeated.end());
    return {};
}

bool SheetReader::refuse_cell(std::string cell, std::string found, std::string expected) {
    Error error = input_error(std::move(found), std::move(expected), save_again_action);
    error.place.cell = std::move(cell);
    scanner_.fail(std::move(error));
    return false;
}

bool SheetReader::refuse(std::string found, std::string expected) {
    return refuse_cell("", std::move(found), std::move(expected));
}

bool SheetReader::add(const RawCell& cell) {
    if (store_.add(cell)) return true;
    scanner_.fail(store_.error());
    return false;
}

bool SheetReader::read_part() {
    while (true) {
        const XmlEvent event = scanner_.next();
        if (event == XmlEvent::failed) return false;
        if (event == XmlEvent::finished) return true;
        if (event != XmlEvent::start) continue;
        if (scanner_.depth() == 1) {
            if (scanner_.name() != "worksheet") return refuse("het onderdeel is geen werkblad", "een werkblad");
        } else if (!read_section()) {
            return false;
        }
    }
}

bool SheetReader::read_section() {
    if (scanner_.name() == "sheetData") return read_rows();
    if (scanner_.name() == "cols") return read_hidden_columns(scanner_, *context_->limits, *sheet_);
    if (scanner_.name() == "mergeCells") return read_merged(scanner_, *context_->limits, *sheet_);
    if (scanner_.name() == "autoFilter") return read_filter(scanner_, *context_->limits, *sheet_);
    if (scanner_.name() == "sheetProtection") sheet_->is_protected = is_true(scanner_.attribute("sheet"));
    return scanner_.skip();
}

/// Asks once which columns to keep.
void SheetReader::ask_for_columns() {
    if (asked_) return;
    asked_ = true;
    if (context_->choose_columns == nullptr || !*context_->choose_columns) return;
    if (auto choice = (*context_->choose_columns)(*sheet_)) store_.choose(std::move(*choice));
}

bool SheetReader::read_rows() {
    const std::size_t depth_before = scanner_.depth();
    while (true) {
        std::uint32_t number = 0;
        if (const std::size_t bytes = scan_plain_row(scanner_.settle(), number); bytes > 0) {
            scanner_.open(row_name, bytes);
            if (!begin_row(number - 1) || !read_cells()) return false;
            continue;
        }
        const XmlEvent event = scanner_.next();
        if (event == XmlEvent::failed) return false;
        if (event == XmlEvent::end && scanner_.depth() == depth_before) return true;
        if (event != XmlEvent::start) continue;
        if (!(scanner_.name() == "row" ? read_row() : scanner_.skip())) return false;
    }
}

bool SheetReader::read_row() {
    std::uint32_t row = next_row_;
    if (const auto number = scanner_.attribute("r")) {
        const auto told = parse_count(*number);
        if (!told || *told == 0) return refuse("een rij heeft geen goed nummer", "een rijnummer");
        row = *told - 1;
    }
    const bool hidden = is_true(scanner_.attribute("hidden")) || is_no_size(scanner_.attribute("ht"));
    if (!begin_row(row)) return false;
    if (hidden) sheet_->hidden_rows.push_back(row_);
    return read_cells();
}

bool SheetReader::begin_row(std::uint32_t row) {
    row_ = row;
    if (row_ >= context_->limits->rows_max) {
        return refuse(fmt::format("er is een rij {}", std::uint64_t{row_} + 1),
                      fmt::format("hoogstens {} rijen", context_->limits->rows_max));
    }
    if (row_ < next_row_)
        return refuse(fmt::format("rij {} staat niet op volgorde of komt twee keer voor", row_ + 1),
                      "rijen op volgorde");
    next_row_ = row_ + 1;
    next_column_ = 0;
    if (row_ >= rows_before_choice) ask_for_columns();
    constexpr std::uint32_t rows_between_looks = 256;
    if (++rows_read_ % rows_between_looks == 0 && context_->deadline->passed()) {
        scanner_.fail(context_->deadline->error());
        return false;
    }
    return true;
}

bool SheetReader::read_cells() {
    const std::size_t depth_before = scanner_.depth();
    while (true) {
        if (!read_plain_cells()) return false;
        if (scanner_.settle().starts_with(row_end) && scanner_.close(row_name, row_end.size())) break;
        const XmlEvent event = scanner_.next();
        if (event == XmlEvent::failed) return false;
        if (event == XmlEvent::end && scanner_.depth() == depth_before) break;
        if (event != XmlEvent::start) continue;
        if (!(scanner_.name() == "c" ? read_cell() : scanner_.skip())) return false;
    }
    store_.end_row();
    return true;
}

/// Reads as many cells as are in memory and plainly written.
bool SheetReader::read_plain_cells() {
    std::string_view ahead = scanner_.settle();
    const RowSuffix suffix(row_);
    PlainCell cell;
    cell.raw.row = row_;
    cell.raw.has_value = true;
    while (const std::size_t bytes = scan_plain_cell(ahead, suffix, cell)) {
        if (cell.raw.column >= context_->limits->columns_max || !decode(cell))
            return true;  // the general scanner tells
        if (!add_plain(cell)) {
            scanner_.fail(store_.error());
            return false;
        }
        next_column_ = cell.raw.column + 1;
        scanner_.consume(bytes);
        ahead.remove_prefix(bytes);
    }
    return true;
}

/// Resolves the value of a plain cell; false where that is impossible or the value is too long.
bool SheetReader::decode(PlainCell& cell) {
    if (cell.form != PlainForm::raw) return true;
    if (cell.raw.value.size() > context_->limits->text_bytes_max) return false;
    if (!cell.encoded) return true;
    value_.clear();
    if (!text::append_decoded(cell.raw.value, value_)) return false;
    cell.raw.value = value_;
    return true;
}

bool SheetReader::add_plain(const PlainCell& cell) {
    switch (cell.form) {
        case PlainForm::number:
            return store_.add_number(cell.raw, cell.number);
        case PlainForm::index:
            return store_.add_shared(cell.raw, cell.index);
        case PlainForm::raw:
            return store_.add(cell.raw);
        case PlainForm::nothing:
            break;
    }
    return store_.add_nothing(cell.raw);
}

bool SheetReader::read_cell() {
    RawCell cell;
    if (!read_cell_head(cell) || !read_cell_body(cell)) return false;
    next_column_ = cell.column + 1;
    return add(cell);
}

bool SheetReader::read_cell_head(RawCell& cell) {
    cell.row = row_;
    cell.column = next_column_;
    const ReadLimits& limits = *context_->limits;
    if (const auto reference = scanner_.attribute("r")) {
        const auto place = parse_cell(*reference, limits);
        if (!place) {
            return refuse(fmt::format("rij {} heeft een cel met een onmogelijke plaats", row_ + 1),
                          fmt::format("een cel tot en met {}", cell_name(limits.rows_max - 1, limits.columns_max - 1)));
        }
        if (place->row != row_) {
            return refuse_cell(cell_name(place->row, place->column), fmt::format("de cel staat in rij {}", row_ + 1),
                               "haar eigen rij");
        }
        cell.column = place->column;
    }
    if (cell.column >= limits.columns_max) {
        return refuse(fmt::format("rij {} heeft te veel kolommen", row_ + 1),
                      fmt::format("hoogstens {} kolommen", limits.columns_max));
    }
    cell.style = parse_count(scanner_.attribute("s").value_or("0")).value_or(0);
    const auto type = parse_cell_type(scanner_.attribute("t").value_or("n"));
    if (!type)
        return refuse_cell(cell_name(cell.row, cell.column), "de cel heeft een onbekende soort",
                           "n, s, str, inlineStr, b, e of d");
    cell.type = *type;
    return true;
}

bool SheetReader::read_formula(RawCell& cell) {
    cell.has_formula = true;
    const auto type = scanner_.attribute("t");
    if (type == "shared") cell.formula_kind = FormulaKind::shared;
    if (type == "array") cell.formula_kind = FormulaKind::array;
    if (type == "dataTable") cell.formula_kind = FormulaKind::data_table;
    cell.formula_group = parse_count(scanner_.attribute("si").value_or("0")).value_or(0);
    cell.formula_range = parse_range(scanner_.attribute("ref").value_or(""), *context_->limits)
                             .value_or(CellRange{cell.row, cell.column, cell.row, cell.column});
    formula_.clear();
    return scanner_.read_text(formula_);
}

bool SheetReader::read_cell_body(RawCell& cell) {
    const std::size_t depth_before = scanner_.depth();
    value_.clear();
    formula_.clear();
    while (true) {
        const XmlEvent event = scanner_.next();
        if (event == XmlEvent::failed) return false;
        if (event == XmlEvent::end && scanner_.depth() == depth_before) break;
        if (event != XmlEvent::start) continue;
        bool read = true;
        if (scanner_.name() == "v") {
            cell.has_value = true;
            value_.clear();
            read = scanner_.read_text(value_);
        } else if (scanner_.name() == "f") {
            read = read_formula(cell);
        } else if (scanner_.name() == "is" && cell.type == CellType::inline_text) {
            cell.has_value = true;
            value_.clear();
            read = read_rich_text(scanner_, value_);
        } else {
            read = scanner_.skip();
        }
        if (!read) return false;
    }
    cell.value = value_;
    cell.formula = formula_;
    return true;
}

}  // namespace begroot::workbook::detail
