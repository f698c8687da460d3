#pragma once
// A trace of each row of a long list, so that a workbook that people had can be told to hold what was written.

#include "table/grid_list.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace begroot::live::detail {

/// Traces one row, a value at a time and by column ascending. Blanks and what no cell can hold do not count.
class RowTrace {
public:
    void add(std::uint32_t column, std::string_view text);
    /// `hundredths` is the number times hundred, rounded: cents of an amount in euros.
    void add(std::uint32_t column, std::int64_t hundredths);

    /// Gives the trace; 0 where nothing was added.
    [[nodiscard]] std::uint64_t value() const { return is_empty_ ? 0 : hash_; }
    /// Gives it in half the size.
    [[nodiscard]] std::uint32_t half() const;

private:
    void add_byte(unsigned char byte);

    std::uint64_t hash_ = 14'695'981'039'346'656'037ULL;
    bool is_empty_ = true;
};

/// Adds a value of a list to a trace; nothing where its cell stays empty.
void add_value(RowTrace& trace, std::uint32_t column, ListKind kind, const ListValue& value);

/// Traces all rows of a list.
[[nodiscard]] std::vector<std::uint32_t> traces_of(const GridList& list);

}  // namespace begroot::live::detail
