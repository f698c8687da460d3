// Explanations as a controller may type them: what is read, written out again and read once more is the same, unless a
// paragraph begins as a head would.

#include "reporting/explanation.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace begroot;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Writes explanations as a person would.
std::string written(const Explanations& read) {
    std::string text;
    for (const Explanation& one : read.list) {
        text.append("## ").append(one.code).append(" ").append(one.moment).append("\n");
        for (const std::string& paragraph : one.paragraphs) text.append(paragraph).append("\n\n");
    }
    return text;
}

/// Tells whether a paragraph begins with the mark of a head: its lines were joined, and `#` above `nog` is `# nog`.
bool has_head_in_it(const Explanation& one) {
    return std::ranges::any_of(one.paragraphs, [](const std::string& text) { return text.starts_with('#'); });
}

void check(const Explanations& read) {
    for (const Explanation& one : read.list) {
        require(!one.code.empty() && !one.moment.empty() && !one.paragraphs.empty());
        require(find_explanation(read, one.code, one.moment) == &one);  // the first with these words: there is no other
        for (const std::string& paragraph : one.paragraphs)
            require(!paragraph.empty() && paragraph.find('\n') == std::string::npos);
    }
    for (const Finding& finding : read.findings) require(finding.place.line > 0 && !finding.found.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Explanations read = parse_explanations(text, "toelichting.md");
    check(read);
    if (std::ranges::any_of(read.list, has_head_in_it)) return 0;
    const Explanations again = parse_explanations(written(read), "toelichting.md");
    check(again);
    require(again.findings.empty() && again.list.size() == read.list.size());
    for (std::size_t i = 0; i < read.list.size(); ++i) {
        require(again.list[i].code == read.list[i].code && again.list[i].moment == read.list[i].moment);
        require(again.list[i].paragraphs == read.list[i].paragraphs);
    }
    return 0;
}
