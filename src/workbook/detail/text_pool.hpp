#pragma once
// The texts that come back in a long list, kept once each among the shared strings of the workbook; never more than fit
// in a fixed room.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace begroot::workbook::writing {

/// Numbers texts in the order in which they are first seen.
class TextPool {
public:
    /// Counts on from the texts that the workbook shares already.
    explicit TextPool(std::uint32_t first) : first_(first) {}

    /// Gives the number of a text; nothing when it is not there and does not fit any more.
    [[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view text);

    /// Counts a use of any text, for what the table of shared strings says of itself.
    [[nodiscard]] std::uint64_t uses() const { return uses_; }

    /// Puts the texts behind those of a table of shared strings.
    [[nodiscard]] std::string with_texts(std::string_view shared_strings_xml) const;

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::uint32_t first_ = 0;
    std::uint64_t uses_ = 0;
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> numbers_;
    std::string markup_;  ///< `<si><t>…</t></si>` of each
};

/// Counts the texts in a table of shared strings; nothing when it is no such table.
[[nodiscard]] std::optional<std::uint32_t> count_shared(std::string_view shared_strings_xml);

/// Tells whether text may stand in an element `<t>` byte for byte, its spaces being kept.
[[nodiscard]] bool is_plain_text(std::string_view text);

/// Writes text as an element `<t>`, legal in a sheet and with its spaces kept.
void append_text_element(std::string_view text, std::string& out);

}  // namespace begroot::workbook::writing
