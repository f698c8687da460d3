#include "ledger/kept_text.hpp"

#include "ledger/detail/text_length.hpp"

#include <ostream>

namespace begroot {

std::string_view KeptText::text() const {
    if (start_ == nullptr) return {};
    return detail::read_text(start_);
}

std::ostream& operator<<(std::ostream& out, KeptText text) { return out << text.text(); }

}  // namespace begroot
