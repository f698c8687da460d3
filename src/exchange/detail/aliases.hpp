#pragma once
// The heads under which offices export a column. Data, not code: a new system is a new word here.
//
// Aliases are normalised heads (lower-case letters and digits), best first, separated by spaces. `#` stands for the
// book year in four digits. An alias that ends in `>` counts only directly right of the column `rekening`, one that
// ends in `*` only beside a column with a year in each row.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace begroot::exchange::detail {

/// One meaning that a reading looks for, and its heads.
struct HeadRule {
    std::string_view meaning;
    std::string_view aliases;
    bool needed = false;
    bool amount = false;
    std::string_view spare_for =
        {};            ///< meanings, separated by spaces: with all of them found this one is not looked for
    bool shy = false;  ///< two columns that fit equally well leave it open instead of refusing the file
    /// Years from the book year to the one in which the school year of this amount begins; nothing for other columns.
    std::optional<std::int32_t> school_year_begins = {};
    bool of_row_years = false;  ///< counts only over a column with a year in each row
};

/// What a head may say beside its school year: `Schooljaar 2024-2025`, `Begroot 24/25`, `2024-2025` alone.
inline constexpr std::string_view school_words =
    "schooljaar sj cursusjaar begroting begroot totaal jaarbedrag begrotingschooljaar begrotingsj totaalschooljaar";

/// The heads of the two dimensions that only some offices have: bestuur and buurt.
inline constexpr std::string_view board_words = "bestuur schoolbestuur bestuursnummer bestuurcode bevoegdgezag";
inline constexpr std::string_view neighbourhood_words = "buurt buurtcode buurtnaam";

/// The columns of `begroting_per_maand`, in the order of `budget_heads`; the months follow each other.
enum BudgetColumn : unsigned {
    budget_rubric,
    budget_account,
    budget_name,
    budget_cost_centre,
    budget_cost_unit,
    budget_board,
    budget_neighbourhood,
    budget_row_year,
    budget_month,
    budget_year = budget_month + 12,
    budget_school_january_july,     ///< the school year that began in the year before
    budget_school_august_december,  ///< the school year that begins in the book year
    budget_columns
};

inline constexpr std::array<HeadRule, budget_columns> budget_heads{{
    {"rubriek", "rjrubriek rubriek rubriekcode rjo rj categorie"},
    {"rekening",
     "rekening rekeningnummer rekeningnr grootboekrekening grootboeknummer grootboek grootboekreknr account accountnr "
     "gbrekening gbr",
     true},
    {"omschrijving",
     "omschrijving> omschrijving rekeningnaam naamrekening omschrijvingrekening grootboekomschrijving naam benaming "
     "accountname"},
    {"kostenplaats", "kostenplaats kostenplaatscode codekostenplaats kpl costcenter costcentre"},
    {"kostendrager", "kostendrager kostendragercode codekostendrager kdr costunit"},
    {"bestuur", board_words, false, false, {}, true},
    {"buurt", neighbourhood_words, false, false, {}, true},
    {"jaar", "jaar boekjaar begrotingsjaar year", false, false, {}, false, {}, true},
    {"januari", "#jan jan# #januari januari# jan januari january maand1 maand01 periode1 periode01 p1 p01", false,
     true},
    {"februari", "#feb feb# #februari februari# feb februari february maand2 maand02 periode2 periode02 p2 p02", false,
     true},
    {"maart", "#mrt mrt# #maart maart# mrt maart mar maa march maand3 maand03 periode3 periode03 p3 p03", false, true},
    {"april", "#apr apr# #april april# apr april maand4 maand04 periode4 periode04 p4 p04", false, true},
    {"mei", "#mei mei# mei may maand5 maand05 periode5 periode05 p5 p05", false, true},
    {"juni", "#jun jun# #juni juni# jun juni june maand6 maand06 periode6 periode06 p6 p06", false, true},
    {"juli", "#jul jul# #juli juli# jul juli july maand7 maand07 periode7 periode07 p7 p07", false, true},
    {"augustus", "#aug aug# #augustus augustus# aug augustus august maand8 maand08 periode8 periode08 p8 p08", false,
     true},
    {"september", "#sep sep# #september september# sep sept september maand9 maand09 periode9 periode09 p9 p09", false,
     true},
    {"oktober", "#okt okt# #oktober oktober# okt oktober oct october maand10 periode10 p10", false, true},
    {"november", "#nov nov# #november november# nov november maand11 periode11 p11", false, true},
    {"december", "#dec dec# #december december# dec december maand12 periode12 p12", false, true},
    {"totaal",
     "totaal# begroting# jaartotaal# begroot# jaar# # jaartotaal totaal jaarbedrag begroting begroot jaar total "
     "bedrag* budget*",
     false, true},
    {"schooljaar_tot_juli", school_words, false, true, {}, false, -1},
    {"schooljaar_vanaf_augustus", school_words, false, true, {}, false, 0},
}};

