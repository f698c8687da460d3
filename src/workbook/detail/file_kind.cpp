#include "workbook/detail/file_kind.hpp"

#include "text/xml_text.hpp"
#include "workbook/detail/errors.hpp"
#include "workbook/detail/little_endian.hpp"
#include "workbook/detail/ole.hpp"
#include "workbook/detail/part_stream.hpp"
#include "workbook/detail/text_buffer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace begroot::workbook::detail {

namespace {

using Bytes = std::span<const std::byte>;

constexpr std::size_t start_bytes = 4096;  // enough to tell what a file is
constexpr const char* wanted = "een Excel-werkmap (.xlsx of .xlsm) of csv";
constexpr const char* convert_action =
    "open het in Excel en sla het op als .xlsx, of laat LibreOffice het omzetten met --converteer";
constexpr const char* save_as_action = "open het in Excel en sla het op als .xlsx";
constexpr const char* password_action =
    "open het in Excel, haal het wachtwoord eraf (Bestand, Info) en sla het op als .xlsx";

std::string_view as_text(Bytes bytes, std::size_t bytes_max) {
    return {reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), bytes_max)};
}

Error explain_ole(Bytes bytes) {
    switch (ole_contents(bytes)) {
        case OleContents::encrypted_package:
            return input_error("deze werkmap is met een wachtwoord beveiligd", wanted, password_action);
        case OleContents::old_excel_with_password:
            return input_error("dit is een oud Excel-bestand (.xls) dat met een wachtwoord is beveiligd", wanted,
                               password_action);
        case OleContents::old_excel:
            return input_error("dit is een oud Excel-bestand (.xls)", wanted, convert_action);
        case OleContents::old_word:
            return input_error("dit is een oud Word-document (.doc)", wanted, "kies de werkmap");
        case OleContents::old_powerpoint:
            return input_error("dit is een oude PowerPoint-presentatie (.ppt)", wanted, "kies de werkmap");
        case OleContents::other:
            break;
    }
    return input_error("dit is een oud Office-bestand zonder werkmap", wanted, "kies de werkmap");
}

/// Tells whether this is the file that Excel lays beside an open workbook: `~$name.xlsx`, a user's name twice in 165
/// bytes.
bool is_lock_file(Bytes bytes, std::string_view file_name) {
    constexpr std::size_t lock_bytes = 165;
    constexpr std::size_t second_name = 55;
    const bool named = file_name.substr(file_name.rfind('/') + 1).starts_with("~$");
    const bool shaped = bytes.size() == lock_bytes && bytes[0] == bytes[second_name] && bytes[0] > std::byte{0} &&
                        bytes[0] < std::byte{second_name} && bytes[second_name + 1] == std::byte{0};
    return shaped || (named && bytes.size() <= 2 * lock_bytes);
}

/// A kind of file that its first bytes give away.
struct Signature {
    std::string_view start;
    const char* found;
    const char* action;
};

constexpr std::array<Signature, 6> signatures = {{
    {"%PDF", "dit is een PDF", "vraag de werkmap waaruit de PDF is gemaakt"},
    {"\x1F\x8B", "dit is een ingepakt bestand (gzip)", "pak het uit en kies de werkmap"},
    {"Rar!", "dit is een ingepakt bestand (rar)", "pak het uit en kies de werkmap"},
    {"7z\xBC\xAF", "dit is een ingepakt bestand (7z)", "pak het uit en kies de werkmap"},
    {"{\\rtf", "dit is een tekstdocument (rtf)", "kies de werkmap"},
    {"\x89PNG", "dit is een afbeelding (png)", "kies de werkmap"},
}};

bool is_html(std::string_view lower) {
    constexpr std::array<std::string_view, 8> marks = {"<!doctype html", "<html", "<head",  "<body",
                                                       "<table",         "<meta", "<style", "<div"};
    if (lower.starts_with("<!--") || lower.starts_with("<?xml")) return lower.find("<html") != std::string_view::npos;
    return std::ranges::any_of(marks, [lower](std::string_view mark) { return lower.starts_with(mark); });
}

/// Tells whether the start of a file reads as text: no control characters but those of white space. A few zero bytes
/// may be there, for damaged text is best refused with the line of its damage.
bool is_text(std::string_view start) {
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) return true;
    constexpr std::size_t bytes_per_zero = 64;
    if (static_cast<std::size_t>(std::ranges::count(start, '\0')) * bytes_per_zero > start.size()) return false;
    return std::ranges::all_of(start, [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value >= 0x20 || value == 0 || text::is_xml_space(byte) || byte == '\f' || byte == '\x1A';
    });
}

