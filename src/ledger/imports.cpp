#include "ledger/imports.hpp"

#include "money/format.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace begroot {

namespace {

constexpr std::size_t shown_max = 20;  // findings of one kind that are written out; the rest is counted

Place file_place(const std::string& file) { return {file, "", "", 0, 0}; }

std::string to_words(BookPeriod period) {
    return std::to_string(period.year) + ", periode " + std::to_string(period.number);
}

/// Hashes what makes a booking the same booking in another file.
std::size_t booking_hash(const Posting& posting) {
    const std::hash<std::string_view> hash;
    const auto mix = [](std::size_t seed, std::size_t value) {
        return seed ^ (value + 0x9E3779B97F4A7C15ULL + (seed << 6U) + (seed >> 2U));
    };
    std::size_t seed = hash(posting.coding->account.text());
    seed = mix(seed, hash(posting.entry.text()));
    seed = mix(seed, static_cast<std::size_t>(posting.period_number));
    return posting.entry.empty() ? seed : mix(seed, static_cast<std::size_t>(posting.amount.cents()));
}

/// Tells whether two rows are one booking. Balances without entry numbers are one when codes and period are the same,
/// whatever their amount: two files both give the balance of that period.
bool same_booking(const Posting& a, const Posting& b) {
    const Coding& left = *a.coding;
    const Coding& right = *b.coding;
    const bool codes = left.year == right.year && left.account == right.account &&
                       left.cost_centre == right.cost_centre && left.cost_unit == right.cost_unit &&
                       left.board == right.board && left.neighbourhood == right.neighbourhood;
    if (!codes || a.period_number != b.period_number || !(a.entry == b.entry)) return false;
    return a.entry.empty() || (a.amount == b.amount && a.description == b.description && left.journal == right.journal);
}

/// Counts findings of a kind and keeps the first ones.
class Limited {
public:
    explicit Limited(Findings& findings) : findings_(&findings) {}

    void add(Finding finding) {
        if (++count_ <= shown_max)
            findings_->push_back(std::move(finding));
        else if (!more_)
            more_ = std::move(finding);
    }
    void close() {
        if (!more_) return;
        more_->found = "nog " + std::to_string(count_ - shown_max) + " keer, te beginnen hier: " + more_->found;
        findings_->push_back(std::move(*more_));
    }

private:
    Findings* findings_;
    std::size_t count_ = 0;
    std::optional<Finding> more_;
};

/// A row that may stand twice; sorted by hash, equal ones in the order of reading.
struct Row {
    std::size_t hash = 0;
    std::uint32_t posting = 0;
    std::uint32_t file = 0;

