#include "cli/options.hpp"

#include "cli/console.hpp"
#include "store/atomic_file.hpp"
#include "workbook/writer.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace begroot::cli {

void add_month_options(::CLI::App& command, TableWords& words) {
    command
        .add_option("--tot", words.until,
                    "Tot en met deze maand, bijvoorbeeld 2025-08 (standaard: de laatste maand met boekingen)")
        ->type_name("MAAND");
    command.add_option("--rapportage", words.moment, "Tot en met een rapportagemoment van het model, bijvoorbeeld M8")
        ->type_name("MOMENT");
}

void add_budget_option(::CLI::App& command, std::string& budget) {
    command
        .add_option(
            "--begroting", budget,
            "primitief, de code van een begrotingswijziging, of actueel (standaard wat gold aan het einde van de "
            "periode)")
        ->type_name("VERSIE");
}

void add_table_options(::CLI::App& command, TableWords& words) {
    add_month_options(command, words);
    command.add_option("--per", words.per,
                       "speerpunt, doel, activiteit, rekening, kostenplaats, kostendrager, bestuur, buurt of rubriek "
                       "(standaard doel)");
    command.add_option("--weergave", words.view,
                       "plan: bij het doel waar het gepland is; boeking: waar het geboekt is (standaard plan)");
    command
        .add_option("--jaar", words.year,
                    "Alleen het deel van het plan in dit kalenderjaar (2024) of schooljaar (2024-2025)")
        ->type_name("JAAR");
    command.add_option("--verdeling", words.split,
                       "Hoe begroot bij --jaar verdeeld is: maanden, zoals het plan ze heeft, of 7/12: 7/12 voor "
                       "januari tot en met juli en 5/12 voor augustus tot en met december (standaard maanden)");
    add_budget_option(command, words.budget);
}

void add_width_option(::CLI::App& command, std::size_t& width) {
    command.add_option("--breedte", width, "Breedte van de tekst in tekens (standaard die van het venster)")
        ->type_name("GETAL")
        ->check(refuse_width);
}

void add_output_options(::CLI::App& command, OutputWords& words, const std::string& formats) {
    command.add_option("--formaat", words.format, formats + " (standaard naar de naam van --uit)");
    command.add_option("--uit", words.output, "Schrijf naar dit bestand in plaats van naar het scherm")
        ->type_name("BESTAND");
    add_width_option(command, words.width);
}

namespace {

/// Gives the folders in which programs are looked for.
std::vector<std::filesystem::path> program_folders() {
    const char* const path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): before any thread starts
    std::vector<std::filesystem::path> folders;
    for (std::string_view rest = path == nullptr ? std::string_view() : std::string_view(path); !rest.empty();) {
        const std::string_view folder = rest.substr(0, rest.find(':'));
        rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
        if (folder.starts_with('/')) folders.emplace_back(folder);
    }
    return folders;
}

}  // namespace

void add_office_options(::CLI::App& command, office::OfficeHelp& help) {
    help.settings.search_path = program_folders();
    command.add_flag("--converteer", help.convert, "Laat LibreOffice een .xls of .ods omzetten");
    command.add_flag("--reken", help.compute, "Laat LibreOffice formules zonder waarde berekenen");
}

Result<Format> format_of(const OutputWords& words) { return read_format(words.format, words.output); }

Result<Format> format_with_workbook(const OutputWords& words, const std::string& example) {
    auto format = format_of(words);
    if (!format || *format != Format::xlsx || !words.output.empty()) return format;
    return failure({ErrorKind::usage, {}, "een werkmap past niet op het scherm", "--uit " + example, ""});
}

Result<Format> report_format_of(const OutputWords& words, const std::string& example) {
    auto format = read_report_format(words.format, words.output);
    if (!format || !words.output.empty()) return format;
    if (*format == Format::xlsx)
        return failure({ErrorKind::usage, {}, "een werkmap past niet op het scherm", "--uit " + example + ".xlsx", ""});
    if (*format == Format::word) {
        return failure(
            {ErrorKind::usage, {}, "een Word-document past niet op het scherm", "--uit " + example + ".docx", ""});
    }
    return format;
}

Result<void> write_xlsx(const Document& document, const Day& created, const std::string& output) {
    workbook::WorkbookProperties properties;
    properties.created = created;
    return store::write_atomically(output, [&](const std::filesystem::path& path) {
        return workbook::write_workbook(document, path, properties);
    });
}

render::TextOptions text_options_of(const OutputWords& words) {
    render::TextOptions options = ask_terminal(words.width > 0 ? std::optional(words.width) : std::nullopt);
    if (!words.output.empty()) options.colour = false;
    return options;
}

}  // namespace begroot::cli
