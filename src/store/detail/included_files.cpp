#include "store/detail/included_files.hpp"

#include "store/detail/reading_keys.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <utility>

namespace begroot::store::detail {

namespace {

std::expected<IncludedText, ModelErrors> read_one(const std::filesystem::path& path, const Place& named_at) {
    const std::string shown_as = path.string();
    const auto file = workbook::SourceFile::read(path, shown_as, model_bytes_max);
    if (!file) {
        Error error = file.error();
        error.expected = "een bestand met gedeelde secties";
        error.action = "verbeter inclusief in " + to_text(named_at);
        return std::unexpected(ModelErrors{std::move(error)});
    }
    const auto bytes = file->bytes();
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (auto error = explain_no_text(text, shown_as)) return std::unexpected(ModelErrors{std::move(*error)});
    ModelReading reading(shown_as);
    auto table = parse_toml(text, reading);
    if (!table) return std::unexpected(reading.take_errors());
    return IncludedText{{shown_as, file->sha256()}, std::move(reading), std::move(*table)};
}

}  // namespace

std::expected<std::deque<IncludedText>, ModelErrors> read_included(const IncludedNames& names,
                                                                   const std::filesystem::path& folder) {
    const auto refuse = [&names](std::string found, std::string expected) {
        return std::unexpected(ModelErrors{{ErrorKind::input, names.place, std::move(found), std::move(expected), ""}});
    };
    if (names.files.size() > included_files_max) {
        return refuse("\"inclusief\" noemt " + std::to_string(names.files.size()) + " bestanden",
                      "hoogstens " + std::to_string(included_files_max));
    }
    std::deque<IncludedText> read;
    ModelErrors errors;
    for (const std::string& name : names.files) {
        const auto path = (folder / name).lexically_normal();
        const auto is_same = [&path](const IncludedText& one) { return one.file.file == path.string(); };
        if (std::ranges::any_of(read, is_same))
            return refuse("\"inclusief\" noemt " + name + " twee keer", "elk bestand een keer");
        auto one = read_one(path, names.place);
        if (one) {
            read.push_back(std::move(*one));
        } else {
            errors.insert(errors.end(), one.error().begin(), one.error().end());
        }
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return read;
}

}  // namespace begroot::store::detail
