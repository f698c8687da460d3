#include "ledger/posting_store.hpp"

#include "base/check.hpp"
#include "base/huge_pages.hpp"
#include "ledger/detail/text_length.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

namespace begroot {

namespace {

constexpr std::size_t block_min = std::size_t{4} << 10;
constexpr std::size_t recent_texts = 1U << 13;

}  // namespace

namespace storing {

/// Numbers codes, each text once: a ledger has few of them.
class CodeNumbers {
public:
    [[nodiscard]] CodeNumber of(std::string_view code) {
        if (code.empty()) return no_code;
        if (const auto found = numbers_.find(code); found != numbers_.end()) return found->second;
        const auto number = static_cast<CodeNumber>(texts_.size());
        texts_.push_back(&numbers_.emplace(code, number).first->first);
        return number;
    }

    /// Gives the code that has a number; an unknown number aborts.
    [[nodiscard]] const std::string& text(CodeNumber number) const {
        BEGROOT_CHECK(number < texts_.size(), "code met een nummer dat niemand gaf");
        return *texts_[number];
    }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::string none_;
    std::unordered_map<std::string, CodeNumber, Hash, std::equal_to<>> numbers_;
    std::vector<const std::string*> texts_{&none_};  ///< by number
};

/// A coding by the numbers of its codes.
struct CodingKey {
    std::array<std::uint32_t, 6> codes{};
    const SourceSheet* sheet = nullptr;
    std::int32_t year = 0;
    Side side = Side::expense;

    friend bool operator==(const CodingKey&, const CodingKey&) = default;

    [[nodiscard]] std::size_t hash() const {
        std::uint64_t all = std::hash<const SourceSheet*>()(sheet);
        const auto mix = [&all](std::uint64_t one) { all = (all ^ one) * 0x9E3779B97F4A7C15U + (all >> 29U); };
        mix(std::uint64_t{codes[0]} << 32U | codes[1]);
        mix(std::uint64_t{codes[2]} << 32U | codes[3]);
        mix(std::uint64_t{codes[4]} << 32U | codes[5]);
        mix(static_cast<std::uint64_t>(year) * 4 + static_cast<std::uint64_t>(side));
        return all ^ (all >> 32U);
    }
};

/// Codings once each, where they never move. They are told apart by their keys, which lie together: a ledger may have a
/// coding for every third of its postings, and each that is looked at itself would have to come from far.
class Codings {
public:
    [[nodiscard]] CodeNumber number(std::string_view code) { return numbers_.of(code); }

    [[nodiscard]] const Coding* keep(const NumberedCoding& coding, const std::shared_ptr<const SourceSheet>& sheet) {
        if (4 * codings_.size() >= 3 * slots_.size()) grow();
        const CodingKey key{
            {coding.account, coding.cost_centre, coding.cost_unit, coding.journal, coding.board, coding.neighbourhood},
            sheet.get(),
            coding.year.year,
            coding.side};
        Slot& slot = slot_of(key);
        if (slot.coding == nullptr) slot = {key, &codings_.emplace_back(with_texts(coding, sheet))};
        return slot.coding;
    }

private:
    [[nodiscard]] Coding with_texts(const NumberedCoding& coding,
                                    const std::shared_ptr<const SourceSheet>& sheet) const {
        const auto text = [this](CodeNumber number) { return numbers_.text(number); };
        return {coding.year,
                AccountId(text(coding.account)),
                coding.side,
                CostCentreId(text(coding.cost_centre)),
                CostUnitId(text(coding.cost_unit)),
                JournalId(text(coding.journal)),
                sheet,
                BoardId(text(coding.board)),
                NeighbourhoodId(text(coding.neighbourhood))};
    }

    struct Slot {
        CodingKey key;
        const Coding* coding = nullptr;
    };

    /// Finds the slot of a coding, or the free one where it belongs.
    [[nodiscard]] Slot& slot_of(const CodingKey& key) {
        std::size_t at = key.hash() & (slots_.size() - 1);
        while (slots_[at].coding != nullptr && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
        return slots_[at];
    }

    void grow() {
        constexpr std::size_t slots_min = 64;
        const std::size_t count = std::max(slots_min, 2 * slots_.size());
        std::vector<Slot> before;
        before.reserve(count);
        advise_huge_pages(before.data(), count * sizeof(Slot));
        before.resize(count);
        slots_.swap(before);
        for (const Slot& slot : before) {
            if (slot.coding != nullptr) slot_of(slot.key) = slot;
        }
    }

    CodeNumbers numbers_;
    std::deque<Coding> codings_;
    std::vector<Slot> slots_;  // a power of two, a quarter of them free
};

}  // namespace storing

struct PostingStore::Kept {
    storing::Codings codings;
    std::vector<MemoryBlock> blocks;
    char* free = nullptr;
    std::size_t left = 0;
    std::size_t bytes = 0;
    /// A text kept lately, with its hash, so that another text is told apart without being looked at.
    struct Recent {
        std::size_t hash = 0;
        KeptText text;
    };
    std::array<Recent, recent_texts> recent{};  ///< by hash: the last text that had it

    [[nodiscard]] char* take(std::size_t size) {
        if (size > left) {
            const std::size_t block = std::max(size, std::clamp(bytes, block_min, huge_page_bytes));
            blocks.push_back(make_memory_block(block));
            free = reinterpret_cast<char*>(blocks.back().get());
            left = block;
            bytes += block;
        }
        left -= size;
        return std::exchange(free, free + size);
    }

    [[nodiscard]] KeptText write(std::string_view text) {
        BEGROOT_CHECK(text.size() <= std::numeric_limits<std::uint32_t>::max(), "tekst te lang om te bewaren");
        char* const start = take(detail::kept_size(text));
        detail::write_text(start, text);
        return KeptText(start);
    }
};

PostingStore::Kept& PostingStore::own() {
    if (!own_) own_ = std::make_shared<Kept>();
    return *own_;
}

std::vector<std::shared_ptr<const PostingStore::Kept>> PostingStore::all() const {
    auto kept = others_;
    if (own_) kept.push_back(own_);
    return kept;
}

KeptText PostingStore::keep(std::string_view text) {
    if (text.empty()) return {};
    Kept& kept = own();
    const std::size_t hash = std::hash<std::string_view>()(text);
    Kept::Recent& recent = kept.recent[hash % recent_texts];
    if (recent.hash == hash && !recent.text.empty() && recent.text == text) return recent.text;
    recent = {hash, kept.write(text)};
    return recent.text;
}

KeptText PostingStore::keep_apart(std::string_view text) {
    if (text.empty()) return {};
    return own().write(text);
}

CodeNumber PostingStore::number(std::string_view code) { return own().codings.number(code); }

const Coding* PostingStore::keep(const NumberedCoding& coding, const std::shared_ptr<const SourceSheet>& sheet) {
    return own().codings.keep(coding, sheet);
}

const Coding* PostingStore::keep(const Coding& coding) {
    return keep({coding.year, coding.side, number(coding.account.text()), number(coding.cost_centre.text()),
                 number(coding.cost_unit.text()), number(coding.journal.text()), number(coding.board.text()),
                 number(coding.neighbourhood.text())},
                coding.sheet);
}

void PostingStore::share(const PostingStore& other) {
    for (auto& kept : other.all()) {
        if (kept != own_ && std::ranges::find(others_, kept) == others_.end()) others_.push_back(std::move(kept));
    }
}

}  // namespace begroot
