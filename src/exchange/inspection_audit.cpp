// An auditfile looked at: it has no columns to choose, but much to tell.

#include "exchange/audit_file.hpp"
#include "exchange/detail/inspected_ledger.hpp"
#include "exchange/inspection.hpp"
#include "money/format.hpp"

#include <algorithm>
#include <utility>

namespace begroot::exchange {

namespace {

std::string count_text(std::uint64_t count) {
    return format_amount(Money::from_euros(static_cast<std::int64_t>(count)), Decimals::whole);
}

/// Writes a control total beside what was counted, by the same rules as the finding about it.
std::string totals_text(const AuditSummary& summary) {
    const AuditTotals& totals = summary.totals;
    const bool printed = totals.debit_printed || totals.credit_printed;
    const bool turned = printed && totals.is_turned();
    const Money counted_debit = turned ? totals.turned_debit : totals.debit;
    const Money counted_credit = turned ? totals.turned_credit : totals.credit;
    std::string text = count_text(totals.lines) + " regels, debet " + format_euro(counted_debit, Decimals::cents) +
                       ", credit " + format_euro(counted_credit, Decimals::cents);
    if (!printed && !totals.lines_printed) return text + " (het bestand heeft geen controletotalen)";
    const std::uint64_t lines = totals.lines_printed.value_or(totals.lines);
    const bool same = (lines == totals.lines || lines == summary.transactions) &&
                      totals.debit_printed.value_or(counted_debit) == counted_debit &&
                      totals.credit_printed.value_or(counted_credit) == counted_credit;
    return text + (same ? " (zoals het bestand zelf zegt)" : " (het bestand zegt iets anders)");
}

std::string opening_text(const AuditOpening& opening) {
    std::string text;
    const auto add = [&text](bool is, const char* form) {
        if (is) text += (text.empty() ? "" : " en ") + std::string(form);
    };
    add(opening.as_element, "als openingBalance");
    add(opening.as_period, "als periode 0");
    add(opening.as_journal, "als dagboek");
    return text.empty() ? "niet in het bestand" : text + "; telt niet als boeking";
}

std::vector<std::string> facts_of(const AuditSummary& summary) {
    std::vector<std::string> facts;
    const auto add = [&facts](const char* what, const std::string& value) {
        if (!value.empty()) facts.push_back(std::string(what) + ": " + value);
    };
    add("Software", summary.software);
    add("Administratie", summary.company);
    add("Boekjaar", summary.fiscal_year +
                        (summary.first_day.empty() ? "" : " (" + summary.first_day + " t/m " + summary.last_day + ")"));
    add("Naamruimte", summary.name_space.empty() ? "geen" : summary.name_space);
    add("Tekens", summary.encoding);
    add("Rekeningen", count_text(summary.accounts));
    add("Boekingen", totals_text(summary));
    add("Beginbalans", opening_text(summary.opening));
    return facts;
}

/// Says that the reading rests on the usual division of account numbers.
void ask_account_kinds(Inspection& inspection) {
    inspection.settings.account_kinds = {{Side::income, "8*"},  {Side::expense, "4*"}, {Side::expense, "5*"},
                                         {Side::expense, "6*"}, {Side::expense, "7*"}, {Side::balance, "0*"},
                                         {Side::balance, "1*"}, {Side::balance, "2*"}, {Side::balance, "3*"}};
    inspection.findings.push_back(
        {Severity::warning,
         "gevraagd",
         {inspection.file, "", "", 0, 0},
         "het auditfile zegt niet welke rekeningen baten en lasten zijn; voorgesteld: 8* baten, 4* t/m 7* lasten, 0* "
         "t/m 3* balans",
         "uw eigen rekeningschema",
         "controleer rekeningsoort in het profiel"});
}

}  // namespace

Inspection inspect_audit_file(std::span<const std::byte> bytes, const std::string& shown_as, const std::string& sha256,
                              SourceSettings given) {
    Inspection inspection;
    inspection.file = shown_as;
    inspection.sha256 = sha256;
    inspection.format = "auditfile (XAF)";
    inspection.view = "auditfile financieel";
    inspection.profile = "auditfile";
    inspection.kind = "mutaties";
    inspection.settings = std::move(given);
    inspection.settings.profile = "auditfile";
    auto reading = read_audit_file(bytes, shown_as, sha256, inspection.settings);
    if (!reading && inspection.settings.account_kinds.empty()) {
        Inspection asked = inspection;
        ask_account_kinds(asked);
        auto again = read_audit_file(bytes, shown_as, sha256, asked.settings);
        if (again) {
            inspection = std::move(asked);
            reading = std::move(again);
        }
    }
    if (!reading) {
        inspection.refusal = std::move(reading).error();
        return inspection;
    }
    inspection.format = "auditfile (XAF) " + reading->summary.version;
    inspection.package = reading->summary.software;
    inspection.facts = facts_of(reading->summary);
    inspection.skipped = std::move(reading->report.skipped);
    inspection.findings.insert(inspection.findings.end(), reading->report.findings.begin(),
                               reading->report.findings.end());
    detail::take_ledger(reading->ledger, inspection);
    std::ranges::stable_sort(inspection.findings, {}, &Finding::severity);
    return inspection;
}

}  // namespace begroot::exchange