    friend auto operator<=>(const Row&, const Row&) = default;
};

/// Only a line number makes a row of one file unique; entries without one hold equal rows by right.
bool has_line_number(const Posting& posting) { return posting.entry.text().find('/') != std::string_view::npos; }

std::vector<Row> rows_to_compare(const Ledger& ledger, const std::vector<Import>& imports) {
    std::vector<Row> rows;
    for (std::size_t file = 0; file < imports.size(); ++file) {
        for (std::size_t i = imports[file].first; i < imports[file].last; ++i) {
            const Posting& posting = ledger.postings[i];
            if (imports.size() == 1 && !has_line_number(posting)) continue;
            rows.push_back({booking_hash(posting), static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(file)});
        }
    }
    std::ranges::sort(rows);
    return rows;
}

Finding double_finding(const Posting& posting, const Posting& first, bool other_file) {
    const std::string what = posting.entry.empty() ? "het saldo van rekening " : "de boeking op rekening ";
    return {other_file ? Severity::error : Severity::warning,
            other_file ? "boeking_in_twee_bestanden" : "boeking_twee_keer",
            to_place(posting.origin()),
            what + std::string(posting.coding->account.text()) + " in " + to_words(posting.period()) +
                " staat ook in " + to_text(to_place(first.origin())) + " en telt twee keer",
            "elke boeking één keer",
            other_file ? "laat een van de bestanden weg of vraag exports die elkaar niet overlappen"
                       : "controleer de export en haal zo nodig een van de rijen weg"};
}

/// Finds bookings that stand twice, in one file or in two, in the order of reading.
void find_doubles(const Ledger& ledger, const std::vector<Import>& imports, Findings& findings) {
    constexpr std::size_t different_max = 16;  // bookings with one hash that are compared; more is no accident
    struct Twin {
        std::uint32_t posting;
        std::uint32_t first;
        bool other_file;
    };
    std::vector<Twin> twins;
    const std::vector<Row> rows = rows_to_compare(ledger, imports);
    for (std::size_t start = 0; start < rows.size();) {
        std::size_t end = start + 1;
        while (end < rows.size() && rows[end].hash == rows[start].hash) ++end;
        std::vector<Row> different;
        for (std::size_t i = start; i < end && end - start > 1; ++i) {
            const Posting& posting = ledger.postings[rows[i].posting];
            const auto twin = std::ranges::find_if(different, [&](const Row& row) {
                return (row.file != rows[i].file || has_line_number(posting)) &&
                       same_booking(ledger.postings[row.posting], posting);
            });
            if (twin != different.end()) {
                twins.push_back({rows[i].posting, twin->posting, twin->file != rows[i].file});
            } else if (different.size() < different_max) {
                different.push_back(rows[i]);
            }
        }
        start = end;
    }
    std::ranges::sort(twins, {}, &Twin::posting);
    for (const bool other_file : {true, false}) {
        Limited limited(findings);
        for (const Twin& twin : twins) {
            if (twin.other_file == other_file)
                limited.add(double_finding(ledger.postings[twin.posting], ledger.postings[twin.first], other_file));
        }
        limited.close();
    }
}

void find_shared_periods(const Ledger& ledger, const std::vector<Import>& imports, Findings& findings) {
    std::map<BookPeriod, std::set<std::size_t>> files;
    for (std::size_t file = 0; file < imports.size(); ++file) {
        std::optional<BookPeriod> last;
        for (std::size_t i = imports[file].first; i < imports[file].last; ++i) {
            const BookPeriod period = ledger.postings[i].period();
            if (last != period) files[period].insert(file);
            last = period;
        }
    }
    Limited shared(findings);
    for (const auto& [period, in] : files) {
        if (in.size() < 2) continue;
        std::string others;
        for (auto file = std::next(in.begin()); file != in.end(); ++file)
            others += (others.empty() ? "" : ", ") + imports[*file].file;
        shared.add({Severity::warning, "periode_in_twee_bestanden", file_place(imports[*in.begin()].file),
                    to_words(period) + " staat ook in " + others, "elke periode in één bestand",
                    "controleer of de bestanden elkaar niet overlappen"});
    }
    shared.close();
}

/// Tells of a file with the books of another administration than the first that names one.
void find_other_administrations(const std::vector<Import>& imports, Findings& findings) {
    const auto first =
        std::ranges::find_if(imports, [](const Import& import) { return !import.administration.empty(); });
    if (first == imports.end()) return;
    Limited others(findings);
    for (const Import& import : imports) {
        if (import.administration.empty() || import.administration == first->administration) continue;
        others.add({Severity::warning, "andere_administratie", file_place(import.file),
                    "dit bestand is van administratie " + import.administration + ", en " + first->file + " van " +
                        first->administration,
                    "bestanden van één administratie", "laat het zo als zij samen uw organisatie zijn"});
    }
    others.close();
}

/// Remembers which account and name were seen together: what it forgets is looked at once more.
class SeenNames {
public:
    /// Tells whether the pair was seen lately, and remembers it.
    [[nodiscard]] bool again(std::string_view account, std::string_view name) {
        const auto place = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(name.data()));
        Pair& pair = pairs_[place * 0x9E3779B97F4A7C15U >> (64U - bits)];
        if (pair.name.data() == name.data() && pair.account == account) return true;
        pair = {name, account};
        return false;
    }

private:
    static constexpr unsigned bits = 12;
    struct Pair {
        std::string_view name;  ///< told apart by where it is kept
        std::string_view account;
    };

    std::vector<Pair> pairs_ = std::vector<Pair>(std::size_t{1} << bits);
};

/// Reports accounts that carry more than one name; a posting without name says nothing.
void find_renamed(const Ledger& ledger, Findings& findings) {
    std::map<std::string_view, KeptText> names;
    std::set<std::string_view> told;
    SeenNames seen;
    Limited renamed(findings);
    for (const Posting& posting : ledger.postings) {
        const std::string_view account = posting.coding->account.text();
        if (posting.account_name.empty() || seen.again(account, posting.account_name.text())) continue;
        const auto [known, is_new] = names.emplace(account, posting.account_name);
        if (is_new || known->second == posting.account_name || !told.insert(account).second) continue;
        renamed.add({Severity::notice, "rekening_heet_anders", to_place(posting.origin()),
                     "rekening " + std::string(account) + " heet hier \"" + std::string(posting.account_name.text()) +
                         "\" en eerder \"" + std::string(known->second.text()) + "\"",
                     "", "controleer of het rekeningnummer een nieuwe betekenis kreeg"});
    }
    renamed.close();
}

/// Gives the first name of every account; accounts without one are not in it.
std::map<std::string_view, const Posting*> names_of(const Ledger& ledger) {
    std::map<std::string_view, const Posting*> names;
    SeenNames seen;
    for (const Posting& posting : ledger.postings) {
        const std::string_view account = posting.coding->account.text();
        if (posting.account_name.empty() || seen.again(account, posting.account_name.text())) continue;
        names.emplace(account, &posting);
    }
    return names;
}

