#include "store/model_file.hpp"

#include "base/nearest.hpp"
#include "exchange/profile.hpp"
#include "store/detail/included_files.hpp"
#include "store/detail/multi_year_sections.hpp"
#include "store/detail/plan_sections.hpp"
#include "store/detail/reading_keys.hpp"
#include "store/detail/report_sections.hpp"
#include "store/detail/rule_sections.hpp"
#include "store/detail/version_sections.hpp"
#include "store/profile_file.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <deque>
#include <iterator>

namespace begroot::store {

namespace {

/// Names the model that a missing file was most likely meant to be: one in the same folder with nearly the same name.
std::optional<std::string> nearest_model(const std::filesystem::path& path) {
    std::error_code error;
    const auto folder = path.parent_path();
    std::vector<std::string> names;
    for (std::filesystem::directory_iterator entry(folder.empty() ? "." : folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == ".toml") names.push_back((folder / entry->path().filename()).string());
    }
    std::ranges::sort(names);
    std::string with_ending = path.string() + ".toml";
    if (std::ranges::find(names, with_ending) != names.end()) return with_ending;
    return nearest(path.string(), names);
}

/// Tells that a profile is for another kind of source than the one that names it.
std::optional<Error> wrong_kind(const ModelSource& source) {
    const exchange::Profile* profile = exchange::find_profile(source.settings.profile);
    const auto wanted = source.kind == SourceKind::budget ? exchange::Shape::budget : exchange::Shape::ledger;
    if (profile != nullptr && profile->shape == wanted) return std::nullopt;
    return Error{ErrorKind::input, source.place, "profiel \"" + source.settings.profile + "\" past niet bij deze soort",
                 exchange::profile_names(wanted), "verbeter soort of profiel"};
}

/// Reads the profile files that the sources name; gives what is wrong with them.
ModelErrors apply_profiles(Model& model) {
    ModelErrors errors;
    for (ModelSource& source : model.sources) {
        if (!names_profile_file(source.settings.profile)) continue;
        const auto profile = read_profile_file((model.folder / source.settings.profile).lexically_normal());
        if (!profile) {
            errors.insert(errors.end(), profile.error().begin(), profile.error().end());
            continue;
        }
        source.settings = with_profile(std::move(source.settings), *profile);
        if (auto error = wrong_kind(source)) errors.push_back(std::move(*error));
    }
    return errors;
}

/// Reads the multi-year part with the files that it includes; gives what is wrong with those.
ModelErrors read_years(const detail::Section& root, const std::filesystem::path* folder, Model& model) {
    const auto head = detail::read_multi_year_head(root);
    if (!head) return {};
    std::deque<detail::IncludedText> texts;
    if (folder != nullptr) {
        auto read = detail::read_included(head->includes, *folder);
        if (!read) return std::move(read.error());
        texts = std::move(*read);
    }
    std::vector<detail::Section> included;
    for (detail::IncludedText& text : texts) {
        model.included.push_back(text.file);
        included.emplace_back(text.reading, text.table, "gedeeld");
    }
    detail::read_multi_year(root, included, *head, model);
    ModelErrors errors;
    for (detail::IncludedText& text : texts) std::ranges::move(text.reading.take_errors(), std::back_inserter(errors));
    return errors;
}

/// Reads a model from text; `folder` is where the files that it includes stand, nothing when they are not read.
std::expected<Model, ModelErrors> parse(std::string_view text, const std::string& shown_as,
                                        const std::filesystem::path* folder) {
    detail::ModelReading reading(shown_as);
    const auto table = detail::parse_toml(text, reading);
    if (!table) return std::unexpected(reading.take_errors());
    const detail::Section root(reading, *table, "model");
    Model model;
    model.file = shown_as;
    model.plan = detail::read_plan(root);
    model.report_rules = detail::read_report_rules(root, model.plan);
    model.phasing_keys = detail::read_phasing_keys(root);
    model.rules = detail::read_rules(root, model.plan);
    model.dimensions = detail::read_dimensions(root);
    model.sources = detail::read_sources(root, model.plan);
    model.fill_mappings = detail::read_fill_mappings(root);
    detail::check_references(root, model.plan, model.phasing_keys);
    detail::check_plan_references(root, model.plan);
    model.versions = detail::read_versions(root, model.plan);
    const auto errors = read_years(root, folder, model);
    ModelErrors all = reading.take_errors();
    all.insert(all.end(), errors.begin(), errors.end());
    if (!all.empty()) return std::unexpected(std::move(all));
    return model;
}

}  // namespace

std::expected<Model, ModelErrors> parse_model(std::string_view text, const std::string& shown_as) {
    return parse(text, shown_as, nullptr);
}

std::expected<Model, ModelErrors> read_model(const std::filesystem::path& path) {
    const std::string shown_as = path.string();
    auto file = workbook::SourceFile::read(path, shown_as, model_bytes_max);
    if (!file) {
        Error error = file.error();
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored)) {
            if (const auto meant = nearest_model(path)) error.action = "bedoelde u \"" + *meant + "\"?";
        }
        return std::unexpected(ModelErrors{std::move(error)});
    }
    const auto bytes = file->bytes();
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (auto error = detail::explain_no_text(text, shown_as)) return std::unexpected(ModelErrors{std::move(*error)});
    const std::filesystem::path folder = path.parent_path();
    auto model = parse(text, shown_as, &folder);
    if (!model) return model;
    model->sha256 = file->sha256();
    model->folder = path.parent_path();
    if (auto errors = apply_profiles(*model); !errors.empty()) return std::unexpected(std::move(errors));
    return model;
}

}  // namespace begroot::store
