#include "live/detail/list_trace.hpp"

namespace begroot::live::detail {

namespace {

constexpr std::int64_t hundredths_of_one = 100;
constexpr unsigned bits_in_byte = 8;
constexpr unsigned half_of_bits = 32;

}  // namespace

void RowTrace::add_byte(unsigned char byte) {
    constexpr std::uint64_t prime = 1'099'511'628'211ULL;
    hash_ = (hash_ ^ byte) * prime;
    is_empty_ = false;
}

void RowTrace::add(std::uint32_t column, std::string_view text) {
    add_byte(static_cast<unsigned char>(column));
    add_byte('t');
    for (const char c : text) {
        if (static_cast<unsigned char>(c) > ' ') add_byte(static_cast<unsigned char>(c));
    }
}

void RowTrace::add(std::uint32_t column, std::int64_t hundredths) {
    add_byte(static_cast<unsigned char>(column));
    add_byte('n');
    auto rest = static_cast<std::uint64_t>(hundredths);
    for (std::size_t i = 0; i < sizeof rest; ++i, rest >>= bits_in_byte) add_byte(static_cast<unsigned char>(rest));
}

std::uint32_t RowTrace::half() const {
    const std::uint64_t whole = value();
    return static_cast<std::uint32_t>(whole ^ (whole >> half_of_bits));
}

void add_value(RowTrace& trace, std::uint32_t column, ListKind kind, const ListValue& value) {
    if (kind == ListKind::text || kind == ListKind::repeated) {
        if (!value.text.empty()) trace.add(column, value.text);
    } else if (!value.is_empty) {
        trace.add(column, kind == ListKind::cents ? value.number : value.number * hundredths_of_one);
    }
}

std::vector<std::uint32_t> traces_of(const GridList& list) {
    std::vector<std::uint32_t> traces;
    traces.reserve(list.rows);
    std::vector<ListValue> values(list.columns.size());
    for (std::uint32_t row = 0; row < list.rows; ++row) {
        list.fill(row, values);
        RowTrace trace;
        for (std::uint32_t column = 0; column < values.size(); ++column)
            add_value(trace, column, list.columns[column], values[column]);
        traces.push_back(trace.half());
    }
    return traces;
}

}  // namespace begroot::live::detail