/// Reports accounts that had another name in the export before: their number may have got another meaning.
void find_renamed_since(const Ledger& now, const Ledger& before, const std::string& file_before, Findings& findings) {
    const auto names_before = names_of(before);
    Limited renamed(findings);
    for (const auto& [account, posting] : names_of(now)) {
        const auto was = names_before.find(account);
        if (was == names_before.end() || was->second->account_name.text() == posting->account_name.text()) continue;
        renamed.add({Severity::notice, "rekening_heet_anders", to_place(posting->origin()),
                     "rekening " + std::string(account) + " heet hier \"" + std::string(posting->account_name.text()) +
                         "\" en in " + file_before + " \"" + std::string(was->second->account_name.text()) + "\"",
                     "", "controleer of het rekeningnummer een nieuwe betekenis kreeg"});
    }
    renamed.close();
}

using PeriodAccount = std::tuple<BookPeriod, std::string_view, std::string_view, std::string_view>;

std::map<PeriodAccount, Money> sums_of(const Ledger& ledger) {
    std::map<PeriodAccount, Money> sums;
    for (const Posting& posting : ledger.postings) {
        const Coding& coding = *posting.coding;
        sums[{posting.period(), coding.account.text(), coding.cost_centre.text(), coding.cost_unit.text()}] +=
            posting.amount;
    }
    return sums;
}

std::string account_words(const PeriodAccount& key) {
    const auto& [period, account, cost_centre, cost_unit] = key;
    std::string text = "rekening " + std::string(account);
    if (!cost_centre.empty()) text += ", kostenplaats " + std::string(cost_centre);
    if (!cost_unit.empty()) text += ", kostendrager " + std::string(cost_unit);
    return text + " in " + to_words(period);
}

}  // namespace

Findings missing_months(const Ledger& ledger, const std::string& file) {
    std::map<std::int32_t, std::set<std::int32_t>> months;
    std::optional<BookPeriod> last;
    for (const Posting& posting : ledger.postings) {
        const BookPeriod period = posting.period();
        if (last == period) continue;
        last = period;
        if (period.number >= 1 && period.number <= 12) months[period.year].insert(period.number);
    }
    Findings findings;
    for (const auto& [year, numbers] : months) {
        std::string missing;
        for (std::int32_t month = *numbers.begin(); month <= *numbers.rbegin(); ++month) {
            if (!numbers.contains(month)) missing += (missing.empty() ? "" : ", ") + std::to_string(month);
        }
        if (missing.empty()) continue;
        findings.push_back({Severity::warning, "periode_ontbreekt", file_place(file),
                            "geen enkele boeking in " + std::to_string(year) + ", periode " + missing,
                            "boekingen in elke maand tussen de eerste en de laatste",
                            "vraag het kantoor of de export volledig is"});
    }
    return findings;
}

Findings check_imports(const Ledger& ledger, const std::vector<Import>& imports) {
    Findings findings;
    find_doubles(ledger, imports, findings);
    if (imports.size() > 1) find_shared_periods(ledger, imports, findings);
    find_other_administrations(imports, findings);
    Findings missing = missing_months(ledger, imports.empty() ? std::string() : imports.back().file);
    findings.insert(findings.end(), missing.begin(), missing.end());
    find_renamed(ledger, findings);
    return findings;
}

Findings compare_with_previous(const Ledger& now, const std::string& file, const Ledger& before,
                               const std::string& file_before) {
    const auto sums_now = sums_of(now);
    const auto sums_before = sums_of(before);
    std::set<BookPeriod> periods_before;
    for (const auto& [key, amount] : sums_before) periods_before.insert(std::get<0>(key));
    std::set<BookPeriod> periods_now;
    for (const auto& [key, amount] : sums_now) periods_now.insert(std::get<0>(key));
    Findings findings;
    for (const BookPeriod period : periods_before) {
        if (periods_now.contains(period)) continue;
        findings.push_back({Severity::warning, "periode_verdwenen", file_place(file),
                            to_words(period) + " staat in " + file_before + " en niet meer in deze export",
                            "alle eerdere perioden, of een export van alleen de nieuwe maand",
                            "vraag het kantoor of dat de bedoeling is"});
    }
    Limited changed(findings);
    const auto report = [&](const PeriodAccount& key, Money was, Money is) {
        if (was == is) return;
        changed.add({Severity::warning, "eerdere_periode_gewijzigd", file_place(file),
                     account_words(key) + " is " + format_euro(is, Decimals::cents),
                     format_euro(was, Decimals::cents) + ", zoals in " + file_before + "; verschil " +
                         format_euro(is - was, Decimals::cents),
                     "vraag het kantoor waarom een eerdere periode is gewijzigd"});
    };
    for (const auto& [key, was] : sums_before) {
        if (!periods_now.contains(std::get<0>(key))) continue;
        const auto found = sums_now.find(key);
        report(key, was, found == sums_now.end() ? Money() : found->second);
    }
    for (const auto& [key, is] : sums_now) {
        if (periods_before.contains(std::get<0>(key)) && !sums_before.contains(key)) report(key, Money(), is);
    }
    changed.close();
    find_renamed_since(now, before, file_before, findings);
    return findings;
}

}  // namespace begroot
