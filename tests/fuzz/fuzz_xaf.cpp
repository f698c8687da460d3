// An auditfile of a stranger: reading gives a ledger that adds up or an error, and never crashes. What is plainly
// written gives the same ledger when a comment in every line keeps it off the fast path.

#include "exchange/audit_file.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

namespace {

using namespace begroot;

Result<exchange::AuditReading> read(std::string_view text) {
    const exchange::SourceSettings settings{
        "",
        "",
        {},
        FiscalYear{2025},
        {{Side::income, "8*"}, {Side::expense, "4000-4999"}, {Side::balance, "0000-3999"}}};
    return exchange::read_audit_file(std::as_bytes(std::span(text)), "mutaties.xaf", "", settings,
                                     {32, 1U << 14, 10'000});
}

std::string with_comments(std::string_view text) {
    std::string changed;
    while (!text.empty()) {
        const std::size_t found = std::min(text.find("<trLine>"), text.size());
        const std::size_t end = std::min(found + 8, text.size());
        changed += text.substr(0, end);
        if (end > found) changed += "<!---->";
        text.remove_prefix(end);
    }
    return changed;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    static_cast<void>(exchange::looks_like_audit_file(std::as_bytes(std::span(text))));
    const auto reading = read(text);
    if (!reading) return 0;
    Money total;
    for (const Posting& posting : reading->ledger.postings) total += posting.amount;
    if (total != reading->ledger.source_total) std::abort();
    if (text.find("<!") != std::string_view::npos) return 0;
    const auto again = read(with_comments(text));
    if (!again || again->ledger.postings.size() != reading->ledger.postings.size()) std::abort();
    if (again->ledger.source_total != reading->ledger.source_total) std::abort();
    return 0;
}
