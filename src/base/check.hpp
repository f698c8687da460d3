#pragma once
// A check on ourselves: it aborts, also in release, because a wrong figure is worse than no figure.

namespace begroot {

/// Prints `what` with its file and line to stderr and aborts.
[[noreturn]] void fail_check(const char* what, const char* file, int line);

}  // namespace begroot

/// Aborts unless `condition` holds; for faults of the program, never for faults in somebody's file.
#define BEGROOT_CHECK(condition, what)                                     \
    do {                                                                   \
        if (!(condition)) ::begroot::fail_check(what, __FILE__, __LINE__); \
    } while (false)
