#include "workbook/detail/list_rows.hpp"

#include "base/check.hpp"
#include "base/place.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <vector>

namespace begroot::workbook::writing {

namespace {

constexpr std::size_t list_piece_bytes = std::size_t{64} << 10U;

/// What stands around the row number and the value in every cell of a column.
struct CellFrame {
    std::string open;    ///< `<c r="A`
    std::string number;  ///< `" s="3"><v>`
    std::string shared;  ///< `" s="3" t="s"><v>`
    std::string inside;  ///< `" s="3" t="inlineStr"><is>`
    std::string empty;   ///< `" s="3"/>`
};

std::vector<CellFrame> frames_of(std::span<const std::string> styles) {
    std::vector<CellFrame> frames;
    frames.reserve(styles.size());
    for (std::size_t i = 0; i < styles.size(); ++i) {
        const std::string style = styles[i].empty() ? "\"" : "\" s=\"" + styles[i] + "\"";
        frames.push_back({"<c r=\"" + column_name(static_cast<std::uint32_t>(i)), style + "><v>",
                          style + " t=\"s\"><v>", style + " t=\"inlineStr\"><is>", style + "/>"});
    }
    return frames;
}

void append_whole(std::int64_t number, std::string& out) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

/// Writes cents as euros: `-12.05`.
void append_euros(std::int64_t cents, std::string& out) {
    constexpr std::uint64_t cents_per_euro = 100;
    constexpr std::uint64_t ten = 10;
    const std::uint64_t size =
        cents < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
    std::array<char, 24> digits{};
    char* at = digits.data();
    if (cents < 0) *at++ = '-';
    at = std::to_chars(at, digits.data() + digits.size(), size / cents_per_euro).ptr;
    const std::uint64_t rest = size % cents_per_euro;
    *at++ = '.';
    *at++ = static_cast<char>('0' + rest / ten);
    *at++ = static_cast<char>('0' + rest % ten);
    out.append(digits.data(), at);
}

/// Writes the cells of one list.
class RowWriter {
public:
    RowWriter(const GridList& list, std::span<const std::string> styles, TextPool& pool)
        : list_(&list), pool_(&pool), frames_(frames_of(styles)), values_(list.columns.size()) {}

    void write(std::uint32_t row, std::string& out) {
        list_->fill(row, values_);
        std::array<char, 12> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), list_->first_row + row + 1).ptr;
        const std::string_view number(digits.data(), end);
        out.append("<row r=\"").append(number).append("\">");
        for (std::size_t i = 0; i < values_.size(); ++i) {
            out.append(frames_[i].open).append(number);
            write_value(list_->columns[i], values_[i], frames_[i], out);
        }
        out += "</row>";
    }

private:
    void write_value(ListKind kind, const ListValue& value, const CellFrame& frame, std::string& out) {
        const bool is_text = kind == ListKind::text || kind == ListKind::repeated;
        if (is_text ? value.text.empty() : value.is_empty) {
            out += frame.empty;
            return;
        }
        if (is_text) {
            write_text(kind, value.text, frame, out);
            return;
        }
        out += frame.number;
        if (kind == ListKind::cents) {
            append_euros(value.number, out);
        } else {
            append_whole(value.number, out);
        }
        out += "</v></c>";
    }

    void write_text(ListKind kind, std::string_view text, const CellFrame& frame, std::string& out) {
        const auto number = kind == ListKind::repeated ? pool_->number_of(text) : std::nullopt;
        if (number) {
            out += frame.shared;
            append_whole(*number, out);
            out += "</v></c>";
            return;
        }
        out += frame.inside;
        append_text_element(text, out);
        out += "</is></c>";
    }

    const GridList* list_;
    TextPool* pool_;
    std::vector<CellFrame> frames_;
    std::vector<ListValue> values_;
};

}  // namespace

void write_rows(const GridList& list, std::span<const std::string> styles, TextPool& pool,
                const std::function<void(std::string_view)>& take) {
    BEGROOT_CHECK(styles.size() == list.columns.size(), "een lijst met een opmaak per kolom");
    RowWriter writer(list, styles, pool);
    std::string piece;
    piece.reserve(2 * list_piece_bytes);
    for (std::uint32_t row = 0; row < list.rows; ++row) {
        writer.write(row, piece);
        if (piece.size() < list_piece_bytes) continue;
        take(piece);
        piece.clear();
    }
    take(piece);
}

}  // namespace begroot::workbook::writing
