#!/usr/bin/env python3
"""Makes the small workbooks and wrong files of the error tests, each the smallest that causes its message.

    make_workbooks.py          writes the files beside the tests
    make_workbooks.py --check  fails when a file on disk differs from what this script makes

Hand-written zip and XML, not a library: half of these files must be wrong in a way that no library writes.
"""
import io
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).resolve().parent
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
LEDGER = ["Jaar", "Periode", "Rekening", "Rekeningnaam", "Type rekening", "Journaalpost", "Debet", "Credit", "Omschrijving boeking",
          "Kostenplaats", "Kostendrager"]
BUDGET = ["Rubriek", "Rekening", "Omschrijving", "Kostenplaats", "Kostendrager", "Totaal"]
MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()


class Xml(str):
    """A cell written as is; COLUMN stands for its place."""


ERROR = Xml('<c r="PLACE" t="e"><v>#REF!</v></c>')
FORMULA = Xml('<c r="PLACE"><f>500+500</f></c>')


def posting(debit=1000, credit="", account="4000", period=1, year=2025, kind="Kosten", entry="", text="Inkoop", cost_unit=""):
    """One row of bookings."""
    return [year, period, account, "Inkoop", kind, entry, debit, credit, text, "100", cost_unit]


def line(year=1000, account="4000", rubric="4.4"):
    """One row of a budget."""
    return [rubric, account, "Inkoop", "100", "", year]


def column(index):
    return chr(ord("A") + index)


def cell_xml(place, value):
    if isinstance(value, Xml):
        return value.replace("PLACE", place)
    if value == "":
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def sheet_xml(rows, extra="", hidden_rows=()):
    body = ""
    for number, row in enumerate(rows, 1):
        cells = "".join(cell_xml(f"{column(i)}{number}", value) for i, value in enumerate(row))
        body += f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if number in hidden_rows else ""}>{cells}</row>'
    return f'<worksheet {NS}>{extra}<sheetData>{body}</sheetData></worksheet>'


def parts(sheets, hidden=()):
    """Gives the parts of a workbook; sheets is {name: xml}."""
    names = list(sheets)
    listed = "".join(f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}"{" state=" + chr(34) + "hidden" + chr(34) if name in hidden else ""}/>'
                     for i, name in enumerate(names, 1))
    targets = "".join(f'<Relationship Id="rId{i}" Type="{REL}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(names) + 1))
    result = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {NS} xmlns:r="{REL}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{targets}</Relationships>',
    }
    for i, xml in enumerate(sheets.values(), 1):
        result[f"xl/worksheets/sheet{i}.xml"] = xml
    return result


def zipped(members):
    """Packs parts into a zip, always the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def book(rows, name="Blad1", **how):
    return zipped(parts({name: sheet_xml(rows, **how)}))


def ledger(*rows, **how):
    return book([LEDGER, *rows], "Mutaties", **how)


def typed(members):
    """Packs a workbook that names the type of every part: LibreOffice opens no other."""
    spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    kinds = {"xl/workbook.xml": "sheet.main", "xl/worksheets/sheet1.xml": "worksheet"}
    named = "".join(f'<Override PartName="/{part}" ContentType="{spreadsheet}.{kind}+xml"/>' for part, kind in kinds.items())
    types = members["[Content_Types].xml"].replace("</Types>", named + "</Types>")
    return zipped({**members, "[Content_Types].xml": types})


def open_document(rows):
    """Packs a sheet of bookings as .ods, as small as LibreOffice opens it."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{office}:{name}:1.0"' for name in ("office", "table", "text"))

    def cell(value):
        if value == "":
            return "<table:table-cell/>"
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'

    body = "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows)
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({
        "mimetype": kind,
        "content.xml": f'<office:document-content {spaces} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Mutaties">'
                       f'{body}</table:table></office:spreadsheet></office:body></office:document-content>',
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
                                 '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'})


def budget(*rows, **how):
    return book([BUDGET, *rows], "Begroting", **how)


def ole(*streams):
    """An old Office file: a header and a directory with the names of the streams."""
    header = bytes.fromhex("D0CF11E0A1B11AE1").ljust(30, b"\0") + (9).to_bytes(2, "little")
    entries = b""
    for name in streams:
        units = name.encode("utf-16-le")
        entries += units.ljust(64, b"\0") + (len(units) + 2).to_bytes(2, "little") + bytes(62)
    return header.ljust(512, b"\0") + entries.ljust(512, b"\0")


def without(part):
    members = parts({"Mutaties": sheet_xml([LEDGER, posting()])})
    del members[part]
    return zipped(members)


def changed(part, old, new):
    members = parts({"Mutaties": sheet_xml([LEDGER, posting()])})
    assert old in members[part]
    members[part] = members[part].replace(old, new)
    return zipped(members)


