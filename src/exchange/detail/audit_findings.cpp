#include "exchange/detail/audit_findings.hpp"

#include <algorithm>
#include <utility>

namespace begroot::exchange::detail {

namespace {

constexpr std::uint64_t findings_of_a_kind_max = 1000;

}  // namespace

void AuditFindings::add(Severity severity, const char* kind, std::uint32_t line, std::string found,
                        std::string expected, std::string action) {
    Cut& cut = kinds_[kind];
    if (++cut.count > findings_of_a_kind_max + 1) return;
    Finding finding{severity, kind, {}, std::move(found), std::move(expected), std::move(action)};
    finding.place.file = file_;
    finding.place.line = line;
    if (cut.count > findings_of_a_kind_max) {
        cut.first = std::move(finding);
    } else {
        findings_.push_back(std::move(finding));
    }
}

const Finding* AuditFindings::at_line(std::uint32_t line) const {
    const auto found =
        std::ranges::find_if(findings_, [line](const Finding& finding) { return finding.place.line == line; });
    return found == findings_.end() ? nullptr : &*found;
}

Findings AuditFindings::take() {
    for (auto& [kind, cut] : kinds_) {
        if (cut.count <= findings_of_a_kind_max) continue;
        cut.first.found =
            "nog " + std::to_string(cut.count - findings_of_a_kind_max) + " keer, te beginnen hier: " + cut.first.found;
        findings_.push_back(std::move(cut.first));
    }
    kinds_.clear();
    return std::move(findings_);
}

}  // namespace begroot::exchange::detail
