#pragma once
// Memory for the values of many draws.

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>

namespace begroot::scenario::detail {

/// Holds the values of figures, each with the same number of draws. They are not set at first.
class KeptValues {
public:
    KeptValues() = default;
    /// Takes the memory, in large pages where the system has them: touching 200 MB in small ones costs as much as
    /// drawing what goes into them. Throws std::bad_alloc.
    KeptValues(std::size_t figures, std::size_t draws);

    [[nodiscard]] std::size_t draws() const { return draws_; }
    /// Gives the values of one figure.
    [[nodiscard]] std::span<double> of(std::size_t figure) const { return {values_.get() + figure * draws_, draws_}; }

private:
    struct Free {
        void operator()(double* memory) const { std::free(memory); }
    };
    std::unique_ptr<double, Free> values_;
    std::size_t draws_ = 0;
};

}  // namespace begroot::scenario::detail
