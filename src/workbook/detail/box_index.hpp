#pragma once
// Which of very many boxes of cells meet a given one: a tree of boxes around boxes, from which a box goes once it was
// found.

#include "workbook/detail/formula_references.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace begroot::workbook::patching {

/// Holds boxes, each with the number of whoever it belongs to.
class BoxIndex {
public:
    /// Adds a box; all are added before the first take().
    void add(const Box& box, std::uint32_t owner) { entries_.push_back({box, owner}); }

    /// Puts every box back that was taken, and makes the tree when there is none yet.
    void restore();

    /// Appends the owners of the boxes that meet `box` and takes these boxes out.
    void take(const Box& box, std::vector<std::uint32_t>& owners);

    [[nodiscard]] std::size_t size() const { return entries_.size(); }

private:
    struct Entry {
        Box box;
        std::uint32_t owner = 0;
    };
    /// A box around up to `branch` boxes of the level below.
    struct Node {
        Box box;
        std::uint32_t left = 0;  // boxes below it that are still there
    };
    static constexpr std::size_t branch = 16;

    void sort();
    void build();
    std::uint32_t take_from(std::size_t level, std::size_t node, const Box& box, std::vector<std::uint32_t>& owners);

    std::vector<Entry> entries_;
    std::vector<bool> there_;
    std::vector<std::vector<Node>> levels_;  // the lowest first
    bool built_ = false;
};

}  // namespace begroot::workbook::patching
