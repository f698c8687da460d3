#pragma once
// Bytes that are in memory already, as a source of text.

#include "text/byte_source.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace begroot::text {

/// Gives a text from memory; the bytes must outlive it.
class MemorySource final : public ByteSource {
public:
    /// Sees every piece in its order as it is read: what looks at all bytes does so while they are near.
    using Watch = std::function<void(std::string_view piece)>;

    /// `name` begins its errors (`het auditfile`) and `action` ends them.
    MemorySource(std::string_view bytes, std::string name, std::string action, Watch watch = {})
        : rest_(bytes),
          bytes_(bytes.size()),
          name_(std::move(name)),
          action_(std::move(action)),
          watch_(std::move(watch)) {}

    [[nodiscard]] Result<std::size_t> read(std::span<char> out) override {
        const std::size_t count = std::min(out.size(), rest_.size());
        if (count > 0) std::memcpy(out.data(), rest_.data(), count);
        if (watch_) watch_(rest_.substr(0, count));
        rest_.remove_prefix(count);
        return count;
    }
    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] std::uint64_t declared_bytes() const override { return bytes_; }
    [[nodiscard]] Error error(std::string_view what, std::string expected) const override {
        return {ErrorKind::input, {}, name_ + " " + std::string(what), std::move(expected), action_};
    }

private:
    std::string_view rest_;
    std::size_t bytes_;
    std::string name_;
    std::string action_;
    Watch watch_;
};

}  // namespace begroot::text
