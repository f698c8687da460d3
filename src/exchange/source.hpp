#pragma once
// What a model says about one workbook, and what reading it gives beside the figures.

#include "base/finding.hpp"
#include "base/place.hpp"
#include "period/fiscal_year.hpp"

#include <map>
#include <string>
#include <vector>

namespace begroot::exchange {

/// Says how to read one sheet. Columns not named here are recognised by the profile's heads.
struct SourceSettings {
    std::string profile;  ///< `begroting_per_maand`, `afas_financiele_mutaties`
    std::string sheet;    ///< empty: the first visible sheet in which the profile finds its header row
    /// Meaning -> head in the file, e.g. kostenplaats -> Verbijzonderingsas 1; wins over the profile's own heads.
    std::map<std::string, std::string> columns;
    FiscalYear year;
};

/// One row (or cell) that gave no line, and why. Nothing is skipped without one of these.
struct Skipped {
    Origin origin;
    /// `titel`, `kop`, `tussenkop`, `voettekst`, `lege rij`, `subtotaal`, `totaal`, `geen bedrag`, `p.m. of streep`,
    /// `geen rekening`, `periode onleesbaar`, `kolom niet gebruikt`, `kolom zonder kop`, `verborgen kolom`
    std::string reason;
    std::string text;  ///< the row's first text, for a person
};

/// What comes with the lines of a sheet: all that a controller may want to know about the reading.
struct ReadReport {
    std::string sheet;
    std::uint32_t header_row = 0;                ///< 0-based
    std::map<std::string, std::string> columns;  ///< meaning -> head as found
    std::vector<Skipped> skipped;
    Findings findings;
};

}  // namespace begroot::exchange
