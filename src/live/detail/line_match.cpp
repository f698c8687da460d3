#include "live/detail/line_match.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

namespace begroot::live::detail {

namespace {

/// A pair of indexes: of a written line and of the same line now.
struct Anchor {
    std::size_t written = 0;
    std::size_t now = 0;
};

std::map<std::string, std::size_t> once(const std::vector<KeyedLine>& lines) {
    std::map<std::string, std::size_t> counts;
    for (const KeyedLine& line : lines) ++counts[line.key];
    std::map<std::string, std::size_t> found;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (counts[lines[i].key] == 1) found.emplace(lines[i].key, i);
    }
    return found;
}

/// Finds lines with a key of their own on both sides, in the order of both.
std::vector<Anchor> anchors_of(const std::vector<KeyedLine>& written, const std::vector<KeyedLine>& now) {
    const auto before = once(written);
    const auto after = once(now);
    std::vector<Anchor> anchors;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const auto own = before.find(written[i].key);
        const auto found = after.find(written[i].key);
        if (own == before.end() || found == after.end()) continue;
        if (anchors.empty() || anchors.back().now < found->second) anchors.push_back({i, found->second});
    }
    return anchors;
}

void keep(LineMatch& match, std::uint32_t written, std::uint32_t now) {
    match.now_of.emplace(written, now);
    match.written_of.emplace(now, written);
}

/// Matches what stands between two anchors: the same keys in order, then lines that kept their distance.
void match_between(std::span<const KeyedLine> written, std::span<const KeyedLine> now, std::int64_t shift,
                   LineMatch& match) {
    std::size_t next = 0;
    for (const KeyedLine& line : written) {
        const auto rest = now.subspan(next);
        const auto found = std::ranges::find(rest, line.key, &KeyedLine::key);
        if (found == rest.end()) continue;
        keep(match, line.at, found->at);
        next += static_cast<std::size_t>(found - rest.begin()) + 1;
    }
    for (const KeyedLine& line : written) {
        if (match.now_of.contains(line.at)) continue;
        const auto at = static_cast<std::uint32_t>(line.at + shift);
        const auto same = std::ranges::find(now, at, &KeyedLine::at);
        if (same != now.end() && !match.written_of.contains(at)) keep(match, line.at, at);
    }
}

/// Tells which lines are gone and which were put between others: more lines stand between two of ours than before.
void find_changes(const std::vector<KeyedLine>& written, const std::vector<KeyedLine>& now, LineMatch& match) {
    for (const KeyedLine& line : written) {
        if (!match.now_of.contains(line.at)) match.gone.push_back(line.at);
    }
    for (const KeyedLine& line : now) {
        if (match.written_of.contains(line.at)) continue;
        const auto next = match.written_of.lower_bound(line.at);
        if (next == match.written_of.end()) continue;
        const bool first = next == match.written_of.begin();
        const std::int64_t before = first ? -1 : static_cast<std::int64_t>(std::prev(next)->first);
        const std::int64_t was = first ? -1 : static_cast<std::int64_t>(std::prev(next)->second);
        if (next->first - before > next->second - was) match.added.push_back(line.at);
    }
}

/// Finds a line on the other side; one that nobody wrote anything in stays as far from the line before it as it was.
std::optional<std::uint32_t> look_up(const std::map<std::uint32_t, std::uint32_t>& lines,
                                     const std::vector<std::uint32_t>& without, std::uint32_t at) {
    if (std::ranges::binary_search(without, at)) return std::nullopt;
    const auto behind = lines.upper_bound(at);
    if (behind == lines.begin()) return at;
    const auto& [from, to] = *std::prev(behind);
    return at - from + to;
}

}  // namespace

std::optional<std::uint32_t> LineMatch::now(std::uint32_t written) const { return look_up(now_of, gone, written); }

std::optional<std::uint32_t> LineMatch::written(std::uint32_t now) const { return look_up(written_of, added, now); }

LineMatch match_lines(const std::vector<KeyedLine>& written, const std::vector<KeyedLine>& now) {
    LineMatch match;
    std::size_t from_written = 0;
    std::size_t from_now = 0;
    std::int64_t shift = 0;
    auto anchors = anchors_of(written, now);
    anchors.push_back({written.size(), now.size()});
    for (const Anchor& anchor : anchors) {
        match_between(std::span(written).subspan(from_written, anchor.written - from_written),
                      std::span(now).subspan(from_now, anchor.now - from_now), shift, match);
        if (anchor.written == written.size()) break;
        const KeyedLine& own = written[anchor.written];
        keep(match, own.at, now[anchor.now].at);
        shift = static_cast<std::int64_t>(now[anchor.now].at) - static_cast<std::int64_t>(own.at);
        from_written = anchor.written + 1;
        from_now = anchor.now + 1;
    }
    find_changes(written, now, match);
    return match;
}

}  // namespace begroot::live::detail
