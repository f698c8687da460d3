#pragma once
// LibreOffice as a helper: it opens what we do not read (.xls, .ods) and computes what nobody computed. It runs apart,
// in a folder of its own that goes afterwards, without macros, without following links, and not for ever.

#include "base/result.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace begroot::office {

/// How LibreOffice is found and how far it may go.
struct OfficeSettings {
    std::vector<std::filesystem::path> search_path;  ///< folders in which `soffice` or `libreoffice` is looked for
    std::chrono::milliseconds time_max{120'000};  ///< of one conversion; what is late is killed with all its children
    std::uint64_t input_bytes_max = 1ULL << 30;
    std::uint64_t output_bytes_max = 1ULL << 30;
};

/// Says which program would be started; nothing when LibreOffice is not installed in any of the folders.
[[nodiscard]] std::filesystem::path find_office(const std::vector<std::filesystem::path>& search_path);

/// Converts a workbook of another kind (.xls, .ods) to `folder`/<name of it>.xlsx and gives that path. Formulas keep
/// the values that the file has. `shown_as` names the file in messages. Refused: no LibreOffice, a file that is too
/// large, one it cannot open, takes too long over or makes too large, and a target that exists.
[[nodiscard]] Result<std::filesystem::path> convert_to_xlsx(const std::filesystem::path& path,
                                                            const std::string& shown_as,
                                                            const std::filesystem::path& folder,
                                                            const OfficeSettings& settings);

/// Writes a copy of a workbook with all formulas computed to `folder`/<name of it>.xlsx and gives that path; otherwise
/// as convert_to_xlsx().
[[nodiscard]] Result<std::filesystem::path> recalculate(const std::filesystem::path& path, const std::string& shown_as,
                                                        const std::filesystem::path& folder,
                                                        const OfficeSettings& settings);

}  // namespace begroot::office
