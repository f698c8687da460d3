#include "ledger/ledger.hpp"

#include <iterator>
#include <utility>

namespace begroot {

Posting& Ledger::add(Coding coding, const BookedRow& row) {
    return postings.emplace_back(Posting{store.keep(std::move(coding)), store.keep(row.account_name),
                                         store.keep(row.entry), store.keep(row.description), row.amount, row.row,
                                         row.column});
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
