#include "model/detail/formula_parser.hpp"

#include "base/nearest.hpp"
#include "model/detail/rewrite.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace begroot::model::detail {

namespace {

std::optional<Operation> operation_of(const Token& token, int rank) {
    if (token.kind != TokenKind::sign) return std::nullopt;
    for (const Operation operation : {Operation::add, Operation::subtract, Operation::multiply, Operation::divide,
                                      Operation::less, Operation::less_equal, Operation::greater,
                                      Operation::greater_equal, Operation::equal, Operation::not_equal}) {
        const Operator found = operator_of(operation);
        if (found.rank == rank && found.sign == token.text) return operation;
    }
    return std::nullopt;
}

std::string shown(const Token& token) {
    if (token.kind == TokenKind::end) return "het einde van de formule";
    return "\"" + token.text + "\"";
}

/// What schooljaar adds around its argument: two products, two shares of two numbers each, and their sum.
constexpr std::size_t school_year_nodes = 9;

/// Counts the nodes of a tree: schooljaar writes its argument twice, so nested ones double each time.
std::size_t count_nodes(const Expression& expression) {
    std::size_t count = 1;
    if (const auto* call = std::get_if<Call>(&expression.node)) {
        for (const Expression& operand : call->operands) count += count_nodes(operand);
    }
    return count;
}

std::unexpected<FormulaError> too_many_nodes(std::size_t position) {
    return std::unexpected(FormulaError{
        position, "een formule van meer dan " + std::to_string(formula_nodes_max) + " delen", "enkele berekeningen"});
}

std::string counted(const Function& function) {
    const std::string count = function.least == function.most
                                  ? std::to_string(function.least)
                                  : std::to_string(function.least) + " tot " + std::to_string(function.most);
    return count + (function.most == 1 ? " argument" : " argumenten") + ", gescheiden door ;";
}

}  // namespace

bool FormulaParser::is_sign(std::string_view sign) const {
    return token().kind == TokenKind::sign && token().text == sign;
}

bool FormulaParser::take(std::string_view sign) {
    if (!is_sign(sign)) return false;
    ++at_;
    return true;
}

std::unexpected<FormulaError> FormulaParser::refuse(std::string expected) const {
    return std::unexpected(FormulaError{token().position, shown(token()), std::move(expected)});
}

std::unexpected<FormulaError> FormulaParser::too_deep() const {
    return refuse("hoogstens " + std::to_string(formula_depth_max) + " niveaus; maak er enkele berekeningen van");
}

FormulaParser::Parsed FormulaParser::make(Operation operation, std::vector<Expression> operands, std::size_t position) {
    if (++nodes_ > formula_nodes_max) return too_many_nodes(position);
    return Expression{Call{operation, std::move(operands), {}}, position};
}

FormulaParser::Parsed FormulaParser::parse() {
    auto whole = comparison();
    if (whole && token().kind != TokenKind::end) return refuse("een teken zoals + - * / of het einde");
    return whole;
}

FormulaParser::Parsed FormulaParser::comparison() {
    auto left = left_to_right(rank_sum);
    if (!left) return left;
    const auto operation = operation_of(token(), rank_comparison);
    if (!operation) return left;
    const std::size_t position = token().position;
    ++at_;
    auto right = left_to_right(rank_sum);
    if (!right) return right;
    if (operation_of(token(), rank_comparison)) return refuse("één vergelijking; zet en(a < b; b < c)");
    return make(*operation, {std::move(*left), std::move(*right)}, position);
}

FormulaParser::Parsed FormulaParser::left_to_right(int rank) {
    const auto operand = [this, rank] { return rank == rank_sum ? left_to_right(rank_product) : sign(); };
    auto left = operand();
    while (left) {
        const auto operation = operation_of(token(), rank);
        if (!operation) break;
        const std::size_t position = token().position;
        ++at_;
        auto right = operand();
        if (!right) return right;
        left = make(*operation, {std::move(*left), std::move(*right)}, position);
    }
    return left;
}

