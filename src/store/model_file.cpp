#include "store/model_file.hpp"

#include "store/detail/plan_sections.hpp"
#include "store/detail/rule_sections.hpp"
#include "workbook/source_file.hpp"

namespace begroot::store {

std::expected<Model, ModelErrors> parse_model(std::string_view text, const std::string& shown_as) {
    detail::ModelReading reading(shown_as);
    toml::table table;
    try {
        table = toml::parse(text);
    } catch (const toml::parse_error& error) {
        reading.fail(reading.place_of(error.source()), "dit is geen geldige TOML: " + std::string(error.description()),
                     "een modelbestand zoals in models/README.md", "verbeter de regel");
        return std::unexpected(reading.take_errors());
    }
    const detail::Section root(reading, table, "model");
    Model model;
    model.file = shown_as;
    model.plan = detail::read_plan(root);
    model.phasing_keys = detail::read_phasing_keys(root);
    model.rules = detail::read_rules(root, model.plan);
    model.sources = detail::read_sources(root, model.plan);
    detail::check_references(root, model.plan, model.phasing_keys);
    if (reading.failed()) return std::unexpected(reading.take_errors());
    return model;
}

std::expected<Model, ModelErrors> read_model(const std::filesystem::path& path) {
    const std::string shown_as = path.string();
    auto file = workbook::SourceFile::read(path, shown_as, model_bytes_max);
    if (!file) return std::unexpected(ModelErrors{file.error()});
    const auto bytes = file->bytes();
    auto model = parse_model(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()), shown_as);
    if (!model) return model;
    model->sha256 = file->sha256();
    model->folder = path.parent_path();
    return model;
}

}  // namespace begroot::store
