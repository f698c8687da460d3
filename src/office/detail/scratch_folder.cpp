#include "office/detail/scratch_folder.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace begroot::office::detail {

Result<ScratchFolder> ScratchFolder::make(const std::filesystem::path& parent) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(parent, error);
    std::string pattern = (absolute / ".begroot-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        return failure({.place = {.file = parent.string()},
                        .found = "hier is geen tijdelijke map te maken: " + std::generic_category().message(errno),
                        .expected = "een map waarin geschreven mag worden",
                        .action = "controleer de map en de schijf"});
    }
    return ScratchFolder(pattern);
}

ScratchFolder::~ScratchFolder() {
    if (path_.empty()) return;
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace begroot::office::detail
