"""Writes the example partnership PO as a workbook: by hand, from the rules of the bekostiging, not from our model file.

Every row is one figure over the years, every cell a plain Excel formula as a controller would type it. In the texts
below `[name]` stands for the cell of that row in the same year, `[name-1]` for the year before it. The inputs are typed
here once more; the scenarios are the questions of models/swv-po-voorbeeld.toml, as changed inputs.
"""
import re

import openpyxl
from openpyxl.utils import get_column_letter

EARLIEST, OPENING, FIRST, LAST = 2019, 2023, 2024, 2034
YEARS = range(FIRST, LAST + 1)
INPUTS, LINES, BALANCE, CASH, RATIOS = "Aannamen", "Baten en lasten", "Balans", "Kasstroom", "Kengetallen"
CATEGORIES = ["laag", "midden", "hoog"]
CELLS = [f"{place}.{category}" for place in ("so", "residentieel") for category in CATEGORIES]
BOARDS = ["bestuur_a", "bestuur_b", "bestuur_c"]
ROLES = ["directie", "op", "oop"]


def later(first, text, last=LAST):
    return {year: text for year in range(first, last + 1)}


def shrinking(percent):
    return {year: f"({{}})*(1-{percent}%)^{year - FIRST}" for year in YEARS}


# What a question changes: figure -> year -> the new value, with {} for the old one.
SCENARIOS = {
    "basis": {},
    "leerlingdaling": {"leerlingen": shrinking(1.5)},
    "deelname_stijgt": {"deelname.so.laag": later(2025, "({})+0.1%")},
    "andere_noemer": {"so_in_noemer": later(2025, "1")},
    "hogere_indexatie": {"loonstijging": later(2025, "({})+1%")},
    "meer_plaatsen": {"plaatsen": later(2025, "({})+6"), "tarief_plaats": {2025: "10040"}},
    "afbouw_reserve": {"onttrekking": later(2025, "150000", 2028)},
    "korting_terug": {"korting": {2026: "13.5"}},
    "groep_in_plaats_van_individueel": {"groepen": later(2025, "({})+1"), "arrangementen": later(2025, "({})-14")},
    "verschuiving_van_begin": {"verschuiving": later(2025, "5%", 2028)},
    "verschuiving_van_rest": {"verschuiving": later(2025, "5%", 2028), "verschuiving_stapelt": later(2025, "1")},
    "telfout": {"niet_geteld": {2025: "25"}},
    "vangnet_groei": {"toename_na.laag": {2026: "({})+10"}},
    "eigen_aandeel_besturen": {"medeverantwoordelijkheid": later(2026, "25%")},
    "uitgeput": {name: later(2025, "({})*1.6") for name in ["deelname_sbo"] + [f"deelname.{cell}" for cell in CELLS]},
    "late_indexatie": {name: {2025: "({})*1.015"} for name in
                       ["bedrag_licht", "bedrag_zwaar", "tarief_sbo"] + [f"tarief.{one}" for one in CATEGORIES]},
    "subsidie_weg_personeel_blijft": {"fte_hb": later(2026, "1")},
    "tegenwind": {"leerlingen": shrinking(1.5), "deelname.so.laag": later(2025, "({})+0.1%"),
                  "tarief.laag": {2025: "13455.87"}, "tarief.midden": {2025: "21895.36"},
                  "tarief.hoog": {2025: "32676.31"}, "tarief_sbo": {2025: "6899.9"}},
}


