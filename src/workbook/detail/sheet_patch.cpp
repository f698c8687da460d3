#include "workbook/detail/sheet_patch.hpp"

#include "base/place.hpp"
#include "text/xml_attributes.hpp"
#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/tag_edit.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::patching {

namespace {

constexpr std::size_t section_depth = 2;
constexpr std::size_t row_depth = 3;
constexpr std::size_t cell_depth = 4;
constexpr std::uint32_t behind_all = std::numeric_limits<std::uint32_t>::max();

bool is_empty(const CellWrite& write) { return std::holds_alternative<std::monostate>(write.value); }

/// Writes the formula of a write that has one.
std::string formula_markup(const CellWrite& write, std::string_view prefix) {
    const auto* const formula = std::get_if<WrittenFormula>(&write.value);
    if (formula == nullptr) return "";
    return fmt::format("<{0}f>{1}</{0}f>", prefix, xml_text(formula->text));
}

std::string range_name(const CellRange& range) {
    const std::string first = cell_name(range.first_row, range.first_column);
    const std::string last = cell_name(range.last_row, range.last_column);
    return first == last ? first : first + ":" + last;
}

/// Reads where an element says it stands; nothing where it does not say.
std::optional<std::uint32_t> told_row(std::string_view attributes) {
    const auto told = text::find_attribute(attributes, "r");
    const auto number = told ? detail::parse_count(*told) : std::nullopt;
    return number && *number > 0 ? std::optional(*number - 1) : std::nullopt;
}

}  // namespace

SheetPatch::SheetPatch(RawXml xml, const SheetChange& change) : xml_(std::move(xml)), change_(&change) {}

Result<ChangedSheet> SheetPatch::run() {
    if (!walk()) return failure(xml_.error());
    tell_new_rows();
    if (spans_widened_ > 0)
        note(fmt::format("kolombereik van {} {}", spans_widened_, spans_widened_ == 1 ? "rij" : "rijen"));
    out_.part = deflater_.finish();
    return std::move(out_);
}

bool SheetPatch::walk() {
    while (true) {
        const RawKind kind = xml_.next();
        if (kind == RawKind::failed) return false;
        if (kind == RawKind::finished) break;
        const bool begins = kind == RawKind::start || kind == RawKind::empty;
        if (begins && xml_.depth() == section_depth && xml_.name() == "sheetData" && !rows_seen_) {
            rows_seen_ = true;
            if (!rows(kind)) return false;
        } else if (begins && xml_.depth() == section_depth && xml_.name() == "dimension") {
            widen_dimension();
        } else if (begins && xml_.depth() == section_depth && xml_.name() == "autoFilter") {
            deflater_.append(widened_filter());
        } else {
            if (begins && xml_.depth() == row_depth && xml_.name() == "col") note_column_style();
            deflater_.append(xml_.raw());
        }
    }
    if (rows_seen_) return true;
    (void)xml_.fail(xml_.source().error("heeft geen sheetData", "een werkblad"));
    return false;
}

/// Widens the range that the sheet says it fills, where a write lies outside it.
void SheetPatch::widen_dimension() {
    const std::string_view raw = xml_.raw();
    const auto told = text::find_attribute(xml_.attributes(), "ref");
    const auto range = told ? detail::parse_range(*told, {}) : std::nullopt;
    if (!range) return deflater_.append(raw);
    CellRange wide = *range;
    for (const CellWrite& write : change_->writes) {
        if (is_empty(write)) continue;
        wide.first_row = std::min(wide.first_row, write.place.row);
        wide.last_row = std::max(wide.last_row, write.place.row);
        wide.first_column = std::min(wide.first_column, write.place.column);
        wide.last_column = std::max(wide.last_column, write.place.column);
    }
    const std::string name = range_name(wide);
    if (name == range_name(*range)) return deflater_.append(raw);
    note(fmt::format("dimension {} wordt {}", *told, name));
    const auto at = static_cast<std::size_t>(told->data() - raw.data());
    deflater_.append(raw.substr(0, at));
    deflater_.append(name);
    deflater_.append(raw.substr(at + told->size()));
}