/// The columns of a ledger export or a balance list, in the order of `ledger_heads`.
enum LedgerColumn : unsigned {
    ledger_year,
    ledger_period,
    ledger_year_period,
    ledger_date,
    ledger_journal,
    ledger_account,
    ledger_account_name,
    ledger_type,
    ledger_entry,
    ledger_entry_line,
    ledger_amount,
    ledger_debit,
    ledger_credit,
    ledger_debit_or_credit,
    ledger_opening,
    ledger_opening_debit,
    ledger_opening_credit,
    ledger_closing,
    ledger_closing_debit,
    ledger_closing_credit,
    ledger_description,
    ledger_cost_centre,
    ledger_cost_unit,
    ledger_board,
    ledger_neighbourhood,
    ledger_dimension_type,
    ledger_administration,
    ledger_currency,
    ledger_columns
};

inline constexpr std::array<HeadRule, ledger_columns> ledger_heads{{
    {"jaar", "jaar boekjaar financialyear year fiscalyear"},
    {"periode", "periodenummer periode periodenr boekperiode financialperiod period"},
    {"jaar_periode", "jaarperiode jaarperiodejjjjpp periodejaar jaarmaand boekmaand", false, false, "jaar periode"},
    {"datum",
     "datumboeking boekdatum boekingsdatum datum boekstukdatum entrydate transactiedatum mutatiedatum date trdt "
     "effdate",
     false, false, "jaar periode"},
    {"dagboek", "codedagboek dagboek dagboekcode dagboeknr journal"},
    {"rekening",
     "rekeningnummer rekening rekeningnr grootboekrekening grootboekrek grootboekcode grootboeknummer grootboeknr "
     "grootboek glaccountcode glaccount account accountnr number categorie code",
     true},
    {"rekeningnaam",
     "rekeningnaam naamrekening omschrijvingrekening grootboekreknaam grootboekrekeningnaam grootboekomschrijving "
     "glaccountdescription gldescription omschrijving> naam name"},
    {"type_rekening", "typerekening rekeningtype soortrekening accounttype"},
    {"journaalpost",
     "nummerjournaalpost journaalpost journaalpostnummer boekingsnummer bkstnr journalentryid boekstuknummer "
     "boekstuknr boekstuk onzeref"},
    {"volgnummer", "volgnummerjournaalpost volgnummer regelnr regelnummer regel"},
    {"bedrag",
     "basisbedrag bedrageur bedrageuro bedragineur bedragineuro amountdc amounteur bedrag amount mutatiesmutaties "
     "mutatiessaldo mutatiebedrag "
     "mutaties mutatie",
     false,
     true,
     {},
     true},
    {"debet",
     "mutatiesdebet mutatiedebet periodedebet proefbalansdebet bedragdebet debet debit debetbedrag bedragendebet",
     false,
     true,
     {},
     true},
    {"credit",
     "mutatiescredit mutatiecredit periodecredit proefbalanscredit bedragcredit credit creditbedrag bedragencredit",
     false,
     true,
     {},
     true},
    {"debet_credit", "dc debetcredit cd codedc"},
    {"begin", "beginsaldo beginbalans openingssaldo beginbalanssaldo", false, true, {}, true},
    {"begin_debet", "beginbalansdebet beginsaldodebet", false, true, {}, true},
    {"begin_credit", "beginbalanscredit beginsaldocredit", false, true, {}, true},
    {"eind", "eindsaldo eindbalans saldo eindbalanssaldo", false, true, {}, true},
    {"eind_debet", "eindbalansdebet eindsaldodebet saldibalansdebet saldodebet", false, true, {}, true},
    {"eind_credit", "eindbalanscredit eindsaldocredit saldibalanscredit saldocredit", false, true, {}, true},
    {"omschrijving",
     "omschrijvingboeking boekingsomschrijving omschrijvingboekingsregel regelomschrijving omschrijvingmutatie "
     "omschrijving description"},
    {"kostenplaats", "kostenplaats kostenplaatscode codekostenplaats kplrel kpl costcenter costcentre costcentercode"},
    {"kostendrager",
     "kostendrager kostendragercode codekostendrager actproj kdr costunit costunitcode projectcode project"},
    {"bestuur", board_words, false, false, {}, true},
    {"buurt", neighbourhood_words, false, false, {}, true},
    {"soort_kostenplaats", "dimensietype2"},
    {"administratie",
     "administratie administratiecode administratienummer codeadministratie admcode division",
     false,
     false,
     {},
     true},
    {"valuta", "valuta valutacode codevaluta munt muntsoort currency currencycode", false, false, {}, true},
}};

