#pragma once
// Cannot go on: one error with where, what was found, what was expected and what to do.

#include "base/place.hpp"

#include <string>

namespace begroot {

/// Says whose fault an error is, which decides the exit code (usage 2, input 3).
enum class ErrorKind { usage, input };

/// Stops a command. All texts are Dutch and complete phrases without a closing full stop.
struct Error {
    ErrorKind kind = ErrorKind::input;
    Place place;
    std::string found;         ///< what stands there: `"12.5OO" is geen bedrag`
    std::string expected;      ///< what should stand there, may be empty: `een bedrag, bijvoorbeeld 12.500,00`
    std::string action;        ///< what the reader can do, may be empty: `verbeter de cel`
    std::string excerpt = {};  ///< lines that show the place itself, may be empty: a formula with a caret below it
};

/// Writes an error as one line: `plaats: gevonden (verwacht …). Actie.` The lines of the excerpt follow, indented.
[[nodiscard]] std::string to_text(const Error& error);

}  // namespace begroot
