#include "cli/findings_text.hpp"

#include "cli/console.hpp"

#include <algorithm>

namespace begroot::cli {

namespace {

/// Appends `text` after a label, wrapped at spaces, with every line indented alike.
void append_wrapped(std::string& out, const std::string& label, std::string_view text, std::size_t width) {
    constexpr std::size_t indent = 13;
    if (text.empty()) return;
    std::string line = "  " + label;
    line.resize(indent, ' ');
    std::size_t used = indent;
    const auto flush = [&] {
        out += line + "\n";
        line.assign(indent, ' ');
        used = indent;
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        const std::size_t length = render::display_width(word);
        if (used > indent && used + 1 + length > width) flush();
        if (used > indent) {
            line += ' ';
            ++used;
        }
        line += word;
        used += length;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    flush();
}

const char* colour_of(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\x1b[1;31m";
        case Severity::warning:
            return "\x1b[1;33m";
        case Severity::notice:
            return "\x1b[1m";
    }
    return "";
}

}  // namespace

std::string findings_text(const std::string& title, const Findings& findings, const render::TextOptions& terminal) {
    std::string out = title + "\n";
    for (const Finding& finding : findings) {
        out += "\n";
        out += terminal.colour ? colour_of(finding.severity) : "";
        out += severity_name(finding.severity);
        out += terminal.colour ? "\x1b[0m" : "";
        out += "  " + finding.kind + "\n";
        append_wrapped(out, "waar", to_text(finding.place), terminal.width);
        append_wrapped(out, "gevonden", finding.found, terminal.width);
        append_wrapped(out, "verwacht", finding.expected, terminal.width);
        append_wrapped(out, "te doen", finding.action, terminal.width);
    }
    out += "\n" + count_findings(findings) + "\n";
    return out;
}

}  // namespace begroot::cli
