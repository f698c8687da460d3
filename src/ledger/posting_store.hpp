#pragma once
// What postings point to: their codes and their texts, kept for as long as anybody has the store.

#include "ledger/posting.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace begroot {

/// A code by its number: equal codes of one store have equal numbers.
using CodeNumber = std::uint32_t;
inline constexpr CodeNumber no_code = 0;  ///< the number of the empty code

/// A coding by the numbers of its codes.
struct NumberedCoding {
    FiscalYear year;
    Side side = Side::expense;
    CodeNumber account = no_code;
    CodeNumber cost_centre = no_code;
    CodeNumber cost_unit = no_code;
    CodeNumber journal = no_code;
    CodeNumber board = no_code;
    CodeNumber neighbourhood = no_code;
};

/// Keeps codings once each, and texts once as long as the same text comes back soon. What it gave out never moves. A
/// copy keeps what the first one kept and adds to storage of its own, so copies may be used on several threads.
class PostingStore {
public:
    PostingStore() = default;
    PostingStore(const PostingStore& other) : others_(other.all()) {}
    PostingStore(PostingStore&&) noexcept = default;
    PostingStore& operator=(const PostingStore& other) { return *this = PostingStore(other); }
    PostingStore& operator=(PostingStore&&) noexcept = default;
    ~PostingStore() = default;

    /// Keeps a text (shorter than 4 GiB, checked).
    [[nodiscard]] KeptText keep(std::string_view text);
    /// Keeps a text that no other posting has, without looking whether one does.
    [[nodiscard]] KeptText keep_apart(std::string_view text);
    /// Keeps a coding; equal codings give the same pointer.
    [[nodiscard]] const Coding* keep(const Coding& coding);
    /// Numbers a code.
    [[nodiscard]] CodeNumber number(std::string_view code);
    /// Keeps a coding whose codes this store has numbered, as keep() of the codes themselves does.
    [[nodiscard]] const Coding* keep(const NumberedCoding& coding, const std::shared_ptr<const SourceSheet>& sheet);
    /// Keeps alive all that `other` keeps.
    void share(const PostingStore& other);

private:
    struct Kept;

    [[nodiscard]] Kept& own();
    [[nodiscard]] std::vector<std::shared_ptr<const Kept>> all() const;

    std::shared_ptr<Kept> own_;                        ///< made when something is kept; no other store writes in it
    std::vector<std::shared_ptr<const Kept>> others_;  ///< what postings of other ledgers point to
};

}  // namespace begroot
