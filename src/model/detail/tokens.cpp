#include "model/detail/tokens.hpp"

#include <algorithm>
#include <charconv>

namespace begroot::model::detail {

namespace {

constexpr std::size_t number_bytes_max = 30;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
bool is_lower(char letter) { return letter >= 'a' && letter <= 'z'; }
bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r'; }
bool is_in_name(char letter) { return is_lower(letter) || is_digit(letter) || letter == '_' || letter == '.'; }

std::size_t end_of_digits(std::string_view text, std::size_t from) {
    while (from < text.size() && is_digit(text[from])) ++from;
    return from;
}

std::expected<Token, FormulaError> number_at(std::string_view text, std::size_t start) {
    std::size_t end = end_of_digits(text, start);
    if (end < text.size() && text[end] == '.') {
        const std::size_t after = end_of_digits(text, end + 1);
        const std::string written(text.substr(start, after - start));
        return std::unexpected(FormulaError{start, "\"" + written + "\" heeft een punt",
                                            "een getal zonder punten, met een komma voor de decimalen"});
    }
    if (end + 1 < text.size() && text[end] == ',' && is_digit(text[end + 1])) end = end_of_digits(text, end + 1);
    if (end < text.size() && (is_lower(text[end]) || is_upper(text[end]) || text[end] == '_')) {
        return std::unexpected(FormulaError{end, "een letter direct achter een getal", "een teken, bijvoorbeeld *"});
    }
    if (end - start > number_bytes_max)
        return std::unexpected(FormulaError{start, "een getal van meer dan 30 tekens", "een korter getal"});
    Token token{TokenKind::number, std::string(text.substr(start, end - start)), start, 0};
    token.value = value_of(token.text, false);
    return token;
}

std::expected<Token, FormulaError> name_at(std::string_view text, std::size_t start) {
    std::size_t end = start;
    while (end < text.size() && is_in_name(text[end])) ++end;
    const std::string_view name = text.substr(start, end - start);
    if (end < text.size() && is_upper(text[end]))
        return std::unexpected(
            FormulaError{end, "een hoofdletter in een naam", "kleine letters, bijvoorbeeld so_laag"});
    if (name.back() == '.' || name.find("..") != std::string_view::npos)
        return std::unexpected(FormulaError{start, "een punt zonder naam erachter", "bijvoorbeeld deelname.so"});
    return Token{TokenKind::name, std::string(name), start, 0};
}

std::expected<Token, FormulaError> text_at(std::string_view text, std::size_t start) {
    const std::size_t end = text.find('"', start + 1);
    if (end == std::string_view::npos)
        return std::unexpected(FormulaError{start, "een aanhalingsteken dat niet sluit", "\"4.5\""});
    return Token{TokenKind::text, std::string(text.substr(start + 1, end - start - 1)), start, 0};
}

std::expected<Token, FormulaError> sign_at(std::string_view text, std::size_t start) {
    const std::string_view two = text.substr(start, 2);
    if (two == "<=" || two == ">=" || two == "<>") return Token{TokenKind::sign, std::string(two), start, 0};
    if (std::string_view("+-*/^()<>=;%[]@").find(text[start]) != std::string_view::npos)
        return Token{TokenKind::sign, std::string(1, text[start]), start, 0};
    if (is_upper(text[start]))
        return std::unexpected(
            FormulaError{start, "een hoofdletter", "namen in kleine letters, bijvoorbeeld leerlingen"});
    if (text[start] == ',')
        return std::unexpected(FormulaError{start, "een losse komma", "een puntkomma tussen argumenten"});
    const bool is_plain = text[start] > ' ' && text[start] <= '~';
    return std::unexpected(FormulaError{
        start,
        is_plain ? "het teken \"" + std::string(1, text[start]) + "\"" : "een teken dat geen deel van een formule is",
        "getallen, namen en + - * / ^ ( ) ; < > ="});
}

std::expected<Token, FormulaError> token_at(std::string_view text, std::size_t start) {
    if (is_digit(text[start])) return number_at(text, start);
    if (is_lower(text[start])) return name_at(text, start);
    if (text[start] == '"') return text_at(text, start);
    return sign_at(text, start);
}

}  // namespace

double value_of(std::string_view written, bool percentage) {
    std::string text(written);
    std::ranges::replace(text, ',', '.');
    if (percentage) text += "e-2";
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::expected<std::vector<Token>, FormulaError> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        auto token = token_at(text, at);
        if (!token) return std::unexpected(std::move(token.error()));
        at += token->text.size() + (token->kind == TokenKind::text ? 2 : 0);
        tokens.push_back(std::move(*token));
    }
    tokens.push_back({TokenKind::end, "", text.size(), 0});
    return tokens;
}

}  // namespace begroot::model::detail