class Book:
    """A workbook: where each figure stands, its formulas as text until all figures have a place, and what a question
    changes."""

    def __init__(self, changes):
        self.book = openpyxl.Workbook()
        self.book.active.title = INPUTS
        for title in (LINES, BALANCE, CASH, RATIOS):
            self.book.create_sheet(title)
        for sheet in self.book.worksheets:
            sheet.append(["", *range(EARLIEST, LAST + 1)])
        self.places = {}
        self.texts = []
        self.changes = dict(changes)

    def row(self, title, name, text, first=FIRST, given=None):
        """Adds a row from `first` on: the given values, and the formula in every other year."""
        sheet = self.book[title]
        sheet.append([name])
        self.places[name] = (title, sheet.max_row)
        for year in range(first, LAST + 1):
            if given and year in given:
                sheet.cell(sheet.max_row, 2 + year - EARLIEST, given[year])
            else:
                self.texts.append((title, sheet.max_row, year, text))

    def input(self, name, given, text=None):
        """Adds an input: the typed years, then `text` or the last value again. What a question changes stands in a row
        of its own, over the unchanged one, so that the change of one year does not grow on into the next."""
        changes = self.changes.pop(name, None)
        plain = name if changes is None else name + ".ongewijzigd"
        self.row(INPUTS, plain, (text or "[{}-1]").replace(f"[{name}-1]", "[{}-1]").format(plain), min(given), given)
        if changes is None:
            return
        self.row(INPUTS, name, "", LAST + 1)
        for year in range(min(given), LAST + 1):
            changed = changes.get(year, "{}").format(f"[{plain}]")
            self.texts.append((INPUTS, self.places[name][1], year, changed))

    def line(self, name, text):
        self.row(LINES, name, f"ROUND({text},2)")

    def item(self, name, opening, text):
        self.row(BALANCE, name, f"ROUND({text},2)", OPENING, {OPENING: opening})

    def save(self, path):
        for title, row, year, text in self.texts:
            def address(found, year=year):
                sheet, line = self.places[found.group(1)]
                return f"'{sheet}'!{get_column_letter(2 + year - int(found.group(2) or 0) - EARLIEST)}{line}"
            formula = re.sub(r"\[([a-z0-9_.]+)(?:-(\d))?\]", address, text)
            self.book[title].cell(row, 2 + year - EARLIEST, "=" + formula)
        self.book.save(path)


def write_pupils(book):
    book.input("leerlingen", {2023: 10000, 2024: 9970, 2025: 9940, 2026: 9905, 2027: 9880, 2028: 9850},
               "[leerlingen-1]*(1-0.3%)")
    for name, value in {"niet_geteld": 0, "grens_in": 18, "grens_uit": 18, "deelname_sbo": 0.024, "so_in_noemer": 0,
                        "verschuiving": 0, "verschuiving_stapelt": 0}.items():
        book.input(name, {2023: value})
    for cell, share in zip(CELLS, [0.016, 0.0025, 0.0035, 0.0003, 0.0001, 0.0001]):
        book.input(f"deelname.{cell}", {2023: share})
    shares = "+".join(f"[deelname.{cell}]" for cell in CELLS)
    for cell in CELLS:
        book.row(INPUTS, f"bruto.{cell}", f"[deelname.{cell}]*[leerlingen]/(1-[so_in_noemer]*({shares}))", OPENING)
    # yearly 5% of the beginning adds up, yearly 5% of what is left multiplies
    book.row(INPUTS, "opgeteld", "[opgeteld-1]+[verschuiving]", OPENING, {OPENING: 0})
    book.row(INPUTS, "over", "[over-1]*(1-[verschuiving])", OPENING, {OPENING: 1})
    everyone = "+".join(f"[bruto.{cell}]" for cell in CELLS)
    book.row(INPUTS, "verschoven", f"ROUNDUP(IF([verschuiving_stapelt]=1,1-[over],[opgeteld])*({everyone}),0)", OPENING)
    for cell in CELLS:
        book.row(INPUTS, f"tlv.{cell}", f"[bruto.{cell}]" + ("-[verschoven]" if cell == "so.laag" else ""), OPENING)
    book.row(INPUTS, "tlv_sbo", "[deelname_sbo]*[leerlingen]", OPENING)
    book.row(INPUTS, "leerlingen_sbo", "[tlv_sbo]-[grens_uit]+[grens_in]", OPENING)
    book.row(INPUTS, "leerlingen_bao", "[leerlingen]-[leerlingen_sbo]", OPENING)


