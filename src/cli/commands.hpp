#pragma once
// The commands of the program: each adds itself to the command line and says how it ended.

#include "cli/console.hpp"

#include <functional>
#include <map>

#include <CLI/CLI.hpp>

namespace begroot::cli {

/// Runs a command after the command line was read.
using Command = std::function<Exit()>;

/// Which command belongs to which subcommand of the command line.
using Commands = std::map<const ::CLI::App*, Command>;

/// `begroot tabel`: the begroot-versus-werkelijk table.
void add_table_command(::CLI::App& app, Commands& commands);

/// `begroot herkomst`: every posting and cell behind a figure.
void add_trace_command(::CLI::App& app, Commands& commands);

/// `begroot controle`: all findings.
void add_check_command(::CLI::App& app, Commands& commands);

/// `begroot kalender`: everything with a date.
void add_calendar_command(::CLI::App& app, Commands& commands);

/// `begroot doelen`: a table of every goal, its activities, indicators, hours and money.
void add_goals_command(::CLI::App& app, Commands& commands);

/// `begroot kijk`: what a file of the office holds and how it would be read.
void add_look_command(::CLI::App& app, Commands& commands);

/// `begroot vul`: the office's own workbook, filled in.
void add_fill_command(::CLI::App& app, Commands& commands);

/// `begroot meerjaren`: statements and kengetallen by year.
void add_years_command(::CLI::App& app, Commands& commands);

/// `begroot vergelijk`: scenarios beside each other and what makes the difference.
void add_compare_command(::CLI::App& app, Commands& commands);

/// `begroot gevoeligheid`: a tornado of one figure.
void add_sensitivity_command(::CLI::App& app, Commands& commands);

/// `begroot zoek`: which value of an assumption reaches a goal.
void add_seek_command(::CLI::App& app, Commands& commands);

/// `begroot risico`: bands by year and chances of crossing a signal.
void add_risk_command(::CLI::App& app, Commands& commands);

/// `begroot verschil`: planned against actual by price and volume.
void add_variance_command(::CLI::App& app, Commands& commands);

/// `begroot rapportage`: the management report of a moment.
void add_report_command(::CLI::App& app, Commands& commands);

/// `begroot evaluatie`: what was promised, done, measured and spent.
void add_evaluation_command(::CLI::App& app, Commands& commands);

/// `begroot samen`: several organisations as one, with eliminations.
void add_consolidate_command(::CLI::App& app, Commands& commands);

/// `begroot versies`: the versions of the budget beside each other.
void add_versions_command(::CLI::App& app, Commands& commands);

/// `begroot export`: the multi-year model as a workbook of formulas.
void add_export_command(::CLI::App& app, Commands& commands);

/// `begroot ververs`: today's figures in a workbook that people changed.
void add_refresh_command(::CLI::App& app, Commands& commands);

/// `begroot terug`: an exported workbook that people changed, read back as a scenario.
void add_back_command(::CLI::App& app, Commands& commands);

}  // namespace begroot::cli
