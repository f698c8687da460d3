#pragma once
// One section of a model file: takes values by key, refuses unknown keys, collects every error with its place.

#include "base/error.hpp"
#include "store/detail/toml.hpp"
#include "table/cell.hpp"

#define TOML_HEADER_ONLY 0  // Debian ships the parser as a library, built with exceptions
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

namespace begroot::store::detail {

/// Collects what is wrong while a whole file is read.
class ModelReading {
public:
    explicit ModelReading(std::string file) : file_(std::move(file)) {}

    void fail(Place place, std::string found, std::string expected, std::string action, std::string excerpt = {});
    [[nodiscard]] Place place_of(const toml::source_region& region) const;
    [[nodiscard]] std::vector<Error> take_errors();
    [[nodiscard]] bool failed() const { return !errors_.empty(); }
    /// Tells whether so much is wrong that nobody reads on: then no time goes into what was meant.
    [[nodiscard]] bool failed_often() const { return errors_.size() >= 100; }

private:
    std::string file_;
    std::vector<Error> errors_;
};

/// Wraps one table of the file under the schema's section name. Getters report a wrong type and give nothing.
class Section {
public:
    /// Reports every key of `table` that the schema's section does not know, with the nearest known one.
    Section(ModelReading& reading, const toml::table& table, std::string_view name);

    [[nodiscard]] bool has(std::string_view key) const { return table_->contains(key); }
    [[nodiscard]] Place place() const { return reading_->place_of(table_->source()); }
    [[nodiscard]] Place place(std::string_view key) const;
    [[nodiscard]] ModelReading& reading() const { return *reading_; }
    [[nodiscard]] const toml::table& table() const { return *table_; }
    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
    [[nodiscard]] std::string text_or(std::string_view key, std::string_view otherwise) const;
    /// Gives a text that must be there; reports a missing or empty one and gives "".
    [[nodiscard]] std::string required_text(std::string_view key) const;
    [[nodiscard]] std::optional<std::int64_t> whole(std::string_view key) const;
    [[nodiscard]] std::int64_t required_whole(std::string_view key, std::int64_t least, std::int64_t most) const;
    /// Gives a year that may be left out; reports anything but a year.
    [[nodiscard]] std::optional<std::int32_t> year(std::string_view key) const;
    [[nodiscard]] std::optional<bool> flag(std::string_view key) const;
    [[nodiscard]] std::optional<Day> day(std::string_view key) const;
    /// Gives a list of texts; one text counts as a list of one.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    /// Tells whether a key holds a list without entries.
    [[nodiscard]] bool empty_list(std::string_view key) const;
    [[nodiscard]] std::vector<std::int64_t> wholes(std::string_view key) const;
    [[nodiscard]] std::optional<Section> child(std::string_view key, std::string_view name) const;
    [[nodiscard]] std::vector<Section> children(std::string_view key, std::string_view name) const;
    /// Gives how many sections stand under a key.
    [[nodiscard]] std::size_t count(std::string_view key) const;
    /// Gives all keys with their texts (for tables whose values are texts).
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> entries() const;

    /// Reports something wrong at a key.
    void fail(std::string_view key, std::string found, std::string expected, std::string action = "") const;

private:
    void wrong_type(std::string_view key, std::string_view expected) const;

    ModelReading* reading_;
    const toml::table* table_;
    std::string name_;
};

}  // namespace begroot::store::detail