/// Gives the filter at hand; that of the list ends where the list ends.
std::string SheetPatch::widened_filter() {
    std::string own(xml_.raw());
    const auto told = text::find_attribute(xml_.attributes(), "ref");
    auto range = told ? detail::parse_range(*told, {}) : std::nullopt;
    if (change_->list == nullptr || !range || range->last_row != change_->list->before.last_row) return own;
    range->last_row = change_->list->after.last_row;
    const std::string name = range_name(*range);
    if (name == *told) return own;
    note(fmt::format("filter {} wordt {}", *told, name));
    const auto at = static_cast<std::size_t>(told->data() - xml_.raw().data());
    return own.substr(0, at) + name + own.substr(at + told->size());
}

/// Keeps the style that a cell at hand has, when it stands in the first row of the list.
void SheetPatch::note_list_style(std::uint32_t column) {
    if (change_->list == nullptr) return;
    const CellRange& list = change_->list->before;
    if (row_ != list.first_row || column < list.first_column || column > list.last_column) return;
    list_styles_.resize(list.last_column - list.first_column + 1);
    list_styles_[column - list.first_column] = text::find_attribute(xml_.attributes(), "s").value_or("");
}

/// Gives the style of a cell that the sheet does not have yet.
std::string_view SheetPatch::style_of(CellPlace place) const {
    if (change_->list != nullptr && place.row >= change_->list->before.first_row) {
        const std::uint32_t first = change_->list->before.first_column;
        if (place.column >= first && place.column - first < list_styles_.size())
            return list_styles_[place.column - first];
    }
    return row_style_.empty() ? style_of_column(place.column) : row_style_;
}

void SheetPatch::note_new_row(std::uint32_t row) {
    if (new_rows_ && new_rows_->second + 1 == row) {
        new_rows_->second = row;
        return;
    }
    tell_new_rows();
    new_rows_ = std::pair(row, row);
}

void SheetPatch::tell_new_rows() {
    if (!new_rows_) return;
    const auto [first, last] = *new_rows_;
    note(first == last ? fmt::format("rij {} is nieuw", first + 1)
                       : fmt::format("rijen {} tot en met {} zijn nieuw", first + 1, last + 1));
    new_rows_.reset();
}

void SheetPatch::note_column_style() {
    const auto first = detail::parse_count(text::find_attribute(xml_.attributes(), "min").value_or(""));
    const auto last = detail::parse_count(text::find_attribute(xml_.attributes(), "max").value_or(""));
    const auto style = text::find_attribute(xml_.attributes(), "style");
    if (first && last && style && *first > 0) column_styles_.push_back({*first - 1, *last - 1, std::string(*style)});
}

std::string_view SheetPatch::style_of_column(std::uint32_t column) const {
    const auto found = std::ranges::find_if(
        column_styles_, [column](const ColumnStyle& style) { return style.first <= column && column <= style.last; });
    return found == column_styles_.end() ? std::string_view() : found->style;
}

/// Writes the rows of the `<sheetData>` that is at hand.
bool SheetPatch::rows(RawKind kind) {
    const std::string prefix(xml_.prefix());
    if (kind == RawKind::empty) {
        const bool fills =
            std::ranges::any_of(change_->writes, [](const CellWrite& write) { return !is_empty(write); });
        if (!fills) {
            deflater_.append(xml_.raw());
            return true;
        }
        deflater_.append(fmt::format("<{}sheetData{}>", prefix, xml_.attributes()));
        insert_rows(behind_all, prefix);
        deflater_.append(fmt::format("</{}sheetData>", prefix));
        return true;
    }
    deflater_.append(xml_.raw());
    while (true) {
        kind = xml_.next();
        if (kind == RawKind::failed || kind == RawKind::finished) return false;
        const bool begins = kind == RawKind::start || kind == RawKind::empty;
        if (begins && xml_.depth() == row_depth && xml_.name() == "row") {
            if (!row(kind, std::string(xml_.prefix()))) return false;
            continue;
        }
        const bool ends = kind == RawKind::end && xml_.depth() == section_depth;
        if (ends) insert_rows(behind_all, prefix);
        deflater_.append(xml_.raw());
        if (ends) return true;
    }
}

/// Tells whether a write that fills its cell waits in the row at hand.
bool SheetPatch::writes_left_in_row() const {
    for (std::size_t i = next_write_; i < change_->writes.size() && change_->writes[i].place.row == row_; ++i) {
        if (!is_empty(change_->writes[i])) return true;
    }
    return false;
}

