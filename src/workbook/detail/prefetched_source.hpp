#pragma once
// A source of bytes that works ahead in a thread of its own: one core inflates a part while the other reads it.

#include "text/byte_source.hpp"

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace begroot::workbook::detail {

/// Gives the bytes of another source, read ahead by a few pieces in their order. What it gives, errors too, depends on
/// that source alone, never on how fast either thread is.
class PrefetchedSource final : public text::ByteSource {
public:
    /// Begins to read ahead; without a thread to be had it reads when asked.
    explicit PrefetchedSource(std::unique_ptr<text::ByteSource> source);

    PrefetchedSource(const PrefetchedSource&) = delete;
    PrefetchedSource& operator=(const PrefetchedSource&) = delete;
    PrefetchedSource(PrefetchedSource&&) = delete;
    PrefetchedSource& operator=(PrefetchedSource&&) = delete;
    ~PrefetchedSource() override;

    [[nodiscard]] Result<std::size_t> read(std::span<char> out) override;
    [[nodiscard]] const std::string& name() const override { return source_->name(); }
    [[nodiscard]] std::uint64_t declared_bytes() const override { return source_->declared_bytes(); }
    [[nodiscard]] Error error(std::string_view what, std::string expected) const override {
        return source_->error(what, std::move(expected));
    }

private:
    static constexpr std::size_t piece_bytes = std::size_t{128} << 10;
    static constexpr std::size_t piece_count = 4;

    struct Piece {
        std::vector<char> bytes;
        std::size_t size = 0;          // 0 is the end
        std::optional<Error> failed;   // instead of bytes
        std::exception_ptr exception;  // likewise: no memory
    };

    void work();
    void fill(Piece& piece);
    [[nodiscard]] Piece& wait_for_piece();
    void release_piece();

    std::unique_ptr<text::ByteSource> source_;
    std::array<Piece, piece_count> pieces_;
    std::size_t used_ = 0;  // of the oldest piece
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t filled_ = 0;    // pieces that the thread filled, ever; guarded
    std::size_t released_ = 0;  // pieces that were read to their end, ever; guarded
    bool stop_ = false;         // guarded
    std::thread thread_;
};

}  // namespace begroot::workbook::detail
