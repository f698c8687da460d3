// A second thread that reads ahead: the same bytes and errors, whoever is faster.

#include "workbook/detail/prefetched_source.hpp"

#include "reading.hpp"

#include "text/memory_source.hpp"

#include <memory>
#include <new>
#include <random>
#include <string>

namespace begroot::workbook::test {
namespace {

using detail::PrefetchedSource;

/// Gives bytes in uneven pieces, and fails or throws after so many.
class FailingSource final : public text::ByteSource {
public:
    enum class Failure { none, error, no_memory };

    FailingSource(std::size_t bytes, Failure failure) : left_(bytes), failure_(failure) {}

    Result<std::size_t> read(std::span<char> out) override {
        if (left_ == 0 && failure_ == Failure::error) return begroot::failure(error("breekt af", ""));
        if (left_ == 0 && failure_ == Failure::no_memory) throw std::bad_alloc();
        const std::size_t count = std::min({out.size(), left_, std::size_t{1} + left_ % 70'000});
        for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<char>('a' + (left_ - i) % 26);
        left_ -= count;
        return count;
    }
    const std::string& name() const override { return name_; }
    std::uint64_t declared_bytes() const override { return left_; }
    Error error(std::string_view what, std::string expected) const override {
        return {ErrorKind::input, {}, name_ + " " + std::string(what), std::move(expected), ""};
    }

private:
    std::string name_ = "onderdeel";
    std::size_t left_;
    Failure failure_;
};

/// Reads a source to its end, a few bytes or many at a time; gives the bytes, and behind them the error.
std::string read_all(text::ByteSource& source, std::size_t piece_max) {
    std::string all;
    std::string piece(piece_max, '\0');
    std::mt19937 random(static_cast<unsigned>(piece_max));
    while (true) {
        const std::size_t size = 1 + random() % piece_max;
        const auto count = source.read(std::span(piece).first(size));
        if (!count) return all + "!" + count.error().found;
        if (*count == 0) return all;
        all.append(piece, 0, *count);
    }
}

TEST(PrefetchedSource, GivesTheBytesOfItsSource) {
    for (const std::size_t bytes : {0U, 1U, 262'143U, 262'144U, 262'145U, 5'000'000U}) {
        for (const auto failure : {FailingSource::Failure::none, FailingSource::Failure::error}) {
            FailingSource plain(bytes, failure);
            PrefetchedSource ahead(std::make_unique<FailingSource>(bytes, failure));
            EXPECT_EQ(read_all(ahead, 300'000), read_all(plain, 300'000)) << bytes;
        }
    }
}

TEST(PrefetchedSource, TellsTheEndAndTheErrorAgain) {
    char byte = 0;
    PrefetchedSource empty(std::make_unique<FailingSource>(0, FailingSource::Failure::none));
    PrefetchedSource failing(std::make_unique<FailingSource>(0, FailingSource::Failure::error));
    for (int i = 0; i < 2; ++i) {
        EXPECT_EQ(empty.read({&byte, 1}).value(), 0U);
        EXPECT_EQ(failing.read({&byte, 1}).error().found, "onderdeel breekt af");
    }
}

TEST(PrefetchedSource, PassesOnThatThereIsNoMemory) {
    char byte = 0;
    PrefetchedSource source(std::make_unique<FailingSource>(1, FailingSource::Failure::no_memory));
    EXPECT_EQ(source.read({&byte, 1}).value(), 1U);
    EXPECT_THROW((void)source.read({&byte, 1}), std::bad_alloc);
}

TEST(PrefetchedSource, StopsWhenNobodyReadsOn) {
    for (int i = 0; i < 50; ++i) {
        PrefetchedSource source(std::make_unique<FailingSource>(50'000'000, FailingSource::Failure::none));
        char byte = 0;
        EXPECT_EQ(source.read({&byte, i % 2 == 0 ? 1U : 0U}).value(), i % 2 == 0 ? 1U : 0U);
        EXPECT_EQ(source.name(), "onderdeel");
    }
}

TEST(PrefetchedSource, ReadsALargeSheetAsASmallOne) {
    WorkbookParts parts;
    std::string rows;
    for (int row = 1; row <= 40'000; ++row) {
        const std::string number = std::to_string(row);
        rows += "<row r=\"" + number + "\"><c r=\"A" + number + "\"><v>" + number + ".25</v></c><c r=\"C" + number +
                R"(" t="inlineStr"><is><t>tekst &amp; )" + number + "</t></is></c></row>";
    }
    parts.sheet_data = rows;
    const auto book = read(parts);
    ASSERT_TRUE(book) << to_text(book.error());
    const CellList& cells = book->sheets[0].cells;
    ASSERT_EQ(cells.size(), 80'000U);
    for (std::uint32_t row = 0; row < 40'000; ++row) {
        ASSERT_EQ(cells.find(row, 0)->number(), row + 1.25);
        ASSERT_EQ(cells.find(row, 2)->text(), "tekst & " + std::to_string(row + 1));
    }
    parts.sheet_data = rows + R"(<row r="1"/>)";
    EXPECT_EQ(read(parts).error().found, "rij 1 staat niet op volgorde of komt twee keer voor");
}

}  // namespace
}  // namespace begroot::workbook::test
