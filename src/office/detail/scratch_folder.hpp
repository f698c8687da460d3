#pragma once
// A folder for one piece of work, gone when the work is done.

#include "base/result.hpp"

#include <filesystem>

namespace begroot::office::detail {

/// Owns a new folder that only this user may enter, and removes it with all that is in it.
class ScratchFolder {
public:
    /// Makes a folder inside `parent`.
    [[nodiscard]] static Result<ScratchFolder> make(const std::filesystem::path& parent);

    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ScratchFolder(ScratchFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
    ScratchFolder& operator=(ScratchFolder&&) = delete;
    ~ScratchFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    explicit ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;
};

}  // namespace begroot::office::detail