FormulaParser::Parsed FormulaParser::sign() {
    if (!is_sign("-")) return power();
    const std::size_t position = token().position;
    if (depth_ >= formula_depth_max) return too_deep();
    ++at_;
    ++depth_;
    auto operand = sign();
    --depth_;
    if (!operand) return operand;
    if (raised_) {
        return std::unexpected(FormulaError{position, "een minteken voor een macht, dat op twee manieren te lezen is",
                                            "haakjes: -(a^b) of (-a)^b"});
    }
    return make(Operation::negate, {std::move(*operand)}, position);
}

FormulaParser::Parsed FormulaParser::power() {
    auto base = primary();
    raised_ = false;
    if (!base || !is_sign("^")) return base;
    const std::size_t position = token().position;
    ++at_;
    const bool negative = is_sign("-");
    const std::size_t sign_position = token().position;
    if (negative) ++at_;
    auto exponent = primary();
    if (exponent && negative) exponent = make(Operation::negate, {std::move(*exponent)}, sign_position);
    if (!exponent) return exponent;
    if (is_sign("^")) return refuse("haakjes: (a^b)^c of a^(b^c)");
    auto made = make(Operation::power, {std::move(*base), std::move(*exponent)}, position);
    raised_ = true;
    return made;
}

FormulaParser::Parsed FormulaParser::primary() {
    if (++nodes_ > formula_nodes_max) return too_many_nodes(token().position);
    if (is_sign("(")) return parenthesis();
    if (token().kind == TokenKind::number) return number();
    if (token().kind != TokenKind::name) return refuse("een getal, een naam of een haakje");
    const bool is_call = tokens_[at_ + 1].kind == TokenKind::sign && tokens_[at_ + 1].text == "(";
    if (!is_call) return reference();
    const Function* function = function_named(token().text);
    if (function == nullptr) {
        std::vector<std::string> known;
        for (const Function& one : functions()) known.emplace_back(one.name);
        const auto meant = nearest(token().text, known);
        return std::unexpected(FormulaError{token().position, "\"" + token().text + "\" is geen functie",
                                            meant ? *meant : "bijvoorbeeld als, min, max, som of vorig"});
    }
    return call(*function);
}

FormulaParser::Parsed FormulaParser::parenthesis() {
    if (depth_ >= formula_depth_max) return too_deep();
    ++at_;
    ++depth_;
    auto inside = comparison();
    --depth_;
    if (inside && !take(")")) return refuse("een haakje dat sluit");
    return inside;
}

FormulaParser::Parsed FormulaParser::number() {
    const Token& written = token();
    ++at_;
    if (take("%")) return Expression{Number{value_of(written.text, true), written.text + "%"}, written.position};
    return Expression{Number{written.value, written.text}, written.position};
}

FormulaParser::Parsed FormulaParser::reference() {
    const Token& written = token();
    ++at_;
    Reference reference;
    std::string_view rest = written.text;
    const std::size_t dot = std::min(rest.find('.'), rest.size());
    reference.name = rest.substr(0, dot);
    rest.remove_prefix(dot);
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const std::size_t next = std::min(rest.find('.'), rest.size());
        reference.members.emplace_back(rest.substr(0, next));
        rest.remove_prefix(next);
    }
    if (take("[")) {
        const auto years = years_back();
        if (!years) return std::unexpected(years.error());
        reference.years_back = *years;
    } else if (take("@")) {
        const auto year = fixed_year();
        if (!year) return std::unexpected(year.error());
        reference.year = *year;
    }
    return Expression{std::move(reference), written.position};
}

std::expected<std::int32_t, FormulaError> FormulaParser::years_back() {
    if (!take("-")) return refuse("een jaar terug, bijvoorbeeld leerlingen[-1]; vooruit kijken kan niet");
    const Token& years = token();
    const bool is_whole = years.kind == TokenKind::number && years.text.find(',') == std::string::npos;
    if (!is_whole || years.value < 1 || years.value > years_back_max) return refuse("1 tot en met 10 jaar terug");
    ++at_;
    if (!take("]")) return refuse("]");
    return static_cast<std::int32_t>(years.value);
}

