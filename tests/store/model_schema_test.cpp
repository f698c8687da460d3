#include "store/model_schema.hpp"

#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace begroot::store {
namespace {

using Keys = std::vector<std::string>;

/// Reads the tables of models/README.md: under every heading with a column `sleutel`, the keys in order.
std::vector<std::pair<std::string, Keys>> documented() {
    std::ifstream page(std::string(BEGROOT_SOURCE_DIR) + "/models/README.md");
    std::vector<std::pair<std::string, Keys>> sections;
    std::string heading;
    bool in_table = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("## ")) heading = line.substr(3);
        if (line.starts_with("| sleutel |")) {
            in_table = true;
            sections.emplace_back(heading, Keys{});
        } else if (!line.starts_with("|")) {
            in_table = false;
        } else if (in_table && line.starts_with("| `")) {
            sections.back().second.push_back(line.substr(3, line.find('`', 3) - 3));
        }
    }
    return sections;
}

TEST(ModelSchema, HasTheSectionsAndKeysOfTheReadmeInTheSameOrder) {
    const auto page = documented();
    const auto schema = model_schema();
    ASSERT_EQ(page.size(), schema.size());
    for (std::size_t i = 0; i < schema.size(); ++i) {
        EXPECT_EQ(page[i].first, schema[i].name);
        EXPECT_THAT(page[i].second, testing::ElementsAreArray(Keys(schema[i].keys.begin(), schema[i].keys.end())))
            << schema[i].name;
    }
}

TEST(ModelSchema, NamesEverySectionAndKeyOnce) {
    std::set<std::string_view> names;
    for (const SectionSchema& section : model_schema()) {
        EXPECT_TRUE(names.insert(section.name).second) << section.name;
        const std::set<std::string_view> keys(section.keys.begin(), section.keys.end());
        EXPECT_EQ(keys.size(), section.keys.size()) << section.name;
        EXPECT_FALSE(keys.empty()) << section.name;
    }
}

TEST(ModelSchema, GivesTheKeysOfASection) {
    EXPECT_THAT(keys_of("[[moment]]"), testing::ElementsAre("code", "tot", "gedrukt"));
}

TEST(ModelSchemaDeathTest, AbortsOnASectionThatIsNone) { EXPECT_DEATH((void)keys_of("[[maand]]"), "onbekende sectie"); }

}  // namespace
}  // namespace begroot::store
