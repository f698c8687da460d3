#include "audit_readings.hpp"

#include "exchange/audit_file.hpp"
#include "ledger/ledger.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <random>
#include <string_view>
#include <unordered_map>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

namespace begroot::bench {

namespace {

std::string element(const char* name, const std::string& value) {
    return "<" + std::string(name) + ">" + value + "</" + name + ">\n";
}

std::string euros(std::int64_t cents) {
    const std::string tail = std::to_string(100 + cents % 100).substr(1);
    return std::to_string(cents / 100) + "." + tail;
}

/// Makes one line; a line of expense has a cost centre, a project and VAT.
std::string make_line(std::mt19937& random, std::int64_t number, std::int64_t cents, bool last) {
    const auto up_to = [&random](std::uint32_t most) { return std::to_string(1 + random() % most); };
    std::string line = "<trLine>\n" + element("nr", std::to_string(number)) +
                       element("accID", last ? "1010" : "4" + std::to_string(100 + random() % 100)) +
                       element("docRef", "F" + up_to(999'999)) + element("effDate", "2025-03-14") +
                       element("desc", "Factuur " + up_to(99'999) + " van leverancier " + up_to(300)) +
                       element("amnt", euros(cents)) + element("amntTp", last ? "C" : "D") +
                       element("custSupID", up_to(300));
    if (!last) {
        line += element("costID", up_to(4) + "00") + element("projID", "P" + up_to(40)) + "<vat>\n" +
                element("vatID", "H") + element("vatPerc", "21") + element("vatAmnt", euros(cents / 5)) +
                element("vatAmntTp", "D") + "</vat>\n";
    }
    return line + "</trLine>\n";
}

/// What the peer knows while it parses.
struct Peer {
    xmlParserCtxtPtr parser = nullptr;
    Ledger ledger;
    std::shared_ptr<const SourceSheet> sheet =
        std::make_shared<const SourceSheet>(SourceSheet{"groot.xaf", "", "", true});
    std::unordered_map<std::string, std::string> names;
    std::unordered_map<std::string, std::string> fields;  ///< of the element that is open, by element
    std::string text;
    std::string entry;
    std::string description;
    std::string period;
    std::string journal;
    std::uint32_t line = 0;
    bool in_line = false;
    bool in_vat = false;
};

Money cents_of(const std::string& text) {
    const std::size_t point = text.find('.');
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + std::min(point, text.size()), value);
    std::int64_t decimals = 0;
    if (point != std::string::npos) std::from_chars(text.data() + point + 1, text.data() + text.size(), decimals);
    return Money::from_cents(value * 100 + decimals);
}

void post(Peer& peer) {
    auto& fields = peer.fields;
    const std::string& account = fields["accID"];
    const Money amount = fields["amntTp"] == "C" ? -cents_of(fields["amnt"]) : cents_of(fields["amnt"]);
    std::uint16_t period = 0;
    std::from_chars(peer.period.data(), peer.period.data() + peer.period.size(), period);
    PostingStore& store = peer.ledger.store;
    Posting& posting = peer.ledger.postings.emplace_back();
    posting.coding = store.keep(Coding{{2025},
                                       AccountId(account),
                                       account[0] == '4' ? Side::expense : Side::balance,
                                       CostCentreId(fields["costID"]),
                                       CostUnitId(fields["projID"]),
                                       JournalId(peer.journal),
                                       peer.sheet});
    posting.account_name = store.keep(peer.names[account]);
    posting.entry = store.keep_apart(peer.entry + "/" + fields["nr"]);
    posting.description = store.keep(fields["desc"].empty() ? peer.description : fields["desc"]);
    posting.amount = amount;
    posting.row = peer.line - 1;
    posting.period_number = period;
    peer.ledger.source_total += amount;
}

void on_start(void* context, const xmlChar* name, const xmlChar*, const xmlChar*, int, const xmlChar**, int, int,
              const xmlChar**) {
    Peer& peer = *static_cast<Peer*>(context);
    peer.text.clear();
    const auto* const text = reinterpret_cast<const char*>(name);
    if (std::strcmp(text, "trLine") == 0) {
        peer.in_line = true;
        for (auto& [key, value] : peer.fields) value.clear();
        peer.line = static_cast<std::uint32_t>(xmlSAX2GetLineNumber(peer.parser));
    } else if (std::strcmp(text, "vat") == 0) {
        peer.in_vat = true;
    }
}

void on_text(void* context, const xmlChar* text, int size) {
    static_cast<Peer*>(context)->text.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(size));
}

void on_end(void* context, const xmlChar* name, const xmlChar*, const xmlChar*) {
    Peer& peer = *static_cast<Peer*>(context);
    const std::string_view text = reinterpret_cast<const char*>(name);
    if (peer.in_vat) {
        if (text == "vat") peer.in_vat = false;
    } else if (text == "trLine") {
        peer.in_line = false;
        post(peer);
    } else if (peer.in_line || text == "accID") {
        peer.fields[std::string(text)] = peer.text;
    } else if (text == "linesCount") {
        peer.ledger.make_room(std::stoul(peer.text));
    } else if (text == "accDesc") {
        peer.names[peer.fields["accID"]] = peer.text;
    } else if (text == "nr") {
        peer.entry = peer.text;
    } else if (text == "desc") {
        peer.description = peer.text;
    } else if (text == "periodNumber") {
        peer.period = peer.text;
    } else if (text == "jrnID") {
        peer.journal = peer.text;
    }
}

}  // namespace

std::string make_audit_text(std::int64_t lines) {
    std::mt19937 random(5);  // NOLINT: the same file every time
    std::string made =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<auditfile xmlns=\"http://www.auditfiles.nl/XAF/3.2\">\n"
        "<header><fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate></header>\n"
        "<company><generalLedger>\n<ledgerAccount><accID>1010</accID><accDesc>Bank</accDesc>"
        "<accTp>B</accTp></ledgerAccount>\n";
    for (int i = 100; i < 200; ++i) {
        made += "<ledgerAccount><accID>4" + std::to_string(i) + "</accID><accDesc>Rekening met een naam " +
                std::to_string(i) + "</accDesc><accTp>P</accTp></ledgerAccount>\n";
    }
    made += "</generalLedger><transactions>" + element("linesCount", std::to_string(lines)) +
            "<journal><jrnID>70</jrnID>\n";
    for (std::int64_t line = 0, entry = 1; line < lines; ++entry) {
        const std::int64_t count = std::min(2 + static_cast<std::int64_t>(random() % 3), lines - line);
        made += "<transaction>\n" + element("nr", std::to_string(entry)) +
                element("desc", "Inkoopfactuur " + std::to_string(entry)) +
                element("periodNumber", std::to_string(1 + line * 12 / lines)) + element("trDt", "2025-03-14");
        std::int64_t sum = 0;
        for (std::int64_t i = 1; i <= count; ++i) {
            const std::int64_t cents = i == count ? sum : 100 + static_cast<std::int64_t>(random() % 5'000'000);
            made += make_line(random, i, cents, i == count);
            sum += cents;
        }
        made += "</transaction>\n";
        line += count;
    }
    return made + "</journal></transactions></company></auditfile>\n";
}

std::size_t read_audit_with_begroot(std::span<const std::byte> bytes) {
    const exchange::SourceSettings settings{
        .profile = "", .sheet = "", .columns = {}, .year = {2025}, .account_kinds = {{Side::expense, "4*"}}};
    const auto reading = exchange::read_audit_file(bytes, "groot.xaf", "", settings);
    return reading ? reading->ledger.postings.size() : 0;
}

std::size_t read_audit_with_libxml2(std::span<const std::byte> bytes) {
    constexpr std::size_t piece_bytes = 64U << 10;
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    Peer peer;
    peer.parser = xmlCreatePushParserCtxt(&handler, &peer, nullptr, 0, "groot.xaf");
    xmlCtxtUseOptions(peer.parser, XML_PARSE_HUGE | XML_PARSE_NONET);
    for (std::size_t at = 0; at < text.size(); at += piece_bytes) {
        const std::string_view piece = text.substr(at, piece_bytes);
        xmlParseChunk(peer.parser, piece.data(), static_cast<int>(piece.size()), 0);
    }
    xmlParseChunk(peer.parser, nullptr, 0, 1);
    xmlFreeParserCtxt(peer.parser);
    return peer.ledger.postings.size();
}

}  // namespace begroot::bench
