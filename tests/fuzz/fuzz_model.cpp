// A model file of a stranger: the parser gives a model or errors, and never crashes.

#include "plan/check_plan.hpp"
#include "store/model_file.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto model =
        begroot::store::parse_model(std::string_view(reinterpret_cast<const char*>(data), size), "model.toml");
    if (model) static_cast<void>(begroot::check_plan(model->plan));
    return 0;
}
