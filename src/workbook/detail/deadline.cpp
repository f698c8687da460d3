#include "workbook/detail/deadline.hpp"

#include "workbook/detail/errors.hpp"

#include <fmt/format.h>

namespace begroot::workbook::detail {

Error Deadline::error() const {
    return over_limit("het lezen van de werkmap duurt te lang",
                      fmt::format("hoogstens {} seconden", std::chrono::ceil<std::chrono::seconds>(time_max_).count()));
}

}  // namespace begroot::workbook::detail