/// Reads the first bytes of the part `mimetype`, by which OpenDocument files tell what they are.
std::string mimetype_of(const ZipArchive& archive) {
    const ZipEntry* const entry = archive.find("mimetype");
    if (entry == nullptr) return "";
    const ReadLimits limits;
    Result<PartStream> stream = PartStream::open(*entry, limits);
    if (!stream) return "";
    std::string text(128, '\0');
    const Result<std::size_t> count = stream->read(text);
    text.resize(count.value_or(0));
    return text;
}

bool has_part_like(const ZipArchive& archive, std::string_view ending) {
    return std::ranges::any_of(archive.entries(),
                               [ending](const ZipEntry& entry) { return lower_case(entry.name).ends_with(ending); });
}

}  // namespace

std::optional<Error> explain_markup(std::string_view text) {
    text = text.substr(0, start_bytes);
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::string lower = lower_case(text::trim(text));
    if (!lower.starts_with('<')) return std::nullopt;
    if (is_html(lower)) {
        return input_error("dit is een webpagina (HTML), geen Excel-werkmap, wat de naam ook zegt", wanted,
                           save_as_action);
    }
    if (lower.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos) {
        return input_error("dit is een XML-werkblad van Excel 2003", wanted, save_as_action);
    }
    if (lower.find("urn:oasis:names:tc:opendocument") != std::string::npos) {
        return input_error("dit is een OpenDocument-bestand in XML", wanted,
                           "open het in LibreOffice en sla het op als .xlsx");
    }
    if (lower.starts_with("<?xml")) return input_error("dit is een XML-bestand", wanted, "kies de werkmap");
    return std::nullopt;
}

std::optional<Error> explain_no_text(Bytes bytes, std::string_view file_name) {
    if (bytes.empty()) return input_error("het bestand is leeg", wanted, "haal het bestand opnieuw op");
    if (looks_like_ole(bytes)) return explain_ole(bytes);
    if (is_lock_file(bytes, file_name)) {
        return input_error("dit is het vergrendelbestand van een werkmap die iemand open heeft", wanted,
                           "kies de werkmap zelf, zonder ~$ voor de naam");
    }
    if (looks_like_bare_biff(bytes)) return input_error("dit is een oud Excel-bestand (.xls)", wanted, save_as_action);
    const std::string_view start = as_text(bytes, start_bytes);
    for (const Signature& signature : signatures) {
        if (start.starts_with(signature.start)) return input_error(signature.found, wanted, signature.action);
    }
    if (auto error = explain_markup(start)) return error;
    if (is_text(start) || guess_utf16(bytes)) return std::nullopt;
    return input_error("dit is geen Excel-werkmap en geen tekst", wanted,
                       "kies de werkmap of haal het bestand opnieuw op");
}

Error explain_zip(const ZipArchive& archive) {
    const std::string mimetype = mimetype_of(archive);
    if (mimetype.starts_with("application/vnd.oasis.opendocument.spreadsheet")) {
        return input_error("dit is een OpenDocument-rekenblad (.ods)", wanted,
                           "open het in LibreOffice of Excel en sla het op als .xlsx, of gebruik --converteer");
    }
    if (mimetype.starts_with("application/vnd.oasis.opendocument")) {
        return input_error("dit is een OpenDocument-bestand zonder rekenblad", wanted, "kies de werkmap");
    }
    if (has_part_like(archive, "xl/workbook.bin")) {
        return input_error("dit is een binaire Excel-werkmap (.xlsb)", wanted, save_as_action);
    }
    if (has_part_like(archive, "word/document.xml"))
        return input_error("dit is een Word-document", wanted, "kies de werkmap");
    if (has_part_like(archive, "ppt/presentation.xml")) {
        return input_error("dit is een PowerPoint-presentatie", wanted, "kies de werkmap");
    }
    if (has_part_like(archive, "index/document.iwa")) {
        return input_error("dit is een werkmap van Apple Numbers", wanted,
                           "exporteer haar in Numbers als Excel (.xlsx)");
    }
    if (has_part_like(archive, ".xlsx") || has_part_like(archive, ".xlsm")) {
        return input_error("dit is een zip-bestand met werkmappen erin", wanted, "pak het uit en kies de werkmap");
    }
    if (archive.entries().empty())
        return input_error("dit is een leeg zip-bestand", wanted, "haal het bestand opnieuw op");
    return input_error("dit is een zip-bestand zonder werkmap", wanted,
                       "kies de werkmap of haal het bestand opnieuw op");
}

}  // namespace begroot::workbook::detail
