#include "workbook/detail/errors.hpp"

#include <utility>

#include <fmt/format.h>

namespace begroot::workbook::detail {

Error input_error(std::string found, std::string expected, std::string action) {
    Error error;
    error.kind = ErrorKind::input;
    error.found = std::move(found);
    error.expected = std::move(expected);
    error.action = std::move(action);
    return error;
}

Error damaged_part(std::string_view part, std::string_view why) {
    return input_error(fmt::format("onderdeel {} is beschadigd: {}", part, why), "", save_again_action);
}

Error over_limit(std::string found, std::string expected) {
    return input_error(std::move(found), std::move(expected),
                       "bewaar alleen de bladen die nodig zijn in een nieuwe werkmap en lees die");
}

}  // namespace begroot::workbook::detail
