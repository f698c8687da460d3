#include "model/detail/functions.hpp"
#include "model/formula.hpp"

#include <algorithm>

namespace begroot::model {

namespace {

/// Writes trees in one of the two notations.
class Writer {
public:
    /// Null cells: our own notation.
    explicit Writer(const ExcelCells* cells) : cells_(cells) {}

    [[nodiscard]] std::string write(const Expression& expression) const {
        if (const auto* number = std::get_if<Number>(&expression.node)) return write(*number);
        if (const auto* reference = std::get_if<Reference>(&expression.node)) {
            return cells_ != nullptr ? cells_->reference(*reference) : write(*reference);
        }
        return write(std::get<Call>(expression.node));
    }

private:
    [[nodiscard]] std::string write(const Number& number) const {
        std::string written = number.written;
        if (cells_ != nullptr) std::ranges::replace(written, ',', '.');
        return written;
    }

    [[nodiscard]] static std::string write(const Reference& reference) {
        std::string written = reference.name;
        for (const std::string& member : reference.members) written += "." + member;
        if (reference.years_back > 0) written += "[-" + std::to_string(reference.years_back) + "]";
        if (reference.year) written += "@" + std::to_string(*reference.year);
        return written;
    }

    [[nodiscard]] std::string write(const Call& call) const {
        const detail::Operator sign = detail::operator_of(call.operation);
        if (sign.rank == 0) return write_function(call);
        if (call.operands.size() == 1) {
            return std::string(sign.sign) + write_inside(call.operands[0], detail::rank_power + 1);
        }
        // A power takes operands without signs of their own; of the others the left one may have the same rank, but
        // not of a comparison, which does not go on.
        const bool tight = sign.rank == detail::rank_power || sign.rank == detail::rank_comparison;
        const int left = sign.rank == detail::rank_power ? detail::rank_power + 1 : sign.rank + (tight ? 1 : 0);
        const int right = sign.rank == detail::rank_power ? detail::rank_power + 1 : sign.rank + 1;
        const std::string between = sign.rank == detail::rank_power ? "^" : " " + std::string(sign.sign) + " ";
        return write_inside(call.operands[0], left) + between + write_inside(call.operands[1], right);
    }

    /// Writes an operand, in parentheses when it binds less tightly than `rank`. Excel's sign binds tighter than its
    /// power; as neither stands bare beside the other here, both readers see the same.
    [[nodiscard]] std::string write_inside(const Expression& operand, int rank) const {
        const auto* call = std::get_if<Call>(&operand.node);
        const int own = call == nullptr ? 0 : detail::operator_of(call->operation).rank;
        const bool closed = own == 0 || own >= rank;
        return closed ? write(operand) : "(" + write(operand) + ")";
    }

    [[nodiscard]] std::string write_function(const Call& call) const {
        const detail::Function* function = detail::function_of(call.operation);
        if (cells_ != nullptr && function->excel.empty()) return cells_->range_call(call);
        std::vector<std::string> arguments;
        arguments.reserve(call.operands.size() + call.words.size() + 1);
        for (const Expression& operand : call.operands) arguments.push_back(write(operand));
        if (cells_ != nullptr && function->least < function->most && function->most == 2 && arguments.size() == 1) {
            arguments.emplace_back("0");  // ROUND and its like must be told the decimals
        }
        for (const std::string& word : call.words) {
            if (function->arguments == detail::Arguments::code) arguments.push_back("\"" + word + "\"");
            if (function->arguments == detail::Arguments::reduction) arguments.push_back(word);
            if (function->arguments == detail::Arguments::table) arguments.insert(arguments.begin(), word);
        }
        std::string written(cells_ != nullptr ? function->excel : function->name);
        written += "(";
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (i > 0) written += cells_ != nullptr ? "," : "; ";
            written += arguments[i];
        }
        return written + ")";
    }

    const ExcelCells* cells_;
};

}  // namespace

std::string to_text(const Expression& expression) { return Writer(nullptr).write(expression); }

std::string to_excel(const Expression& expression, const ExcelCells& cells) { return Writer(&cells).write(expression); }

}  // namespace begroot::model
