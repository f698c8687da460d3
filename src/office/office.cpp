#include "office/office.hpp"

#include "office/detail/child_process.hpp"
#include "office/detail/scratch_folder.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

namespace begroot::office {

namespace {

namespace fs = std::filesystem;

/// Says whether formulas are computed while a file is opened; the numbers are LibreOffice's own.
enum class Recalculation { always = 0, never = 1 };

/// The settings of a profile nobody used: no macros, no links followed, nothing fetched.
std::string profile_settings(Recalculation recalculation) {
    return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{0}</value></prop>
    <prop oor:name="ODFRecalcMode" oor:op="fuse"><value>{0}</value></prop>
  </item>
  <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
    <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
    <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
    <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
  </item>
  <item oor:path="/org.openoffice.Office.Calc/Content/Update">
    <prop oor:name="Link" oor:op="fuse"><value>2</value></prop>
  </item>
</oor:items>
)",
                       static_cast<int>(recalculation));
}

/// Writes a path as a file URL.
std::string file_url(const fs::path& path) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    std::string url = "file://";
    for (const char c : path.string()) {
        if (plain.find(c) != std::string_view::npos) {
            url += c;
        } else {
            url += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return url;
}

Error office_error(const std::string& shown_as, std::string found, std::string expected, std::string action) {
    return {.place = {.file = shown_as},
            .found = std::move(found),
            .expected = std::move(expected),
            .action = std::move(action)};
}

Error no_office(const std::string& shown_as) {
    return office_error(shown_as, "om dit bestand te openen is LibreOffice nodig, en dat is hier niet geïnstalleerd",
                        "LibreOffice Calc",
                        "installeer LibreOffice, of open het bestand in Excel en sla het op als .xlsx");
}

bool write_file(const fs::path& path, std::span<const std::byte> bytes) {
    std::ofstream stream(path, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    return stream.good();
}

/// Gives the extension by which LibreOffice may guess what a file is; none for one that says nothing.
std::string known_extension(const fs::path& path) {
    constexpr std::array<std::string_view, 7> known{".xls", ".ods", ".xlsx", ".xlsm", ".xlsb", ".fods", ".xlt"};
    std::string extension = path.extension().string();
    for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return std::ranges::find(known, extension) != known.end() ? extension : "";
}

/// Lays out the folder in which LibreOffice works: its profile and a copy of the file, so that the file itself is left
/// alone.
Result<fs::path> lay_out(const fs::path& work, const fs::path& path, const std::string& shown_as,
                         Recalculation recalculation, const OfficeSettings& settings) {
    const auto file = workbook::SourceFile::read(path, shown_as, settings.input_bytes_max);
    if (!file) return failure(file.error());
    std::error_code error;
    fs::create_directories(work / "profiel" / "user", error);
    if (!error) fs::create_directories(work / "uit", error);
    fs::path copy = work / ("werkmap" + known_extension(path));
    const std::string profile = profile_settings(recalculation);
    const bool written =
        !error && write_file(copy, file->bytes()) &&
        write_file(work / "profiel" / "user" / "registrymodifications.xcu", std::as_bytes(std::span(profile)));
    if (written) return copy;
    return failure(office_error(shown_as, "een tijdelijke kopie is niet te schrijven", "ruimte op de schijf",
                                "maak ruimte op de schijf"));
}

detail::Command command_for(const fs::path& program, const fs::path& work, const fs::path& copy,
                            const OfficeSettings& settings) {
    detail::Command command;
    command.program = program;
    command.arguments = {"-env:UserInstallation=" + file_url(work / "profiel"),
                         "--headless",
                         "--invisible",
                         "--nologo",
                         "--nodefault",
                         "--norestore",
                         "--nolockcheck",
                         "--convert-to",
                         "xlsx:Calc MS Excel 2007 XML",
                         "--outdir",
                         (work / "uit").string(),
                         copy.string()};
    command.environment = {"PATH=/usr/bin:/bin", "HOME=" + work.string(), "TMPDIR=" + work.string(), "LC_ALL=C.UTF-8"};
    command.folder = work;
    command.time_max = settings.time_max;
    command.file_bytes_max = settings.output_bytes_max;
    return command;
}

/// Looks at what LibreOffice made before anybody reads it.
std::optional<Error> judge(const detail::ProcessEnd& end, const fs::path& made, const std::string& shown_as,
                           const OfficeSettings& settings) {
    if (end.late) {
        return office_error(
            shown_as, "LibreOffice is er niet op tijd mee klaar",
            fmt::format("klaar binnen {} seconden", std::chrono::ceil<std::chrono::seconds>(settings.time_max).count()),
            "open het bestand in Excel en sla het op als .xlsx");
    }
    std::error_code error;
    const fs::file_status status = fs::symlink_status(made, error);
    const std::uintmax_t size = fs::is_regular_file(status) ? fs::file_size(made, error) : 0;
    if (!fs::is_regular_file(status) || error || size == 0) {
        return office_error(shown_as, fmt::format("LibreOffice kan dit bestand niet openen (afloop {})", end.status),
                            "een werkmap", "open het bestand in Excel en sla het op als .xlsx");
    }
    if (size > settings.output_bytes_max) {
        return office_error(shown_as, fmt::format("de kopie van LibreOffice is {} bytes groot", size),
                            fmt::format("hoogstens {} bytes", settings.output_bytes_max), "splits het bestand");
    }
    return std::nullopt;
}

Result<fs::path> run_office(const fs::path& path, const std::string& shown_as, const fs::path& folder,
                            Recalculation recalculation, const OfficeSettings& settings) {
    const fs::path program = find_office(settings.search_path);
    if (program.empty()) return failure(no_office(shown_as));
    fs::path target = folder / (path.stem().string() + ".xlsx");
    std::error_code error;
    if (fs::exists(fs::symlink_status(target, error))) {
        return failure(office_error(shown_as, "de kopie " + target.string() + " bestaat al", "een nieuwe naam",
                                    "kies een andere map"));
    }
    const auto scratch = detail::ScratchFolder::make(folder);
    if (!scratch) return failure(scratch.error());
    const fs::path& work = scratch->path();
    const auto copy = lay_out(work, path, shown_as, recalculation, settings);
    if (!copy) return failure(copy.error());
    const auto end = detail::run(command_for(program, work, *copy, settings));
    if (!end) return failure(end.error());
    const fs::path made = work / "uit" / "werkmap.xlsx";
    if (auto wrong = judge(*end, made, shown_as, settings)) return failure(std::move(*wrong));
    fs::rename(made, target, error);
    if (!error) return target;
    return failure(
        office_error(shown_as, "de kopie is niet neer te zetten: " + error.message(), "", "kies een andere map"));
}

}  // namespace

fs::path find_office(const std::vector<fs::path>& search_path) {
    constexpr std::array<std::string_view, 2> names{"soffice", "libreoffice"};
    for (const fs::path& folder : search_path) {
        for (const std::string_view name : names) {
            std::error_code error;
            const fs::path program = fs::absolute(folder / name, error);
            if (!error && fs::is_regular_file(program, error) && ::access(program.c_str(), X_OK) == 0) return program;
        }
    }
    return {};
}

Result<fs::path> convert_to_xlsx(const fs::path& path, const std::string& shown_as, const fs::path& folder,
                                 const OfficeSettings& settings) {
    return run_office(path, shown_as, folder, Recalculation::never, settings);
}

Result<fs::path> recalculate(const fs::path& path, const std::string& shown_as, const fs::path& folder,
                             const OfficeSettings& settings) {
    return run_office(path, shown_as, folder, Recalculation::always, settings);
}

}  // namespace begroot::office
