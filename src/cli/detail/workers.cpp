#include "cli/detail/workers.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace begroot::cli {

void run_in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
    std::vector<std::exception_ptr> thrown(count);
    std::atomic<std::size_t> next{0};
    const auto take_turns = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                work(i);
            } catch (...) {
                thrown[i] = std::current_exception();
            }
        }
    };
    {
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        std::vector<std::jthread> others;
        others.reserve(cores);
        const auto start_another = [&] {
            try {
                others.emplace_back(take_turns);
                return true;
            } catch (const std::system_error&) {
                return false;  // no more threads to be had: go on with fewer
            }
        };
        while (others.size() + 1 < std::min(cores, count) && start_another()) continue;
        take_turns();
    }
    for (const std::exception_ptr& one : thrown) {
        if (one) std::rethrow_exception(one);
    }
}

}  // namespace begroot::cli
