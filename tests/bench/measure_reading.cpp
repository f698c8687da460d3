// Measures reading a ledger against what bounds it: inflating its sheet and doing nothing with it, and libxml2 counting
// its cells. The three take turns in one process, so that a busy machine slows all of them.
//
//   measure_reading make FILE ROWS shared|inline   writes a ledger
//   measure_reading time FILE RUNS                 prints the medians: inflate, libxml2, begroot, and their ratios
//   measure_reading peak FILE                      reads once and prints the peak memory of the process

#include "ledger_file.hpp"

#include "workbook/detail/zip.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <isa-l/igzip_lib.h>
#include <libxml/parser.h>
#include <sys/resource.h>

namespace {

using namespace begroot;
using namespace begroot::workbook;

constexpr const char* sheet_part = "xl/worksheets/sheet1.xml";

[[noreturn]] void give_up(const std::string& why) {
    fmt::print(stderr, "measure_reading: {}\n", why);
    std::exit(1);
}

/// Chooses all columns of the ledger but Relatie and BTW-code.
std::optional<ColumnChoice> choose_needed(const Sheet&) {
    ColumnChoice choice{std::vector<bool>(12, true), 1};
    choice.kept[7] = choice.kept[10] = false;
    return choice;
}

std::uint64_t read_with_begroot(const std::string& path) {
    ReadOptions options;
    options.choose_columns = choose_needed;
    const auto book = read_workbook(path, path, options);
    if (!book) give_up(book.error().found);
    return book->sheets[0].cells.size() + book->sheets[0].cells_dropped;
}

/// Inflates a part a window at a time and gives every window away.
void inflate(std::span<const std::byte> stored, const std::function<void(std::span<const char>)>& take) {
    static std::array<char, std::size_t{256} << 10> window;
    static inflate_state state;
    isal_inflate_init(&state);
    state.next_in = const_cast<std::uint8_t*>(reinterpret_cast<const std::uint8_t*>(stored.data()));
    state.avail_in = static_cast<std::uint32_t>(stored.size());
    while (state.block_state != ISAL_BLOCK_FINISH) {
        state.next_out = reinterpret_cast<std::uint8_t*>(window.data());
        state.avail_out = static_cast<std::uint32_t>(window.size());
        if (isal_inflate(&state) != ISAL_DECOMP_OK) give_up("onleesbaar onderdeel");
        take(std::span(window).first(window.size() - state.avail_out));
    }
}

void count_cell(void* count, const xmlChar* name, const xmlChar**) {
    if (name[0] == 'c' && name[1] == '\0') ++*static_cast<std::uint64_t*>(count);
}

std::uint64_t count_with_libxml2(std::span<const std::byte> stored) {
    std::uint64_t cells = 0;
    xmlSAXHandler handler{};
    handler.startElement = count_cell;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &cells, nullptr, 0, nullptr);
    inflate(stored, [parser](std::span<const char> window) {
        xmlParseChunk(parser, window.data(), static_cast<int>(window.size()), 0);
    });
    xmlParseChunk(parser, nullptr, 0, 1);
    xmlFreeParserCtxt(parser);
    return cells;
}

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void print_times(const std::string& path, std::size_t runs) {
    const auto file = SourceFile::read(path, path, ReadLimits{}.file_bytes_max);
    if (!file) give_up(file.error().found);
    const auto archive = detail::ZipArchive::open(file->bytes(), {});
    if (!archive || archive->find(sheet_part) == nullptr) give_up("geen blad");
    const std::span<const std::byte> stored = archive->find(sheet_part)->stored;
    (void)file->sha256();
    std::uint64_t ours = 0;
    std::uint64_t theirs = 0;
    std::array<std::vector<double>, 3> times;
    std::array<std::vector<double>, 2> ratios;
    for (std::size_t run = 0; run <= runs; ++run) {  // the first warms up
        const double floor = seconds_of([&] { inflate(stored, [](std::span<const char>) {}); });
        const double libxml2 = seconds_of([&] { theirs = count_with_libxml2(stored); });
        const double begroot = seconds_of([&] { ours = read_with_begroot(path); });
        if (run == 0) continue;
        for (std::size_t i = 0; const double time : {floor, libxml2, begroot}) times[i++].push_back(time);
        ratios[0].push_back(begroot / floor);
        ratios[1].push_back(libxml2 / begroot);
    }
    if (ours != theirs) give_up(fmt::format("{} cellen, libxml2 telt er {}", ours, theirs));
    fmt::print(
        "{} cellen | uitpakken {:.3f} s | libxml2 {:.3f} s | begroot {:.3f} s | begroot/uitpakken {:.2f} | "
        "libxml2/begroot {:.2f}\n",
        ours, median(times[0]), median(times[1]), median(times[2]), median(ratios[0]), median(ratios[1]));
}

void print_peak(const std::string& path) {
    (void)read_with_begroot(path);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print("piek {} MB\n", usage.ru_maxrss / 1024);
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> word(words + 1, words + count);
    if (word.size() == 4 && word[0] == "make") {
        bench::write_ledger(word[1], static_cast<std::uint32_t>(std::stoul(word[2])),
                            word[3] == "shared" ? bench::Texts::shared : bench::Texts::in_cells);
    } else if (word.size() == 3 && word[0] == "time") {
        print_times(word[1], std::stoul(word[2]));
    } else if (word.size() == 2 && word[0] == "peak") {
        print_peak(word[1]);
    } else {
        give_up("gebruik: make BESTAND RIJEN shared|inline, time BESTAND KEREN of peak BESTAND");
    }
    return 0;
}
