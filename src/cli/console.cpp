#include "cli/console.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <sys/ioctl.h>
#include <unistd.h>

namespace begroot::cli {

namespace {

constexpr std::size_t width_without_terminal = 120;

std::optional<std::size_t> width_of_environment() {
    const char* columns = std::getenv("COLUMNS");
    if (columns == nullptr) return std::nullopt;
    const long value = std::strtol(columns, nullptr, 10);
    return value > 0 ? std::optional(static_cast<std::size_t>(value)) : std::nullopt;
}

std::string count_of(std::int64_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

render::TextOptions ask_terminal(std::optional<std::size_t> width) {
    render::TextOptions options;
    const bool terminal = ::isatty(STDOUT_FILENO) != 0;
    winsize window{};
    if (!width && terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0)
        width = window.ws_col;
    if (!width) width = width_of_environment();
    options.width = std::clamp(width.value_or(width_without_terminal), width_min, width_max);
    const char* kind = std::getenv("TERM");
    options.colour =
        terminal && std::getenv("NO_COLOR") == nullptr && kind != nullptr && std::string_view(kind) != "dumb";
    return options;
}

bool print(std::string_view text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    return std::fflush(stdout) == 0 && written;
}

void complain(std::string_view message) {
    std::fprintf(stderr, "begroot: %.*s\n", static_cast<int>(message.size()), message.data());
}

std::string of_model(const std::string& model_file, const Place& place, const std::string& message) {
    return model_file.empty() || place.file == model_file ? message : model_file + ": " + message;
}

Exit refuse(std::span<const Error> errors, const std::string& model_file) {
    constexpr std::size_t shown_max = 20;
    for (std::size_t i = 0; i < errors.size() && i < shown_max; ++i)
        complain(of_model(model_file, errors[i].place, to_text(errors[i])));
    if (errors.size() > shown_max) {
        complain(of_model(model_file, {}, "en nog " + std::to_string(errors.size() - shown_max) + " fouten."));
    }
    const bool usage = !errors.empty() && errors.front().kind == ErrorKind::usage;
    return usage ? Exit::usage : Exit::input;
}

std::string count_findings(const Findings& findings) {
    const auto count = [&findings](Severity severity) {
        return std::ranges::count(findings, severity, &Finding::severity);
    };
    return count_of(count(Severity::error), "fout", "fouten") + ", " +
           count_of(count(Severity::warning), "waarschuwing", "waarschuwingen") + ", " +
           count_of(count(Severity::notice), "melding", "meldingen");
}

Exit report_findings(const Findings& findings, const std::string& model_file, bool several) {
    constexpr std::int64_t shown_max = 20;
    std::int64_t errors = 0;
    for (const Finding& finding : findings) {
        if (finding.severity != Severity::error || ++errors > shown_max) continue;
        complain(of_model(several ? model_file : std::string(), finding.place, to_text(finding)));
    }
    if (!findings.empty()) complain(count_findings(findings) + ". Alles staat in: begroot controle " + model_file);
    return errors > 0 ? Exit::findings : Exit::good;
}

}  // namespace begroot::cli
