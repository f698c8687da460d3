#include "base/error.hpp"

#include "base/finding.hpp"

#include <algorithm>
#include <string_view>

namespace begroot {

namespace {

/// Ends a sentence that does not end already.
void close(std::string& text) {
    if (!text.ends_with('.') && !text.ends_with('!') && !text.ends_with('?')) text += '.';
}

std::string sentence(const Place& place, const std::string& found, const std::string& expected,
                     const std::string& action) {
    std::string text = to_text(place);
    if (!text.empty()) text += ": ";
    text += found;
    if (!expected.empty()) text += " (verwacht: " + expected + ")";
    close(text);
    if (!action.empty()) {
        text += ' ';
        const std::size_t start = text.size();
        text += action;
        if (text[start] >= 'a' && text[start] <= 'z') text[start] = static_cast<char>(text[start] - 'a' + 'A');
        close(text);
    }
    return text;
}

constexpr std::string_view indent = "    ";

}  // namespace

std::string to_text(const Error& error) {
    std::string text = sentence(error.place, error.found, error.expected, error.action);
    for (std::string_view rest = error.excerpt; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        text += '\n';
        text += indent;
        text += rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
}

std::string to_text(const Finding& finding) {
    return std::string(severity_name(finding.severity)) + " " + finding.kind + ": " +
           sentence(finding.place, finding.found, finding.expected, finding.action);
}

const char* severity_name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "fout";
        case Severity::warning:
            return "waarschuwing";
        case Severity::notice:
            return "melding";
    }
    return "";
}

bool has_error(const Findings& findings) {
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::error) return true;
    }
    return false;
}

}  // namespace begroot
