#pragma once
// Passes over what is not read of an auditfile, and refuses the file where a booking stands in it.

#include "text/xml_scanner.hpp"

namespace begroot::exchange::detail {

/// Passes over the rest of the element that just started, its end included; false on failure, which the scanner tells.
/// It is a failure when that element, or one inside it, is called as bookings are (journal, transaction, trLine, line,
/// whatever its capitals) and holds elements: then amounts would be left out.
[[nodiscard]] bool skip_watching(text::XmlScanner& scanner);

}  // namespace begroot::exchange::detail
