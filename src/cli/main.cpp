// The program `begroot`: reads the command line, runs one command, gives its exit code.

#include "base/nearest.hpp"
#include "cli/commands.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <exception>
#include <string>
#include <vector>

namespace begroot::cli {

namespace {

void speak_dutch(::CLI::App& app) {
    app.set_help_flag("-h,--help,--hulp", "Toon deze uitleg");
    auto formatter = std::make_shared<::CLI::Formatter>();
    for (const auto& [english, dutch] : {std::pair{"Usage", "Gebruik"}, std::pair{"OPTIONS", "OPTIES"}, std::pair{"Options", "Opties"},
                                         std::pair{"Positionals", "Wat u opgeeft"}, std::pair{"Subcommands", "Opdrachten"},
                                         std::pair{"SUBCOMMAND", "OPDRACHT"}, std::pair{"TEXT", "WOORD"}, std::pair{"UINT", "GETAL"},
                                         std::pair{"REQUIRED", "verplicht"}}) {
        formatter->label(english, dutch);
    }
    constexpr std::size_t option_column = 26;
    formatter->column_width(option_column);
    app.formatter(formatter);
}

/// Gives every word that may stand where an unknown one stood.
std::vector<std::string> known_words(const ::CLI::App& app) {
    std::vector<std::string> words;
    for (const ::CLI::App* command : app.get_subcommands({})) {
        words.push_back(command->get_name());
        for (const std::string& alias : command->get_aliases()) words.push_back(alias);
    }
    for (const ::CLI::Option* option : app.get_options({})) {
        for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
    }
    return words;
}

Error usage_error(const ::CLI::App& app, const ::CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    const ::CLI::App& where = chosen.empty() ? app : *chosen.front();
    const std::string help = "begroot " + (chosen.empty() ? std::string() : where.get_name() + " ") + "--help toont wat er kan";
    if (dynamic_cast<const ::CLI::ExtrasError*>(&error) != nullptr) {
        const auto extras = app.remaining(true);
        const std::string word = extras.empty() ? "" : extras.front();
        const auto meant = nearest(word, known_words(where));
        return {ErrorKind::usage, {}, "\"" + word + "\" is onbekend", meant ? "\"" + *meant + "\"" : "", help};
    }
    if (dynamic_cast<const ::CLI::RequiredError*>(&error) != nullptr) {
        return {ErrorKind::usage, {}, "er ontbreekt iets op de opdrachtregel", chosen.empty() ? "een opdracht: tabel, herkomst of controle" : "MODEL (en bij herkomst CODE)", help};
    }
    if (dynamic_cast<const ::CLI::ArgumentMismatch*>(&error) != nullptr) {
        return {ErrorKind::usage, {}, "een optie heeft geen of te veel waarden", "een waarde achter elke optie", help};
    }
    if (dynamic_cast<const ::CLI::ConversionError*>(&error) != nullptr) {
        return {ErrorKind::usage, {}, "een optie heeft een waarde van de verkeerde soort", "een getal bij --breedte", help};
    }
    return {ErrorKind::usage, {}, "de opdrachtregel is niet te lezen", error.what(), help};
}

int run(int argc, char** argv) {
    ::CLI::App app{"begroot: begroting en realisatie per speerpunt en doel, tot op de cent", "begroot"};
    speak_dutch(app);
    app.set_version_flag("--versie,--version", std::string("begroot ") + BEGROOT_VERSION, "Toon de versie");
    app.require_subcommand(1);
    app.footer("Voorbeeld:\n  begroot tabel models/plein013-2025.toml --rapportage M8\n"
               "Afloop: 0 goed, 1 een fout in de gegevens, 2 verkeerde opdracht, 3 model of bestand geweigerd.");
    Commands commands;
    add_table_command(app, commands);
    add_trace_command(app, commands);
    add_check_command(app, commands);
    try {
        app.parse(argc, argv);
    } catch (const ::CLI::Success& success) {  // help and version
        return app.exit(success);
    } catch (const ::CLI::ParseError& error) {
        return static_cast<int>(refuse(std::array{usage_error(app, error)}));
    }
    return static_cast<int>(commands.at(app.get_subcommands().front())());
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
