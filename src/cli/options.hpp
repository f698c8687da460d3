#pragma once
// Options that commands share, each described in one place.

#include "cli/choices.hpp"
#include "office/open_workbook.hpp"
#include "render/text.hpp"

#include <cstddef>
#include <string>

#include <CLI/CLI.hpp>

namespace begroot::cli {

/// What the user typed about the output, before it is understood.
struct OutputWords {
    std::string format;     ///< --formaat
    std::string output;     ///< --uit
    std::size_t width = 0;  ///< --breedte; 0 when it was not given
};

/// Adds --tot and --rapportage; `words` must outlive the command line.
void add_month_options(::CLI::App& command, TableWords& words);

/// Adds --begroting; `budget` must outlive the command line.
void add_budget_option(::CLI::App& command, std::string& budget);

/// Adds --breedte; `width` must outlive the command line.
void add_width_option(::CLI::App& command, std::size_t& width);

/// Adds --tot, --rapportage, --per, --weergave and --begroting; `words` must outlive the command line.
void add_table_options(::CLI::App& command, TableWords& words);

/// Adds --formaat, which takes `formats`, --uit and --breedte; `words` must outlive the command line.
void add_output_options(::CLI::App& command, OutputWords& words, const std::string& formats);

/// Adds --converteer and --reken; `help` must outlive the command line.
void add_office_options(::CLI::App& command, office::OfficeHelp& help);

/// Reads `--formaat`, or takes it from the ending of `--uit`, or text.
[[nodiscard]] Result<Format> format_of(const OutputWords& words);

/// The same for a command that makes workbooks; `example` names a file. Error (usage): a workbook without `--uit`.
[[nodiscard]] Result<Format> format_with_workbook(const OutputWords& words, const std::string& example);

/// The same for a command that writes a report (docx, no csv). Error (usage): a file format without `--uit`.
[[nodiscard]] Result<Format> report_format_of(const OutputWords& words, const std::string& example);

/// Writes a document as a workbook, whole or not at all.
[[nodiscard]] Result<void> write_xlsx(const Document& document, const Day& created, const std::string& output);

/// Says how text is laid out: as the terminal is, but a file gets no colour.
[[nodiscard]] render::TextOptions text_options_of(const OutputWords& words);

}  // namespace begroot::cli
