#include "ledger/ledger.hpp"

#include "base/check.hpp"
#include "base/huge_pages.hpp"

#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>

namespace begroot {

void Ledger::make_room(std::size_t count) {
    if (count <= postings.capacity()) return;
    postings.reserve(count);
    advise_huge_pages(postings.data() + postings.size(), (count - postings.size()) * sizeof(Posting));
}

Posting& Ledger::add(const Coding* coding, const BookedRow& row) {
    constexpr std::uint32_t most = std::numeric_limits<std::uint16_t>::max();
    const auto period = static_cast<std::uint32_t>(row.period_number);  // a negative one becomes far too large
    BEGROOT_CHECK(period <= most && row.column <= most, "boeking buiten bereik");
    return postings.emplace_back(Posting{coding, store.keep(row.account_name), store.keep(row.entry),
                                         store.keep(row.description), row.amount, row.row,
                                         static_cast<std::uint16_t>(row.column), static_cast<std::uint16_t>(period)});
}

void append(Ledger& to, Ledger&& from) {
    Ledger source = std::move(from);
    to.store.share(source.store);
    if (to.postings.empty()) {
        to.postings = std::move(source.postings);
    } else {
        to.postings.insert(to.postings.end(), source.postings.begin(), source.postings.end());
    }
    to.controls.insert(to.controls.end(), std::make_move_iterator(source.controls.begin()),
                       std::make_move_iterator(source.controls.end()));
    to.source_total += source.source_total;
}

}  // namespace begroot