/// Heads of amounts in euros, whatever a column with the currency of the booking says.
inline constexpr std::array<std::string_view, 7> euro_heads{"basisbedrag",  "bedrageur", "bedrageuro", "bedragineur",
                                                            "bedragineuro", "amountdc",  "amounteur"};

/// Heads of personal data: a file with such a column is refused before a single row is read.
inline constexpr std::array<std::string_view, 44> personal_heads{"bsn",
                                                                 "bsnnummer",
                                                                 "bsnleerling",
                                                                 "burgerservicenummer",
                                                                 "sofinummer",
                                                                 "onderwijsnummer",
                                                                 "leerlingnaam",
                                                                 "naamleerling",
                                                                 "leerling",
                                                                 "leerlingnummer",
                                                                 "leerlingid",
                                                                 "eckid",
                                                                 "geboortedatum",
                                                                 "voornaam",
                                                                 "achternaam",
                                                                 "voornaamleerling",
                                                                 "achternaamleerling",
                                                                 "leerl",
                                                                 "leerlnr",
                                                                 "naamleerl",
                                                                 "llnr",
                                                                 "llnaam",
                                                                 "naamll",
                                                                 "pgn",
                                                                 "pgnnummer",
                                                                 "pgnnr",
                                                                 "pgnleerling",
                                                                 "onderwijsnr",
                                                                 "roepnaam",
                                                                 "roepnamen",
                                                                 "voornamen",
                                                                 "naamkind",
                                                                 "kindnaam",
                                                                 "voornaamkind",
                                                                 "achternaamkind",
                                                                 "roepnaamkind",
                                                                 "geboortedat",
                                                                 "gebdat",
                                                                 "gebdatum",
                                                                 "client",
                                                                 "clientnr",
                                                                 "clientnummer",
                                                                 "clientid",
                                                                 "naamclient"};

/// Words that make a head personal whatever stands beside them: `Burgerservicenummer (BSN) leerling`.
inline constexpr std::array<std::string_view, 10> personal_words{
    "burgerservice",   "geboortedatum", "leerlingnaam", "naamleerling", "leerlingnummer",
    "onderwijsnummer", "leerlingnr",    "gebdatum",     "clientnaam",   "roepnaamleerling"};

}  // namespace begroot::exchange::detail
