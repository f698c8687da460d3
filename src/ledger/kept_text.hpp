#pragma once
// A text that is kept once, however many postings say it.

#include <compare>
#include <iosfwd>
#include <string>
#include <string_view>

namespace begroot {

/// Points to a text in a PostingStore: 8 bytes. Compared, sorted and printed by what it says, never by where it stands.
class KeptText {
public:
    KeptText() = default;

    /// Gives the text; it lives as long as a store that keeps it.
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] bool empty() const { return start_ == nullptr; }

    friend bool operator==(KeptText a, KeptText b) { return a.start_ == b.start_ || a.text() == b.text(); }
    friend std::strong_ordering operator<=>(KeptText a, KeptText b) { return a.text() <=> b.text(); }
    friend bool operator==(KeptText a, std::string_view b) { return a.text() == b; }
    friend std::ostream& operator<<(std::ostream& out, KeptText text);

private:
    friend class PostingStore;
    explicit KeptText(const char* start) : start_(start) {}

    const char* start_ = nullptr;  ///< of the length and the bytes behind it; nothing for an empty text
};

}  // namespace begroot