def write_rates(book):
    book.input("loonstijging", {2024: 0.035, 2025: 0.03, 2026: 0.025})
    book.input("prijsstijging", {2024: 0.028, 2025: 0.024, 2026: 0.02})
    book.row(INPUTS, "indexatie", "89.15%*[loonstijging]+10.85%*[prijsstijging]")
    book.input("bedrag_zwaar", {2023: 490.77}, "ROUND([bedrag_zwaar-1]*(1+[indexatie]),2)")
    book.input("korting", {2023: 13.5, 2024: 0})
    for name, value in {"bedrag_licht": 206, "tarief_sbo": 6634.52, "tarief.laag": 12938.34, "tarief.midden": 21053.23,
                        "tarief.hoog": 31419.53, "bedrag_smw": 111.96, "bedrag_basis": 45}.items():
        book.input(name, {2024: value}, f"ROUND([{name}-1]*(1+[indexatie]),2)")
    book.input("tarief_plaats", {2024: 9600, 2025: 9800}, "ROUND([tarief_plaats-1]*(1+[indexatie]),2)")
    for name, value in {"kosten_arrangement": 8000, "eigen_deel": 4000, "kosten_groep": 45000, "kosten_groepsplek": 7500,
                        "loon.directie": 128000, "loon.op": 92000, "loon.oop": 68000}.items():
        book.input(name, {2024: value}, f"[{name}-1]*(1+[loonstijging])")
    for name, value in {"gemeente": 60000, "huur": 48000, "beheer": 82000, "bestuur": 34000, "evaluatie": 30000}.items():
        book.input(name, {2024: value}, f"[{name}-1]*(1+[prijsstijging])")


def write_programmes(book):
    book.input("hb_toegekend", {2024: 90000, 2025: 90000, 2026: 0})
    book.input("hb_ontvangen", {2024: 90000, 2025: 67500, 2026: 0})
    book.input("fte_hb", {2024: 1, 2025: 1, 2026: 0})
    for name, values in {"arrangementen": (60, 60), "groepen": (2, 2), "plaatsen": (10, 14)}.items():
        book.input(name, {2023: values[0], 2024: values[1]})  # 2023: schooljaar 2023-2024
    for name, value in {"fte.directie": 1, "fte.op": 2, "fte.oop": 1.4, "fte_expertise": 1.5, "fte_steunpunt": 0.6,
                        "dotatie": 8000, "gebruik": 6000, "medeverantwoordelijkheid": 0, "rente": 0.01,
                        "toename_voor.laag": 8, "toename_voor.midden": 1, "toename_voor.hoog": 1,
                        "toename_na.laag": 6, "toename_na.midden": 1, "toename_na.hoog": 0, "buffer": 200000}.items():
        book.input(name, {2024: value})
    book.input("investeringen", {2019: 15000, 2020: 15000, 2021: 15000, 2022: 15000, 2023: 15000, 2024: 16000})
    book.input("onttrekking", {2024: 40000, 2025: 90000, 2026: 90000, 2027: 90000, 2028: 90000, 2029: 0})
    for board, pupils, cases in zip(BOARDS, (0.5, 0.3, 0.2), (0.58, 0.27, 0.15)):
        book.input(f"leerlingdeel.{board}", {2023: pupils})
        book.input(f"tlvdeel.{board}", {2023: cases})


