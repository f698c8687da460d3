#pragma once
// The same work for many chunks of draws on more threads, taken together in the order of the chunks.

#include <cstddef>
#include <functional>

namespace begroot::scenario::detail {

/// Gives how many threads work: `asked`, or as many as the machine has when it is 0; at most one per chunk.
[[nodiscard]] std::size_t threads_for(int asked, std::size_t chunks);

/// Calls `work(chunk, thread)` for every chunk below `chunks`, on `threads` threads at once (fewer when there are no
/// more to be had), and after it `take(chunk, thread)`: one at a time, in the order of the chunks, so that sums of
/// doubles do not depend on the threads. Neither may throw; threads count from 0.
void run_chunks(std::size_t chunks, std::size_t threads, const std::function<void(std::size_t, std::size_t)>& work,
                const std::function<void(std::size_t, std::size_t)>& take);

}  // namespace begroot::scenario::detail
