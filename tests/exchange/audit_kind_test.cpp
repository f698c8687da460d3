#include "exchange/detail/audit_kind.hpp"

#include "exchange/audit_file.hpp"
#include "exchange/detail/audit_findings.hpp"

#include <gtest/gtest.h>

namespace begroot::exchange::detail {
namespace {

using namespace std::string_view_literals;

struct ShapeCase {
    std::string_view bytes;
    AuditShape shape;
};

class AuditBytes : public testing::TestWithParam<ShapeCase> {};

TEST_P(AuditBytes, AreRecognised) {
    EXPECT_EQ(audit_shape(GetParam().bytes), GetParam().shape) << GetParam().bytes;
    EXPECT_EQ(looks_like_audit_file(std::as_bytes(std::span(GetParam().bytes))), GetParam().shape != AuditShape::none);
}

constexpr ShapeCase shape_cases[] = {
    {"", AuditShape::none},
    {"<auditfile>", AuditShape::xml},
    {"\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- Vervolgbestand -->\r\n<x:Auditfile xmlns:x='y'>", AuditShape::xml},
    {"<!DOCTYPE auditfile [<!ENTITY a 'b'>]><auditfile/>", AuditShape::xml},
    {"<!DOCTYPE x [<!ENTITY a 'b[]'><!ENTITY c 'd'>] >\n<!-- a --><auditfile/>", AuditShape::xml},
    {"<!DOCTYPE x SYSTEM 'y'><auditfile/>", AuditShape::xml},
    {"<!DOCTYPE auditfile [<!ENTITY a 'b'>", AuditShape::xml},
    {"<!DOCTYPE x [<!ENTITY a 'b'>", AuditShape::none},
    {"<!DOCTYPE x><ander/>", AuditShape::none},
    {"<!DOCTYPE x", AuditShape::none},
    {"\xFF\xFE<\0a\0u\0d\0i\0t\0f\0i\0l\0e\0>\0"sv, AuditShape::xml},
    {"<auditfiles>", AuditShape::none},
    {"<Workbook><auditfile/></Workbook>", AuditShape::none},
    {"auditfile", AuditShape::none},
    {"<!-- ", AuditShape::none},
    {"CLAIR1.00.00  9999", AuditShape::fixed_columns},
    {"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\0\0boek.XAF"sv, AuditShape::zip},
    {"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\0\0xl/a.xml"sv, AuditShape::none},
    {"PK\x03\x04"sv, AuditShape::none},
    {"\x1F\x8B\x08\x08\0\0\0\0\0\0mutaties.xaf\0xyz"sv, AuditShape::gzip},
    {"\x1F\x8B\x08\0\0\0\0\0\0\0mutaties.xaf\0xyz"sv, AuditShape::none},
};

INSTANTIATE_TEST_SUITE_P(All, AuditBytes, testing::ValuesIn(shape_cases));

TEST(AuditShape, SaysHowToGetAFileThatIsRead) {
    EXPECT_EQ(to_text(refuse_shape(AuditShape::fixed_columns, "oud.adf")),
              "oud.adf: dit is een auditfile van de oude soort met vaste kolommen (ADF, CLAIR1.00.00) (verwacht: een "
              "XML-auditfile (.xaf), versie 3.1 of later). Kies bij het exporteren XML-auditfile (XAF) 3.2 of 4.0.");
    EXPECT_NE(refuse_shape(AuditShape::zip, "a.zip").found.find("zip"), std::string::npos);
    EXPECT_NE(refuse_shape(AuditShape::gzip, "a.gz").found.find("gzip"), std::string::npos);
}

TEST(AuditPart, IsFoundAtEitherEnd) {
    const auto part = find_audit_part("<!-- Vervolgbestand 2 van 3 --><auditfile/>");
    ASSERT_TRUE(part);
    EXPECT_EQ(part->number, 2U);
    EXPECT_EQ(part->count, 3U);
    EXPECT_TRUE(find_audit_part(std::string(9000, ' ') + "<!--VERVOLGBESTAND 1 VAN 4-->"));
    EXPECT_FALSE(find_audit_part("<!-- vervolgbestand -->"));
    EXPECT_FALSE(find_audit_part(""));
}

TEST(AuditNamespace, TellsTheVersionWhateverItsCapitals) {
    EXPECT_EQ(version_of_namespace("http://www.auditfiles.nl/xaf/3.2"), "3.2");
    EXPECT_EQ(version_of_namespace("http://www.odb.belastingdienst.nl/Belastingdienst/BCPP/1.1/structures/"
                                   "XmlauditfileXAF_4.0"),
              "4.0");
    EXPECT_EQ(version_of_namespace("http://www.auditfiles.nl/XAF/4.0"), std::nullopt);
}

TEST(AuditFindings, OfAKindAreCountedFromTheThousandthOn) {
    AuditFindings findings("f.xaf");
    for (std::uint32_t i = 1; i <= 1500; ++i) findings.add(Severity::warning, "soort", i, "fout", "", "");
    const Findings all = findings.take();
    ASSERT_EQ(all.size(), 1001U);
    EXPECT_EQ(all.back().found, "nog 500 keer, te beginnen hier: fout");
    EXPECT_EQ(to_text(all.back().place), "f.xaf, regel 1001");
}

}  // namespace
}  // namespace begroot::exchange::detail