def extended(extra):
    """Adds parts to a good workbook."""
    return zipped({**parts({"Mutaties": sheet_xml([LEDGER, posting()])}), **extra})


def formatted(code, members):
    """Gives style 1, which cells name with s="1", a number format."""
    main = members["xl/_rels/workbook.xml.rels"].replace("</Relationships>", f'<Relationship Id="rId9" Type="{REL}/styles" Target="styles.xml"/></Relationships>')
    styles = f'<styleSheet {NS}><numFmts count="1"><numFmt numFmtId="164" formatCode="{escape(code, {chr(34): "&quot;"})}"/></numFmts>' \
             '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    return zipped({**members, "xl/_rels/workbook.xml.rels": main, "xl/styles.xml": styles})


def styled(number):
    """A number in style 1."""
    return Xml(f'<c r="PLACE" s="1"><v>{number}</v></c>')


def without_column(name):
    place = LEDGER.index(name)
    return book([[cell for i, cell in enumerate(row) if i != place] for row in (LEDGER, posting())], "Mutaties")


GOOD = ledger(posting())
GOOD_BUDGET = budget(line())
MONTHLY = BUDGET[:5] + MONTHS + BUDGET[5:]
SCHOOL_MONTHS = book([BUDGET[:5] + [f"{month}-{24 if i < 5 else 25}" for i, month in enumerate(MONTHS[7:] + MONTHS[:7])] + ["Totaal"],
                      line()[:5] + [100] * 11 + [300, 1400]], "Begroting")
TYPE_ERROR = "Anders"