def write_lines(book):
    book.line("licht", "([leerlingen_bao-1]-[niet_geteld-1])*[bedrag_licht]")
    book.line("zwaar", "([leerlingen-1]-[niet_geteld-1])*[bedrag_zwaar]")
    book.line("generieke_korting", "-MIN([leerlingen-1]*[korting],MAX(0,[eigen_vermogen-1]-"
                                   "MAX(3.5%*([licht]+[zwaar]),250000)))")
    book.line("schoolmaatschappelijk_werk", "420*[bedrag_smw]")
    book.line("hb_subsidie", "[hb_toegekend]")
    book.line("gemeenten", "[gemeente]")
    for cell in CELLS:
        book.line(f"afdracht_so.{cell}", f"[tlv.{cell}-1]*[tarief.{cell.split('.')[1]}]")
    book.line("afdracht_sbo", "[tlv_sbo-1]*[tarief_sbo]")
    deductions = "+".join(f"[afdracht_so.{cell}]" for cell in CELLS)
    for board in BOARDS:
        book.line(f"bijdrage_besturen.{board}",
                  f"[medeverantwoordelijkheid]*[tlvdeel.{board}]*({deductions}+[afdracht_sbo])")
    book.line("rentebaten", "[rente]*MAX(0,[liquide_middelen-1])")
    for role in ROLES:
        book.line(f"salarissen.{role}", f"[fte.{role}]*[loon.{role}]")
    book.line("expertise_delen", "[fte_expertise]*[loon.op]")
    book.line("steunpunt", "[fte_steunpunt]*[loon.op]")
    book.line("begaafde_leerlingen", "[fte_hb]*[loon.op]")
    book.line("dotatie_voorziening", "[dotatie]")
    book.line("afschrijvingen", "(" + "+".join(f"[investeringen-{back}]" for back in range(1, 6)) + ")/5")
    book.line("huisvesting", "[huur]")
    book.line("administratie", "[beheer]")
    book.line("kwaliteit", "[evaluatie]")
    book.line("bestuurslasten", "[bestuur]")
    # licht pays for sbo down to nothing; what it is short comes out of zwaar; what zwaar is short the boards pay
    book.line("uitputting", f"-MAX(0,{deductions}+MAX(0,[afdracht_sbo]-[licht])-[zwaar]-[generieke_korting])")
    grown = "[toename_na.laag]+[toename_na.midden]+[toename_na.hoog]>" \
            "[toename_voor.laag]+[toename_voor.midden]+[toename_voor.hoog]"
    for category in CATEGORIES:
        book.line(f"vangnet.{category}", f"IF({grown},MAX(0,[toename_na.{category}]),0)*[tarief.{category}]")
    for board in BOARDS:
        book.line(f"basisondersteuning.{board}", f"[leerlingen_bao-1]*[leerlingdeel.{board}]*[bedrag_basis]")
    book.line("individuele_arrangementen",
              "(7/12*[arrangementen-1]+5/12*[arrangementen])*MAX(0,[kosten_arrangement]-[eigen_deel])")
    book.line("groepsarrangementen", "(7/12*[groepen-1]+5/12*[groepen])*[kosten_groep]")
    book.line("groepsplekken", "[verschoven-1]*[kosten_groepsplek]")
    book.line("tussenvoorziening", "(7/12*[plaatsen-1]+5/12*[plaatsen])*[tarief_plaats]")
    book.line("doorbetaling_smw", "[schoolmaatschappelijk_werk]")
    book.line("terug_naar_besturen", "+".join(f"[bijdrage_besturen.{board}]" for board in BOARDS))
    book.line("extra_doorbetaling", "MAX(0,MIN([onttrekking],[eigen_vermogen-1]-[buffer]))")


INCOME = ["licht", "zwaar", "generieke_korting", "schoolmaatschappelijk_werk", "hb_subsidie", "gemeenten",
          *(f"bijdrage_besturen.{board}" for board in BOARDS)]
DEDUCTED = [*(f"afdracht_so.{cell}" for cell in CELLS), "afdracht_sbo", "uitputting"]
EXPENSE = [*(f"salarissen.{role}" for role in ROLES), "expertise_delen", "steunpunt", "begaafde_leerlingen",
           "dotatie_voorziening", "afschrijvingen", "huisvesting", "administratie", "kwaliteit", "bestuurslasten",
           *DEDUCTED, *(f"vangnet.{one}" for one in CATEGORIES), *(f"basisondersteuning.{board}" for board in BOARDS),
           "individuele_arrangementen", "groepsarrangementen", "groepsplekken", "tussenvoorziening", "doorbetaling_smw",
           "terug_naar_besturen", "extra_doorbetaling"]
ASSETS = ["materiele_vaste_activa", "vorderingen", "liquide_middelen"]
LIABILITIES = ["eigen_vermogen", "voorzieningen", "crediteuren", "vangnet_te_betalen", "vooruitontvangen_hb"]


def add(names):
    return "+".join(f"[{name}]" for name in names)


