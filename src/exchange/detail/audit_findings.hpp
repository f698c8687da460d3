#pragma once
// Findings about the lines of one file; of a kind that comes a thousand times the rest is counted.

#include "base/finding.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace begroot::exchange::detail {

/// Collects findings; memory stays small however many lines are wrong.
class AuditFindings {
public:
    explicit AuditFindings(std::string file) : file_(std::move(file)) {}

    /// Adds a finding about a line (0: about the file). `kind` must outlive this.
    void add(Severity severity, const char* kind, std::uint32_t line, std::string found, std::string expected,
             std::string action);

    /// Gives the first finding about a line, until the next is added; nothing where there is none.
    [[nodiscard]] const Finding* at_line(std::uint32_t line) const;

    /// Gives all findings, each kind that was cut short closed with a count.
    [[nodiscard]] Findings take();

private:
    struct Cut {
        std::uint64_t count = 0;
        Finding first;  ///< of those that are only counted
    };

    std::string file_;
    Findings findings_;
    std::map<std::string, Cut> kinds_;
};

}  // namespace begroot::exchange::detail
