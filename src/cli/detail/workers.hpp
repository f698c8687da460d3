#pragma once
// The same work for many models at once.

#include <cstddef>
#include <functional>

namespace begroot::cli {

/// Runs `work(0)` to `work(count - 1)`, each once, on as many threads as the machine has cores and at most `count`; the
/// order is not known. When work throws, the rest is still done, and of what was thrown that of the lowest number is
/// thrown again. Work on different numbers may share nothing that changes.
void run_in_parallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace begroot::cli
