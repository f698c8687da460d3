#include "workbook/detail/cell_list.hpp"

#include <algorithm>
#include <utility>

namespace begroot::workbook {

namespace {

/// Gives the first cell in [first, last) that is in `row` or a later one. Rows of a ledger are about equally full, so
/// the search begins where the row ought to lie and takes doubling steps from there.
const Cell* first_from(const Cell* first, const Cell* last, std::uint32_t row) {
    if (first == last || first->row() >= row) return first;
    const Cell* const final_cell = last - 1;
    if (final_cell->row() < row) return last;
    const auto before = [row](const Cell& cell) { return cell.row() < row; };
    const std::uint64_t rows = final_cell->row() - first->row();
    const auto cells = static_cast<std::uint64_t>(last - first);
    const Cell* guess = first + static_cast<std::ptrdiff_t>(std::uint64_t{row - first->row()} * (cells - 1) / rows);
    // `low` stays before the row, `high` is in it or behind it.
    const Cell* low = first;
    const Cell* high = final_cell;
    for (std::ptrdiff_t step = 8; before(*guess); step *= 2) {
        low = guess;
        if (high - guess <= step) break;
        guess += step;
    }
    if (!before(*guess)) {
        high = guess;
        for (std::ptrdiff_t step = 8; high - low > step && !before(*(high - step)); step *= 2) high -= step;
    }
    return std::partition_point(low, high, before);
}

const Cell* end_of_row(const Cell* first, const Cell* last) {
    const Cell* end = first;
    while (end != last && end->row() == first->row()) ++end;
    return end;
}

}  // namespace

void CellList::RowIterator::settle() {
    if (block_ != end_ && first_ == block_->last) {
        ++block_;
        first_ = block_ == end_ ? nullptr : block_->first;
    }
    last_ = block_ == end_ ? nullptr : end_of_row(first_, block_->last);
}

CellList::CellList(const CellList& other) {
    for (const Cell& cell : other) push_back(cell);
}

void CellList::swap(CellList& other) noexcept {
    std::swap(blocks_, other.blocks_);
    std::swap(free_, other.free_);
    std::swap(free_end_, other.free_end_);
    std::swap(size_, other.size_);
    std::swap(column_count_, other.column_count_);
    std::swap(next_place_, other.next_place_);
}

CellList::Block CellList::make_block(std::size_t bytes) {
    MemoryBlock memory = make_memory_block(bytes);
    const auto* const cells = reinterpret_cast<const Cell*>(memory.get());
    return {std::move(memory), cells, cells, cells + bytes / sizeof(Cell)};
}

/// Adds a block many times as large as the last one, up to one huge page, and takes the cells of `row` along.
void CellList::add_block(std::uint32_t row) {
    constexpr std::size_t bytes_min = 4096;
    static_assert(huge_page_bytes / sizeof(Cell) > std::size_t{2} * Cell::columns_max);
    const auto room = blocks_.empty() ? 0 : static_cast<std::size_t>(blocks_.back().end - blocks_.back().first);
    const std::size_t bytes = std::clamp(32 * room * sizeof(Cell), bytes_min, huge_page_bytes);
    Block block = make_block(bytes);
    auto* const cells = reinterpret_cast<Cell*>(block.memory.get());
    free_ = cells;
    if (!blocks_.empty()) {
        const Cell* start = blocks_.back().last;
        while (start != blocks_.back().first && (start - 1)->row() == row) --start;
        free_ = std::uninitialized_copy(start, blocks_.back().last, cells);
        blocks_.back().last = start;
        if (start == blocks_.back().first) blocks_.pop_back();
    }
    free_end_ = cells + (block.end - block.first);
    block.last = free_;
    blocks_.push_back(std::move(block));
}

void CellList::append_row(std::span<const Cell> cells) {
    if (cells.empty()) return;
    std::uint64_t next_place = next_place_;
    for (const Cell& cell : cells) {
        BEGROOT_CHECK(place_of(cell) >= next_place && cell.row() == cells.front().row(), "cellen niet op volgorde");
        next_place = place_of(cell) + 1;
    }
    while (static_cast<std::size_t>(free_end_ - free_) < cells.size()) add_block(cells.front().row());
    free_ = std::uninitialized_copy(cells.begin(), cells.end(), free_);
    blocks_.back().last = free_;
    next_place_ = next_place;
    size_ += cells.size();
    column_count_ = std::max(column_count_, cells.back().column() + 1);
}

void CellList::drop_before(std::uint32_t row) {
    const auto kept = std::ranges::find_if(blocks_, [row](const Block& b) { return (b.last - 1)->row() >= row; });
    for (auto block = blocks_.begin(); block != kept; ++block)
        size_ -= static_cast<std::size_t>(block->last - block->first);
    const bool all = kept == blocks_.end();
    blocks_.erase(blocks_.begin(), kept);
    if (all) free_ = free_end_ = nullptr;
}

const CellList::Block* CellList::block_of(std::uint32_t row) const {
    const auto behind = std::ranges::partition_point(blocks_, [row](const Block& b) { return b.first->row() <= row; });
    return behind == blocks_.begin() ? nullptr : &*std::prev(behind);
}

std::span<const Cell> CellList::row(std::uint32_t row) const {
    const Block* const block = block_of(row);
    if (block == nullptr) return {};
    const Cell* const first = first_from(block->first, block->last, row);
    if (first == block->last || first->row() != row) return {};
    return {first, end_of_row(first, block->last)};
}

const Cell* CellList::find(std::uint32_t row, std::uint32_t column) const {
    const std::span<const Cell> cells = this->row(row);
    const auto found = std::ranges::lower_bound(cells, column, {}, &Cell::column);
    return found != cells.end() && found->column() == column ? &*found : nullptr;
}

CellList::Rows CellList::rows(std::uint32_t first) const {
    const Block* const end = blocks_.data() + blocks_.size();
    const Block* block = block_of(first);
    if (block == nullptr) block = blocks_.data();
    const Cell* const cell = block == end ? nullptr : first_from(block->first, block->last, first);
    return {RowIterator(block, end, cell), RowIterator(end, end, nullptr)};
}

}  // namespace begroot::workbook
