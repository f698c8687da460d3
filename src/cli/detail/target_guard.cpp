#include "cli/detail/target_guard.hpp"

#include "store/consolidation_file.hpp"
#include "store/dossier.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace begroot::cli {

namespace {

constexpr std::array<std::string_view, 3> outputs{"--uit", "--schrijf-profiel", "--ics"};
constexpr std::array<std::string_view, 5> inputs{"BESTAND", "MODEL", "WERKBOEK", "WERKMAP", "--vorige"};
constexpr std::string_view model_word = "MODEL";
constexpr std::string_view keeps_previous = "ververs";
constexpr std::string_view back_command = "terug";
constexpr std::string_view nothing_written = "--proef";

/// Gives what was said behind an option or on the place of an argument; nothing when the command has no such.
std::vector<std::string> words_of(const ::CLI::App& command, std::string_view name) {
    const ::CLI::Option* option = command.get_option_no_throw(std::string(name));
    return option == nullptr ? std::vector<std::string>() : option->results();
}

/// Devices and pipes are no file that can be lost.
bool is_file(const std::string& name) {
    std::error_code error;
    return std::filesystem::is_regular_file(name, error) && !error;
}

bool is_same_file(const std::filesystem::path& a, const std::filesystem::path& b) {
    std::error_code error;
    return std::filesystem::equivalent(a, b, error) && !error;
}

/// Gives the files that a model reads and that a command must leave alone. What is wrong with the model is told when
/// the command reads it.
std::vector<std::filesystem::path> files_behind(const std::filesystem::path& model, bool reads_back) {
    const auto read = store::read_model(model);
    if (!read) return {};
    store::ModelFiles files = store::files_of(*read);
    // what terug makes are those texts: a scenario to include, explanations with what people added
    if (!reads_back) files.workbooks.insert(files.workbooks.end(), files.texts.begin(), files.texts.end());
    return std::move(files.workbooks);
}

/// Gives the models that an argument names: itself, or those of the members of a consolidation.
std::vector<std::filesystem::path> models_of(const std::string& file) {
    std::vector<std::filesystem::path> models{file};
    const auto consolidation = store::read_consolidation(file);
    if (!consolidation || !*consolidation) return models;
    for (const ConsolidationMember& member : (*consolidation)->consolidation.members)
        models.push_back(((*consolidation)->folder / member.model).lexically_normal());
    return models;
}

Error overwrites(std::string_view option, const std::filesystem::path& file) {
    return {ErrorKind::usage,
            {},
            std::string(option) + " is " + file.string() + ", een bestand dat deze opdracht leest",
            "een andere naam",
            "er is niets geschreven"};
}

std::optional<Error> refuse_target(const ::CLI::App& command, std::string_view option, const std::string& target) {
    for (const std::string_view input : inputs) {
        if (command.get_name() == keeps_previous && input == "BESTAND") continue;
        for (const std::string& file : words_of(command, input)) {
            if (is_same_file(target, file)) return overwrites(option, file);
        }
    }
    for (const std::string& word : words_of(command, model_word)) {
        for (const std::filesystem::path& model : models_of(word)) {
            for (const std::filesystem::path& file : files_behind(model, command.get_name() == back_command)) {
                if (is_same_file(target, file)) return overwrites(option, file);
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Error> refuse_overwriting(const ::CLI::App& command) {
    const ::CLI::Option* trial = command.get_option_no_throw(std::string(nothing_written));
    if (trial != nullptr && trial->count() > 0) return std::nullopt;
    for (const std::string_view option : outputs) {
        for (const std::string& target : words_of(command, option)) {
            if (!is_file(target)) continue;
            if (auto error = refuse_target(command, option, target)) return error;
        }
    }
    return std::nullopt;
}

}  // namespace begroot::cli
