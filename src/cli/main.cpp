// The program `begroot`: reads the command line, runs one command, gives its exit code.

#include "base/nearest.hpp"
#include "cli/commands.hpp"
#include "cli/detail/target_guard.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace begroot::cli {

namespace {

constexpr const char* option_group = "Opties";
constexpr const char* command_group = "Opdrachten";
constexpr const char* some_commands = "tabel, doelen, rapportage, meerjaren, export of een andere uit begroot --help";

void speak_dutch(::CLI::App& app) {
    app.option_defaults()->group(option_group);
    app.set_help_flag("-h,--help,--hulp", "Toon deze uitleg");
    auto formatter = std::make_shared<::CLI::Formatter>();
    for (const auto& [english, dutch] :
         {std::pair{"Usage", "Gebruik"}, std::pair{"OPTIONS", "OPTIES"}, std::pair{"Positionals", "Wat u opgeeft"},
          std::pair{"SUBCOMMAND", "OPDRACHT"}, std::pair{"TEXT", "WOORD"}, std::pair{"UINT", "GETAL"},
          std::pair{"REQUIRED", "verplicht"}}) {
        formatter->label(english, dutch);
    }
    constexpr std::size_t option_column = 26;
    formatter->column_width(option_column);
    app.formatter(formatter);
}

/// Refuses an empty word behind an option or argument: it is a variable of a script that was not filled in.
std::string refuse_empty(const std::string& word) { return word.empty() ? "is leeg" : ""; }

void finish_commands(::CLI::App& app) {
    for (::CLI::App* command : app.get_subcommands({})) {
        command->group(command_group);
        command->get_help_ptr()->group(option_group);
        for (::CLI::Option* option : command->get_options({})) {
            if (option->get_expected_min() > 0) option->check(refuse_empty);
        }
    }
}

/// Gives every word that may stand where an unknown one stood: options for a word with a dash, commands for another.
std::vector<std::string> known_words(const ::CLI::App& app, bool options) {
    std::vector<std::string> words;
    if (options) {
        for (const ::CLI::Option* option : app.get_options({})) {
            for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
        }
        return words;
    }
    for (const ::CLI::App* command : app.get_subcommands({})) {
        words.push_back(command->get_name());
        for (const std::string& alias : command->get_aliases()) words.push_back(alias);
    }
    return words;
}

Error unknown_word(const ::CLI::App& where, const std::string& word, const std::string& help) {
    const bool is_option = word.starts_with('-');
    const auto meant = nearest(word, known_words(where, is_option));
    const std::string expected = meant ? "\"" + *meant + "\"" : "";
    if (is_option) return {ErrorKind::usage, {}, "\"" + word + "\" is geen optie", expected, help};
    if (where.get_parent() != nullptr) return {ErrorKind::usage, {}, "\"" + word + "\" staat er te veel", "", help};
    return {ErrorKind::usage, {}, "\"" + word + "\" is geen opdracht", meant ? expected : some_commands, help};
}

/// Finds the option or argument that an English message of the library begins with or names.
std::string option_in(std::string_view message) {
    const auto start = std::min(message.find("--"), message.size());
    if (start == message.size()) return std::string(message.substr(0, message.find_first_of(": ")));
    return std::string(message.substr(start, message.find_first_of(":= ", start) - start));
}

Error missing(const ::CLI::App& where, const std::string& what, const std::string& help) {
    if (what == "MODEL")
        return {
            ErrorKind::usage, {}, "MODEL ontbreekt", "een modelbestand, bijvoorbeeld models/plein013-2025.toml", help};
    if (what == "BESTAND")
        return {ErrorKind::usage, {}, "BESTAND ontbreekt", "een werkmap of export, bijvoorbeeld mutaties.xlsx", help};
    if (what == "WERKBOEK")
        return {ErrorKind::usage,
                {},
                "WERKBOEK ontbreekt",
                "het werkboek van het kantoor, bijvoorbeeld kantoor.xlsx",
                help};
    if (what == "MOMENT") {
        return {ErrorKind::usage, {}, "MOMENT ontbreekt", "een rapportagemoment van het model, bijvoorbeeld M8", help};
    }
    if (what == "WERKMAP")
        return {ErrorKind::usage,
                {},
                "WERKMAP ontbreekt",
                "een werkmap die begroot export schreef, bijvoorbeeld meerjarenbegroting.xlsx",
                help};
    if (what == "CODE")
        return {ErrorKind::usage, {}, "CODE ontbreekt", "de code van een regel, bijvoorbeeld 4.2", help};
    if (what.starts_with("--")) {
        const ::CLI::Option* option = where.get_option_no_throw(what);
        const std::string expected =
            option == nullptr ? "" : what + " " + option->get_type_name() + ": " + option->get_description();
        return {ErrorKind::usage, {}, what + " ontbreekt", expected, help};
    }
    return {ErrorKind::usage, {}, "de opdracht ontbreekt", some_commands, help};
}

Error usage_error(const ::CLI::App& app, const ::CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    const ::CLI::App& where = chosen.empty() ? app : *chosen.front();
    const std::string help = "zie begroot " + (chosen.empty() ? std::string() : where.get_name() + " ") + "--help";
    const std::string_view message = error.what();
    const std::string option = option_in(message);
    const auto is = [&error]<typename T>(const T*) { return dynamic_cast<const T*>(&error) != nullptr; };
    const auto extras = app.remaining(true);
    const bool lacks = is(static_cast<const ::CLI::RequiredError*>(nullptr));
    // a mistyped option comes first: it may be the very one that is lacking
    const bool names_extra = is(static_cast<const ::CLI::ExtrasError*>(nullptr)) ||
                             (lacks && !extras.empty() && (chosen.empty() || extras.front().starts_with('-')));
    if (!extras.empty() && names_extra) return unknown_word(where, extras.front(), help);
    if (lacks) return missing(where, option, help);
    if (is(static_cast<const ::CLI::ArgumentMismatch*>(nullptr))) {
        if (message.find("At Most") != std::string_view::npos)
            return {ErrorKind::usage, {}, option + " staat er meer dan een keer", "een keer", help};
        return {ErrorKind::usage, {}, "achter " + option + " ontbreekt de waarde", "", help};
    }
    if (is(static_cast<const ::CLI::ExcludesError*>(nullptr))) {
        const std::string other(message.substr(std::min(message.rfind("--"), message.size())));
        return {ErrorKind::usage, {}, option + " en " + other + " gaan niet samen", "een van beide", help};
    }
    if (is(static_cast<const ::CLI::ValidationError*>(nullptr))) {
        const auto detail = message.find(": ");
        return {ErrorKind::usage,
                {},
                option + " " + std::string(message.substr(detail == std::string_view::npos ? 0 : detail + 2)),
                "",
                help};
    }
    return {ErrorKind::usage, {}, option + " heeft een waarde die niet past", "", help};
}

int run(int argc, char** argv) {
    ::CLI::App app{"begroot: begroting en realisatie per speerpunt en doel, tot op de cent", "begroot"};
    speak_dutch(app);
    app.set_version_flag("--versie,--version", std::string("begroot ") + BEGROOT_VERSION, "Toon de versie");
    app.require_subcommand(1);
    app.footer(
        "Voorbeeld:\n  begroot tabel models/plein013-2025.toml --rapportage M8\n"
        "Afloop: 0 goed, 1 een fout in de gegevens, 2 verkeerde opdracht, 3 model of bestand geweigerd.");
    Commands commands;
    add_table_command(app, commands);
    add_trace_command(app, commands);
    add_check_command(app, commands);
    add_goals_command(app, commands);
    add_calendar_command(app, commands);
    add_look_command(app, commands);
    add_fill_command(app, commands);
    add_years_command(app, commands);
    add_compare_command(app, commands);
    add_sensitivity_command(app, commands);
    add_seek_command(app, commands);
    add_risk_command(app, commands);
    add_variance_command(app, commands);
    add_report_command(app, commands);
    add_evaluation_command(app, commands);
    add_consolidate_command(app, commands);
    add_versions_command(app, commands);
    add_export_command(app, commands);
    add_back_command(app, commands);
    add_refresh_command(app, commands);
    finish_commands(app);
    try {
        app.parse(argc, argv);
    } catch (const ::CLI::Success& success) {  // help and version
        return app.exit(success);
    } catch (const ::CLI::ParseError& error) {
        return static_cast<int>(refuse(std::array{usage_error(app, error)}));
    }
    const ::CLI::App* const chosen = app.get_subcommands().front();
    if (const auto error = refuse_overwriting(*chosen)) return static_cast<int>(refuse(std::array{*error}));
    return static_cast<int>(commands.at(chosen)());
}

}  // namespace

}  // namespace begroot::cli

int main(int argc, char** argv) {
    try {
        return begroot::cli::run(argc, argv);
    } catch (const std::bad_alloc&) {
        begroot::cli::complain("er is te weinig geheugen; er is niets geschreven.");
    } catch (const std::exception& error) {
        begroot::cli::complain(std::string("onverwachte fout: ") + error.what() + "; er is niets geschreven.");
    }
    return static_cast<int>(begroot::cli::Exit::input);
}
