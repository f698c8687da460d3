#pragma once
// Zip files made in memory, parts in the order in which they are added; and the smallest workbook around one sheet.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace begroot::workbook::test {

/// One part to be zipped. The check sum is computed unless it is given.
struct ZipPart {
    std::string name;
    std::string data;                  ///< as stored
    std::uint16_t method = 0;          ///< 0 stored, 8 deflate
    std::uint64_t inflated_bytes = 0;  ///< only for deflate
    std::uint32_t crc32 = 0;           ///< only for deflate
};

/// Computes the check sum of a zip part, bit by bit: slow and plainly right.
inline std::uint32_t crc32_of(std::string_view data) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : data) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

inline void put_little(std::string& out, std::uint64_t value, int bytes) {
    for (; bytes > 0; --bytes) {
        out += static_cast<char>(static_cast<unsigned char>(value));
        value >>= 8;
    }
}

/// Writes the fields that a local header and a directory entry share.
inline void put_common(std::string& out, const ZipPart& part) {
    const bool stored = part.method == 0;
    put_little(out, 20, 2);
    put_little(out, 0, 2);
    put_little(out, part.method, 2);
    put_little(out, 0, 4);
    put_little(out, stored ? crc32_of(part.data) : part.crc32, 4);
    put_little(out, part.data.size(), 4);
    put_little(out, stored ? part.data.size() : part.inflated_bytes, 4);
    put_little(out, part.name.size(), 2);
    put_little(out, 0, 2);
}

/// Makes a zip file of parts.
inline std::string zip(const std::vector<ZipPart>& parts) {
    std::string file;
    std::string directory;
    for (const ZipPart& part : parts) {
        const std::size_t offset = file.size();
        put_little(file, 0x04034b50, 4);
        put_common(file, part);
        file += part.name + part.data;
        put_little(directory, 0x02014b50, 4);
        put_little(directory, 20, 2);
        put_common(directory, part);
        put_little(directory, 0, 2 + 2 + 2 + 4);
        put_little(directory, offset, 4);
        directory += part.name;
    }
    const std::size_t directory_offset = file.size();
    file += directory;
    put_little(file, 0x06054b50, 4);
    put_little(file, 0, 4);
    put_little(file, parts.size(), 2);
    put_little(file, parts.size(), 2);
    put_little(file, directory.size(), 4);
    put_little(file, directory_offset, 4);
    put_little(file, 0, 2);
    return file;
}

/// What goes into a workbook of one sheet; empty parts are left out.
struct WorkbookParts {
    std::string sheet_data;      ///< what stands in <sheetData>
    std::string after_data;      ///< what follows it
    std::string before_data;     ///< what precedes it
    std::string shared_strings;  ///< the <si> elements
    std::string styles;          ///< what stands in <styleSheet>
    std::string workbook_inside = R"(<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets>)";
};

/// Gives the parts of a workbook, for tests that spoil one of them.
inline std::vector<ZipPart> workbook_parts(const WorkbookParts& parts) {
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
    const std::string main_ns = R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    const std::string type = R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)";
    std::string relations = head +
                            R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
                            R"(<Relationship Id="rId1" )" + type + R"(worksheet" Target="worksheets/sheet1.xml"/>)";
    std::vector<ZipPart> zip_parts;
    zip_parts.push_back({"_rels/.rels", head + R"(<Relationships><Relationship Id="rId1" )" + type +
                                            R"(officeDocument" Target="xl/workbook.xml"/></Relationships>)"});
    zip_parts.push_back(
        {"xl/workbook.xml", head + "<workbook" + main_ns +
                                R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)" +
                                parts.workbook_inside + "</workbook>"});
    zip_parts.push_back({"xl/worksheets/sheet1.xml", head + "<worksheet" + main_ns + ">" + parts.before_data +
                                                         "<sheetData>" + parts.sheet_data + "</sheetData>" +
                                                         parts.after_data + "</worksheet>"});
    if (!parts.shared_strings.empty()) {
        zip_parts.push_back({"xl/sharedStrings.xml", head + "<sst" + main_ns + ">" + parts.shared_strings + "</sst>"});
        relations += R"(<Relationship Id="rId2" )" + type + R"(sharedStrings" Target="sharedStrings.xml"/>)";
    }
    if (!parts.styles.empty()) {
        zip_parts.push_back({"xl/styles.xml", head + "<styleSheet" + main_ns + ">" + parts.styles + "</styleSheet>"});
        relations += R"(<Relationship Id="rId3" )" + type + R"(styles" Target="styles.xml"/>)";
    }
    zip_parts.push_back({"xl/_rels/workbook.xml.rels", relations + "</Relationships>"});
    return zip_parts;
}

/// Gives the bytes of a text, as the reader takes them.
inline std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

}  // namespace begroot::workbook::test
