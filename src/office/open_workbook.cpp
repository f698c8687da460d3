#include "office/open_workbook.hpp"

#include "office/computed.hpp"
#include "office/detail/scratch_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace begroot::office {

namespace {

/// Tells an old Excel file and an OpenDocument sheet by their first bytes. A zip that begins with the part `mimetype`
/// is OpenDocument; what it says may be compressed, and then LibreOffice sees for itself.
bool needs_conversion(const workbook::SourceFile& file) {
    constexpr std::size_t start_bytes = 128;
    constexpr std::size_t name_at = 30;  // of the first part of a zip
    const auto bytes = file.bytes().first(std::min(file.bytes().size(), start_bytes));
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (start.starts_with("\xD0\xCF\x11\xE0")) return true;
    if (!start.starts_with("PK") || start.size() < name_at) return false;
    if (start.contains("application/vnd.oasis"))
        return start.contains("application/vnd.oasis.opendocument.spreadsheet");
    return start.substr(name_at).starts_with("mimetype");
}

/// Gives what the reader has against a file with a password, which LibreOffice cannot open either.
std::optional<Error> refuse_password(const workbook::SourceFile& file, const std::string& shown_as) {
    constexpr std::string_view protected_by = "wachtwoord";
    const auto read = workbook::read_workbook(file, shown_as);
    return !read && read.error().found.contains(protected_by) ? std::optional(read.error()) : std::nullopt;
}

bool has_formula_without_value(const workbook::Workbook& workbook) {
    return std::ranges::any_of(workbook.sheets, [](const workbook::Sheet& sheet) {
        return std::ranges::any_of(
            sheet.cells, [](const workbook::Cell& cell) { return cell.kind() == workbook::CellKind::not_computed; });
    });
}

/// Gives a converted workbook the name and hash of the file it was made from.
void sign(workbook::Workbook& workbook, const std::string& shown_as, const std::string& sha256) {
    workbook.file = shown_as;
    workbook.sha256 = sha256;
    for (workbook::Sheet& sheet : workbook.sheets) {
        SourceSheet source = *sheet.source;
        source.file = shown_as;
        source.sha256 = sha256;
        sheet.source = std::make_shared<const SourceSheet>(std::move(source));
    }
}

Result<workbook::Workbook> read_copy(const std::filesystem::path& copy, const std::string& shown_as,
                                     const workbook::SourceFile& file, const workbook::ReadOptions& options) {
    auto workbook = workbook::read_workbook(copy, shown_as, options);
    if (workbook) sign(*workbook, shown_as, file.sha256());
    return workbook;
}

}  // namespace

Result<OpenedWorkbook> open_workbook(const std::filesystem::path& path, const workbook::SourceFile& file,
                                     const std::string& shown_as, const workbook::ReadOptions& options,
                                     const OfficeHelp& help) {
    OpenedWorkbook opened;
    if (help.convert && needs_conversion(file)) {
        if (auto error = refuse_password(file, shown_as)) return failure(std::move(*error));
        const auto folder = detail::ScratchFolder::make(std::filesystem::temp_directory_path());
        if (!folder) return failure(folder.error());
        const auto copy = convert_to_xlsx(path, shown_as, folder->path(), help.settings);
        if (!copy) return failure(copy.error());
        auto workbook = read_copy(*copy, shown_as, file, options);
        if (!workbook) return failure(std::move(workbook).error());
        opened.workbook = std::move(*workbook);
        opened.converted = true;
    } else {
        auto workbook = workbook::read_workbook(file, shown_as, options);
        if (!workbook) return failure(std::move(workbook).error());
        opened.workbook = std::move(*workbook);
    }
    if (!help.compute || !has_formula_without_value(opened.workbook)) return opened;
    const auto folder = detail::ScratchFolder::make(std::filesystem::temp_directory_path());
    if (!folder) return failure(folder.error());
    const auto copy = recalculate(path, shown_as, folder->path(), help.settings);
    if (!copy) return failure(copy.error());
    const auto recalculated = read_copy(*copy, shown_as, file, options);
    if (!recalculated) return failure(recalculated.error());
    ComputedWorkbook computed = take_computed(opened.workbook, *recalculated);
    opened.workbook = std::move(computed.workbook);
    opened.computed = computed.computed;
    return opened;
}

Result<workbook::Workbook> read_recalculated(std::string_view bytes, const std::string& shown_as,
                                             const workbook::ReadOptions& options, const OfficeSettings& settings) {
    const auto scratch = detail::ScratchFolder::make(std::filesystem::temp_directory_path());
    if (!scratch) return failure(scratch.error());
    const auto before = detail::ScratchFolder::make(scratch->path());
    if (!before) return failure(before.error());
    const std::filesystem::path path = before->path() / "werkmap.xlsx";
    {
        std::ofstream out(path, std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!out.flush()) {
            Error error{ErrorKind::input,
                        {},
                        "een tijdelijke kopie is niet te schrijven",
                        "ruimte op de schijf",
                        "maak ruimte op de schijf"};
            error.place.file = shown_as;
            return failure(std::move(error));
        }
    }
    const auto copy = recalculate(path, shown_as, scratch->path(), settings);
    if (!copy) return failure(copy.error());
    return workbook::read_workbook(*copy, shown_as, options);
}

}  // namespace begroot::office
