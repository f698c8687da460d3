#include "cli/choices.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "period/calendar_day.hpp"
#include "progress/calendar_table.hpp"
#include "store/atomic_file.hpp"
#include "store/model_file.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>

namespace begroot::cli {

namespace {

struct CalendarRequest {
    std::string model;
    std::string from;
    std::string until;
    std::string reference;
    std::string icalendar;
    OutputWords output;
};

/// What was asked, understood; `reference_words` says where the reference day comes from.
struct CalendarChoice {
    progress::CalendarOptions options;
    std::string reference_words;
};

Result<std::optional<Day>> read_asked_day(const std::string& option, const std::string& word) {
    if (word.empty()) return std::optional<Day>();
    if (const auto day = parse_day(word)) return day;
    return failure({ErrorKind::usage,
                    {},
                    "\"" + word + "\" is geen dag voor " + option,
                    "jaar, maand en dag, bijvoorbeeld 2025-06-30",
                    ""});
}

Day today() {
    using namespace std::chrono;
    const year_month_day date{floor<days>(system_clock::now())};
    return {static_cast<std::int32_t>(static_cast<int>(date.year())),
            static_cast<std::int32_t>(static_cast<unsigned>(date.month())),
            static_cast<std::int32_t>(static_cast<unsigned>(date.day()))};
}

/// Chooses the reference day: the one that was asked for, else today, kept within the plan's own year so that an old
/// plan gives the same answer every day.
void choose_reference(const Plan& plan, const std::optional<Day>& asked, CalendarChoice& choice) {
    const PlanYear year = year_of(plan);
    if (asked) {
        choice.options.reference = *asked;
        choice.reference_words = "opgegeven";
        return;
    }
    const Day now = today();
    choice.options.reference = std::clamp(now, year.first_day(), year.last_day());
    choice.reference_words = "vandaag";
    if (now < year.first_day()) choice.reference_words = "eerste dag van het plan; vandaag ligt ervoor";
    if (now > year.last_day()) choice.reference_words = "laatste dag van het plan; vandaag ligt erna";
}

Result<CalendarChoice> read_choice(const CalendarRequest& request, const Plan& plan) {
    CalendarChoice choice;
    const auto from = read_asked_day("--vanaf", request.from);
    if (!from) return failure(from.error());
    const auto until = read_asked_day("--tot", request.until);
    if (!until) return failure(until.error());
    const auto reference = read_asked_day("--peildatum", request.reference);
    if (!reference) return failure(reference.error());
    if (*from && *until && **until < **from) {
        return failure({ErrorKind::usage,
                        {},
                        "--tot " + request.until + " ligt voor --vanaf " + request.from,
                        "een dag op of na de eerste",
                        ""});
    }
    choice.options.from = *from;
    choice.options.until = *until;
    choose_reference(plan, *reference, choice);
    return choice;
}

Result<void> write_answer(const CalendarRequest& request, Format format, const Plan& plan,
                          const CalendarChoice& choice) {
    const progress::PlanCalendar calendar = progress::make_calendar(plan, choice.options);
    if (!request.icalendar.empty()) {
        auto written = store::write_atomically(request.icalendar, progress::to_icalendar(plan, calendar));
        if (!written) return written;
    }
    if (format == Format::json) return deliver(progress::to_json(plan, calendar), request.output.output);
    const progress::CalendarStyle style{choice.reference_words, format == Format::csv};
    const Document document = progress::to_document(plan, calendar, style);
    if (format == Format::xlsx)
        return write_xlsx(document, adoption_day(plan).value_or(year_of(plan).first_day()), request.output.output);
    return deliver(render_document(document, format, text_options_of(request.output)), request.output.output);
}

Exit run(const CalendarRequest& request) {
    const auto format = format_with_workbook(request.output, "kalender.xlsx");
    if (!format) return refuse(std::array{format.error()});
    const auto model = store::read_model(request.model);
    if (!model) return refuse(model.error());
    const auto choice = read_choice(request, model->plan);
    if (!choice) return refuse(std::array{choice.error()});
    const auto written = write_answer(request, *format, model->plan, *choice);
    return written ? Exit::good : refuse(std::array{written.error()});
}

}  // namespace

void add_calendar_command(::CLI::App& app, Commands& commands) {
    auto request = std::make_shared<CalendarRequest>();
    auto* command = app.add_subcommand("kalender", "Alles met een datum: wat moet, wat te laat is (calendar)");
    command->alias("calendar");
    command->add_option("MODEL", request->model, "Het modelbestand (.toml)")->type_name("")->required();
    command->add_option("--vanaf", request->from, "Vanaf deze dag, bijvoorbeeld 2025-01-31 (standaard alles)")
        ->type_name("DAG");
    command->add_option("--tot", request->until, "Tot en met deze dag (standaard alles)")->type_name("DAG");
    command
        ->add_option("--peildatum", request->reference,
                     "De dag waarop te laat wordt beoordeeld (standaard vandaag, of de eerste of laatste dag van het "
                     "plan als vandaag daarbuiten ligt)")
        ->type_name("DAG");
    command
        ->add_option("--ics", request->icalendar, "Schrijf ook een agendabestand (iCalendar) van alles met een datum")
        ->type_name("BESTAND");
    add_output_options(*command, request->output, "tekst, xlsx, html, md, csv of json");
    command->footer(
        "Voorbeeld:\n  begroot kalender models/plein013-2025.toml --peildatum 2025-09-01\n"
        "  begroot kalender models/plein013-2025.toml --peildatum 2025-09-01 --ics out/plein013.ics");
    commands[command] = [request] { return run(*request); };
}

}  // namespace begroot::cli
