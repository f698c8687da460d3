#include "workbook/source_file.hpp"

#include "base/huge_pages.hpp"
#include "workbook/detail/errors.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <nettle/sha2.h>
#include <sys/stat.h>
#include <unistd.h>

namespace begroot::workbook {

namespace {

/// Closes a file descriptor at the end of a scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

Error unreadable(int code) {
    switch (code) {
        case ENOENT:
        case ENOTDIR:
            return detail::input_error("het bestand bestaat niet", "", "controleer de naam en de map");
        case EACCES:
        case EPERM:
            return detail::input_error("het bestand mag niet gelezen worden", "", "vraag leesrechten aan");
        default:
            break;
    }
    return detail::input_error("het bestand is niet te lezen: " + std::generic_category().message(code), "",
                               "controleer het bestand en de schijf");
}

Error too_large(std::string found, std::uint64_t bytes_max) {
    return detail::input_error(std::move(found), fmt::format("hoogstens {} bytes", bytes_max), "splits het bestand");
}

/// Reads until `size` bytes are in or the file ends; gives the count, or -1 with errno set.
ssize_t read_fully(int descriptor, std::byte* target, std::size_t size) {
    constexpr std::size_t piece_max = std::size_t{1} << 30;
    std::size_t done = 0;
    while (done < size) {
        const ssize_t count = ::read(descriptor, target + done, std::min(size - done, piece_max));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return -1;
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    return static_cast<ssize_t>(done);
}

/// Computes the hash of a large file in a second thread, of a small one at once.
std::shared_future<std::string> hash_later(const std::shared_ptr<const std::byte[]>& bytes, std::size_t size) {
    constexpr std::size_t large_bytes = std::size_t{1} << 20;
    const auto hash = [bytes, size] { return sha256_of({bytes.get(), size}); };
    if (size >= large_bytes) {
        try {
            return std::async(std::launch::async, hash).share();
        } catch (const std::system_error&) {  // NOLINT(bugprone-empty-catch)
            // No thread to be had: it is computed here.
        }
    }
    std::promise<std::string> done;
    done.set_value(hash());
    return done.get_future().share();
}

}  // namespace

std::string sha256_of(std::span<const std::byte> bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    std::string text;
    text.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest) fmt::format_to(std::back_inserter(text), "{:02x}", byte);
    return text;
}

Result<SourceFile> SourceFile::read(const std::filesystem::path& path, const std::string& shown_as,
                                    std::uint64_t bytes_max) {
    const auto fail = [&shown_as](Error error) {
        error.place.file = shown_as;
        return failure(std::move(error));
    };
    // Without O_NONBLOCK the opening of a named pipe would wait for ever.
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.number() < 0) return fail(unreadable(errno));
    struct stat status{};
    if (::fstat(descriptor.number(), &status) != 0) return fail(unreadable(errno));
    if (S_ISDIR(status.st_mode)) {
        return fail(detail::input_error("dit is een map", "een bestand", "noem het bestand in de map"));
    }
    if (!S_ISREG(status.st_mode)) {
        return fail(detail::input_error("dit is geen gewoon bestand", "een bestand op schijf", ""));
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > bytes_max) return fail(too_large(fmt::format("het bestand is {} bytes groot", size), bytes_max));
    SourceFile file;
    const auto bytes = std::make_shared_for_overwrite<std::byte[]>(size + 1);  // one more, to notice that it grows
    advise_huge_pages(bytes.get(), size + 1);
    const ssize_t count = read_fully(descriptor.number(), bytes.get(), size + 1);
    if (count < 0) return fail(unreadable(errno));
    if (static_cast<std::uint64_t>(count) != size) {
        return fail(detail::input_error("het bestand veranderde terwijl het gelezen werd", "",
                                        "wacht tot het opslaan klaar is en probeer het opnieuw"));
    }
    file.bytes_ = bytes;
    file.size_ = size;
    file.sha256_ = hash_later(bytes, size);
    return file;
}

Result<SourceFile> SourceFile::read_open(int descriptor, const std::string& shown_as, std::uint64_t bytes_max) {
    const auto fail = [&shown_as](Error error) {
        error.place.file = shown_as;
        return failure(std::move(error));
    };
    SourceFile file;
    std::shared_ptr<std::byte[]> bytes;
    std::size_t room = 0;
    for (;;) {
        if (file.size_ == room) {
            room = std::max(std::size_t{1} << 16, 2 * room);
            auto larger = std::make_shared_for_overwrite<std::byte[]>(room);
            advise_huge_pages(larger.get(), room);
            if (file.size_ > 0) std::memcpy(larger.get(), bytes.get(), file.size_);
            bytes = std::move(larger);
        }
        const ssize_t count = read_fully(descriptor, bytes.get() + file.size_, room - file.size_);
        if (count < 0) return fail(unreadable(errno));
        file.size_ += static_cast<std::size_t>(count);
        if (file.size_ > bytes_max)
            return fail(too_large(fmt::format("er komen meer dan {} bytes", bytes_max), bytes_max));
        if (file.size_ < room) break;
    }
    file.bytes_ = bytes;
    file.sha256_ = hash_later(bytes, file.size_);
    return file;
}

}  // namespace begroot::workbook
