#include "exchange/detail/inspected_ledger.hpp"

#include "ledger/imports.hpp"

#include <map>

namespace begroot::exchange::detail {

void take_ledger(const Ledger& ledger, Inspection& inspection) {
    std::map<BookPeriod, PeriodCount> periods;
    for (const Posting& posting : ledger.postings) {
        PeriodCount& count = periods[posting.period()];
        count.period = posting.period();
        ++count.postings;
        (posting.amount < Money() ? count.credit : count.debit) += posting.amount.abs();
    }
    for (const auto& [period, count] : periods) inspection.periods.push_back(count);
    inspection.lines = ledger.postings.size();
    inspection.totals = ledger.controls;
    const Findings findings = check_imports(ledger, {{inspection.file, 0, ledger.postings.size()}});
    inspection.findings.insert(inspection.findings.end(), findings.begin(), findings.end());
}

}  // namespace begroot::exchange::detail
