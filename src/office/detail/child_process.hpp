#pragma once
// One program of somebody else, started without a shell, that may not outlive its time.

#include "base/result.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace begroot::office::detail {

/// What to start and within which bounds.
struct Command {
    std::filesystem::path program;
    std::vector<std::string> arguments;    ///< without the program itself
    std::vector<std::string> environment;  ///< NAME=value, and no more than these
    std::filesystem::path folder;          ///< in which it works
    std::chrono::milliseconds time_max{0};
    std::uint64_t file_bytes_max = 0;  ///< of each file it writes
};

/// How a program ended.
struct ProcessEnd {
    bool late = false;  ///< it was killed
    int status = 0;     ///< its exit status; 128 and the signal's number when a signal ended it
};

/// Runs a program in a process group of its own, its input and output closed, and waits. Whatever of the group is left
/// when the program ends or its time is up, is killed. Fails when it cannot be started.
[[nodiscard]] Result<ProcessEnd> run(const Command& command);

}  // namespace begroot::office::detail
