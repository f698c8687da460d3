#pragma once
// The TOML parser, compiled once (toml.cpp) instead of loaded as a library: every library costs time at every start.

#define TOML_HEADER_ONLY 0
#include <toml++/toml.h>
