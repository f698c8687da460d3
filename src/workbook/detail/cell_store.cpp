#include "workbook/detail/cell_store.hpp"

#include "text/encoding.hpp"
#include "text/xml_text.hpp"
#include "workbook/detail/cell_reference.hpp"
#include "workbook/detail/cell_value.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/shared_strings.hpp"

#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::detail {

namespace {

/// A value as a message quotes it: not longer than a line.
std::string quoted(std::string_view text) {
    constexpr std::size_t shown_max = 40;
    if (!text::valid_utf8(text)) return "iets onleesbaars";
    if (text.size() <= shown_max) return fmt::format("\"{}\"", text);
    std::size_t end = shown_max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return fmt::format("\"{}…\"", text.substr(0, end));
}

}  // namespace

bool CellStore::refuse(const RawCell& raw, std::string found, std::string expected) {
    error_ = input_error(std::move(found), std::move(expected), save_again_action);
    error_.place.cell = cell_name(raw.row, raw.column);
    return false;
}

bool CellStore::refuse_order(const RawCell& raw) {
    return refuse(raw, "de cel staat niet op volgorde of komt twee keer voor", "rijen en kolommen op volgorde");
}

bool CellStore::refuse_memory(const RawCell& raw) {
    const ReadLimits& limits = *context_->limits;
    error_ = context_->cells_left == 0 ? over_limit("de werkmap heeft te veel gevulde cellen",
                                                    fmt::format("hoogstens {} cellen", limits.cells_max))
                                       : over_limit("de teksten van de werkmap zijn te groot",
                                                    fmt::format("hoogstens {} bytes", limits.texts_bytes_max));
    error_.place.cell = cell_name(raw.row, raw.column);
    return false;
}

bool CellStore::add(const RawCell& raw) {
    if (!in_order(raw)) return refuse_order(raw);
    if (!raw.has_value && !raw.has_formula) return true;

    return convert(raw);
}

bool CellStore::keep(const RawCell& raw, const Cell& cell) {
    if (kept_.drops(raw.column)) return drop(raw);
    if (!has_room()) return refuse_memory(raw);
    --context_->cells_left;
    if (raw.has_formula && !keep_formula(raw, true)) return false;
    kept_.add(cell);
    return true;
}

/// Leaves out a cell that was found right.
bool CellStore::drop(const RawCell& raw) {
    kept_.drop();
    return !raw.has_formula || keep_formula(raw, false);
}

bool CellStore::keep_formula(const RawCell& raw, bool kept) {
    const bool needed = kept || raw.formula_kind == FormulaKind::shared;
    if (!needed) return true;
    if (!text::valid_utf8(raw.formula)) return refuse(raw, "de tekst is geen geldige UTF-8", "leesbare tekst");
    kept_.add_formula({raw.row, raw.column, raw.formula_kind, raw.formula_group, Formula::no_master, raw.formula_range,
                       context_->arena->keep_once(raw.formula)},
                      kept);
    return true;
}

/// Keeps a formula that gave nothing; without a formula there is nothing to keep.
bool CellStore::keep_nothing(const RawCell& raw) {
    return !raw.has_formula || keep(raw, Cell::of_empty(raw.row, raw.column));
}

bool CellStore::convert(const RawCell& raw) {
    if (raw.has_formula && (!raw.has_value || (raw.value.empty() && raw.type != CellType::formula_text))) {
        return keep(raw, Cell::of_not_computed(raw.row, raw.column, style_of(raw).worded_format));
    }
    switch (raw.type) {
        case CellType::number:
            return convert_number(raw);
        case CellType::shared_text:
            return convert_shared_text(raw);
        case CellType::formula_text:
        case CellType::inline_text:
            return convert_text(raw);
        case CellType::boolean:
            return convert_boolean(raw);
        case CellType::error:
            return convert_error(raw);
        case CellType::date:
            return convert_date(raw);
    }
    return true;
}

