#pragma once
// A file as it stood on disk at one moment: its bytes and the SHA-256 that every figure read from it carries.

#include "base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <future>
#include <memory>
#include <span>
#include <string>
#include <utility>

namespace begroot::workbook {

/// Holds a private copy of a file's bytes, so that what is read is what was hashed, whatever happens on the network
/// drive.
class SourceFile {
public:
    /// Reads a regular file of at most `bytes_max` bytes; an empty file is read as such. `shown_as` names it in
    /// messages.
    [[nodiscard]] static Result<SourceFile> read(const std::filesystem::path& path, const std::string& shown_as,
                                                 std::uint64_t bytes_max);

    /// Reads a descriptor that somebody else opened and closes, standard input for instance, to its end.
    [[nodiscard]] static Result<SourceFile> read_open(int descriptor, const std::string& shown_as,
                                                      std::uint64_t bytes_max);

    [[nodiscard]] std::span<const std::byte> bytes() const { return {bytes_.get(), size_}; }

    /// Gives the bytes to whoever points into them for longer than the file itself lives.
    [[nodiscard]] const std::shared_ptr<const std::byte[]>& shared_bytes() const { return bytes_; }

    /// Gives the SHA-256 as 64 lower-case hexadecimal digits. Of a large file a second thread computes it meanwhile;
    /// then this waits for the rest.
    [[nodiscard]] const std::string& sha256() const { return sha256_.get(); }

private:
    std::shared_ptr<const std::byte[]> bytes_;
    std::size_t size_ = 0;
    std::shared_future<std::string> sha256_;
};

/// Computes the SHA-256 of bytes as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_of(std::span<const std::byte> bytes);

}  // namespace begroot::workbook
