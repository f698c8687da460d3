#include "store/atomic_file.hpp"

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace begroot::store {

namespace {

/// Says in Dutch why the operating system refused.
std::string reason(int code) {
    switch (code) {
        case ENOENT:
            return "de map bestaat niet en kan niet gemaakt worden";
        case EACCES:
        case EPERM:
        case EROFS:
            return "daar mag niet worden geschreven";
        case ENOTDIR:
        case EEXIST:
            return "een deel van het pad is een bestand, geen map";
        case EISDIR:
            return "dit is een map";
        case ENOSPC:
        case EDQUOT:
            return "de schijf is vol";
        case ENAMETOOLONG:
            return "de naam is te lang";
        default:
            return "het besturingssysteem weigert (fout " + std::to_string(code) + ")";
    }
}

Error cannot_write(const std::filesystem::path& path, int code) {
    return {ErrorKind::input,
            {path.string(), "", "", 0, 0},
            "het bestand kan niet geschreven worden: " + reason(code),
            "",
            "kies een andere plaats met --uit; er is niets gewijzigd"};
}

/// Waits until the bytes are on disk, so that the rename never shows an empty file after a crash.
bool flush_to_disk(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    const bool flushed = ::fsync(file) == 0;
    ::close(file);
    return flushed;
}

Result<void> write_bytes(const std::filesystem::path& path, std::string_view bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return failure(cannot_write(path, errno));
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const int why = errno;
            ::close(file);
            return failure(cannot_write(path, why));
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::close(file) != 0) return failure(cannot_write(path, errno));
    return {};
}

}  // namespace

Result<void> write_atomically(const std::filesystem::path& path,
                              const std::function<Result<void>(const std::filesystem::path&)>& write) {
    std::error_code error;
    const auto folder = path.parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    if (error) return failure(cannot_write(path, error.value()));
    if (std::filesystem::is_directory(path, error)) return failure(cannot_write(path, EISDIR));

    // a device or a pipe is written through, never replaced by a file
    if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error)) return write(path);

    const std::filesystem::path temporary = path.string() + ".deel-" + std::to_string(::getpid());
    auto written = write(temporary);
    if (written && !flush_to_disk(temporary)) written = failure(cannot_write(path, errno));
    if (written) {
        std::filesystem::rename(temporary, path, error);
        if (error) written = failure(cannot_write(path, error.value()));
    }
    if (!written) {
        std::error_code ignored;
        std::filesystem::remove(temporary, ignored);
        Error failed = written.error();
        failed.place.file = path.string();  // the user asked for this name, not for the temporary one
        return failure(std::move(failed));
    }
    return {};
}

Result<void> write_atomically(const std::filesystem::path& path, std::string_view bytes) {
    return write_atomically(path,
                            [bytes](const std::filesystem::path& temporary) { return write_bytes(temporary, bytes); });
}

}  // namespace begroot::store
