// Formulas of the multi-year model as text: whatever is read prints and reads back as the same tree, and every refusal
// can be shown with its caret.

#include "model/formula.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace begroot::model;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto formula = parse_formula(text);
    if (!formula) {
        if (formula.error().position > text.size() || formula.error().found.empty()) std::abort();
        if (show_error(text, formula.error()).empty()) std::abort();
        return 0;
    }
    const std::string written = to_text(*formula);
    if (const auto twice = parse_formula(written)) {
        if (!(*twice == *formula)) std::abort();
    } else if (written.size() <= formula_bytes_max && twice.error().found.find("delen") == std::string::npos &&
               twice.error().expected.find("delen") == std::string::npos &&
               twice.error().expected.find("niveaus") == std::string::npos) {
        std::abort();
    }
    return 0;
}
