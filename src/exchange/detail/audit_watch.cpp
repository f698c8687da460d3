#include "exchange/detail/audit_watch.hpp"

#include "exchange/detail/audit_amounts.hpp"
#include "exchange/detail/label.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace begroot::exchange::detail {

namespace {

using text::XmlEvent;

bool is_booking_name(std::string_view name) {
    static constexpr std::array<std::string_view, 4> names{"journal", "transaction", "trline", "line"};
    for (const std::string_view lower : names) {
        if (name.size() == lower.size() && equals_folded(name, lower)) return true;
    }
    return false;
}

/// An open element that is called as bookings are; it is one when it holds elements.
struct Suspect {
    std::size_t depth = 0;  // 0: there is none
    std::uint32_t line = 0;
    std::string name;
};

bool refuse_booking(text::XmlScanner& scanner, const Suspect& suspect) {
    Error error{ErrorKind::input,
                {},
                "element " + quoted_text(suspect.name) + " met gegevens staat waar het niet gelezen wordt",
                "transactions, daarin journal, daarin transaction, daarin trLine, zo geschreven",
                "maak het auditfile opnieuw; blijft het zo, meld het de leverancier van het pakket"};
    error.place.line = suspect.line;
    scanner.fail(std::move(error));
    return false;
}

}  // namespace

bool skip_watching(text::XmlScanner& scanner) {
    const std::size_t depth = scanner.depth();
    Suspect suspect;
    const auto look = [&] {
        if (is_booking_name(scanner.name())) suspect = {scanner.depth(), scanner.line(), std::string(scanner.name())};
    };
    look();
    while (true) {
        const XmlEvent event = scanner.next();
        if (event == XmlEvent::failed || event == XmlEvent::finished) return false;
        if (event == XmlEvent::start) {
            if (suspect.depth > 0) return refuse_booking(scanner, suspect);
            look();
        } else if (event == XmlEvent::end) {
            if (scanner.depth() == depth) return true;
            if (scanner.depth() == suspect.depth) suspect.depth = 0;
        }
    }
}

}  // namespace begroot::exchange::detail
