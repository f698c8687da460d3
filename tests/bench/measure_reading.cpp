// Does one job of reading and tells what it cost; tests/bench/reading.py sets the jobs beside each other.
//
//   measure_reading make xlsx FILE ROWS shared|inline SEED    writes a ledger of twelve columns
//   measure_reading make csv FILE ROWS plain|quoted
//   measure_reading make xaf FILE LINES
//   measure_reading time JOB TIMES FILE...     does the job on the files in turn, so many times, and prints for one
//   time
//                                              the CPU seconds of all threads and the seconds on the clock; what
//                                              readies the job is left out
//   measure_reading touch MB                                  touches so much memory, so that a virtual machine has it
//
// Jobs: inflate (the sheet, into nothing), libxml2 (counts the cells of the sheet), columns (begroot reads the columns
// that are needed), postings (begroot reads on to the ledger), marks and typed (csv), audit and sax (auditfile).

#include "audit_readings.hpp"
#include "delimited_readings.hpp"
#include "ledger_file.hpp"

#include "base/huge_pages.hpp"
#include "exchange/ledger_sheet.hpp"
#include "workbook/detail/zip.hpp"
#include "workbook/reader.hpp"
#include "workbook/source_file.hpp"

#include <array>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <isa-l/igzip_lib.h>
#include <libxml/parser.h>

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

workbook::Workbook read_columns(const std::string& path, const ChooseColumns& choose) {
    ReadOptions options;
    options.choose_columns = choose;
    auto book = read_workbook(path, path, options);
    if (!book) give_up(to_text(book.error()));
    return std::move(*book);
}

std::size_t read_postings(const std::string& path) {
    exchange::SourceSettings settings;
    settings.profile = "grootboekmutaties";
    settings.year = {2024};
    settings.account_kinds = {{Side::expense, "4*"}, {Side::expense, "5*"}};
    const auto reading = exchange::read_ledger(read_columns(path, exchange::needed_columns(settings)), settings);
    if (!reading) give_up(to_text(reading.error()));
    return reading->ledger.postings.size();
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

/// What a job took, in seconds.
struct Took {
    double cpu = 0.0;  ///< of all threads of this process together
    double clock = 0.0;
};

double seconds_of(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

Took now() { return {seconds_of(CLOCK_PROCESS_CPUTIME_ID), seconds_of(CLOCK_MONOTONIC)}; }

Took since(const Took& start) {
    const Took end = now();
    return {end.cpu - start.cpu, end.clock - start.clock};
}

/// Reads a whole file and waits for its hash, which a second thread computes.
SourceFile open_file(const std::string& path) {
    auto file = SourceFile::read(path, path, ReadLimits{}.file_bytes_max);
    if (!file) give_up(to_text(file.error()));
    (void)file->sha256();
    return std::move(*file);
}

std::string_view text_of(const SourceFile& file) {
    return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

/// Makes a job of what is done with the bytes of a file that lies in memory.
std::function<Took(const std::string&)> in_memory(std::size_t (*work)(const SourceFile&)) {
    return [work](const std::string& path) {
        const SourceFile file = open_file(path);
        const Took start = now();
        if (work(file) == 0) give_up("niets gelezen uit " + path);
        return since(start);
    };
}

/// Makes a job of what is done with a file on disk.
std::function<Took(const std::string&)> on_disk(std::size_t (*work)(const std::string&)) {
    return [work](const std::string& path) {
        const Took start = now();
        if (work(path) == 0) give_up("niets gelezen uit " + path);
        return since(start);
    };
}

std::size_t with_sheet(const SourceFile& file, std::size_t (*work)(std::span<const std::byte> stored)) {
    const auto archive = detail::ZipArchive::open(file.bytes(), {});
    if (!archive || archive->find(sheet_part) == nullptr) give_up("geen blad");
    return work(archive->find(sheet_part)->stored);
}

std::size_t inflate_sheet(std::span<const std::byte> stored) {
    std::size_t bytes = 0;
    inflate(stored, [&bytes](std::span<const char> window) { bytes += window.size(); });
    return bytes;
}

const std::map<std::string, std::function<Took(const std::string&)>>& jobs() {
    static const std::map<std::string, std::function<Took(const std::string&)>> all{
        {"inflate", in_memory([](const SourceFile& file) { return with_sheet(file, inflate_sheet); })},
        {"libxml2", in_memory([](const SourceFile& file) { return with_sheet(file, count_with_libxml2); })},
        {"columns", on_disk([](const std::string& path) {
             const Workbook book = read_columns(path, choose_needed);
             return book.sheets[0].cells.size();
         })},
        {"postings", on_disk(read_postings)},
        {"marks", in_memory([](const SourceFile& file) -> std::size_t { return bench::find_marks(text_of(file)); })},
        {"typed", in_memory(bench::read_typed_columns)},
        {"audit", in_memory([](const SourceFile& file) { return bench::read_audit_with_begroot(file.bytes()); })},
        {"sax", in_memory([](const SourceFile& file) { return bench::read_audit_with_libxml2(file.bytes()); })},
    };
    return all;
}

bool make(const std::vector<std::string>& word) {
    if (word.size() == 6 && word[1] == "xlsx") {
        bench::write_ledger(word[2], static_cast<std::uint32_t>(std::stoul(word[3])),
                            word[4] == "shared" ? bench::Texts::shared : bench::Texts::in_cells,
                            static_cast<std::uint32_t>(std::stoul(word[5])));
    } else if (word.size() == 5 && word[1] == "csv") {
        bench::write_delimited_ledger(word[2], std::stoul(word[3]), word[4] == "quoted");
    } else if (word.size() == 4 && word[1] == "xaf") {
        std::ofstream(word[2], std::ios::binary) << bench::make_audit_text(std::stol(word[3]));
    } else {
        return false;
    }
    return true;
}

void time_job(const std::string& name, int times, const std::vector<std::string>& files) {
    const auto job = jobs().find(name);
    if (job == jobs().end() || times < 1) give_up("geen werk dat " + name + " heet");
    Took all;
    for (int i = 0; i < times; ++i) {
        for (const std::string& file : files) {
            const Took one = job->second(file);
            all.cpu += one.cpu;
            all.clock += one.clock;
        }
    }
    fmt::print("{:.6f} {:.6f}\n", all.cpu / times, all.clock / times);
}

/// Touches so many megabytes in the blocks that cells are kept in, and gives them back.
void touch(std::size_t megabytes) {
    std::vector<MemoryBlock> blocks;
    for (std::size_t bytes = 0; bytes < megabytes * 1'000'000; bytes += huge_page_bytes) {
        blocks.push_back(make_memory_block(huge_page_bytes));
        std::memset(blocks.back().get(), 1, huge_page_bytes);
    }
}

}  // namespace

int main(int count, char** words) {
    const std::vector<std::string> word(words + 1, words + count);
    if (word.size() >= 4 && word[0] == "time") {
        time_job(word[1], std::stoi(word[2]), {word.begin() + 3, word.end()});
    } else if (word.size() == 2 && word[0] == "touch") {
        touch(std::stoul(word[1]));
    } else if (word.empty() || word[0] != "make" || !make(word)) {
        give_up("gebruik staat boven in measure_reading.cpp");
    }
    return 0;
}
