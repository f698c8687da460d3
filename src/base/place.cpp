#include "base/place.hpp"

#include <algorithm>

namespace begroot {

std::string to_text(const Place& place) {
    std::string text = place.file;
    const auto add = [&text](const char* label, const std::string& value) {
        if (value.empty()) return;
        if (!text.empty()) text += ", ";
        text += label;
        text += value;
    };
    add("blad ", place.sheet);
    add("cel ", place.cell);
    if (place.line > 0) add("regel ", std::to_string(place.line));
    if (place.column > 0) add("kolom ", std::to_string(place.column));
    return text;
}

std::string sheet_cell(const Place& place) { return place.sheet.empty() ? place.cell : place.sheet + "!" + place.cell; }

std::string column_name(std::uint32_t column) {
    std::string name;
    for (std::uint64_t rest = std::uint64_t{column} + 1; rest > 0; rest = (rest - 1) / 26) {
        name += static_cast<char>('A' + (rest - 1) % 26);
    }
    std::ranges::reverse(name);
    return name;
}

std::string cell_name(std::uint32_t row, std::uint32_t column) {
    return column_name(column) + std::to_string(std::uint64_t{row} + 1);
}

std::string origin_name(const Origin& origin) {
    if (origin.sheet && origin.sheet->has_lines) return "regel " + std::to_string(std::uint64_t{origin.row} + 1);
    return cell_name(origin.row, origin.column);
}

Place to_place(const Origin& origin) {
    Place place;
    if (!origin.sheet) return place;
    place.file = origin.sheet->file;
    place.sheet = origin.sheet->sheet;
    if (origin.sheet->has_lines) {
        place.line = origin.row + 1;
    } else {
        place.cell = cell_name(origin.row, origin.column);
    }
    return place;
}

bool is_computed(const Origin& origin) {
    return origin.sheet && std::ranges::binary_search(origin.sheet->computed, CellPlace{origin.row, origin.column});
}

}  // namespace begroot
