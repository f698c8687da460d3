#include "workbook/detail/prefetched_source.hpp"

#include <algorithm>
#include <cstring>
#include <system_error>
#include <utility>

namespace begroot::workbook::detail {

PrefetchedSource::PrefetchedSource(std::unique_ptr<text::ByteSource> source) : source_(std::move(source)) {
    for (Piece& piece : pieces_) piece.bytes.resize(piece_bytes);
    try {
        thread_ = std::thread([this] { work(); });
    } catch (const std::system_error&) {  // NOLINT(bugprone-empty-catch)
        // No thread to be had: wait_for_piece() fills a piece itself.
    }
}

PrefetchedSource::~PrefetchedSource() {
    {
        const std::scoped_lock lock(mutex_);
        stop_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

/// Fills one piece to its end or that of the source.
void PrefetchedSource::fill(Piece& piece) {
    piece.size = 0;
    try {
        while (piece.size < piece.bytes.size()) {
            const auto count = source_->read(std::span(piece.bytes).subspan(piece.size));
            if (!count) piece.failed = count.error();
            if (!count || *count == 0) return;
            piece.size += *count;
        }
    } catch (...) {
        piece.exception = std::current_exception();
    }
}

void PrefetchedSource::work() {
    for (std::size_t number = 0;; ++number) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return stop_ || number - released_ < piece_count; });
            if (stop_) return;
        }
        Piece& piece = pieces_[number % piece_count];
        fill(piece);
        const bool last = piece.size < piece.bytes.size();
        {
            const std::scoped_lock lock(mutex_);
            filled_ = number + 1;
        }
        changed_.notify_all();
        if (last) return;
    }
}

PrefetchedSource::Piece& PrefetchedSource::wait_for_piece() {
    std::unique_lock lock(mutex_);
    Piece& piece = pieces_[released_ % piece_count];
    if (thread_.joinable()) {
        changed_.wait(lock, [this] { return filled_ > released_; });
    } else if (filled_ == released_) {
        fill(piece);
        ++filled_;
    }
    return piece;
}

void PrefetchedSource::release_piece() {
    used_ = 0;
    {
        const std::scoped_lock lock(mutex_);
        ++released_;
    }
    changed_.notify_all();
}

Result<std::size_t> PrefetchedSource::read(std::span<char> out) {
    const Piece& piece = wait_for_piece();
    if (used_ < piece.size) {
        const std::size_t count = std::min(out.size(), piece.size - used_);
        std::memcpy(out.data(), piece.bytes.data() + used_, count);
        used_ += count;
        if (used_ == piece_bytes) release_piece();
        return count;
    }
    // A piece that is not full is the last one: it stays, so that the end is told again when asked again.
    if (piece.exception) std::rethrow_exception(piece.exception);
    if (piece.failed) return failure(*piece.failed);
    return std::size_t{0};
}

}  // namespace begroot::workbook::detail
