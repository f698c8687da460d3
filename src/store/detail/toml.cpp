// The one place where the TOML parser itself is compiled.

#define TOML_IMPLEMENTATION
#include "store/detail/toml.hpp"
