// Fills cells of one workbook and says what came of it: `gevuld REGELS` or `geweigerd MELDING`, and behind it one line
// a fact: `vult BLAD CEL`, `niet BLAD CEL REDEN`, `verouderd BLAD CEL`, `boekhouding TEKST`, separated by tabs. For
// fill_folder.py, which judges the file that was written.
//
// usage: fill_file IN OUT [--overschrijf] [--herrekend COPY] [BLAD CEL SOORT WAARDE]…   (SOORT: getal, tekst, waar,
// leeg, dag)

#include "base/error.hpp"
#include "workbook/patcher.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using begroot::CellPlace;
using begroot::workbook::CellWrite;
using begroot::workbook::Workbook;
using begroot::workbook::WrittenValue;

std::string one_line(std::string text) {
    std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    return text;
}

/// Reads `D14`.
CellPlace place_of(std::string_view name) {
    CellPlace place;
    while (!name.empty() && name.front() >= 'A' && name.front() <= 'Z') {
        place.column = place.column * 26 + static_cast<std::uint32_t>(name.front() - 'A') + 1;
        name.remove_prefix(1);
    }
    std::from_chars(name.data(), name.data() + name.size(), place.row);
    --place.row;
    --place.column;
    return place;
}

WrittenValue value_of(std::string_view kind, const std::string& text) {
    if (kind == "tekst") return text;
    if (kind == "waar") return text == "1";
    if (kind == "leeg") return std::monostate();
    const double number = std::stod(text);
    if (kind == "dag") return begroot::workbook::SerialDay{number};
    return number;
}

struct Request {
    std::string in;
    std::string out;
    std::string recalculated;
    begroot::workbook::PatchOptions options;
    std::vector<std::string> words;  // four for each cell
};

Request read_request(const std::vector<std::string>& arguments) {
    Request request;
    request.in = arguments.at(0);
    request.out = arguments.at(1);
    for (std::size_t i = 2; i < arguments.size(); ++i) {
        if (arguments[i] == "--overschrijf") {
            request.options.overwrite = true;
        } else if (arguments[i] == "--herrekend") {
            request.recalculated = arguments.at(++i);
        } else {
            request.words.push_back(arguments[i]);
        }
    }
    return request;
}

std::vector<CellWrite> writes_of(const Request& request, const Workbook& book) {
    std::vector<CellWrite> writes;
    for (std::size_t i = 0; i + 3 < request.words.size(); i += 4) {
        const auto sheet = std::ranges::find_if(
            book.sheets, [&](const auto& one) { return one.source && one.source->sheet == request.words[i]; });
        writes.push_back({static_cast<std::uint32_t>(sheet - book.sheets.begin()), place_of(request.words[i + 1]),
                          value_of(request.words[i + 2], request.words[i + 3])});
    }
    return writes;
}

std::string sheet_name(const Workbook& book, std::size_t sheet) { return one_line(book.sheets[sheet].source->sheet); }

std::string plan_lines(const begroot::workbook::PatchPlan& plan, const Workbook& book) {
    std::string lines = "gevuld\t" + std::to_string(plan.writes.size()) + "\n";
    for (const CellWrite& write : plan.writes) {
        lines += "vult\t" + sheet_name(book, write.sheet) + "\t" +
                 begroot::cell_name(write.place.row, write.place.column) + "\n";
    }
    for (const auto& finding : plan.findings) {
        lines += "niet\t" + one_line(finding.place.sheet) + "\t" + finding.place.cell + "\t" + finding.kind + "\n";
    }
    for (std::size_t i = 0; i < plan.stale.size(); ++i) {
        for (const auto& cell : plan.stale[i]) {
            lines += "verouderd\t" + sheet_name(book, i) + "\t" +
                     begroot::cell_name(cell.place.row, cell.place.column) + "\n";
        }
    }
    return lines;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    const Request request = read_request({argv + 1, argv + argc});
    const auto refuse = [](const begroot::Error& error) {
        std::printf("geweigerd\t%s\n", one_line(to_text(error)).c_str());
        return 0;
    };
    const auto file =
        begroot::workbook::SourceFile::read(request.in, request.in, begroot::workbook::ReadLimits{}.file_bytes_max);
    if (!file) return refuse(file.error());
    std::optional<Workbook> recalculated;
    begroot::workbook::PatchPlan plan;
    std::string lines;
    {
        const auto book = begroot::workbook::read_workbook(*file, request.in);
        if (!book) return refuse(book.error());
        auto planned = plan_patch(file->bytes(), *book, writes_of(request, *book), request.options);
        if (!planned) return refuse(planned.error());
        plan = std::move(*planned);
        if (!request.recalculated.empty()) {
            auto copy = begroot::workbook::read_workbook(request.recalculated, request.recalculated);
            if (!copy) return refuse(copy.error());
            recalculated = std::move(*copy);
            judge_recalculation(plan, *book, *recalculated);
        }
        lines = plan_lines(plan, *book);
    }
    const auto made = write_patch(file->bytes(), plan, recalculated ? &*recalculated : nullptr);
    if (!made) return refuse(made.error());
    std::fputs(lines.c_str(), stdout);
    for (const std::string& what : made->bookkeeping) std::printf("boekhouding\t%s\n", one_line(what).c_str());
    std::printf("formules\t%zu ververst\t%zu zonder waarde\n", made->refreshed, made->emptied);
    std::ofstream out(request.out, std::ios::binary);
    out.write(made->bytes.data(), static_cast<std::streamsize>(made->bytes.size()));
    return out ? 0 : 1;
}
