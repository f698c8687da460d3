#pragma once
// One line of a transaction: its fields under whatever name a version gives them. Plainly written lines are taken
// straight from memory, which is most of the speed.

#include "base/result.hpp"
#include "text/xml_scanner.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace begroot::exchange::detail {

/// The fields of a line that are read; the others are passed over.
enum class LineField : std::uint8_t {
    number,               ///< nr, recordID
    account,              ///< accID, accountID
    description,          ///< desc, description
    date,                 ///< effDate, effectiveDate
    amount,               ///< amnt
    amount_type,          ///< amntTp
    debit,                ///< debitAmount
    credit,               ///< creditAmount
    cost,                 ///< costID, cost
    product,              ///< prodID, product
    project,              ///< projID, project
    cost_description,     ///< costDesc
    product_description,  ///< productDesc
    project_description   ///< projectDesc
};

inline constexpr std::size_t line_fields = 14;

/// Gives the field that an element holds.
[[nodiscard]] std::optional<LineField> line_field(std::string_view name);

/// The values of one line: views that live until the next line is read.
struct AuditLine {
    std::array<std::string_view, line_fields> values{};  ///< those of fields that are not seen mean nothing
    std::uint32_t seen = 0;                              ///< a bit for each field

    [[nodiscard]] bool has(LineField field) const { return ((seen >> static_cast<unsigned>(field)) & 1U) != 0; }
    [[nodiscard]] std::string_view operator[](LineField field) const {
        return has(field) ? values[static_cast<std::size_t>(field)] : std::string_view();
    }
    /// Gives a dimension (cost, product, project) by its code, or by its description where the line has no code.
    [[nodiscard]] std::string_view dimension(LineField field) const {
        constexpr auto to_description =
            static_cast<unsigned>(LineField::cost_description) - static_cast<unsigned>(LineField::cost);
        const std::string_view code = (*this)[field];
        if (!code.empty() || field > LineField::project) return code;
        return (*this)[static_cast<LineField>(static_cast<unsigned>(field) + to_description)];
    }
    /// Sets a field; false when it was set before. What is empty does not count.
    [[nodiscard]] bool set(LineField field, std::string_view value) {
        if (has(field)) {
            if (value.empty()) return true;
            if (!values[static_cast<std::size_t>(field)].empty()) return false;
        }
        seen |= 1U << static_cast<unsigned>(field);
        values[static_cast<std::size_t>(field)] = value;
        return true;
    }
    /// Makes it a line without fields.
    void clear() { seen = 0; }
};

/// Takes the line at the start of `ahead` (`<trLine>` or `<line>`); gives the bytes to consume, or 0 when anything
/// about it is not plain: an attribute, an entity, a comment, a prefix, or an end that is not in memory yet.
[[nodiscard]] std::size_t scan_plain_line(std::string_view ahead, AuditLine& line);

/// Takes the flat element at the start of `ahead`, as plainly written; gives the bytes to consume, or 0.
[[nodiscard]] std::size_t scan_plain_element(std::string_view ahead, std::string_view& name, std::string_view& value);

/// Reads lines through the scanner, whatever they look like.
class LineReader {
public:
    /// Reads the line whose element just started, up to and with its end; false on failure, which the scanner tells.
    [[nodiscard]] bool read(text::XmlScanner& scanner, AuditLine& line);

private:
    std::array<std::string, line_fields> kept_;
    std::string text_;
};

}  // namespace begroot::exchange::detail
