#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/detail/look_json.hpp"
#include "cli/findings_text.hpp"
#include "cli/options.hpp"
#include "exchange/audit_file.hpp"
#include "exchange/inspection.hpp"
#include "exchange/ledger_sheet.hpp"
#include "exchange/profile.hpp"
#include "ledger/imports.hpp"
#include "store/atomic_file.hpp"
#include "store/profile_file.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <system_error>

#include <unistd.h>

namespace begroot::cli {

namespace {

struct LookRequest {
    std::string file;
    std::string profile;
    std::string write_profile;
    std::string sheet;
    std::string previous;
    std::string previous_sheet;
    std::int32_t year = 0;
    OutputWords output;
    office::OfficeHelp office;
};

/// Reads what --profiel says: a built-in profile or a profile file.
std::expected<exchange::SourceSettings, std::vector<Error>> read_settings(const LookRequest& request) {
    exchange::SourceSettings settings;
    if (store::names_profile_file(request.profile)) {
        auto file = store::read_profile_file(request.profile);
        if (!file) return file;
        settings = std::move(*file);
    } else if (!request.profile.empty()) {
        if (exchange::find_profile(request.profile) == nullptr) {
            return std::unexpected(std::vector{
                Error{ErrorKind::usage,
                      {},
                      "\"" + request.profile + "\" is geen profiel",
                      exchange::profile_names(exchange::Shape::ledger) + ", " +
                          exchange::profile_names(exchange::Shape::budget),
                      "laat --profiel weg om het bestand te herkennen, of noem een profielbestand (.toml)"}});
        }
        settings.profile = request.profile;
    }
    if (!request.sheet.empty()) settings.sheet = request.sheet;
    settings.year = FiscalYear{request.year};
    return settings;
}

/// Gives the reading as TOML to paste into a model; nothing for open data and for what was not recognised.
std::string model_text(const exchange::Inspection& inspection) {
    const exchange::Profile* profile = exchange::find_profile(inspection.settings.profile);
    if (profile == nullptr || !exchange::source_word(profile->shape)) return {};
    std::string text = store::source_text(inspection.settings, *exchange::source_word(profile->shape), inspection.file);
    for (const Finding& finding : inspection.findings) {
        if (finding.kind == "gevraagd") text += "# gevraagd: " + finding.found + "\n";
        if (finding.kind == "verbijzonderingsas_zonder_betekenis")
            text += "# gevraagd: " + finding.found + "; " + finding.action + "\n";
    }
    return text;
}

std::vector<std::string> remarks(const exchange::Inspection& inspection) {
    std::vector<std::string> lines{"Gemaakt door begroot kijk uit " + inspection.file};
    for (const Finding& finding : inspection.findings) {
        if (finding.kind == "gevraagd") lines.push_back("Controleer: " + finding.found);
    }
    return lines;
}

std::string text_of(const exchange::Inspection& inspection, const std::string& profile,
                    const render::TextOptions& terminal) {
    std::string text = render_document(exchange::to_document(inspection), Format::text, terminal);
    if (!inspection.findings.empty()) text += "\n" + findings_text("Wat opviel", inspection.findings, terminal);
    if (!profile.empty()) {
        text += inspection.refusal ? "\nDe lezing tot zover als [[bron]], om aan te vullen\n\n"
                                   : "\nDe lezing als [[bron]], om in een model te plakken\n\n";
        for (std::size_t start = 0; start < profile.size();) {
            const std::size_t end = std::min(profile.find('\n', start), profile.size());
            text += "  " + profile.substr(start, end - start) + "\n";
            start = end + 1;
        }
    }
    return text;
}

/// A file of the office, whichever of the two kinds it is.
struct OfficeFile {
    workbook::SourceFile bytes;
    std::optional<workbook::Workbook> workbook;  ///< nothing for an auditfile
    bool converted = false;
    std::size_t computed = 0;  ///< cells that LibreOffice computed
};

Result<OfficeFile> open_file(const std::string& name, const office::OfficeHelp& help) {
    constexpr std::uint64_t bytes_max = workbook::ReadLimits{}.file_bytes_max;
    const bool from_input = name == "-";
    auto bytes = from_input ? workbook::SourceFile::read_open(STDIN_FILENO, "standaardinvoer", bytes_max)
                            : workbook::SourceFile::read(name, name, bytes_max);
    if (!bytes) return failure(bytes.error());
    OfficeFile file{std::move(*bytes), std::nullopt, false, 0};
    if (exchange::looks_like_audit_file(file.bytes.bytes())) return file;
    auto opened = office::open_workbook(name, file.bytes, name, {}, help);
    if (!opened) return failure(opened.error());
    file.workbook = std::move(opened->workbook);
    file.converted = opened->converted;
    file.computed = opened->computed;
    return file;
}

Result<exchange::LedgerReading> read_ledger_of(const OfficeFile& file, const std::string& name,
                                               const exchange::SourceSettings& settings) {
    if (file.workbook) return exchange::read_ledger(*file.workbook, settings);
    auto reading = exchange::read_audit_file(file.bytes.bytes(), name, file.bytes.sha256(), settings);
    if (!reading) return failure(reading.error());
    return exchange::LedgerReading{std::move(reading->ledger), {}};
}

bool has_sheet(const OfficeFile& file, const std::string& name) {
    return file.workbook && std::ranges::any_of(file.workbook->sheets, [&name](const workbook::Sheet& sheet) {
               return sheet.source->sheet == name;
           });
}

/// Reads the export before like this one; its sheet is the one that the user names, else that of the same name, else
/// the one that fits.
Result<exchange::LedgerReading> read_export_before(const LookRequest& request, exchange::SourceSettings settings) {
    const auto file = open_file(request.previous, request.office);
    if (!file) return failure(file.error());
    const bool open = request.previous_sheet.empty() && !has_sheet(*file, settings.sheet);
    settings.sheet = open ? "" : request.previous_sheet.empty() ? settings.sheet : request.previous_sheet;
    auto reading = read_ledger_of(*file, request.previous, settings);
    if (!reading && open && file->workbook && !file->workbook->text_format)
        reading.error().action += "; het blad van de vorige export noemt u met --vorig-blad";
    return reading;
}

/// Holds the file against the export before it, read in the same way.
Result<Findings> compare_with_export_before(const OfficeFile& file, const LookRequest& request,
                                            exchange::Inspection& inspection) {
    if (inspection.kind != "mutaties") {
        return failure({ErrorKind::usage,
                        {},
                        "--vorige vergelijkt boekingen, en " + inspection.file + " heeft die niet",
                        "een export van mutaties of saldi",
                        ""});
    }
    const auto before = read_export_before(request, inspection.settings);
    if (!before) return failure(before.error());
    const auto now = read_ledger_of(file, inspection.file, inspection.settings);
    if (!now) return failure(now.error());
    if (before->report.sheet != now->report.sheet)
        inspection.facts.push_back("Vergeleken met: " + request.previous +
                                   (before->report.sheet.empty() ? "" : ", blad " + before->report.sheet));
    return compare_with_previous(now->ledger, inspection.file, before->ledger, request.previous);
}

Result<exchange::Inspection> look(const LookRequest& request, const exchange::SourceSettings& settings) {
    const auto file = open_file(request.file, request.office);
    if (!file) return failure(file.error());
    exchange::Inspection inspection = file->workbook ? exchange::inspect(*file->workbook, settings)
                                                     : exchange::inspect_audit_file(file->bytes.bytes(), request.file,
                                                                                    file->bytes.sha256(), settings);
    if (file->converted)
        inspection.facts.emplace_back("LibreOffice: het bestand is omgezet naar .xlsx om het te lezen");
    if (file->computed > 0)
        inspection.facts.push_back("Berekend: " + std::to_string(file->computed) + " cellen door LibreOffice");
    if (!request.previous.empty() && !inspection.refusal) {
        auto changes = compare_with_export_before(*file, request, inspection);
        if (!changes) return failure(changes.error());
        inspection.findings.insert(inspection.findings.end(), changes->begin(), changes->end());
        std::ranges::stable_sort(inspection.findings, {}, &Finding::severity);
    }
    return inspection;
}

Result<void> save_profile(const exchange::Inspection& inspection, const std::string& output) {
    const std::string text = store::profile_text(inspection.settings, remarks(inspection));
    return store::write_atomically(output, text);
}

Exit run(const LookRequest& request) {
    const auto format = format_of(request.output);
    if (!format) return refuse(std::array{format.error()});
    if (*format == Format::xlsx) {
        return refuse(std::array{
            Error{ErrorKind::usage, {}, "kijk maakt geen werkmap", "--formaat tekst, html, md, csv of json", ""}});
    }
    const auto settings = read_settings(request);
    if (!settings) return refuse(settings.error());
    auto looked = look(request, *settings);
    if (!looked) return refuse(std::array{looked.error()});
    const exchange::Inspection inspection = std::move(*looked);
    const std::string profile = model_text(inspection);
    const render::TextOptions terminal = text_options_of(request.output);
    std::string text;
    if (*format == Format::json) {
        text = look_json(inspection, profile);
    } else if (*format == Format::text) {
        text = text_of(inspection, profile, terminal);
    } else {
        text = render_document(exchange::to_document(inspection), *format, terminal);
    }
    if (const auto written = deliver(text, request.output.output); !written) return refuse(std::array{written.error()});
    if (inspection.refusal) return refuse(std::array{*inspection.refusal});
    if (!request.write_profile.empty()) {
        if (profile.empty()) {
            return refuse(std::array{Error{ErrorKind::input,
                                           {request.file, "", "", 0, 0},
                                           "dit bestand is geen bron van boekingen of begroting",
                                           "mutaties, saldi of een begroting",
                                           "er is geen profiel geschreven"}});
        }
        if (const auto saved = save_profile(inspection, request.write_profile); !saved)
            return refuse(std::array{saved.error()});
    }
    return has_error(inspection.findings) ? Exit::findings : Exit::good;
}

/// Says why a word is no book year; nothing when it is one.
std::string refuse_year(const std::string& word) {
    constexpr std::int32_t year_least = 1900;
    constexpr std::int32_t year_most = 2199;
    std::int32_t year = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), year);
    const bool whole = error == std::errc() && end == word.data() + word.size();
    if (whole && year >= year_least && year <= year_most) return "";
    return "is een jaar van " + std::to_string(year_least) + " tot en met " + std::to_string(year_most) + ", niet \"" +
           word + "\"";
}

}  // namespace