bool CellStore::convert_number(const RawCell& raw) {
    const std::string_view digits = text::trim(raw.value);
    if (digits.empty()) return keep_nothing(raw);
    const auto number = parse_number(digits);
    if (!number) return refuse(raw, quoted(digits) + " is geen getal", "een getal");
    return keep_number(raw, *number);
}

bool CellStore::keep_number(const RawCell& raw, double number) {
    const CellStyle style = style_of(raw);
    if (style.kind == FormatKind::number || !is_serial_date(number)) {
        return keep(raw, Cell::of_number(raw.row, raw.column, number, raw.has_formula, style.worded_format));
    }
    const double shift = context_->date_1904 && style.kind == FormatKind::date ? days_1904 : 0.0;
    return keep(raw, Cell::of_date(raw.row, raw.column, number + shift, raw.has_formula));
}

bool CellStore::convert_shared_text(const RawCell& raw) {
    const std::string_view digits = text::trim(raw.value);
    if (digits.empty()) return keep_nothing(raw);
    const auto index = parse_count(digits);
    return index ? keep_shared(raw, *index) : refuse_index(raw, digits);
}

bool CellStore::keep_shared(const RawCell& raw, std::uint32_t index) {
    if (index >= context_->shared_texts.size()) return refuse_index(raw, std::to_string(index));
    if (kept_.drops(raw.column)) return drop(raw);
    if (!has_room()) return refuse_memory(raw);
    --context_->cells_left;
    if (raw.has_formula && !keep_formula(raw, true)) return false;
    kept_.add_shared(raw.row, raw.column, index, raw.has_formula);
    return true;
}

bool CellStore::refuse_index(const RawCell& raw, std::string_view index) {
    return refuse(raw, fmt::format("de cel verwijst naar tekst {}", quoted(index)),
                  fmt::format("een van de {} teksten van de werkmap", context_->shared_texts.size()));
}

bool CellStore::convert_text(const RawCell& raw) {
    if (kept_.drops(raw.column) && (raw.value_is_plain || text::valid_utf8(raw.value)))
        return (raw.value.empty() && !raw.has_formula) || drop(raw);
    std::string_view text;
    if (raw.value_is_plain) {
        text = context_->arena->keep_once(raw.value);
    } else if (!keep_text(raw.value, true, *context_->arena, text)) {
        return refuse(raw, "de tekst is geen geldige UTF-8", "leesbare tekst");
    }
    return text.empty() ? keep_nothing(raw) : keep(raw, Cell::of_text(raw.row, raw.column, text, raw.has_formula));
}

bool CellStore::convert_boolean(const RawCell& raw) {
    const std::string_view value = text::trim(raw.value);
    if (value.empty()) return keep_nothing(raw);
    const bool yes = is_true(value);
    if (!yes && value != "0" && value != "false")
        return refuse(raw, quoted(value) + " is geen WAAR of ONWAAR", "0 of 1");
    return keep(raw, Cell::of_boolean(raw.row, raw.column, yes, raw.has_formula));
}

bool CellStore::convert_error(const RawCell& raw) {
    const std::string_view value = text::trim(raw.value);
    if (value.empty()) return keep_nothing(raw);
    std::string_view name;
    if (!keep_text(value, true, *context_->arena, name))
        return refuse(raw, "de foutcode is onleesbaar", "een foutcode");
    return keep(raw, Cell::of_error(raw.row, raw.column, name, raw.has_formula));
}

bool CellStore::convert_date(const RawCell& raw) {
    const std::string_view value = text::trim(raw.value);
    if (value.empty()) return keep_nothing(raw);
    const auto serial = parse_iso_date(value);
    if (!serial) return refuse(raw, quoted(value) + " is geen datum", "een datum als 2025-12-31");
    return keep(raw, Cell::of_date(raw.row, raw.column, *serial, raw.has_formula));
}

}  // namespace begroot::workbook::detail
