#include "workbook/detail/list_join.hpp"

#include "base/check.hpp"
#include "base/place.hpp"
#include "workbook/detail/list_rows.hpp"
#include "workbook/detail/part_deflater.hpp"
#include "workbook/detail/written_zip.hpp"

#include <fstream>
#include <map>
#include <utility>

namespace begroot::workbook::writing {

namespace {

constexpr std::string_view shared_part = "xl/sharedStrings.xml";
constexpr std::uint16_t deflated_method = 8;

/// Puts the last row of the list in `<dimension ref="A1:N5"/>`.
void widen_dimension(std::string& head, std::uint32_t last_row) {
    constexpr std::string_view open = "<dimension ref=\"";
    const std::size_t at = head.find(open);
    if (at == std::string::npos) return;
    const std::size_t end = head.find('"', at + open.size());
    const std::size_t digits = head.find_last_not_of("0123456789", end - 1) + 1;
    head.replace(digits, end - digits, std::to_string(last_row));
}

/// Writes a zip to a file part by part.
class ZipFile {
public:
    ZipFile(const std::filesystem::path& path, const WrittenZip& zip)
        : zip_(&zip), file_(path, std::ios::binary | std::ios::trunc) {}

    void copy(const WrittenPart& part) {
        directory_ += moved_record(zip_->record(part), static_cast<std::uint32_t>(at_));
        put(zip_->local_header(part));
        put(zip_->packed(part));
    }

    /// Packs what `make` hands on into a part of this name.
    template <typename Make>
    void pack(const WrittenPart& part, Make make) {
        const std::uint64_t header_at = at_;
        std::string local(zip_->local_header(part));
        put(local);  // figures that are known only at the end
        std::uint64_t packed = 0;
        patching::PartDeflater deflater;
        const auto put_packed = [&](std::string_view bytes) {
            packed += bytes.size();
            put(bytes);
        };
        make([&](std::string_view piece) {
            deflater.append(piece);
            put_packed(deflater.take());
        });
        const patching::PackedPart rest = deflater.finish();
        put_packed(rest.deflated);
        if (packed > UINT32_MAX || rest.inflated_bytes > UINT32_MAX) too_large_ = true;
        const PartFigures figures{deflated_method, rest.crc32, static_cast<std::uint32_t>(packed),
                                  static_cast<std::uint32_t>(rest.inflated_bytes)};
        std::string record = moved_record(zip_->record(part), static_cast<std::uint32_t>(header_at));
        describe_local(local, figures);
        describe_record(record, figures);
        directory_ += record;
        file_.seekp(static_cast<std::streamoff>(header_at));
        file_.write(local.data(), static_cast<std::streamsize>(local.size()));
        file_.seekp(static_cast<std::streamoff>(at_));
    }

    [[nodiscard]] Joined finish() {
        const std::uint64_t directory_at = at_;
        put(directory_);
        put(moved_end(zip_->end(), static_cast<std::uint32_t>(directory_at),
                      static_cast<std::uint32_t>(directory_.size())));
        file_.close();
        if (too_large_ || at_ > UINT32_MAX) return Joined::too_large;
        return file_ ? Joined::whole : Joined::cut_short;
    }

private:
    void put(std::string_view bytes) {
        file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        at_ += bytes.size();
    }

    const WrittenZip* zip_;
    std::ofstream file_;
    std::uint64_t at_ = 0;
    std::string directory_;
    bool too_large_ = false;
};

}  // namespace

std::optional<SheetFrame> frame_of(std::string_view sheet_xml, const GridList& list) {
    constexpr std::string_view row_end = "</row>";
    constexpr std::string_view style_open = " s=\"";
    const std::string number = std::to_string(list.first_row + 1);
    const std::size_t row = sheet_xml.find("<row r=\"" + number + "\"");
    if (row == std::string_view::npos) return std::nullopt;
    const std::size_t end = sheet_xml.find(row_end, row);
    if (end == std::string_view::npos) return std::nullopt;
    SheetFrame frame;
    frame.head = sheet_xml.substr(0, row);
    frame.tail = sheet_xml.substr(end + row_end.size());
    const std::string_view cells = sheet_xml.substr(row, end - row);
    frame.styles.reserve(list.columns.size());
    for (std::uint32_t column = 0; column < list.columns.size(); ++column) {
        const std::size_t cell = cells.find("<c r=\"" + column_name(column) + number + "\"");
        if (cell == std::string_view::npos) return std::nullopt;
        const std::string_view tag = cells.substr(cell, cells.find('>', cell) - cell);
        const std::size_t style = tag.find(style_open);
        const std::size_t first = style + style_open.size();
        frame.styles.emplace_back(style == std::string_view::npos ? std::string_view()
                                                                  : tag.substr(first, tag.find('"', first) - first));
    }
    widen_dimension(frame.head, list.first_row + list.rows);
    return frame;
}

Joined join_lists(const std::filesystem::path& path, std::string_view written, const GridBook& book) {
    const auto zip = WrittenZip::open(written);
    const auto shared = zip ? zip->text_of(shared_part) : std::nullopt;
    const auto first_text = shared ? count_shared(*shared) : std::nullopt;
    if (!first_text) return Joined::cut_short;
    std::map<std::string, std::pair<const GridList*, SheetFrame>, std::less<>> sheets;
    for (std::size_t i = 0; i < book.grids.size(); ++i) {
        const GridList& list = book.grids[i].list;
        if (list.columns.empty()) continue;
        std::string part = "xl/worksheets/sheet" + std::to_string(i + 1) + ".xml";
        const auto xml = zip->text_of(part);
        auto frame = xml ? frame_of(*xml, list) : std::nullopt;
        if (!frame) return Joined::cut_short;
        sheets.emplace(std::move(part), std::pair(&list, std::move(*frame)));
    }
    TextPool pool(*first_text);
    ZipFile file(path, *zip);
    const WrittenPart* texts = nullptr;
    for (const WrittenPart& part : zip->parts()) {
        const auto sheet = sheets.find(part.name);
        if (part.name == shared_part) {
            texts = &part;
        } else if (sheet == sheets.end()) {
            file.copy(part);
        } else {
            file.pack(part, [&](const auto& take) {
                const auto& [list, frame] = sheet->second;
                take(frame.head);
                write_rows(*list, frame.styles, pool, take);
                take(frame.tail);
            });
        }
    }
    BEGROOT_CHECK(texts != nullptr, "een werkmap zonder gedeelde teksten");
    file.pack(*texts, [&](const auto& take) { take(pool.with_texts(*shared)); });
    return file.finish();
}

}  // namespace begroot::workbook::writing
