"""The rules of ECMA-376 and of Excel that a workbook of ours has to keep, each found broken as a line of text."""
import collections
import posixpath
import re
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# CT_Worksheet and CT_Workbook are sequences (ECMA-376 part 1, 18.3.1.99 and 18.2.27); so is a cell (18.3.1.4).
WORKSHEET = """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks
printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing
legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst""".split()
WORKBOOK = """fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences
definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr
webPublishObjects extLst""".split()
CELL = ["f", "v", "is", "extLst"]
STYLES = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split()
REPEATED = {"conditionalFormatting"}
ROWS_MAX, COLUMNS_MAX = 1_048_576, 16_384
TEXT_MAX, FORMULA_MAX, NAME_MAX, NESTING_MAX, LIST_MAX, FOOTER_MAX = 32_767, 8_192, 31, 64, 255, 255
REFERENCE = re.compile(r"^([A-Z]{1,3})([1-9][0-9]*)$")
DEFINED = re.compile(r"^[A-Za-z_\\À-ÿ][A-Za-z0-9_.\\À-ÿ]*$")
QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')


def local(element):
    return element.tag.partition("}")[2]


def units(text):
    """Counts as Excel does, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def order_breaches(element, sequence, where):
    places = {name: place for place, name in enumerate(sequence)}
    last, seen = -1, collections.Counter()
    for child in element:
        name = local(child)
        seen[name] += 1
        if name not in places:
            yield f"{where}: <{name}> does not belong in <{local(element)}>"
            continue
        if places[name] < last:
            yield f"{where}: <{name}> stands behind what must follow it"
        last = max(last, places[name])
    for name, times in seen.items():
        if times > 1 and name not in REPEATED:
            yield f"{where}: {times} times <{name}>"


def nesting(formula):
    depth = deepest = 0
    for character in QUOTED.sub("", formula):
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return deepest if depth == 0 else None


def target_of(source, relation):
    target = relation.get("Target")
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


class Package:
    """One workbook, opened."""

    def __init__(self, file):
        self.zip = zipfile.ZipFile(file)
        self.names = self.zip.namelist()

    def xml(self, name):
        return tree.fromstring(self.zip.read(name))

    def relations(self, part):
        name = posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels")
        if name not in self.names:
            return {}
        return {one.get("Id"): one for one in self.xml(name)}

    def breaches(self):
        yield from self.part_breaches()
        yield from self.relation_breaches()
        workbook = self.xml("xl/workbook.xml")
        styles = self.xml("xl/styles.xml")
        texts = self.xml("xl/sharedStrings.xml") if "xl/sharedStrings.xml" in self.names else []
        yield from self.workbook_breaches(workbook)
        yield from style_breaches(styles)
        links = self.relations("xl/workbook.xml")
        formats = len(styles.find(MAIN + "cellXfs"))
        looks = len(styles.find(MAIN + "dxfs") if styles.find(MAIN + "dxfs") is not None else [])
        uses = 0
        for sheet in workbook.find(MAIN + "sheets"):
            part = target_of("xl/workbook.xml", links[sheet.get(LINK + "id")])
            checked = SheetRules(self.xml(part), sheet.get("name"), formats, looks, len(texts))
            yield from checked.breaches()
            yield from self.link_breaches(part, checked.sheet)
            uses += checked.uses
        yield from text_breaches(texts, uses)

    def part_breaches(self):
        for name, times in collections.Counter(name.lower() for name in self.names).items():
            if times > 1:
                yield f"{name}: stands {times} times in the zip"
        broken = self.zip.testzip()
        if broken:
            yield f"{broken}: check sum is wrong"
        types = self.xml("[Content_Types].xml")
        endings = {one.get("Extension").lower() for one in types if one.tag == TYPES + "Default"}
        overrides = [one.get("PartName") for one in types if one.tag == TYPES + "Override"]
        for name in self.names:
            if name == "[Content_Types].xml":
                continue
            if "/" + name not in overrides and name.rpartition(".")[2].lower() not in endings:
                yield f"{name}: has no content type"
            if name.endswith(".xml") and not name.startswith("docProps") and "/" + name not in overrides:
                yield f"{name}: is only known as xml"
        for name in overrides:
            if name.lstrip("/") not in self.names:
                yield f"[Content_Types].xml: names {name}, which is not there"
        if len(set(overrides)) != len(overrides):
            yield "[Content_Types].xml: names a part twice"

    def relation_breaches(self):
        for name in self.names:
            if not name.endswith(".rels"):
                continue
            folder, _, base = name.rpartition("_rels/")
            source = folder + base[: -len(".rels")]
            seen = set()
            for one in self.xml(name):
                if one.get("Id") in seen:
                    yield f"{name}: {one.get('Id')} twice"
                seen.add(one.get("Id"))
                if one.get("TargetMode") != "External" and target_of(source, one) not in self.names:
                    yield f"{name}: {one.get('Target')} is not there"

    def link_breaches(self, part, sheet):
        links = self.relations(part)
        for element in sheet.iter():
            wanted = element.get(LINK + "id")
            if wanted and wanted not in links:
                yield f"{part}: {local(element)} points to {wanted}, which is no relation"

    def workbook_breaches(self, workbook):
        yield from order_breaches(workbook, WORKBOOK, "workbook.xml")
        sheets = workbook.find(MAIN + "sheets")
        names = [sheet.get("name") for sheet in sheets]
        for name in names:
            if not 0 < units(name) <= NAME_MAX or re.search(r"[\[\]:*?/\\]", name) or name[0] == "'" or name[-1] == "'":
                yield f"workbook.xml: {name!r} can be no sheet name"
        for what, values in (("sheet name", [name.lower() for name in names]), ("sheetId", [one.get("sheetId") for one in sheets]),
                             ("relation", [one.get(LINK + "id") for one in sheets])):
            if len(set(values)) != len(values):
                yield f"workbook.xml: a {what} twice"
        defined = workbook.find(MAIN + "definedNames")
        seen = set()
        for one in defined if defined is not None else []:
            key = (one.get("name").lower(), one.get("localSheetId"))
            if key in seen:
                yield f"workbook.xml: name {key} twice"
            seen.add(key)
            if not DEFINED.match(one.get("name")) or REFERENCE.match(one.get("name").upper()):
                yield f"workbook.xml: {one.get('name')!r} can be no defined name"
            if one.get("localSheetId") and int(one.get("localSheetId")) >= len(names):
                yield f"workbook.xml: {one.get('name')} is of a sheet that is not there"
            for sheet in re.findall(r"'((?:[^']|'')+)'!", one.text or ""):
                if sheet.replace("''", "'").lower() not in [name.lower() for name in names]:
                    yield f"workbook.xml: {one.get('name')} points to sheet {sheet!r}"


class SheetRules:
    """One sheet; `uses` counts its shared texts once all breaches are taken."""

    def __init__(self, sheet, name, formats, looks, texts):
        self.sheet, self.name, self.formats, self.looks, self.texts = sheet, name, formats, looks, texts
        self.uses = 0

    def breaches(self):
        yield from order_breaches(self.sheet, WORKSHEET, self.name)
        yield from self.column_breaches()
        yield from self.row_breaches()
        yield from self.rule_breaches()

    def column_breaches(self):
        last = 0
        for one in self.sheet.iterfind(f"{MAIN}cols/{MAIN}col"):
            first, until = int(one.get("min")), int(one.get("max"))
            if first <= last or until < first or until > COLUMNS_MAX:
                yield f"{self.name}: columns {first} to {until} do not follow {last}"
            if not 0 <= float(one.get("width", "8")) <= 255:
                yield f"{self.name}: column {first} is {one.get('width')} wide"
            last = until

    def row_breaches(self):
        last_row = widest = 0
        for row in self.sheet.find(MAIN + "sheetData"):
            number = int(row.get("r"))
            if number <= last_row or number > ROWS_MAX:
                yield f"{self.name}: row {number} behind row {last_row}"
            last_row = number
            last_column = 0
            for cell in row:
                place = REFERENCE.match(cell.get("r", ""))
                if not place or int(place[2]) != number:
                    yield f"{self.name}: cell {cell.get('r')} in row {number}"
                    continue
                column = column_number(place[1])
                if column <= last_column or column > COLUMNS_MAX:
                    yield f"{self.name}: cell {cell.get('r')} stands twice or too far back"
                last_column = column
                yield from self.cell_breaches(cell)
            widest = max(widest, last_column)
        dimension = self.sheet.find(MAIN + "dimension")
        if dimension is not None and last_row:
            end = REFERENCE.match(dimension.get("ref").split(":")[-1])
            if not end or column_number(end[1]) < widest or int(end[2]) < last_row:
                yield f"{self.name}: dimension {dimension.get('ref')}, but cells to row {last_row} and column {widest}"

    def cell_breaches(self, cell):
        where = f"{self.name}!{cell.get('r')}"
        yield from order_breaches(cell, CELL, where)
        if int(cell.get("s", "0")) >= self.formats:
            yield f"{where}: format {cell.get('s')} of {self.formats}"
        kind, value = cell.get("t", "n"), cell.findtext(MAIN + "v")
        if kind not in ("n", "s", "str", "inlineStr", "b", "e"):
            yield f"{where}: type {kind}"
        if kind == "s":
            self.uses += 1
            if value is None or not value.isdigit() or int(value) >= self.texts:
                yield f"{where}: text {value} of {self.texts}"
        if kind == "n" and value is not None and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?", value):
            yield f"{where}: {value!r} is no number"
        text = "".join(cell.find(MAIN + "is").itertext()) if kind == "inlineStr" else value or ""
        if units(text) > TEXT_MAX:
            yield f"{where}: {units(text)} characters"
        formula = cell.findtext(MAIN + "f")
        if formula is not None:
            yield from formula_breaches(formula, where)
            if value is None:
                yield f"{where}: a formula without outcome"

    def rule_breaches(self):
        priorities = set()
        for rule in self.sheet.iter(MAIN + "cfRule"):
            if rule.get("priority") in priorities:
                yield f"{self.name}: two conditional formats of priority {rule.get('priority')}"
            priorities.add(rule.get("priority"))
            if int(rule.get("dxfId", "0")) >= max(self.looks, 1):
                yield f"{self.name}: conditional format {rule.get('dxfId')} of {self.looks}"
            for formula in rule.iterfind(MAIN + "formula"):
                yield from formula_breaches(formula.text or "", f"{self.name}, conditional format")
        checks = self.sheet.find(MAIN + "dataValidations")
        if checks is not None and int(checks.get("count")) != len(checks):
            yield f"{self.name}: {checks.get('count')} data validations, {len(checks)} are there"
        for check in checks if checks is not None else []:
            if units(check.findtext(MAIN + "formula1") or "") > LIST_MAX:
                yield f"{self.name}: a data validation of more than {LIST_MAX} characters"
        for part in self.sheet.iterfind(f"{MAIN}headerFooter/*"):
            if units(part.text or "") > FOOTER_MAX:
                yield f"{self.name}: a header or footer of {units(part.text)} characters"


def formula_breaches(formula, where):
    if not formula or formula.startswith("="):
        yield f"{where}: {formula[:20]!r} can be no formula"
    if units(formula) > FORMULA_MAX:
        yield f"{where}: a formula of {units(formula)} characters"
    depth = nesting(formula)
    if depth is None or depth > NESTING_MAX:
        yield f"{where}: {'brackets that do not close' if depth is None else f'{depth} levels deep'}"


def text_breaches(texts, uses):
    if not len(texts):
        return
    if int(texts.get("uniqueCount")) != len(texts):
        yield f"sharedStrings.xml: says {texts.get('uniqueCount')} texts, has {len(texts)}"
    if int(texts.get("count")) != uses:
        yield f"sharedStrings.xml: says {texts.get('count')} uses, the sheets have {uses}"
    for place, one in enumerate(texts):
        if units("".join(one.itertext())) > TEXT_MAX:
            yield f"sharedStrings.xml: text {place} is too long"


def style_breaches(styles):
    yield from order_breaches(styles, STYLES, "styles.xml")
    parts = {name: styles.find(MAIN + name) for name in STYLES}
    for name, part in parts.items():
        if part is not None and part.get("count") is not None and int(part.get("count")) != len(part):
            yield f"styles.xml: <{name}> says {part.get('count')}, has {len(part)}"
    own = {one.get("numFmtId") for one in parts["numFmts"]} if parts["numFmts"] is not None else set()
    for place, one in enumerate(parts["cellXfs"]):
        for attribute, list_name in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders"), ("xfId", "cellStyleXfs")):
            if int(one.get(attribute, "0")) >= len(parts[list_name]):
                yield f"styles.xml: format {place} has {attribute} {one.get(attribute)}"
        if int(one.get("numFmtId", "0")) >= 164 and one.get("numFmtId") not in own:
            yield f"styles.xml: format {place} has number format {one.get('numFmtId')}"