std::expected<std::int32_t, FormulaError> FormulaParser::fixed_year() {
    const Token& year = token();
    const bool is_whole = year.kind == TokenKind::number && year.text.find(',') == std::string::npos;
    if (!is_whole || year.value < year_least || year.value > year_most)
        return refuse("een jaar, bijvoorbeeld index@2024");
    ++at_;
    return static_cast<std::int32_t>(year.value);
}

FormulaParser::Parsed FormulaParser::call(const Function& function) {
    if (depth_ >= formula_depth_max) return too_deep();
    const std::size_t position = token().position;
    at_ += 2;
    ++depth_;
    auto made = arguments_of(function, position);
    --depth_;
    return made;
}

std::expected<std::string, FormulaError> FormulaParser::word_argument(const Function& function) {
    const bool wants_code = function.arguments == Arguments::code;
    const bool fits = wants_code ? token().kind == TokenKind::text && !token().text.empty()
                                 : token().kind == TokenKind::name && token().text.find('.') == std::string::npos;
    if (!fits) {
        if (wants_code) return refuse("een code tussen aanhalingstekens, bijvoorbeeld rubriek(\"4.5\")");
        return refuse(function.arguments == Arguments::table ? "de naam van een tabel" : "de naam van een lijst");
    }
    return tokens_[at_++].text;
}

FormulaParser::Parsed FormulaParser::arguments_of(const Function& function, std::size_t position) {
    std::vector<Expression> values;
    std::vector<std::string> words;
    std::size_t count = 0;
    do {
        const bool is_word = function.arguments == Arguments::code ||
                             (function.arguments == Arguments::table && count == 0) ||
                             (function.arguments == Arguments::reduction && count > 0);
        if (is_word) {
            auto word = word_argument(function);
            if (!word) return std::unexpected(std::move(word.error()));
            words.push_back(std::move(*word));
        } else {
            auto value = comparison();
            if (!value) return value;
            values.push_back(std::move(*value));
        }
        ++count;
    } while (count <= function.most && take(";"));
    if (!take(")")) return refuse("; of een haakje dat sluit");
    if (count < function.least || count > function.most) {
        return std::unexpected(FormulaError{
            position,
            std::string(function.name) + " met " + std::to_string(count) + (count == 1 ? " argument" : " argumenten"),
            counted(function)});
    }
    if (function.arguments == Arguments::rewritten) return rewritten(function, std::move(values), position);
    auto made = make(function.operation, std::move(values), position);
    if (made) std::get<Call>(made->node).words = std::move(words);
    return made;
}

FormulaParser::Parsed FormulaParser::rewritten(const Function& function, std::vector<Expression> arguments,
                                               std::size_t position) {
    if (function.name == "vorig") return rewrite_previous(std::move(arguments));
    if (function.name == "indexeer") return rewrite_index(std::move(arguments));
    nodes_ += count_nodes(arguments[0]) + school_year_nodes;
    if (nodes_ > formula_nodes_max) return too_many_nodes(position);
    return rewrite_school_year(std::move(arguments[0]), school_year_);
}

}  // namespace begroot::model::detail

namespace begroot::model {

std::expected<Expression, FormulaError> parse_formula(std::string_view text, SchoolYearParts school_year) {
    if (text.size() > formula_bytes_max)
        return std::unexpected(FormulaError{
            0, "een formule van meer dan " + std::to_string(formula_bytes_max) + " bytes", "enkele berekeningen"});
    auto tokens = detail::tokens_of(text);
    if (!tokens) return std::unexpected(std::move(tokens.error()));
    return detail::FormulaParser(std::move(*tokens), school_year).parse();
}

}  // namespace begroot::model
