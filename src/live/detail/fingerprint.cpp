#include "live/detail/fingerprint.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>

namespace begroot::live::detail {

namespace {

constexpr std::uint64_t fnv_offset = 14'695'981'039'346'656'037ULL;
constexpr std::uint64_t fnv_prime = 1'099'511'628'211ULL;
constexpr unsigned half_bits = 32;
constexpr std::string_view future_prefix = "_XLFN.";

std::uint32_t trace_of(std::string_view text) {
    std::uint64_t hash = fnv_offset;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
    return static_cast<std::uint32_t>(hash ^ (hash >> half_bits));
}

/// Writes what is no reference without blanks and in capitals.
std::string plain(std::string_view text) {
    std::string made;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
        made += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return made.starts_with(future_prefix) ? made.substr(future_prefix.size()) : made;
}

std::string distance(std::optional<std::uint32_t> to, std::uint32_t from, bool fixed) {
    if (!to) return "";
    if (fixed) return "$" + std::to_string(*to);
    return std::to_string(static_cast<std::int64_t>(*to) - static_cast<std::int64_t>(from));
}

std::string in_digits(double number, int count) {
    constexpr std::size_t size = 40;
    std::array<char, size> digits{};
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::general, count);
    return error == std::errc{} ? std::string(digits.data(), end) : std::string();
}

}  // namespace

Fingerprint fingerprint_of(std::string_view text) { return {Fingerprint::Kind::text, trace_of(text)}; }

Fingerprint fingerprint_of(double number) {
    constexpr int digits_written = 16;
    constexpr int digits_kept = 15;
    const std::string written = in_digits(number, digits_written);
    double read = number;
    std::from_chars(written.data(), written.data() + written.size(), read);
    return {Fingerprint::Kind::number, trace_of(in_digits(read, digits_kept))};
}

Fingerprint fingerprint_of(const std::vector<FormulaPiece>& formula, const std::string& sheet, CellPlace place) {
    std::string text;
    for (const FormulaPiece& piece : formula) {
        if (!piece.reference) {
            text += piece.is_quoted ? piece.text : plain(piece.text);
            continue;
        }
        const FormulaReference& one = *piece.reference;
        text += "[" + (one.sheet.empty() ? sheet : one.sheet) + "!R" + distance(one.row, place.row, one.row_fixed) +
                "C" + distance(one.column, place.column, one.column_fixed) + "]";
    }
    return {Fingerprint::Kind::formula, trace_of(text)};
}

std::vector<FormulaPiece> moved(std::vector<FormulaPiece> formula, const std::string& sheet, const Move& move) {
    for (FormulaPiece& piece : formula) {
        if (!piece.reference) continue;
        FormulaReference& one = *piece.reference;
        const std::string on = one.sheet.empty() ? sheet : one.sheet;
        const auto row = one.row ? move.row(on, *one.row) : std::nullopt;
        const auto column = one.column ? move.column(on, *one.column) : std::nullopt;
        if ((one.row && !row) || (one.column && !column)) {
            piece = {"#REF!", std::nullopt, false};
            continue;
        }
        one.row = row;
        one.column = column;
        if (!one.sheet.empty()) one.sheet = move.sheet(on);
    }
    return formula;
}

std::vector<FormulaPiece> filled(std::vector<FormulaPiece> formula, CellPlace from, CellPlace to) {
    for (FormulaPiece& piece : formula) {
        if (!piece.reference) continue;
        FormulaReference& one = *piece.reference;
        if (one.row && !one.row_fixed) *one.row += to.row - from.row;
        if (one.column && !one.column_fixed) *one.column += to.column - from.column;
    }
    return formula;
}

}  // namespace begroot::live::detail
