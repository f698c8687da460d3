#include "ledger/posting_store.hpp"

#include "base/check.hpp"
#include "base/huge_pages.hpp"
#include "ledger/detail/text_length.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <unordered_set>
#include <utility>

namespace begroot {

namespace {

constexpr std::size_t block_min = std::size_t{4} << 10;
constexpr std::size_t recent_texts = 1U << 13;

}  // namespace

struct PostingStore::Kept {
    struct ByContent {
        std::size_t operator()(const Coding& coding) const {
            std::size_t all = std::hash<const SourceSheet*>()(coding.sheet.get());
            const auto mix = [&all](std::size_t one) { all = (all ^ one) * 0x9E3779B97F4A7C15U + (all >> 29U); };
            for (const std::string* code : {&coding.account.text(), &coding.cost_centre.text(),
                                            &coding.cost_unit.text(), &coding.journal.text()}) {
                mix(std::hash<std::string_view>()(*code));
            }
            mix(static_cast<std::size_t>(coding.year.year) * 4 + static_cast<std::size_t>(coding.side));
            return all;
        }
    };

    std::unordered_set<Coding, ByContent> codings;
    const Coding* last_coding = nullptr;
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

const Coding* PostingStore::keep(Coding coding) {
    Kept& kept = own();
    if (kept.last_coding == nullptr || *kept.last_coding != coding)
        kept.last_coding = &*kept.codings.insert(std::move(coding)).first;
    return kept.last_coding;
}

void PostingStore::share(const PostingStore& other) {
    for (auto& kept : other.all()) {
        if (kept != own_ && std::ranges::find(others_, kept) == others_.end()) others_.push_back(std::move(kept));
    }
}

}  // namespace begroot
