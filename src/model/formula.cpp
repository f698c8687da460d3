#include "model/formula.hpp"

#include <algorithm>

namespace begroot::model {

bool operator==(const Call& a, const Call& b) {
    return a.operation == b.operation && a.words == b.words && a.operands == b.operands;
}

bool operator==(const Expression& a, const Expression& b) { return a.node == b.node; }

std::string show_error(std::string_view text, const FormulaError& error) {
    const std::size_t position = std::min(error.position, text.size());
    const std::size_t before = position == 0 ? std::string_view::npos : text.rfind('\n', position - 1);
    const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
    const std::string line(text.substr(start, text.find('\n', position) - start));
    std::string below;
    for (const char letter : text.substr(start, position - start)) {
        const auto byte = static_cast<unsigned char>(letter);
        if ((byte & 0xC0U) != 0x80U) below += letter == '\t' ? '\t' : ' ';  // a letter of two bytes is one column
    }
    return line + "\n" + below + "^";
}

namespace {

void collect_references(const Expression& expression, std::vector<Reference>& found) {
    if (const auto* reference = std::get_if<Reference>(&expression.node)) found.push_back(*reference);
    if (const auto* call = std::get_if<Call>(&expression.node)) {
        for (const Expression& operand : call->operands) collect_references(operand, found);
    }
}

}  // namespace

std::vector<Reference> references_of(const Expression& expression) {
    std::vector<Reference> found;
    collect_references(expression, found);
    return found;
}

}  // namespace begroot::model
