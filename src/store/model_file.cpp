#include "store/model_file.hpp"

#include "base/nearest.hpp"
#include "exchange/profile.hpp"
#include "store/detail/multi_year_sections.hpp"
#include "store/detail/plan_sections.hpp"
#include "store/detail/reading_keys.hpp"
#include "store/detail/rule_sections.hpp"
#include "store/profile_file.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>

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

/// Tells a file that was picked by mistake from a model with a slip in it.
std::optional<Error> explain_no_text(std::string_view text, const std::string& shown_as) {
    const Place place{shown_as, "", "", 0, 0};
    if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0")) {
        return Error{ErrorKind::input, place, "dit is een werkmap, geen model", "een modelbestand (.toml)",
                     "noem het model; de werkmap staat daarin onder [[bron]]"};
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return Error{ErrorKind::input, place, "het model is opgeslagen als UTF-16", "UTF-8",
                     "sla het bestand op als UTF-8"};
    }
    return std::nullopt;
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

/// Reads the files that a model includes into its multi-year part; gives what is wrong with them.
ModelErrors include_files(Model& model, detail::MultiYearPart& part, const std::filesystem::path& folder) {
    if (part.includes.size() > included_files_max) {
        return {{ErrorKind::input, part.includes_place, "\"inclusief\" noemt te veel bestanden",
                 "hoogstens " + std::to_string(included_files_max), ""}};
    }
    for (const std::string& name : part.includes) {
        const auto path = (folder / name).lexically_normal();
        const std::string shown_as = path.string();
        const auto file = workbook::SourceFile::read(path, shown_as, model_bytes_max);
        if (!file) {
            Error error = file.error();
            error.found += " (genoemd bij inclusief in " + to_text(part.includes_place) + ")";
            return {std::move(error)};
        }
        const auto bytes = file->bytes();
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        detail::ModelReading reading(shown_as);
        const auto table = detail::parse_toml(text, reading);
        if (table) detail::include_part(detail::Section(reading, *table, "gedeeld"), model.plan, part);
        if (reading.failed()) return reading.take_errors();
        model.included.push_back({shown_as, file->sha256()});
    }
    return {};
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
    model.phasing_keys = detail::read_phasing_keys(root);
    model.rules = detail::read_rules(root, model.plan);
    model.sources = detail::read_sources(root, model.plan);
    model.fill_mappings = detail::read_fill_mappings(root);
    detail::check_references(root, model.plan, model.phasing_keys);
    auto part = detail::read_multi_year(root, model.plan);
    if (reading.failed()) return std::unexpected(reading.take_errors());
    if (!part) return model;
    if (folder != nullptr) {
        if (auto errors = include_files(model, *part, *folder); !errors.empty())
            return std::unexpected(std::move(errors));
    }
    model.multi_year = std::move(part->definition);
    model.scenarios = std::move(part->scenarios);
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
    if (auto error = explain_no_text(text, shown_as)) return std::unexpected(ModelErrors{std::move(*error)});
    const std::filesystem::path folder = path.parent_path();
    auto model = parse(text, shown_as, &folder);
    if (!model) return model;
    model->sha256 = file->sha256();
    model->folder = path.parent_path();
    if (auto errors = apply_profiles(*model); !errors.empty()) return std::unexpected(std::move(errors));
    return model;
}

}  // namespace begroot::store
