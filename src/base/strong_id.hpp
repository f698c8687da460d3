#pragma once
// A code that another document owns (an account, a cost centre, a goal): text that never mixes with text of another
// kind.

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace begroot {

/// Holds a code as text, leading zeros kept; an `Id<A>` never converts to an `Id<B>`.
template <typename Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

    friend auto operator<=>(const Id&, const Id&) = default;

private:
    std::string text_;
};

}  // namespace begroot