def write_statements(book):
    book.row(LINES, "totaal_baten", add(INCOME))
    book.row(LINES, "totaal_lasten", add(EXPENSE))
    book.row(LINES, "resultaat", "[totaal_baten]-[totaal_lasten]+[rentebaten]")
    book.row(LINES, "afdrachten_duo", add(DEDUCTED))
    book.row(LINES, "netto_baten", "[totaal_baten]-[afdrachten_duo]")
    # what came in and went out: the result, less what is no money in this year
    book.row(CASH, "afschrijving_min_investering", "[afschrijvingen]-[investeringen]")
    book.row(CASH, "dotatie_min_gebruik", "[dotatie_voorziening]-[gebruik]")
    book.row(CASH, "mutatie_vorderingen", "[vorderingen-1]-[vorderingen]")
    book.row(CASH, "mutatie_crediteuren", "[crediteuren]-[crediteuren-1]")
    book.row(CASH, "mutatie_vangnet", "[vangnet_te_betalen]-[vangnet_te_betalen-1]")
    book.row(CASH, "mutatie_subsidie", "[hb_ontvangen]-[hb_subsidie]")
    book.row(CASH, "kasstroom", "[resultaat]+[afschrijving_min_investering]+[dotatie_min_gebruik]+[mutatie_vorderingen]+"
                                "[mutatie_crediteuren]+[mutatie_vangnet]+[mutatie_subsidie]")
    book.item("materiele_vaste_activa", 45000, "[materiele_vaste_activa-1]+[investeringen]-[afschrijvingen]")
    book.item("vorderingen", 180000, "2.5%*[totaal_baten]")
    book.item("liquide_middelen", 832500, "[liquide_middelen-1]+[kasstroom]")
    book.item("eigen_vermogen", 620000, "[eigen_vermogen-1]+[resultaat]")
    book.item("voorzieningen", 60000, "[voorzieningen-1]+[dotatie_voorziening]-[gebruik]")
    book.item("crediteuren", 330000, "17%*([totaal_lasten]-[afdrachten_duo])")
    book.item("vangnet_te_betalen", 25000, add(f"vangnet.{one}" for one in CATEGORIES))
    book.item("vooruitontvangen_hb", 22500, "[vooruitontvangen_hb-1]+[hb_ontvangen]-[hb_subsidie]")
    book.row(BALANCE, "totaal_activa", add(ASSETS))
    book.row(BALANCE, "totaal_passiva", add(LIABILITIES))


def write_ratios(book):
    book.row(RATIOS, "solvabiliteit_1", "[eigen_vermogen]/[totaal_passiva]")
    book.row(RATIOS, "solvabiliteit_2", "([eigen_vermogen]+[voorzieningen])/[totaal_passiva]")
    book.row(RATIOS, "liquiditeit", "([vorderingen]+[liquide_middelen])/"
                                    "([crediteuren]+[vangnet_te_betalen]+[vooruitontvangen_hb])")
    book.row(RATIOS, "rentabiliteit", "[resultaat]/[totaal_baten]")
    book.row(RATIOS, "weerstandsvermogen", "[eigen_vermogen]/[totaal_baten]")
    book.row(RATIOS, "signaalwaarde_vermogen", "MAX(3.5%*[totaal_baten],250000)")
    book.row(RATIOS, "bovenmatig_vermogen", "MAX(0,[eigen_vermogen]-[signaalwaarde_vermogen])")
    so = "+".join(f"[tlv.{cell}]" for cell in CELLS)
    book.row(RATIOS, "leerlingen_geteld", "[leerlingen]")
    book.row(RATIOS, "leerlingen_tlv_so", so)
    book.row(RATIOS, "fte_op", "[fte.op]+[fte_expertise]+[fte_steunpunt]+[fte_hb]")
    book.row(RATIOS, "so_van_bao_en_sbo", f"({so})/[leerlingen]")
    book.row(RATIOS, "so_van_alle_leerlingen", f"({so})/([leerlingen]+{so})")
    book.row(RATIOS, "ruimte_boven_buffer", "[eigen_vermogen]-[buffer]")


def write(scenario, path):
    """Writes the workbook of one scenario; gives sheet and row of every figure."""
    book = Book(SCENARIOS[scenario])
    write_pupils(book)
    write_rates(book)
    write_programmes(book)
    write_lines(book)
    write_statements(book)
    write_ratios(book)
    if book.changes:
        raise RuntimeError(f"{scenario}: no input takes {sorted(book.changes)}")
    book.save(path)
    return book.places
