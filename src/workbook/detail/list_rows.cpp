#include "workbook/detail/list_rows.hpp"

#include "base/check.hpp"
#include "base/place.hpp"
#include "workbook/detail/row_bytes.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <vector>

namespace begroot::workbook::writing {

namespace {

constexpr std::size_t list_piece_bytes = std::size_t{64} << 10U;

/// What a cell of a list needs at most beside its text, and a row beside its cells.
constexpr std::size_t cell_bytes_max = 5 * FixedText::size;
constexpr std::size_t row_bytes_max = 3 * FixedText::size;

/// What stands around the row number and the value in every cell of a column.
struct CellFrame {
    FixedText open;    ///< `<c r="A`
    FixedText number;  ///< `" s="3"><v>`
    FixedText shared;  ///< `" s="3" t="s"><v>`
    FixedText inside;  ///< `" s="3" t="inlineStr"><is>`
    FixedText empty;   ///< `" s="3"/>`
};

std::vector<CellFrame> frames_of(std::span<const std::string> styles) {
    std::vector<CellFrame> frames;
    frames.reserve(styles.size());
    for (std::size_t i = 0; i < styles.size(); ++i) {
        const std::string style = styles[i].empty() ? "\"" : "\" s=\"" + styles[i] + "\"";
        frames.push_back({FixedText("<c r=\"" + column_name(static_cast<std::uint32_t>(i))), FixedText(style + "><v>"),
                          FixedText(style + " t=\"s\"><v>"), FixedText(style + " t=\"inlineStr\"><is>"),
                          FixedText(style + "/>")});
    }
    return frames;
}

/// Writes the cells of one list.
class RowWriter {
public:
    RowWriter(const GridList& list, std::span<const std::string> styles, TextPool& pool)
        : list_(&list), pool_(&pool), frames_(frames_of(styles)), values_(list.columns.size()) {}

    void write(std::uint32_t row, RowBytes& out) {
        list_->fill(row, values_);
        std::array<char, 12> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), list_->first_row + row + 1).ptr;
        const FixedText number(std::string_view(digits.data(), end));
        out.make_room(row_bytes_max);
        out.put(row_open_);
        out.put(number);
        out.put(row_behind_number_);
        for (std::size_t i = 0; i < values_.size(); ++i) {
            out.make_room(cell_bytes_max);
            out.put(frames_[i].open);
            out.put(number);
            write_value(list_->columns[i], values_[i], frames_[i], out);
        }
        out.make_room(row_bytes_max);
        out.put(row_end_);
    }

private:
    void write_value(ListKind kind, const ListValue& value, const CellFrame& frame, RowBytes& out) {
        const bool is_text = kind == ListKind::text || kind == ListKind::repeated;
        if (is_text ? value.text.empty() : value.is_empty) {
            out.put(frame.empty);
            return;
        }
        if (is_text) {
            write_text(kind, value.text, frame, out);
            return;
        }
        out.put(frame.number);
        if (kind == ListKind::cents) {
            out.put_euros(value.number);
        } else {
            out.put_whole(value.number);
        }
        out.put(value_end_);
    }

    void write_text(ListKind kind, std::string_view text, const CellFrame& frame, RowBytes& out) {
        const auto number = kind == ListKind::repeated ? pool_->number_of(text) : std::nullopt;
        if (number) {
            out.put(frame.shared);
            out.put_whole(*number);
            out.put(value_end_);
            return;
        }
        out.put(frame.inside);
        if (is_plain_text(text)) {
            out.put(text_open_);
            out.make_room(text.size() + cell_bytes_max);
            out.put(text);
            out.put(text_end_);
            return;
        }
        element_.clear();
        append_text_element(text, element_);
        out.make_room(element_.size() + cell_bytes_max);
        out.put(element_);
        out.put(inside_end_);
    }

    const GridList* list_;
    TextPool* pool_;
    std::vector<CellFrame> frames_;
    std::vector<ListValue> values_;
    FixedText row_open_{"<row r=\""};
    FixedText row_behind_number_{"\">"};
    FixedText row_end_{"</row>"};
    FixedText value_end_{"</v></c>"};
    FixedText text_open_{"<t>"};
    FixedText text_end_{"</t></is></c>"};
    FixedText inside_end_{"</is></c>"};
    std::string element_;
};

}  // namespace

void write_rows(const GridList& list, std::span<const std::string> styles, TextPool& pool,
                const std::function<void(std::string_view)>& take) {
    BEGROOT_CHECK(styles.size() == list.columns.size(), "een lijst met een opmaak per kolom");
    RowWriter writer(list, styles, pool);
    RowBytes piece(2 * list_piece_bytes);
    for (std::uint32_t row = 0; row < list.rows; ++row) {
        writer.write(row, piece);
        if (piece.size() < list_piece_bytes) continue;
        take(piece.view());
        piece.clear();
    }
    take(piece.view());
}

}  // namespace begroot::workbook::writing
