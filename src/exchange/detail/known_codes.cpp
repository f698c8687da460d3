#include "exchange/detail/known_codes.hpp"

#include <cstdint>
#include <utility>

namespace begroot::exchange::detail {

using workbook::Cell;

namespace {

constexpr unsigned places_bits = 11;
constexpr std::size_t places = std::size_t{1} << places_bits;

/// Gives the place where what is known of a cell would be.
std::size_t place_of(const Cell& cell) {
    return static_cast<std::size_t>((cell.value_bits() * 0x9E3779B97F4A7C15U) >> (64 - places_bits));
}

}  // namespace

KnownCodes::KnownCodes(PostingStore& store) : store_(&store), accounts_(places) {}

KnownAccount* KnownCodes::account(const Cell* cell) {
    if (cell == nullptr) return nullptr;
    AccountPlace& known = accounts_[place_of(*cell)];
    if (!known.cell.has_value_of(*cell)) {
        known = {*cell, std::nullopt};
        if (auto read = read_account(cell)) {
            const CodeNumber number = store_->number(read->code);
            known.account = KnownAccount{std::move(*read), number, std::nullopt};
        }
    }
    return known.account ? &*known.account : nullptr;
}

CodeNumber KnownCodes::code(LedgerColumn column, const Cell* cell) {
    if (cell == nullptr) return no_code;
    std::vector<CodePlace>& codes = codes_[column];
    if (codes.empty()) codes.resize(places);
    CodePlace& known = codes[place_of(*cell)];
    if (!known.cell.has_value_of(*cell)) known = {*cell, store_->number(read_code(cell))};
    return known.number;
}

}  // namespace begroot::exchange::detail
