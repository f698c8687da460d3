// The names that keep what a cell asks after its mark is gone.

#include "live/detail/layout.hpp"
#include "live/fill.hpp"

#include <algorithm>
#include <set>

namespace begroot::live {

namespace {

std::string lower_name(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return text;
}

/// Tells whether Excel bears a text as a name: with another mark in it, it calls the workbook damaged.
bool is_name(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        const bool is_letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        return is_letter || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
}

/// Writes an ask as a defined name; nothing where a name cannot hold it.
std::optional<std::string> name_of(const Ask& ask) {
    std::string name = to_text(ask);
    std::ranges::replace(name, ' ', '_');
    if (ask.month)
        std::ranges::replace(name.begin() + static_cast<std::ptrdiff_t>(name.rfind('_')), name.end(), '-', '_');
    const auto read = ask_of_name(name);
    const bool same = is_name(name) && read && to_text(*read) == to_text(ask);
    return same ? std::optional(std::move(name)) : std::nullopt;
}

std::string cell_text(const workbook::Workbook& workbook, const FillCell& cell) {
    return detail::sheet_prefix(workbook.sheets[cell.sheet].source->sheet) + "$" + column_name(cell.place.column) +
           "$" + std::to_string(cell.place.row + 1);
}

Finding not_remembered(const workbook::Workbook& workbook, const FillCell& cell) {
    Finding finding;
    finding.severity = Severity::notice;
    finding.kind = "vul_niet_onthouden";
    finding.place = to_place(Origin{workbook.sheets[cell.sheet].source, cell.place.row, cell.place.column});
    finding.found = "een naam kan " + to_text(cell.ask) + " niet zeggen; begroot ververs vult deze cel niet opnieuw";
    finding.action = "zet er [[invulling]] voor in het model, of bewaar het werkboek met het merk";
    return finding;
}

}  // namespace

std::vector<workbook::DefinedName> names_to_remember(FillList& list, const std::vector<bool>& written,
                                                     const workbook::Workbook& workbook) {
    std::set<std::string> taken;
    for (const workbook::DefinedName& name : workbook.names) taken.insert(lower_name(name.name));
    std::vector<workbook::DefinedName> names;
    for (std::size_t i = 0; i < list.cells.size(); ++i) {
        const FillCell& cell = list.cells[i];
        if (cell.origin != FillOrigin::mark || i >= written.size() || !written[i]) continue;
        const auto name = name_of(cell.ask);
        if (!name) {
            list.findings.push_back(not_remembered(workbook, cell));
            continue;
        }
        std::string free = *name;
        for (std::size_t number = 2; !taken.insert(lower_name(free)).second; ++number)
            free = *name + "_nr" + std::to_string(number);
        names.push_back({free, "", cell_text(workbook, cell), false});
    }
    return names;
}

}  // namespace begroot::live
