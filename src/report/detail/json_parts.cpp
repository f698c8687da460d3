#include "report/detail/json_parts.hpp"

#include <cmath>

namespace begroot::report::detail {

Json cents(const std::optional<Money>& amount) { return amount ? Json(amount->cents()) : Json(nullptr); }

Json cents(const YearMoney& years) {
    Json list = Json::array();
    for (const std::optional<Money>& year : years) list.push_back(cents(year));
    return list;
}

Json number(const std::optional<double>& value) {
    return value && std::isfinite(*value) ? Json(*value) : Json(nullptr);
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

const char* side_name(Side side) { return side == Side::income ? "baten" : "lasten"; }

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace begroot::report::detail
