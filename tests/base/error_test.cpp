#include "base/error.hpp"

#include "base/finding.hpp"
#include "base/result.hpp"

#include <gtest/gtest.h>

namespace begroot {
namespace {

TEST(Error, SaysWhereWhatExpectedAndWhatToDo) {
    const Error error{ErrorKind::input,
                      {"begroting.xlsx", "Lasten", "D14"},
                      "\"12.5OO\" is geen bedrag",
                      "een bedrag, bijvoorbeeld 12.500,00",
                      "Verbeter de cel"};
    EXPECT_EQ(to_text(error),
              "begroting.xlsx, blad Lasten, cel D14: \"12.5OO\" is geen bedrag (verwacht: een bedrag, bijvoorbeeld "
              "12.500,00). Verbeter de cel.");
}

TEST(Error, LeavesOutWhatIsNotSaid) {
    EXPECT_EQ(to_text(Error{ErrorKind::usage, {}, "onbekende opdracht", "", ""}), "onbekende opdracht.");
    EXPECT_EQ(to_text(Error{ErrorKind::input, {"a.csv", "", ""}, "het bestand is leeg", "", "Lever het opnieuw aan"}),
              "a.csv: het bestand is leeg. Lever het opnieuw aan.");
}

TEST(Error, BeginsTheActionWithACapitalAndKeepsAQuestion) {
    EXPECT_EQ(to_text(Error{ErrorKind::usage, {}, "\"dol\" is geen keuze", "", "bedoelde u \"doel\"?"}),
              "\"dol\" is geen keuze. Bedoelde u \"doel\"?");
}

TEST(Error, ShowsAnExcerptOnTheLinesBelow) {
    const Error error{ErrorKind::input, {"model.toml", "", "", 3, 11}, "een los teken", "een getal", "", "1 + \n    ^"};
    EXPECT_EQ(to_text(error),
              "model.toml, regel 3, kolom 11: een los teken (verwacht: een getal).\n    1 + \n        ^");
}

TEST(Error, TravelsThroughAResult) {
    const Result<int> result = failure(Error{ErrorKind::usage, {}, "te weinig argumenten", "", ""});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().kind, ErrorKind::usage);
    EXPECT_EQ(result.error().found, "te weinig argumenten");
}

TEST(Finding, BeginsWithItsSeverityAndKind) {
    const Finding finding{Severity::warning,
                          "geen_kostenplaats",
                          {"boek.xlsx", "Mutaties", "A7"},
                          "de boeking heeft geen kostenplaats",
                          "",
                          ""};
    EXPECT_EQ(to_text(finding),
              "waarschuwing geen_kostenplaats: boek.xlsx, blad Mutaties, cel A7: de boeking heeft geen kostenplaats.");
}

TEST(Severity, HasADutchWord) {
    EXPECT_STREQ(severity_name(Severity::error), "fout");
    EXPECT_STREQ(severity_name(Severity::warning), "waarschuwing");
    EXPECT_STREQ(severity_name(Severity::notice), "melding");
}

TEST(HasError, IsTrueOnlyWhenAFindingIsAFout) {
    const auto of = [](Severity severity) { return Finding{severity, "soort", {}, "iets", "", ""}; };
    EXPECT_FALSE(has_error({}));
    EXPECT_FALSE(has_error({of(Severity::notice), of(Severity::warning)}));
    EXPECT_TRUE(has_error({of(Severity::notice), of(Severity::error)}));
}

}  // namespace
}  // namespace begroot
