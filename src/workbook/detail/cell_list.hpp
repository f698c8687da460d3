#pragma once
// The cells of a sheet in row order, in blocks that never move and are never copied.

#include "base/huge_pages.hpp"
#include "workbook/cell.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

namespace begroot::workbook {

/// Keeps cells by row, columns ascending inside a row; a row lies in one piece. A row that holds no cell costs nothing,
/// and there is no index: rows are found by where they ought to lie in their block.
// NOLINTNEXTLINE(cppcoreguidelines-special-member-functions): assignment takes its argument by value, copied or moved
class CellList {
    struct Block {
        MemoryBlock memory;
        const Cell* first = nullptr;
        const Cell* last = nullptr;  // behind its last cell
        const Cell* end = nullptr;   // behind its room
    };

public:
    /// Walks over all cells in order.
    class Iterator {
    public:
        using value_type = Cell;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::forward_iterator_tag;
        using reference = const Cell&;
        using pointer = const Cell*;

        Iterator() = default;
        reference operator*() const { return *cell_; }
        pointer operator->() const { return cell_; }
        Iterator& operator++() {
            if (++cell_ == block_->last) enter(block_ + 1);
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.cell_ == b.cell_; }

    private:
        friend class CellList;
        Iterator(const Block* block, const Block* end) : end_(end) { enter(block); }
        void enter(const Block* block) {
            block_ = block;
            cell_ = block == end_ ? nullptr : block->first;
        }

        const Block* block_ = nullptr;
        const Block* end_ = nullptr;
        const Cell* cell_ = nullptr;
    };

    /// Walks over the rows that hold cells, each as a span of its cells.
    class RowIterator {
    public:
        using value_type = std::span<const Cell>;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;
        using reference = value_type;

        RowIterator() = default;
        value_type operator*() const { return {first_, last_}; }
        RowIterator& operator++() {
            first_ = last_;
            settle();
            return *this;
        }
        RowIterator operator++(int) {
            RowIterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const RowIterator& a, const RowIterator& b) { return a.first_ == b.first_; }

    private:
        friend class CellList;
        RowIterator(const Block* block, const Block* end, const Cell* first)
            : block_(block), end_(end), first_(first), last_(first) {
            settle();
        }
        void settle();

        const Block* block_ = nullptr;
        const Block* end_ = nullptr;
        const Cell* first_ = nullptr;
        const Cell* last_ = nullptr;
    };

    /// The rows that hold cells, for a range-based for.
    class Rows {
    public:
        Rows(RowIterator begin, RowIterator end) : begin_(begin), end_(end) {}
        [[nodiscard]] RowIterator begin() const { return begin_; }
        [[nodiscard]] RowIterator end() const { return end_; }

    private:
        RowIterator begin_;
        RowIterator end_;
    };

    CellList() = default;
    CellList(const CellList& other);
    CellList(CellList&& other) noexcept { swap(other); }
    CellList& operator=(CellList other) noexcept {
        swap(other);
        return *this;
    }
    ~CellList() = default;

    /// Adds a cell behind all others: a later row, or a later column of the last row; another order aborts.
    void push_back(const Cell& cell) {
        const std::uint64_t place = place_of(cell);
        BEGROOT_CHECK(place >= next_place_, "cellen niet op volgorde");
        next_place_ = place + 1;
        if (free_ == free_end_) add_block(cell.row());
        *free_ = cell;
        blocks_.back().last = ++free_;
        if (cell.column() >= column_count_) column_count_ = cell.column() + 1;
        ++size_;
    }

    /// Adds the cells of one row behind all others; nothing for no cells. Another order aborts.
    void append_row(std::span<const Cell> cells);

    /// Lets go of rows before `row`, as far as they fill whole blocks: for a reader that passes once. Cells of other
    /// rows stay where they are; iterators and rows taken before are of no use any more.
    void drop_before(std::uint32_t row);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const Cell& front() const { return *blocks_.front().first; }
    [[nodiscard]] const Cell& back() const { return *(blocks_.back().last - 1); }
    [[nodiscard]] Iterator begin() const { return {blocks_.data(), blocks_.data() + blocks_.size()}; }
    [[nodiscard]] Iterator end() const { return {blocks_.data() + blocks_.size(), blocks_.data() + blocks_.size()}; }

    /// Gives one more than the last row that holds a cell.
    [[nodiscard]] std::uint32_t row_count() const { return empty() ? 0 : back().row() + 1; }
    /// Gives one more than the last column that holds a cell.
    [[nodiscard]] std::uint32_t column_count() const { return column_count_; }
    /// Gives the cells of a row, columns ascending; nothing for a row without cells.
    [[nodiscard]] std::span<const Cell> row(std::uint32_t row) const;
    /// Gives a cell, or nullptr where there is none.
    [[nodiscard]] const Cell* find(std::uint32_t row, std::uint32_t column) const;
    /// Gives the rows that hold cells, in order, from `first` on.
    [[nodiscard]] Rows rows(std::uint32_t first = 0) const;

private:
    static std::uint64_t place_of(const Cell& cell) { return (std::uint64_t{cell.row()} << 32) | cell.column(); }
    void swap(CellList& other) noexcept;
    static Block make_block(std::size_t bytes);
    void add_block(std::uint32_t row);
    [[nodiscard]] const Block* block_of(std::uint32_t row) const;

    std::vector<Block> blocks_;  // none is empty
    Cell* free_ = nullptr;
    Cell* free_end_ = nullptr;
    std::size_t size_ = 0;
    std::uint32_t column_count_ = 0;
    std::uint64_t next_place_ = 0;
};

}  // namespace begroot::workbook
