#include "workbook/detail/box_index.hpp"

#include <algorithm>
#include <bit>

namespace begroot::workbook::patching {

namespace {

bool meet(const Box& a, const Box& b) {
    return a.first_sheet <= b.last_sheet && b.first_sheet <= a.last_sheet && a.range.first_row <= b.range.last_row &&
           b.range.first_row <= a.range.last_row && a.range.first_column <= b.range.last_column &&
           b.range.first_column <= a.range.last_column;
}

void widen(Box& around, const Box& box) {
    around.first_sheet = std::min(around.first_sheet, box.first_sheet);
    around.last_sheet = std::max(around.last_sheet, box.last_sheet);
    around.range.first_row = std::min(around.range.first_row, box.range.first_row);
    around.range.last_row = std::max(around.range.last_row, box.range.last_row);
    around.range.first_column = std::min(around.range.first_column, box.range.first_column);
    around.range.last_column = std::max(around.range.last_column, box.range.last_column);
}

/// Puts the bits of a number on every other bit.
std::uint64_t spread(std::uint64_t bits) {
    bits = (bits | (bits << 16)) & 0x0000FFFF0000FFFF;
    bits = (bits | (bits << 8)) & 0x00FF00FF00FF00FF;
    bits = (bits | (bits << 4)) & 0x0F0F0F0F0F0F0F0F;
    bits = (bits | (bits << 2)) & 0x3333333333333333;
    return (bits | (bits << 1)) & 0x5555555555555555;
}

/// Orders boxes so that neighbours lie close: of one size, of one sheet, and near each other in rows and columns.
std::uint64_t order_of(const Box& box) {
    constexpr unsigned place_bits = 40;  // 20 of the row and 14 of the column, spread
    constexpr unsigned sheet_bits = 12;
    const auto rows = std::bit_width(box.range.last_row - box.range.first_row + 1U);
    const auto columns = std::bit_width(box.range.last_column - box.range.first_column + 1U);
    const auto size = static_cast<std::uint64_t>(rows / 4) + 8 * static_cast<std::uint64_t>(columns / 4);
    const std::uint64_t place = spread(box.range.first_row) | (spread(box.range.first_column) << 1);
    return (size << (place_bits + sheet_bits)) | (std::uint64_t{box.first_sheet} << place_bits) | place;
}

}  // namespace

void BoxIndex::sort() {
    std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
        const std::uint64_t first = order_of(a.box);
        const std::uint64_t second = order_of(b.box);
        return first != second ? first < second : a.owner < b.owner;
    });
}

void BoxIndex::build() {
    levels_.clear();
    if (entries_.empty()) return;
    std::size_t below = entries_.size();
    do {
        std::vector<Node> level((below + branch - 1) / branch);
        for (std::size_t i = 0; i < below; ++i) {
            const Box& box = levels_.empty() ? entries_[i].box : levels_.back()[i].box;
            Node& node = level[i / branch];
            if (i % branch == 0) node.box = box;
            widen(node.box, box);
        }
        levels_.push_back(std::move(level));
        below = levels_.back().size();
    } while (below > 1);
}

void BoxIndex::restore() {
    if (!built_) {
        sort();
        build();
        built_ = true;
    }
    there_.assign(entries_.size(), true);
    for (std::size_t level = 0; level < levels_.size(); ++level) {
        for (Node& node : levels_[level]) node.left = 0;
        const std::size_t below = level == 0 ? entries_.size() : levels_[level - 1].size();
        for (std::size_t i = 0; i < below; ++i)
            levels_[level][i / branch].left += level == 0 ? 1 : levels_[level - 1][i].left;
    }
}

std::uint32_t BoxIndex::take_from(std::size_t level, std::size_t node, const Box& box,
                                  std::vector<std::uint32_t>& owners) {
    Node& here = levels_[level][node];
    if (here.left == 0 || !meet(here.box, box)) return 0;
    const std::size_t below = level == 0 ? entries_.size() : levels_[level - 1].size();
    const std::size_t end = std::min((node + 1) * branch, below);
    std::uint32_t taken = 0;
    for (std::size_t i = node * branch; i < end; ++i) {
        if (level > 0) {
            taken += take_from(level - 1, i, box, owners);
        } else if (there_[i] && meet(entries_[i].box, box)) {
            there_[i] = false;
            owners.push_back(entries_[i].owner);
            ++taken;
        }
    }
    here.left -= taken;
    return taken;
}

void BoxIndex::take(const Box& box, std::vector<std::uint32_t>& owners) {
    if (!levels_.empty()) take_from(levels_.size() - 1, 0, box, owners);
}

}  // namespace begroot::workbook::patching