# What stands in which folder. `mutaties.xlsx` and `begroting.xlsx` are the names that the models use.
FILES = {
    # findings of the bookings
    "afrondingsverschil": {"begroting.xlsx": budget(line(333.333), line(333.333), line(333.333), ["", "", "Totaal lasten", "", "", 1000])},
    "baten_lasten_tegenstrijdig": {"begroting.xlsx": budget(["", "", "Baten", "", "", ""], line())},
    "bedragen_als_tekst": {"mutaties.xlsx": ledger(posting("1.000,00"))},
    "begroting_niet_toegewezen": {"begroting.xlsx": budget(line(), line(5, "1300"))},
    "berekend_door_libreoffice": {"mutaties.xlsx": typed(parts({"Mutaties": sheet_xml([LEDGER, posting(), posting(FORMULA, text="Inkoop twee")])}))},
    "boeking_zonder_bedrag": {"mutaties.xlsx": ledger(posting(), posting(""))},
    "buiten_boekjaar": {"mutaties.xlsx": ledger(posting(), posting(5, period=13))},
    "debet_en_credit": {"mutaties.xlsx": ledger(posting(1000, 200))},
    "doel_onbereikbaar": {"mutaties.xlsx": GOOD},
    "formule_zonder_waarde": {"mutaties.xlsx": ledger(posting(text=FORMULA))},
    "geen_bedrag": {"begroting.xlsx": budget(line(), line("p.m."))},
    "jaar_uit_maanden": {"begroting.xlsx": book([MONTHLY, line()[:5] + [1000] + [0] * 11 + [""]], "Begroting")},
    "journaalpost_niet_in_evenwicht": {"mutaties.xlsx": ledger(posting(entry="7"), posting("", 900, account="1600", kind="Passiva", entry="7"))},
    "journaalposten_niet_gecontroleerd": {"mutaties.xlsx": ledger(posting(entry="7"))},
    "koppelregel_past_nergens": {"mutaties.xlsx": GOOD},
    "koppelregel_nooit_aan_de_beurt": {"mutaties.xlsx": GOOD},
    "koppelregels_overlappen": {"mutaties.xlsx": ledger(posting(), posting(5, account="5000"))},
    "maanden_over_twee_jaren": {"begroting.xlsx": SCHOOL_MONTHS},
    "maanden_zonder_begroting": {"begroting.xlsx": SCHOOL_MONTHS},
    "maanden_ontbreken": {"begroting.xlsx": book([MONTHLY, line()[:5] + [""] * 12 + [1000]], "Begroting")},
    "maanden_tellen_niet_op": {"begroting.xlsx": book([MONTHLY, line()[:5] + [900] + [0] * 11 + [1000]], "Begroting")},
    "meer_dan_twee_decimalen": {"mutaties.xlsx": ledger(posting(1000.005))},
    "negatieve_regel": {"begroting.xlsx": budget(line(1500), line(-500))},
    "niet_ingelezen": {"mutaties.xlsx": book([["Export"], [], LEDGER, posting()], "Mutaties")},
    "niet_toegewezen": {"mutaties.xlsx": ledger(posting(), posting(5, account="9000"))},
    "notatie_tegenstrijdig": {"mutaties.xlsx": ledger(posting("1.000,00"), posting("1,000.00"))},
    "omgezet_door_libreoffice": {"mutaties.ods": open_document([LEDGER, posting()])},
    "periode_onleesbaar": {"mutaties.xlsx": ledger(posting(), posting(5, period="x1"))},
    "plan_begroting_verschil": {"begroting.xlsx": budget(line(900))},
    "regel_zonder_rekening": {"mutaties.xlsx": ledger(posting(), posting(5, account=""))},
    "teken_van_bedrag": {"mutaties.xlsx": book([LEDGER[:6] + ["Bedrag", "D/C"] + LEDGER[8:], posting(1000, "D"), posting(5, "C")], "Mutaties")},
    "totaal_klopt_niet": {"begroting.xlsx": budget(line(), ["", "", "Totaal lasten", "", "", 1100])},
    "totaal_niet_gecontroleerd": {"begroting.xlsx": budget(["", "", "Subtotaal", "", "", 0], line())},
    "verbijzonderingsas_zonder_betekenis": {"mutaties.xlsx": book([LEDGER[:9] + ["Verbijzonderingsas 1", "Verbijzonderingsas 2"], posting()], "Mutaties")},
    "verborgen_blad": {"mutaties.xlsx": zipped(parts({"Mutaties": sheet_xml([LEDGER, posting()]), "Voorblad": sheet_xml([])}, hidden=["Mutaties"]))},
    "verborgen_blad_past_ook": {"mutaties.xlsx": zipped(parts({"Mutaties": sheet_xml([LEDGER, posting()]), "Oud": sheet_xml([LEDGER, posting(900)])}, hidden=["Oud"]))},
    "verborgen_kolom": {"mutaties.xlsx": ledger(posting(), extra='<cols><col min="7" max="7" hidden="1"/></cols>')},
    "verborgen_rijen": {"mutaties.xlsx": ledger(posting(), posting(5), hidden_rows=[3])},
    # a sheet that is refused
    "blad_bestaat_niet": {"mutaties.xlsx": GOOD},
    "blad_past_ook": {"mutaties.xlsx": zipped(parts({"Januari": sheet_xml([LEDGER, posting()]), "Februari": sheet_xml([LEDGER, posting(period=2)])}))},
    "blad_leeg": {"mutaties.xlsx": book([], "Mutaties")},
    "blad_zonder_kopregel": {"mutaties.xlsx": book([["Notulen", "van", "het", "bestuur"]], "Mutaties")},
    "bedrag_datum": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", '<c r="G2"><v>1000</v></c>', '<c r="G2" t="d"><v>2025-01-31</v></c>')},
    "bedrag_dubbelzinnig": {"mutaties.xlsx": ledger(posting("1.000"))},
    "bedrag_excelfout": {"mutaties.xlsx": ledger(posting(ERROR))},
    "bedrag_formule_zonder_waarde": {"mutaties.xlsx": ledger(posting(FORMULA))},
    "bedrag_onleesbaar": {"mutaties.xlsx": ledger(posting("12.5OO"))},
    "bedrag_te_groot": {"mutaties.xlsx": ledger(posting(1e15))},
    "totaal_formule_zonder_waarde": {"begroting.xlsx": budget(line(), ["", "", "Totaal lasten", "", "", FORMULA])},
    "begroting_zonder_bedragen": {"begroting.xlsx": book([BUDGET[:5], line()[:5]], "Begroting")},
    "begroting_zonder_maand": {"begroting.xlsx": book([BUDGET[:5] + MONTHS[:11], line()[:5] + [1] * 11], "Begroting")},
    "begroting_zonder_regels": {"begroting.xlsx": budget()},
    "bate_of_last_onbekend": {"begroting.xlsx": budget(line(rubric=""))},
    "debet_of_credit_onbekend": {"mutaties.xlsx": book([LEDGER[:6] + ["Bedrag", "D/C"] + LEDGER[8:], posting(1000, "C"), posting(5, "X")], "Mutaties")},
    "debet_zonder_credit": {"mutaties.xlsx": without_column("Credit")},
    "kolom_bedrag_ontbreekt": {"mutaties.xlsx": book([LEDGER[:6] + LEDGER[8:], posting()[:6] + posting()[8:]], "Mutaties")},
    "kolom_ontbreekt": {"mutaties.xlsx": book([[*LEDGER[:2], "Rekenning", *LEDGER[3:]], posting()], "Mutaties")},
    "kolom_past_niet_bij_profiel": {"mutaties.xlsx": GOOD},
    "kolom_uit_model_ontbreekt": {"mutaties.xlsx": GOOD},
    "kolom_twee_keer": {"mutaties.xlsx": book([[*LEDGER[:10], "Kostenplaats"], posting()], "Mutaties")},
    "kopregel_twee_keer": {"mutaties.xlsx": book([LEDGER, [LEDGER[1], LEDGER[0], *LEDGER[2:]], posting()], "Mutaties")},
    "mutaties_zonder_boekingen": {"mutaties.xlsx": ledger()},
    "bedrag_getalnotatie": {"mutaties.xlsx": formatted('0.00 "C"', parts({"Mutaties": sheet_xml(
        [LEDGER[:6] + ["Bedrag"] + LEDGER[8:], posting()[:6] + [styled(-1000)] + posting()[8:]])}))},
    "eenheid_getalnotatie": {"begroting.xlsx": formatted('0 "mln"', parts({"Begroting": sheet_xml([BUDGET, line(styled(5))])}))},
    "verschil_in_getalnotatie": {"begroting.xlsx": formatted('#,##0 "V";#,##0 "N"', parts({"Begroting": sheet_xml([BUDGET, line(styled(-500))])}))},
    "persoonsgegevens_elfproef": {"mutaties.xlsx": book([[*LEDGER, "Relatie"]] + [[*posting(), number] for number in (
        "111222333", "123456782", "999990007", "999991863", "999992879", "12345672")], "Mutaties")},
    "persoonsgegevens": {"mutaties.xlsx": book([[*LEDGER, "BSN"], [*posting(), "123456782"]], "Mutaties")},
    "rekening_formule_zonder_waarde": {"mutaties.xlsx": ledger(posting(account=FORMULA))},
    "type_rekening_ontbreekt": {"mutaties.xlsx": ledger(posting(kind=""))},
    "type_rekening_onbekend": {"mutaties.xlsx": ledger(posting(kind=TYPE_ERROR))},
    # a file that is refused
    "werkboek_apple_numbers": {"mutaties.xlsx": zipped({"Index/Document.iwa": "x"})},
    "werkboek_gzip": {"mutaties.xlsx": b"\x1f\x8b\x08\0"},
    "werkboek_html": {"mutaties.xlsx": b"<html><table><tr><td>1</td></tr></table></html>"},
    "werkboek_leeg": {"mutaties.xlsx": b""},
    "werkboek_leeg_zip": {"mutaties.xlsx": zipped({})},
    "werkboek_ods": {"mutaties.xlsx": zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})},
    "werkboek_odt": {"mutaties.xlsx": zipped({"mimetype": "application/vnd.oasis.opendocument.text"})},
    "werkboek_onbekend": {"mutaties.xlsx": b"\x01\x02\x03\x04\x05\x06\x07\x08\x09"},
    "werkboek_opendocument_xml": {"mutaties.xlsx": b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'},
    "werkboek_oud_doc": {"mutaties.xlsx": ole("WordDocument")},
    "werkboek_oud_office": {"mutaties.xlsx": ole("Iets anders")},
    "werkboek_oud_ppt": {"mutaties.xlsx": ole("PowerPoint Document")},
    "werkboek_pdf": {"mutaties.xlsx": b"%PDF-1.7\n"},
    "werkboek_png": {"mutaties.xlsx": b"\x89PNG\r\n\x1a\n"},
    "werkboek_rar": {"mutaties.xlsx": b"Rar!\x1a\x07"},
    "werkboek_rtf": {"mutaties.xlsx": b"{\\rtf1}"},
    "werkboek_vergrendelbestand": {"mutaties.xlsx": (b"\x04Anna".ljust(55) + b"\x04\0A\0n\0n\0a\0").ljust(165)},
    "werkboek_wachtwoord": {"mutaties.xlsx": ole("EncryptedPackage")},
    "werkboek_word": {"mutaties.xlsx": zipped({"word/document.xml": "<document/>"})},
    "werkboek_powerpoint": {"mutaties.xlsx": zipped({"ppt/presentation.xml": "<presentation/>"})},
    "werkboek_xls": {"mutaties.xlsx": ole("Workbook")},
    "werkboek_xlsb": {"mutaties.xlsx": zipped({"xl/workbook.bin": "x"})},
    "werkboek_xml": {"mutaties.xlsx": b'<?xml version="1.0"?><grootboek/>'},
    "werkboek_xml_2003": {"mutaties.xlsx": b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'},
    "werkboek_zip_met_werkboeken": {"mutaties.xlsx": zipped({"mutaties-2025.xlsx": "x"})},
    "werkboek_zip_zonder_werkboek": {"mutaties.xlsx": zipped({"leesmij.txt": "x"})},
    "werkboek_7z": {"mutaties.xlsx": b"7z\xbc\xaf\x27\x1c"},
    # a text of which the columns cannot be read
    "csv_aanhalingsteken_niet_gesloten": {"mutaties.csv": b'Jaar;Omschrijving\n2025;"Huur\n2025;Inkoop\n'},
    "csv_byte_zonder_teken": {"mutaties.csv": b"Jaar;Omschrijving\n2025;caf\xe9\n2025;\x81\n"},
    "csv_half_teken": {"mutaties.csv": b"\xff\xfe" + "Jaar\tPeriode\n".encode("utf-16-le") + b"\x00\xd8\n\0"},
    "csv_komma_dubbelzinnig": {"mutaties.csv": b"12,50\n13,75\n"},
    "csv_kolommen_te_veel": {"mutaties.csv": b"Jaar;Periode\n2025" + b";" * 16_384 + b"\n"},
    "csv_nul_byte": {"mutaties.csv": b"Jaar;Omschrijving\n2025;Huur\n2025;In\0koop\n" + b"2025;Inkoop\n" * 10},
    "csv_scheidingsteken_onbekend": {"mutaties.csv": b"Geachte heer,\nHierbij, zoals gevraagd, de stukken;\nmet groet,\nAnna\nJan\nPiet\n"},
    "csv_scheidingstekens_gelijk": {"mutaties.csv": b"Jaar;Periode,Rekening\n2025;1,Huur\n"},
    "csv_tekensets_gemengd": {"mutaties.csv": b"Jaar;Omschrijving\n2025;caf\xc3\xa9\n2025;caf\xe9\n"},
    "csv_tekst_achter_aanhalingsteken": {"mutaties.csv": b'Jaar;Omschrijving\n2025;"Huur "oud" pand"\n'},
    "csv_utf16_breekt_af": {"mutaties.csv": b"\xff\xfe" + "Jaar\tPeriode\n".encode("utf-16-le") + b"2"},
    "csv_utf8_kapot": {"mutaties.csv": b"\xef\xbb\xbfJaar;Omschrijving\n2025;caf\xe9\n"},
    "csv_verkeerd_scheidingsteken": {"mutaties.csv": b"sep=a\nJaar;Periode\n2025;1\n"},
    # a workbook that is damaged
    "schade_afgebroken": {"mutaties.xlsx": GOOD[:300]},
    "schade_controlesom": {"mutaties.xlsx": None},
    "schade_xml": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", "</sheetData>", "")},
    "schade_xml_teken": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", "Inkoop", "Inkoop &onbekend;")},
    "schade_onderdeel_ontbreekt": {"mutaties.xlsx": without("xl/worksheets/sheet1.xml")},
    "schade_relaties_ontbreken": {"mutaties.xlsx": without("xl/_rels/workbook.xml.rels")},
    "schade_rijnummer": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", '<row r="2">', '<row r="0">')},
    "schade_rijvolgorde": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", '<row r="2">', '<row r="1">')},
    "schade_celplaats": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", '<c r="G2">', '<c r="ZZZZ2">')},
    "schade_celrij": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", '<c r="G2">', '<c r="G3">')},
    "schade_celsoort": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", '<c r="G2">', '<c r="G2" t="q">')},
    "schade_samenvoeging": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A"/></mergeCells>')},
    "schade_geen_werkblad": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", "worksheet", "chartsheet")},
    "schade_tekenset": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", "<worksheet", '<?xml version="1.0" encoding="EBCDIC"?><worksheet')},
    "schade_methode": {"mutaties.xlsx": None},
    "schade_cel_twee_keer": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", '<c r="G2"><v>1000</v></c>', '<c r="G2"><v>1000</v></c>' * 2)},
    "schade_diepte": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", "</worksheet>", "<a>" * 64 + "</a>" * 64 + "</worksheet>")},
    "schade_doctype": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", "<worksheet", '<!DOCTYPE a [<!ENTITY b "c">]><worksheet')},
    "schade_getal": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", '<c r="G2"><v>1000</v>', '<c r="G2"><v>1000,00</v>')},
    "schade_rij_onmogelijk": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", '<row r="2">', '<row r="2147483648">')},
    "schade_tabel": {"mutaties.xlsx": extended({
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships><Relationship Id="rId1" Type="{REL}/table" Target="../tables/table1.xml"/></Relationships>',
        "xl/tables/table1.xml": "<table/>"})},
    "schade_tekstnummer": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", '<c r="G2"><v>1000</v>', '<c r="G2" t="s"><v>1000</v>')},
    "schade_zipbom": {"mutaties.xlsx": changed("xl/worksheets/sheet1.xml", "</worksheet>", " " * 3_000_000 + "</worksheet>")},
}


def audit_line(account="4000", amount="1000", side="D", more="<costID>100</costID>"):
    """One line of a transaction."""
    return f"<trLine><nr>1</nr><accID>{account}</accID><amnt>{amount}</amnt><amntTp>{side}</amntTp>{more}</trLine>"


def audit(*lines, start='<?xml version="1.0" encoding="UTF-8"?>', name_space="http://www.auditfiles.nl/XAF/3.2", currency="EUR",
          year="<fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate>", rgs="WBedHui", extra="", period="1", date="2025-01-31", totals="",
          journal="<jrnID>70</jrnID><jrnTp>P</jrnTp>", behind=""):
    """An auditfile with one transaction: 1000 on 4000 against the bank, or the given lines."""
    body = "\n".join(lines or (audit_line(), audit_line("1500", side="C", more="")))
    period = f"<periodNumber>{period}</periodNumber>" if period else ""
    return f"""{start}
<auditfile xmlns="{name_space}">
<header>{year}<curCode>{currency}</curCode></header>
<company><generalLedger>
<ledgerAccount><accID>1500</accID><accDesc>Bank</accDesc><accTp>B</accTp></ledgerAccount>
<ledgerAccount><accID>4000</accID><accDesc>Huur</accDesc><accTp>P</accTp><leadReference>{rgs}</leadReference></ledgerAccount>
</generalLedger>{extra}
<transactions>{totals}
<journal>{journal}
<transaction><nr>7</nr>{period}<trDt>{date}</trDt>
{body}
</transaction></journal></transactions></company></auditfile>{behind}
""".encode("latin-1")


OPENING = ("<openingBalance><obLine><accID>1500</accID><amnt>50</amnt><amntTp>D</amntTp></obLine>"
           "<obLine><accID>1500</accID><amnt>50</amnt><amntTp>C</amntTp></obLine></openingBalance>")
PERIODS = ("<periods>" + "".join(
    f"<period><periodNumber>1</periodNumber><startDatePeriod>2025-{month}-01</startDatePeriod>"
    f"<endDatePeriod>2025-{month}-28</endDatePeriod></period>" for month in ("01", "04")) + "</periods>")
OPENED = ("</transaction><transaction><nr>0</nr><periodNumber>0</periodNumber>" + audit_line("1500", "50", "D", "")
          + audit_line("1500", "50", "C", ""))
BOTH = (audit_line(), audit_line("1500", side="C", more=""))
AUDIT = {
    # what an auditfile has wrong, or tells
    "auditfile_ampersand": audit(*BOTH, audit_line(amount="0", more="<desc>R&D</desc>")),
    "auditfile_naamruimte": audit(name_space="http://www.auditfiles.nl/XAF/4.0"),
    "auditfile_stuurteken": audit(behind="\x1a"),
    "auditfile_tekenset": audit(*BOTH, audit_line(amount="0", more="<desc>caf\xe9</desc>")),
    "auditfile_vervolg": audit(start="<!-- Vervolgbestand 2 van 3 -->"),
    "bedragen_met_komma": audit(audit_line(amount="1000,00"), audit_line("1500", "1000,00", "C", "")),
    "beginbalans": audit(extra=OPENING),
    "beginbalans_dubbel": audit(*BOTH, OPENED, extra=OPENING),
    "bedragen_met_drie_decimalen": audit(audit_line(amount="100.500"), audit_line("1500", "100.50", "C", "")),
    "beginbalans_onvolledig": audit(extra=OPENING.replace("<amnt>50</amnt>", "", 1)),
    "beginbalans_niet_in_evenwicht": audit(extra=OPENING.replace(">50<", ">51<", 1)),
    "boekjaar_gebroken": audit(year="<fiscalYear>2024-2025</fiscalYear><startDate>2024-08-01</startDate>", period="6"),
    "controletotaal_wijkt_af": audit(totals="<linesCount>2</linesCount><totalDebit>999.00</totalDebit>"),
    "kostendrager_en_project": audit(*BOTH, audit_line(amount="0", more="<prodID>10</prodID><projID>P1</projID>")),
    "periode_geen_maand": audit(period="13"),
    "periode_tegen_datum": audit(period="5"),
    "periode_uit_datum": audit(period=""),
    "rekening_dubbel": audit(extra="<generalLedger><ledgerAccount><accID>1500</accID><accTp>B</accTp></ledgerAccount></generalLedger>"),
    "rekening_niet_in_schema": audit(audit_line("4999"), audit_line("1500", side="C", more="")),
    "rekeningsoort_tegenstrijdig": audit(),
    "resultaat_in_beginbalans": audit(period="0"),
    "startdatum_niet_gevolgd": audit(year="<fiscalYear>2025</fiscalYear><startDate>2025-03-01</startDate><endDate>2025-03-31</endDate>",
                                     period="3", date="2025-03-15"),
    "verbijzondering_ontbreekt": audit(audit_line(more="<costID/>"), audit_line("1500", side="C", more="")),
    # an auditfile that is refused
    "auditfile_adf": b"CLAIR1.00.00\r\n",
    "auditfile_afgebroken": audit()[:600],
    "auditfile_bedrag": audit(audit_line(amount="1O00")),
    "auditfile_alleen_beginbalans": audit(audit_line("1500"), period="0"),
    "auditfile_begroting": audit(),
    "auditfile_boeking_elders": audit(*BOTH, "<groep>" + audit_line() + "</groep>"),
    "auditfile_datum": audit(year="<fiscalYear>2025</fiscalYear><startDate>1 augustus</startDate>"),
    "auditfile_debet_en_bedrag": audit(audit_line(more="<debitAmount>5</debitAmount>")),
    "auditfile_debet_of_credit": audit(audit_line(side="")),
    "auditfile_diep": audit(extra="<a>" * 33),
    "auditfile_doctype": audit(start='<!DOCTYPE auditfile [<!ENTITY a "aaaa">]>'),
    "auditfile_ingepakt": zipped({"mutaties.xaf": "<auditfile/>"}),
    "auditfile_kolommen": audit(),
    "auditfile_duizend": audit(audit_line(amount="12.500"), audit_line("1500", "12.500", "C", "")),
    "auditfile_komma_of_duizend": audit(audit_line(amount="1.000"), audit_line("1500", "1000,00", "C", "")),
    "auditfile_periode_twee_keer": audit(extra=PERIODS),
    "auditfile_periode_onleesbaar": audit(period="2025-01"),
    "auditfile_header_ontbreekt": audit().replace(b"header>", b"kop>"),
    "auditfile_rekeningsoort": audit(rgs=""),
    "auditfile_tekenset_onbekend": audit(start='<?xml version="1.0" encoding="koi8-r"?>'),
    "auditfile_twee_administraties": audit(extra="</company><company>"),
    "auditfile_twee_headers": audit(extra="<header/>"),
    "auditfile_twee_periodes": audit(period="1</periodNumber><periodNumber>2"),
    "auditfile_valuta": audit(currency="USD"),
    "auditfile_veld_twee_keer": audit(audit_line(more="<amnt>1</amnt>")),
    "auditfile_volgorde": audit(audit_line(), "<periodNumber>1</periodNumber>"),
    "auditfile_zonder_boekingen": audit(" "),
    "auditfile_zonder_boekjaar": audit(year=""),
}
FILES.update({folder: {"mutaties.xaf": content} for folder, content in AUDIT.items()})


def office(cells, after="", names="", extra=None, **how):
    """The office's own workbook: one sheet of rows, what follows them, defined names, other parts."""
    members = parts({"Blad1": sheet_xml(cells, **how).replace("</sheetData>", "</sheetData>" + after)})
    listed = f"<definedNames>{names}</definedNames>" if names else ""
    members["xl/workbook.xml"] = members["xl/workbook.xml"].replace("</sheets>", "</sheets>" + listed)
    return zipped({**members, **(extra or {})})


def related(kind, target):
    return f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{REL}/{kind}" Target="{target}"/></Relationships>'


def name(name, text):
    return f'<definedName name="{name}">{text}</definedName>'


MARK = "{{werkelijk 1.1}}"
AT_B1 = name("werkelijk_1.1", "Blad1!$B$1")
TABLE = {"xl/worksheets/_rels/sheet1.xml.rels": related("table", "../tables/table1.xml"),
         "xl/tables/table1.xml": f'<table {NS} id="1" name="Lasten" displayName="Lasten" ref="A1:B2"><tableColumns count="2">'
                                 '<tableColumn id="1" name="Post"/><tableColumn id="2" name="Bedrag"/></tableColumns></table>'}
PIVOT = {"xl/worksheets/_rels/sheet1.xml.rels": related("pivotTable", "../pivotTables/pivotTable1.xml"),
         "xl/pivotTables/pivotTable1.xml": f'<pivotTableDefinition {NS}><location ref="F1:F2"/></pivotTableDefinition>',
         "xl/pivotTables/_rels/pivotTable1.xml.rels": related("pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"),
         "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition {NS}><cacheSource type="worksheet">'
                                                    '<worksheetSource ref="A1:B9" sheet="Blad1"/></cacheSource></pivotCacheDefinition>',
         "xl/_rels/workbook.xml.rels": related("worksheet", "worksheets/sheet1.xml").replace(
             "</Relationships>", f'<Relationship Id="rId2" Type="{REL}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>')}
FILL = {
    "vul_beveiligd": office([[MARK]], '<sheetProtection sheet="1"/>'),
    "vul_formule": office([["", FORMULA]], names=AT_B1),
    "vul_samengevoegd": office([["Kop", MARK]], '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'),
    "vul_matrixformule": office([["", Xml('<c r="PLACE"><f t="array" ref="B1:B2">A1:A2</f><v>0</v></c>')], ["", 0]], names=name("werkelijk_1.1", "Blad1!$B$2")),
    "vul_gedeelde_formule": office([["", Xml('<c r="PLACE"><f t="shared" ref="B1:B2" si="0">A1</f><v>0</v></c>')],
                                    ["", Xml('<c r="PLACE"><f t="shared" si="0"/><v>0</v></c>')]], names=AT_B1),
    "vul_handtekening": office([[MARK]], extra={"_xmlsignatures/sig1.xml": "<Signature/>"}),
    "vul_draaitabel": office([["Post", "Bedrag"], ["Inkoop", MARK]], extra=PIVOT),
    "vul_tabel_gegroeid": office([["Post", "Bedrag"], ["Inkoop", 1]], names=name("werkelijk_1.1", "Blad1!$B$3"), extra=TABLE),
    "vul_merk_onleesbaar": office([["Werkelijk: {{werkelijk 1.1}}"], ["{{werkelijk}}"], ["{{werkelijkk 1.1}}"]]),
    "vul_naam_geen_cel": office([["", 1]], names=name("werkelijk_1.1", "Blad1!$B$1:$B$2")),
    "vul_code_onbekend": office([["{{werkelijk 1.7}}"]]),
    "vul_maand_onbekend": office([["{{werkelijk 1.1 2024-08}}"]]),
    "vul_geen_bedrag": office([["{{begroot 1.2}}"]]),
    "vul_twee_keer_gevraagd": office([["", "{{begroot 1.1}}"]], names=AT_B1),
    "vul_bedrag_onbekend": office([["Code", "Werkelijk"], ["1.1", 0]]),
    "vul_blad_ontbreekt": office([["Code", "Werkelijk"], ["1.1", 0]]),
    "vul_kop_ontbreekt": office([["Code", "Werkelijk"], ["1.1", 0]]),
    "vul_rij_ontbreekt": office([["Code", "Werkelijk"], ["1.1", 0]]),
    "vul_zonder_herrekening": office([[MARK, Xml('<c r="PLACE"><f>A1</f><v>0</v></c>')]]),
    "vul_ingevuld": office([["Code", "Begroot", "Werkelijk"], ["1.1 Aanbod", 5, Xml('<c r="PLACE" s="0"><v>7</v></c>')], ["1.2", 3, "", "{{begroot_tot 1.1 2025-06}}"],
                            ["Totaal", Xml('<c r="PLACE"><f>SUM(B2:B3)</f><v>5</v></c>'), Xml('<c r="PLACE"><f>SUM(C2:C3)</f><v>7</v></c>')],
                            [Xml('<c r="PLACE"><f>1+1</f><v>2</v></c>')]], names=name("prognose_totaal", "Blad1!$D$2")),
    "vul_niet_onthouden": office([["{{werkelijk 1.1.-}}"]]),
    "vul_niets": office([["Code", "Werkelijk"]]),
    "vul_over_zichzelf": office([[MARK]]),
    "vul_zonder_uit": office([[MARK]]),
    "vul_utf16": zipped({**parts({"Blad1": ""}), "xl/worksheets/sheet1.xml": sheet_xml([[MARK]]).encode("utf-16")}),
    "invulling_zonder_kolom": office([[MARK]]),
}
FILES.update({folder: {"kantoor.xlsx": content, "mutaties.xlsx": ledger(posting(debit=250))} for folder, content in FILL.items()})

FILES["terug_geen_export"] = {"kantoor.xlsx": office([["Code", "Werkelijk"]])}


def patched(part, at, value):
    """Changes a byte of a part's local and central header: 10 is the method, 16 the checksum, counted as in the central one."""
    data = bytearray(GOOD)
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(part.encode()))
    data[place + at] = value
    return bytes(data)


FILES["schade_controlesom"]["mutaties.xlsx"] = patched("xl/worksheets/sheet1.xml", 16, 0)
FILES["schade_methode"]["mutaties.xlsx"] = patched("xl/worksheets/sheet1.xml", 10, 99)


def main(check):
    different = []
    for folder, files in FILES.items():
        for name, content in files.items():
            path = FOLDER / folder / name
            if path.exists() and path.read_bytes() == content:
                continue
            different.append(f"{folder}/{name}")
            if not check:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)
    print(*different, f"{len(different)} bestand(en) {'anders' if check else 'geschreven'}", sep="\n")
    return 1 if check and different else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