void add_look_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<LookRequest>();
    auto* command = app.add_subcommand("kijk", "Wat een bestand van het kantoor bevat en hoe het gelezen wordt (look)");
    command->alias("look");
    command
        ->add_option("BESTAND", request->file, "De werkmap of export van het kantoor; - leest wat u plakt of doorgeeft")
        ->type_name("")
        ->required();
    command->add_option("--profiel", request->profile, "Lees met dit profiel of profielbestand (standaard: herken)")
        ->type_name("NAAM");
    command->add_option("--blad", request->sheet, "Lees dit blad")->type_name("NAAM");
    command->add_option("--jaar", request->year, "Het boekjaar (standaard: wat in de koppen staat)")
        ->type_name("JAAR")
        ->check(refuse_year);
    command
        ->add_option("--vorige", request->previous,
                     "Vergelijk met de export van de vorige keer: wat veranderde in eerdere perioden")
        ->type_name("BESTAND");
    command->add_option("--vorig-blad", request->previous_sheet, "Het blad van de vorige export (standaard: hetzelfde)")
        ->type_name("NAAM");
    command->add_option("--schrijf-profiel", request->write_profile, "Bewaar deze lezing als profielbestand (.toml)")
        ->type_name("BESTAND");
    add_output_options(*command, request->output, "tekst, html, md, csv of json");
    add_office_options(*command, request->office);
    command->footer(
        "Voorbeeld:\n  begroot kijk spreadsheets/plein013/mutaties-2025.xlsx\n"
        "  begroot kijk spreadsheets/plein013/mutaties-2025.xlsx --schrijf-profiel kantoor.toml");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
