#include "base/check.hpp"
#include "live/detail/actual_rows.hpp"

#include <array>
#include <map>
#include <utility>

namespace begroot::live::detail {

namespace {

/// One column of the sheet.
struct PostingColumn {
    const char* head;
    double width;
    ListKind kind;
    bool tells = true;  ///< it tells one posting from another
};

constexpr std::array<PostingColumn, 14> posting_columns{{{"Regel", 16, ListKind::repeated, false},
                                                         {"Jaar", 7, ListKind::whole},
                                                         {"Periode", 9, ListKind::whole},
                                                         {"Rekening", 11, ListKind::repeated},
                                                         {"Rekeningnaam", 30, ListKind::repeated, false},
                                                         {"Kosten-\nplaats", 10, ListKind::repeated},
                                                         {"Kosten-\ndrager", 12, ListKind::repeated},
                                                         {"Dagboek", 10, ListKind::repeated},
                                                         {"Boeking", 12, ListKind::text},
                                                         {"Omschrijving", 40, ListKind::text},
                                                         {"Bedrag", 14, ListKind::cents},
                                                         {"Koppelregel", 34, ListKind::repeated, false},
                                                         {"Bestand en blad", 34, ListKind::repeated, false},
                                                         {"Cel", 12, ListKind::text, false}}};

/// Up to the amount: where a posting was found is for the screen, and would make the print small.
constexpr std::uint16_t printed_columns = 11;

/// Makes the rows of the sheet: the parts of each posting, or the posting itself where it is in no line.
class PostingList {
public:
    explicit PostingList(const LiveActuals& actuals) : facts_(actuals.facts), keys_(actuals) {
        const std::vector<PostingPart>& parts = *facts_.posting_parts;
        const std::size_t postings = facts_.ledger->postings.size();
        rows_.reserve(postings + parts.size());
        std::size_t next = 0;
        for (std::size_t i = 0; i < postings; ++i) {
            const auto posting = static_cast<std::uint32_t>(i);
            if (next == parts.size() || parts[next].posting != posting) rows_.push_back({posting, no_part});
            for (; next < parts.size() && parts[next].posting == posting; ++next)
                rows_.push_back({posting, static_cast<std::uint32_t>(next)});
        }
        BEGROOT_CHECK(next == parts.size(), "delen in de volgorde van de mutaties");
    }

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }

    void fill(std::uint32_t row, std::span<ListValue> values) {
        const auto& [index, part_index] = rows_[row];
        const Posting& posting = facts_.ledger->postings[index];
        const Coding& coding = *posting.coding;
        const PostingPart* part = part_index == no_part ? nullptr : &(*facts_.posting_parts)[part_index];
        const Origin origin = posting.origin();
        cell_ = origin_name(origin) + (is_computed(origin) ? " (berekend)" : "");
        std::size_t at = 0;
        values[at++].text = keys_.of(posting, part);
        values[at++].number = posting.period().year;
        values[at++].number = posting.period().number;
        values[at++].text = coding.account.text();
        values[at++].text = posting.account_name.text();
        values[at++].text = coding.cost_centre.text();
        values[at++].text = coding.cost_unit.text();
        values[at++].text = coding.journal.text();
        values[at++].text = posting.entry.text();
        values[at++].text = posting.description.text();
        values[at++].number = (part == nullptr ? posting.amount : part->amount).cents();
        values[at++].text = rule_of(part);
        values[at++].text = place_of(coding);
        values[at++].text = cell_;
    }

private:
    static constexpr std::uint32_t no_part = UINT32_MAX;

    [[nodiscard]] std::string_view rule_of(const PostingPart* part) const {
        if (part == nullptr) return {};
        return part->rule ? std::string_view((*facts_.rules)[*part->rule].name) : "(geen koppelregel)";
    }

    /// Names file and sheet; each is named once and kept.
    [[nodiscard]] std::string_view place_of(const Coding& coding) {
        const SourceSheet* sheet = coding.sheet.get();
        if (sheet == nullptr) return {};
        const auto [found, is_new] = places_.try_emplace(sheet);
        if (is_new) found->second = sheet->file + (sheet->sheet.empty() ? "" : ", blad " + sheet->sheet);
        return found->second;
    }

    report::Facts facts_;
    PostingKeys keys_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> rows_;  ///< posting, part
    std::map<const SourceSheet*, std::string> places_;
    std::string cell_;
};

}  // namespace

bool tells_posting(std::uint32_t column) { return posting_columns.at(column).tells; }

Grid postings_sheet(const ExportInput& input) {
    Grid grid;
    grid.name = sheet_postings;
    grid.cells.push_back({0, 0, std::string("Mutaties"), "", GridRole::title, {}, 0});
    grid.cells.push_back({1, 0, input.organisation + "; bedragen: debet min credit", "", GridRole::subtitle, {}, 0});
    grid.cells.push_back(
        {2,
         0,
         std::string(
             "Elke regel van het grootboek met de regel van Begroot-werkelijk waar hij in telt en zijn herkomst."),
         "",
         GridRole::subtitle,
         {},
         0});
    for (std::size_t i = 0; i < posting_columns.size(); ++i) {
        const PostingColumn& column = posting_columns.at(i);
        const GridNumber number =
            column.kind == ListKind::cents || column.kind == ListKind::whole ? GridNumber::whole : GridNumber::none;
        grid.cells.push_back(
            {actual_head_row, static_cast<std::uint16_t>(i), std::string(column.head), "", GridRole::head, number, 0});
        grid.widths.push_back(column.width);
        grid.list.columns.push_back(column.kind);
    }
    const auto list = std::make_shared<PostingList>(*input.actuals);
    grid.list.first_row = first_actual_row;
    grid.list.rows = list->size();
    grid.list.fill = [list](std::uint32_t row, std::span<ListValue> values) { list->fill(row, values); };
    grid.head_row = actual_head_row;
    grid.frozen_rows = first_actual_row;
    grid.frozen_columns = 1;
    grid.print_columns = printed_columns;
    grid.is_protected = true;
    return grid;
}

}  // namespace begroot::live::detail
