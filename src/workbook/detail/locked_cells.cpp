#include "workbook/detail/locked_cells.hpp"

#include "workbook/detail/cell_reference.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace begroot::workbook::patching {

namespace {

using detail::XmlEvent;
using detail::XmlScanner;

std::uint32_t number_of(const XmlScanner& scanner, std::string_view name, std::uint32_t otherwise) {
    return detail::parse_count(scanner.attribute(name).value_or("")).value_or(otherwise);
}

/// Reads of every cell style whether it locks.
Result<std::vector<bool>> read_locks(XmlScanner scanner) {
    std::vector<bool> locks;
    bool in_cell_styles = false;
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed) return failure(scanner.error());
        if (event == XmlEvent::finished) return locks;
        if (event != XmlEvent::start) continue;
        if (scanner.depth() == 2) in_cell_styles = scanner.name() == "cellXfs";
        if (!in_cell_styles) continue;
        if (scanner.depth() == 3) locks.push_back(true);
        const auto locked = scanner.attribute("locked");
        if (scanner.depth() == 4 && scanner.name() == "protection" && locked) locks.back() = detail::is_true(locked);
    }
}

/// Walks over a sheet and notes the style of each of some places.
class StyleFinder {
public:
    StyleFinder(XmlScanner scanner, std::span<const CellPlace> places)
        : scanner_(std::move(scanner)), places_(places), styles_(places.size()) {}

    [[nodiscard]] Result<std::vector<std::uint32_t>> run() {
        while (true) {
            const XmlEvent event = scanner_.next();
            if (event == XmlEvent::failed) return failure(scanner_.error());
            if (event == XmlEvent::finished) return finish();
            if (event == XmlEvent::start) look();
        }
    }

private:
    struct Columns {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::uint32_t style = 0;
    };

    void look() {
        if (scanner_.depth() == 3 && scanner_.name() == "col") {
            columns_.push_back(
                {number_of(scanner_, "min", 1), number_of(scanner_, "max", 0), number_of(scanner_, "style", 0)});
        } else if (scanner_.depth() == 3 && scanner_.name() == "row") {
            row_ = number_of(scanner_, "r", next_row_ + 1) - 1;
            next_row_ = row_ + 1;
            next_column_ = 0;
            if (detail::is_true(scanner_.attribute("customFormat"))) note_row(number_of(scanner_, "s", 0));
        } else if (scanner_.depth() == 4 && scanner_.name() == "c") {
            CellPlace place{row_, next_column_};
            if (const auto told = detail::parse_cell(scanner_.attribute("r").value_or(""), {}))
                place.column = told->column;
            next_column_ = place.column + 1;
            const auto found = std::ranges::lower_bound(places_, place);
            if (found != places_.end() && *found == place)
                styles_[static_cast<std::size_t>(found - places_.begin())] = number_of(scanner_, "s", 0);
        }
    }

    void note_row(std::uint32_t style) {
        auto found = std::ranges::lower_bound(places_, CellPlace{row_, 0});
        for (; found != places_.end() && found->row == row_; ++found)
            styles_[static_cast<std::size_t>(found - places_.begin())] = style;
    }

    [[nodiscard]] std::vector<std::uint32_t> finish() const {
        std::vector<std::uint32_t> styles;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const std::uint32_t column = places_[i].column + 1;
            const auto of_column = std::ranges::find_if(columns_, [column](const Columns& columns) {
                return columns.first <= column && column <= columns.last;
            });
            styles.push_back(styles_[i].value_or(of_column == columns_.end() ? 0 : of_column->style));
        }
        return styles;
    }

    XmlScanner scanner_;
    std::span<const CellPlace> places_;
    std::vector<std::optional<std::uint32_t>> styles_;
    std::vector<Columns> columns_;
    std::uint32_t row_ = 0;
    std::uint32_t next_row_ = 0;
    std::uint32_t next_column_ = 0;
};

}  // namespace

Result<std::vector<bool>> locked_cells(const detail::ZipArchive& archive, const detail::WorkbookMap& map,
                                       std::string_view sheet_part, std::span<const CellPlace> places,
                                       const ReadLimits& limits) {
    std::vector<bool> locks;
    if (map.styles_part) {
        auto scanner = detail::open_part(archive, *map.styles_part, limits);
        if (!scanner) return failure(scanner.error());
        auto read = read_locks(std::move(*scanner));
        if (!read) return failure(read.error());
        locks = std::move(*read);
    }
    auto scanner = detail::open_part(archive, sheet_part, limits);
    if (!scanner) return failure(scanner.error());
    const auto styles = StyleFinder(std::move(*scanner), places).run();
    if (!styles) return failure(styles.error());
    std::vector<bool> locked;
    for (const std::uint32_t style : *styles) locked.push_back(style >= locks.size() || locks[style]);
    return locked;
}

}  // namespace begroot::workbook::patching
