#include "mapping/check_codes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace begroot {

namespace {

/// A code as it is written, where first, and the sheets that write it so.
struct Written {
    Origin first;
    std::set<const SourceSheet*> sheets;
};

/// One sort of code: by what is left without leading zeros, every way of writing it.
class CodeSpellings {
public:
    void add(std::string_view code, const Origin& origin) {
        const bool digits = !code.empty() && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
        if (!digits) return;
        const std::string_view bare = code.substr(std::min(code.find_first_not_of('0'), code.size() - 1));
        const auto [written, is_new] = codes_[bare].try_emplace(code, Written{origin, {}});
        written->second.sheets.insert(origin.sheet.get());
    }

    /// Adds the warning for all codes that are written in two ways, never in one sheet.
    void report(std::string_view word, Findings& findings) const {
        constexpr std::size_t named_max = 5;
        std::size_t count = 0;
        std::string named;
        const Written* first = nullptr;
        for (const auto& [bare, spellings] : codes_) {
            if (spellings.size() < 2 || told_apart(spellings)) continue;
            if (first == nullptr) first = &spellings.begin()->second;
            if (++count > named_max) continue;
            if (!named.empty()) named += "; ";
            bool joined = false;
            for (const auto& [code, written] : spellings) {
                if (joined) named += " en ";
                joined = true;
                named += std::string(code) + " (" + to_text(to_place(written.first)) + ")";
            }
        }
        if (first == nullptr) return;
        if (count > named_max) named += "; en nog " + std::to_string(count - named_max);
        findings.push_back({Severity::warning, "voorloopnullen", to_place(first->first),
                            std::string(word) + " die alleen in voorloopnullen verschillen, tellen apart: " + named,
                            "dezelfde code in elk bestand",
                            "geef de codes in een van de bestanden de nullen terug, als tekst"});
    }

private:
    using Spellings = std::map<std::string_view, Written>;

    static bool told_apart(const Spellings& spellings) {
        std::set<const SourceSheet*> sheets;
        std::size_t uses = 0;
        for (const auto& [code, written] : spellings) {
            sheets.insert(written.sheets.begin(), written.sheets.end());
            uses += written.sheets.size();
        }
        return sheets.size() < uses;
    }

    std::map<std::string_view, Spellings> codes_;
};

/// The three sorts of codes that budget and ledger share.
struct SharedCodes {
    CodeSpellings accounts;
    CodeSpellings cost_centres;
    CodeSpellings cost_units;

    template <typename Coded>
    void add(const Coded& coded, const Origin& origin) {
        accounts.add(coded.account.text(), origin);
        cost_centres.add(coded.cost_centre.text(), origin);
        cost_units.add(coded.cost_unit.text(), origin);
    }
};

}  // namespace

Findings check_codes(const Ledger* ledger, const Budget* budget) {
    SharedCodes codes;
    if (budget != nullptr) {
        for (const BudgetLine& line : budget->lines) codes.add(line, line.year_origin);
    }
    if (ledger != nullptr) {
        std::unordered_set<const Coding*> seen;
        const Coding* last = nullptr;
        for (const Posting& posting : ledger->postings) {
            if (posting.coding == last) continue;
            last = posting.coding;
            if (last->side != Side::balance && seen.insert(last).second) codes.add(*last, posting.origin());
        }
    }
    Findings findings;
    codes.accounts.report("rekeningen", findings);
    codes.cost_centres.report("kostenplaatsen", findings);
    codes.cost_units.report("kostendragers", findings);
    return findings;
}

}  // namespace begroot
