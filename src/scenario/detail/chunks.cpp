#include "scenario/detail/chunks.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace begroot::scenario::detail {

std::size_t threads_for(int asked, std::size_t chunks) {
    const std::size_t wanted = asked > 0 ? static_cast<std::size_t>(asked) : std::thread::hardware_concurrency();
    return std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(chunks, 1));
}

void run_chunks(std::size_t chunks, std::size_t threads, const std::function<void(std::size_t, std::size_t)>& work,
                const std::function<void(std::size_t, std::size_t)>& take) {
    std::mutex mutex;
    std::condition_variable taken;
    std::size_t next = 0;  // chunk to hand out
    std::size_t turn = 0;  // chunk to take
    const auto take_turns = [&](std::size_t thread) {
        std::unique_lock lock(mutex);
        while (next < chunks) {
            const std::size_t chunk = next++;
            lock.unlock();
            work(chunk, thread);
            lock.lock();
            taken.wait(lock, [&] { return turn == chunk; });
            take(chunk, thread);
            ++turn;
            taken.notify_all();
        }
    };
    std::vector<std::jthread> others;
    others.reserve(threads);
    bool more = true;  // no more threads to be had: the others and this one do all the work
    for (std::size_t thread = 1; more && thread < threads; ++thread) {
        try {
            others.emplace_back(take_turns, thread);
        } catch (const std::system_error&) {
            more = false;
        }
    }
    take_turns(0);
}

}  // namespace begroot::scenario::detail
