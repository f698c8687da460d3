#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace begroot {

void fail_check(const char* what, const char* file, int line) {
    std::fprintf(stderr, "begroot: interne fout, er is niets geschreven: %s (%s:%d)\n", what, file, line);
    std::abort();
}

}  // namespace begroot