/// Gives the attributes of the row at hand, its span widened where a write lies outside it.
std::string SheetPatch::row_attributes() {
    const std::string_view attributes = xml_.attributes();
    const auto spans = text::find_attribute(attributes, "spans");
    const std::size_t colon = spans ? spans->find(':') : std::string_view::npos;
    if (colon == std::string_view::npos || spans->find(' ') != std::string_view::npos) return std::string(attributes);
    const auto first = detail::parse_count(spans->substr(0, colon));
    const auto last = detail::parse_count(spans->substr(colon + 1));
    if (!first || !last) return std::string(attributes);
    std::uint32_t wide_first = *first;
    std::uint32_t wide_last = *last;
    for (std::size_t i = next_write_; i < change_->writes.size() && change_->writes[i].place.row == row_; ++i) {
        if (is_empty(change_->writes[i])) continue;
        wide_first = std::min(wide_first, change_->writes[i].place.column + 1);
        wide_last = std::max(wide_last, change_->writes[i].place.column + 1);
    }
    if (wide_first == *first && wide_last == *last) return std::string(attributes);
    ++spans_widened_;
    return with_attribute(attributes, "spans", fmt::format("{}:{}", wide_first, wide_last));
}

bool SheetPatch::row(RawKind kind, std::string_view prefix) {
    row_ = told_row(xml_.attributes()).value_or(next_row_);
    next_row_ = row_ + 1;
    next_column_ = 0;
    row_style_.clear();
    insert_rows(row_, prefix);
    const bool own_style = detail::is_true(text::find_attribute(xml_.attributes(), "customFormat"));
    if (own_style) row_style_ = text::find_attribute(xml_.attributes(), "s").value_or("");
    if (!writes_left_in_row()) {
        deflater_.append(xml_.raw());
        return kind == RawKind::empty || cells(prefix);
    }
    const std::string attributes = row_attributes();
    if (kind == RawKind::empty) {
        deflater_.append(fmt::format("<{}row{}>", prefix, attributes));
        insert_cells(behind_all, prefix);
        deflater_.append(fmt::format("</{}row>", prefix));
        return true;
    }
    if (attributes == xml_.attributes()) {
        deflater_.append(xml_.raw());
    } else {
        deflater_.append(fmt::format("<{}row{}>", prefix, attributes));
    }
    return cells(prefix);
}

/// Writes the cells of the row that began, up to and with its end.
bool SheetPatch::cells(std::string_view prefix) {
    while (true) {
        const RawKind kind = xml_.next();
        if (kind == RawKind::failed || kind == RawKind::finished) return false;
        const bool begins = kind == RawKind::start || kind == RawKind::empty;
        if (begins && xml_.depth() == cell_depth && xml_.name() == "c") {
            if (!cell(kind)) return false;
            continue;
        }
        const bool ends = kind == RawKind::end && xml_.depth() == row_depth;
        if (ends) insert_cells(behind_all, prefix);
        deflater_.append(xml_.raw());
        if (ends) return true;
    }
}

const CellWrite* SheetPatch::write_at(CellPlace place) {
    const auto& writes = change_->writes;
    while (next_write_ < writes.size() && writes[next_write_].place < place) ++next_write_;
    return next_write_ < writes.size() && writes[next_write_].place == place ? &writes[next_write_] : nullptr;
}

const StaleCell* SheetPatch::stale_at(CellPlace place) {
    const auto& stale = change_->stale;
    while (next_stale_ < stale.size() && stale[next_stale_].place < place) ++next_stale_;
    return next_stale_ < stale.size() && stale[next_stale_].place == place ? &stale[next_stale_] : nullptr;
}

bool SheetPatch::cell(RawKind kind) {
    std::uint32_t column = next_column_;
    if (const auto told = text::find_attribute(xml_.attributes(), "r")) {
        if (const auto place = detail::parse_cell(*told, {})) column = place->column;
    }
    next_column_ = column + 1;
    insert_cells(column, xml_.prefix());
    note_list_style(column);
    const CellPlace place{row_, column};
    const CellWrite* const write = write_at(place);
    const StaleCell* const stale = stale_at(place);
    if (write != nullptr || stale != nullptr) return change_cell(kind, write, stale);
    deflater_.append(xml_.raw());
    if (kind == RawKind::empty) return true;
    while (true) {
        kind = xml_.next();
        if (kind == RawKind::failed || kind == RawKind::finished) return false;
        deflater_.append(xml_.raw());
        if (kind == RawKind::end && xml_.depth() == cell_depth) return true;
    }
}

