#include "workbook/detail/cell_markup.hpp"

#include "text/xml_text.hpp"
#include "workbook/detail/cell_value.hpp"
#include "workbook/detail/escaped_text.hpp"
#include "workbook/detail/tag_edit.hpp"

#include <variant>

#include <fmt/format.h>

namespace begroot::workbook::patching {

namespace {

/// Says to XML that white space at the ends of a text counts.
std::string_view space_attribute(std::string_view text) {
    const bool at_ends = !text.empty() && (text::is_xml_space(text.front()) || text::is_xml_space(text.back()));
    return at_ends ? R"( xml:space="preserve")" : "";
}

ValueMarkup plain(std::string_view type, std::string_view value, std::string_view prefix) {
    return {std::string(type), fmt::format("<{0}v>{1}</{0}v>", prefix, value)};
}

ValueMarkup number(double value, std::string_view prefix) { return plain("", xml_number(value), prefix); }

}  // namespace

ValueMarkup markup_of(const WrittenValue& value, std::string_view prefix, bool date_1904) {
    if (const auto* amount = std::get_if<double>(&value)) return number(*amount, prefix);
    if (const auto* day = std::get_if<SerialDay>(&value)) {
        return number(day->serial - (date_1904 ? detail::days_1904 : 0.0), prefix);
    }
    if (const auto* yes = std::get_if<bool>(&value)) return plain("b", *yes ? "1" : "0", prefix);
    if (const auto* text = std::get_if<std::string>(&value)) {
        const std::string escaped = detail::escape(*text);
        return {"inlineStr",
                fmt::format("<{0}is><{0}t{1}>{2}</{0}t></{0}is>", prefix, space_attribute(escaped), xml_text(escaped))};
    }
    return {};
}

ValueMarkup markup_of(const Cell& result, std::string_view prefix) {
    switch (result.kind()) {
        case CellKind::number:
        case CellKind::date:
            return number(result.number(), prefix);
        case CellKind::boolean:
            return plain("b", result.number() != 0.0 ? "1" : "0", prefix);
        case CellKind::error:
            return plain("e", xml_text(result.text()), prefix);
        case CellKind::text:
        case CellKind::empty: {
            const std::string escaped = detail::escape(result.text());
            return {"str", fmt::format("<{0}v{1}>{2}</{0}v>", prefix, space_attribute(escaped), xml_text(escaped))};
        }
        case CellKind::not_computed:
            break;
    }
    return {};
}

std::string cell_markup(std::string_view prefix, std::string_view attributes, const ValueMarkup& value,
                        std::string_view formula, std::string_view others) {
    const std::string all = value.type.empty() ? std::string(attributes) : with_attribute(attributes, "t", value.type);
    if (formula.empty() && value.inside.empty() && others.empty()) return fmt::format("<{}c{}/>", prefix, all);
    return fmt::format("<{0}c{1}>{2}{3}{4}</{0}c>", prefix, all, formula, value.inside, others);
}

}  // namespace begroot::workbook::patching