/// Writes the cell at hand with another value: a write takes the place of its formula too, a fresh value does not.
bool SheetPatch::change_cell(RawKind kind, const CellWrite* write, const StaleCell* stale) {
    const std::string prefix(xml_.prefix());
    std::string attributes = without_attribute(without_attribute(xml_.attributes(), "t"), "vm");
    if (write != nullptr) attributes = without_attribute(attributes, "cm");
    std::string formula;
    std::string others;
    std::string* target = nullptr;  // nothing where the piece goes
    while (kind != RawKind::empty) {
        kind = xml_.next();
        if (kind == RawKind::failed || kind == RawKind::finished) return false;
        if (kind == RawKind::end && xml_.depth() == cell_depth) break;
        if (xml_.depth() == cell_depth + 1 && (kind == RawKind::start || kind == RawKind::empty)) {
            const bool is_formula = xml_.name() == "f";
            const bool goes = xml_.name() == "v" || xml_.name() == "is" || (is_formula && write != nullptr);
            target = goes ? nullptr : is_formula ? &formula : &others;
        }
        if (target != nullptr) target->append(xml_.raw());
        const bool closes = xml_.depth() == cell_depth + 1 && (kind == RawKind::end || kind == RawKind::empty);
        if (closes) target = nullptr;
        if (kind == RawKind::empty) kind = RawKind::other;
    }
    ValueMarkup value;
    if (write != nullptr) {
        ++next_write_;
        formula = formula_markup(*write, prefix);
        value = value_of(*write, prefix);
    } else {
        value = fresh_value(stale->place, stale->may_refresh, prefix);
    }
    deflater_.append(cell_markup(prefix, attributes, value, formula, others));
    return true;
}

/// Gives the value of a cell that somebody fills.
ValueMarkup SheetPatch::value_of(const CellWrite& write, std::string_view prefix) {
    if (std::holds_alternative<WrittenFormula>(write.value)) return fresh_value(write.place, true, prefix);
    return markup_of(write.value, prefix, change_->date_1904);
}

/// Gives the value that a recalculation has for a formula, and counts it; nothing where it has none.
ValueMarkup SheetPatch::fresh_value(CellPlace place, bool may_refresh, std::string_view prefix) {
    ValueMarkup value;
    const Cell* const fresh = change_->recalculated != nullptr && may_refresh
                                  ? change_->recalculated->cells.find(place.row, place.column)
                                  : nullptr;
    // Of a day counted from 1904 the copy does not tell whether it is a day or a time.
    const bool unsure = fresh != nullptr && change_->date_1904 && fresh->kind() == CellKind::date;
    if (fresh != nullptr && !unsure) value = markup_of(*fresh, prefix);
    ++(value.inside.empty() ? out_.emptied : out_.refreshed);
    return value;
}

/// Writes the rows in front of row `before` that the sheet does not have and a write fills.
void SheetPatch::insert_rows(std::uint32_t before, std::string_view prefix) {
    const auto& writes = change_->writes;
    while (next_write_ < writes.size() && writes[next_write_].place.row < before) {
        const std::uint32_t row = writes[next_write_].place.row;
        const std::uint32_t row_at_hand = std::exchange(row_, row);
        if (writes_left_in_row()) {
            row_style_.clear();
            deflater_.append(fmt::format("<{}row r=\"{}\">", prefix, row + 1));
            insert_cells(behind_all, prefix);
            deflater_.append(fmt::format("</{}row>", prefix));
            note_new_row(row);
        }
        while (next_write_ < writes.size() && writes[next_write_].place.row == row) ++next_write_;
        row_ = row_at_hand;
    }
}

/// Writes the cells of the row at hand in front of column `before` that the sheet does not have and a write fills.
void SheetPatch::insert_cells(std::uint32_t before, std::string_view prefix) {
    const auto& writes = change_->writes;
    for (; next_write_ < writes.size() && writes[next_write_].place.row == row_ &&
           writes[next_write_].place.column < before;
         ++next_write_) {
        if (!is_empty(writes[next_write_])) insert_cell(writes[next_write_], prefix);
    }
}

void SheetPatch::insert_cell(const CellWrite& write, std::string_view prefix) {
    const std::string_view style = style_of(write.place);
    std::string attributes = fmt::format(" r=\"{}\"", cell_name(write.place.row, write.place.column));
    if (!style.empty()) attributes = with_attribute(attributes, "s", style);
    const std::string formula = formula_markup(write, prefix);
    deflater_.append(cell_markup(prefix, attributes, value_of(write, prefix), formula));
}

}  // namespace begroot::workbook::patching
