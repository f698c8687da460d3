#!/usr/bin/env python3
"""Fills some cells of every workbook of a folder and proves that nothing else changed: part by part, cell by cell, by a
second reader (openpyxl), and with --libreoffice by a second program that recalculates both.

usage: fill_folder.py PROGRAM FOLDER [--minstens N] [--libreoffice] [--toon]

PROGRAM is the built fill_file. Exit 0 when every workbook was filled without loss or refused with a message, and at least
N were filled. The cells are chosen by what a file holds: two numbers, a text, an empty cell among others and one below all.
"""
import argparse
import collections
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as ET
import zipfile

SECONDS_MAX = 60
CELL = re.compile(r"([A-Z]+)([0-9]+)$")


def local(tag):
    return tag.rsplit("}", 1)[-1]


def canonical(element):
    return ET.canonicalize(ET.tostring(element, encoding="unicode"))


def attribute(element, name):
    for key, value in element.attrib.items():
        if local(key) == name:
            return value
    return None


def resolve(part, target):
    if target.startswith("/"):
        return target.lstrip("/")
    return os.path.normpath(os.path.join(os.path.dirname(part), target)).replace("\\", "/")


def relations(archive, part):
    name = os.path.join(os.path.dirname(part), "_rels", os.path.basename(part) + ".rels")
    found = {}
    for entry in archive.namelist():
        if entry.replace("\\", "/").lstrip("/").lower() == name.lower():
            for relation in ET.fromstring(archive.read(entry)):
                found[relation.get("Id")] = (relation.get("Type", ""), resolve(part, relation.get("Target", "")))
    return found


def entry_named(archive, part):
    for entry in archive.namelist():
        if entry.replace("\\", "/").lstrip("/").lower() == part.lower():
            return entry
    return None


def sheets_of(archive):
    """Gives {name: entry} of the sheets with cells, and the entry of the workbook itself."""
    book = next((target for kind, target in relations(archive, "").values() if kind.endswith("/officeDocument")),
                "xl/workbook.xml")
    of_book, sheets = relations(archive, book), {}
    for element in ET.fromstring(archive.read(entry_named(archive, book))).iter():
        if local(element.tag) == "sheet" and attribute(element, "id") in of_book:
            kind, target = of_book[attribute(element, "id")]
            if kind.endswith("/worksheet"):
                sheets[element.get("name")] = entry_named(archive, target)
    return sheets, entry_named(archive, book)


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number):
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cells_of(root):
    """Gives {place: element} and {row: element}; a cell that does not say where it stands follows the one before."""
    cells, rows, number = {}, {}, 0
    data = next((element for element in root if local(element.tag) == "sheetData"), ())
    for row in data:
        if local(row.tag) != "row":
            continue
        number = int(row.get("r", number + 1))
        rows[number], column = row, 0
        for cell in row:
            if local(cell.tag) != "c":
                continue
            told = CELL.match(cell.get("r", ""))
            column = column_number(told.group(1)) if told else column + 1
            cells[f"{column_letters(column)}{number}"] = cell
    return cells, rows


def child(cell, name):
    return next((element for element in cell if local(element.tag) == name), None)


def choose(cells, rows):
    """Chooses cells to fill: [(place, kind, value)]."""
    numbers = [p for p, c in cells.items() if child(c, "f") is None and child(c, "v") is not None and c.get("t", "n") == "n"]
    texts = [p for p, c in cells.items() if child(c, "f") is None and c.get("t") in ("s", "inlineStr")]
    chosen = [(place, "getal", "1234.5") for place in (numbers[:1] + numbers[-1:] if len(numbers) > 1 else numbers)]
    chosen += [(place, "tekst", " <Werkelijk> & 'meer' ") for place in texts[len(texts) // 2:][:1]]
    if cells and max(rows) < 1_048_000:
        places = [CELL.match(p).groups() for p in cells]
        wide = max(column_number(letters) for letters, _ in places)
        if wide < 16_000:
            chosen.append((f"{column_letters(wide + 2)}{sorted(rows)[len(rows) // 2]}", "getal", "-0.01"))
            chosen.append((f"B{max(rows) + 3}", "waar", "1"))
    return chosen


def expected_value(kind, value):
    return {"getal": lambda: float(value), "tekst": lambda: value, "waar": lambda: True, "leeg": lambda: None}[kind]()


def value_of(cell):
    """Gives the value of a cell that was filled, as its XML has it."""
    if cell.get("t") == "inlineStr":
        return "".join(t.text or "" for t in cell.iter() if local(t.tag) == "t")
    inside = child(cell, "v")
    if inside is None:
        return None
    return inside.text == "1" if cell.get("t") == "b" else float(inside.text)


def same_but(before, after, gone):
    return {k: v for k, v in before.attrib.items() if local(k) not in gone} == \
        {k: v for k, v in after.attrib.items() if local(k) not in gone}


def compare_cells(before, after, asked, stale):
    """Gives what is wrong with the cells of a sheet that was written anew."""
    old, old_rows = before
    new, new_rows = after
    for place in sorted(set(old) | set(new)):
        if place in asked:
            if place not in new:
                yield f"{place} is er niet"
            elif value_of(new[place]) != asked[place]:
                yield f"{place} heeft {value_of(new[place])!r}"
            elif place in old and old[place].get("s") != new[place].get("s"):
                yield f"{place} heeft een andere stijl"
        elif place not in new or place not in old:
            yield f"{place} kwam of ging"
        elif place in stale:
            formulas = [canonical(c) if c is not None else "" for c in (child(old[place], "f"), child(new[place], "f"))]
            if child(new[place], "v") is not None or formulas[0] != formulas[1] or \
                    not same_but(old[place], new[place], ("t", "vm")):
                yield f"{place} is niet alleen zijn waarde kwijt"
        elif canonical(old[place]) != canonical(new[place]):
            yield f"{place} is veranderd"
    for number in new_rows:
        if number in old_rows:
            if not same_but(old_rows[number], new_rows[number], ("spans",)):
                yield f"rij {number} is veranderd"
        elif not any(place.endswith(str(number)) for place in asked):
            yield f"rij {number} kwam erbij"


def rest_of(root):
    """Gives a sheet without its rows and its dimension."""
    for element in list(root):
        if local(element.tag) in ("sheetData", "dimension"):
            element.clear()
            element.tail = None
    return canonical(root)


def compare_sheet(before, after, asked, stale):
    old, new = ET.fromstring(before), ET.fromstring(after)
    yield from compare_cells(cells_of(old), cells_of(new), asked, stale)
    if rest_of(old) != rest_of(new):
        yield "er is iets naast de cellen veranderd"


def without_calculation(data):
    root = ET.fromstring(data)
    for element in list(root):
        if local(element.tag) == "calcPr":
            element.attrib.pop("fullCalcOnLoad", None)
            element.tail = None
            if not element.attrib:
                root.remove(element)
    return canonical(root)


def compressed(path, archive, info):
    with open(path, "rb") as file:
        file.seek(info.header_offset)
        head = file.read(30)
        file.seek(info.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little"))
        return head[8:10], file.read(info.compress_size)


def compare_parts(before, after, asked, stale):
    """Gives what is wrong with the file that was written."""
    with zipfile.ZipFile(before) as old, zipfile.ZipFile(after) as new:
        if new.namelist() != old.namelist():
            yield "andere onderdelen"
            return
        bad = new.testzip()
        if bad is not None and old.testzip() is None:
            yield f"{bad} is stuk"
        sheets, book = sheets_of(old)
        by_entry = {entry: name for name, entry in sheets.items()}
        for name in new.namelist():
            if compressed(before, old, old.getinfo(name)) == compressed(after, new, new.getinfo(name)):
                continue
            if name == book:
                if without_calculation(old.read(name)) != without_calculation(new.read(name)):
                    yield f"{name}: meer dan calcPr is veranderd"
            elif name in by_entry and (by_entry[name] in asked or by_entry[name] in stale):
                sheet = by_entry[name]
                for wrong in compare_sheet(old.read(name), new.read(name), asked.get(sheet, {}), stale.get(sheet, set())):
                    yield f"{name}: {wrong}"
            elif "pivotCache" in name:
                if old.read(name) != new.read(name).replace(b' refreshOnLoad="1"', b""):
                    yield f"{name}: meer dan refreshOnLoad is veranderd"
            elif "/tables/" in name:
                refs = re.compile(rb' ref="[A-Z0-9:]+"')
                if refs.sub(b"", old.read(name)) != refs.sub(b"", new.read(name)):
                    yield f"{name}: meer dan ref is veranderd"
            else:
                yield f"{name} is veranderd"


def open_book(path, values):
    import openpyxl
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path, data_only=values)


def all_cells(book):
    return {(sheet.title, cell.coordinate): cell.value for sheet in book.worksheets
            for cell in list(sheet._cells.values()) if cell.value is not None}


def compare_openpyxl(before, after, asked, stale):
    """Gives what a second reader finds wrong, or None where it cannot read the original."""
    try:
        old = all_cells(open_book(before, False))
    except Exception:  # noqa: BLE001 - what it cannot read is no comparison
        return None
    try:
        new = all_cells(open_book(after, False))
    except Exception as error:  # noqa: BLE001
        return [f"openpyxl leest het niet meer: {error}"]
    wrong = []
    for key in sorted(set(old) | set(new)):
        lost = key[1] in stale.get(key[0], set()) and new.get(key) is None  # of an array formula: it has no formula itself
        if key[1] in asked.get(key[0], {}) or lost:
            continue
        if str(old.get(key)) != str(new.get(key)):
            wrong.append(f"openpyxl: {key[0]}!{key[1]} {old.get(key)!r} werd {new.get(key)!r}")
    for sheet, cells in asked.items():
        for place, value in cells.items():
            found = new.get((sheet, place))
            is_day = not isinstance(found, (int, float, str, bool, type(None)))  # a number in a cell for days
            if (sheet in {s for s, _ in new}) and found != value and not is_day:
                wrong.append(f"openpyxl: {sheet}!{place} heeft {found!r}")
    return wrong


def run(program, arguments):
    done = subprocess.run([program, *arguments], capture_output=True, timeout=SECONDS_MAX, check=False)
    lines = [line.split("\t") for line in done.stdout.decode("utf-8", "replace").splitlines()]
    return done, lines


def fill(program, path, out):
    """Fills one workbook; gives (outcome, asked, stale, wrong)."""
    try:
        with zipfile.ZipFile(path) as archive:
            sheets, _ = sheets_of(archive)
            wanted = []
            for name, entry in list(sheets.items())[:3]:
                wanted += [(name, *cell) for cell in choose(*cells_of(ET.fromstring(archive.read(entry))))]
    except Exception:  # noqa: BLE001 - not a zip, or XML that nobody reads: our program must say so
        wanted = []
    done, lines = run(program, [str(path), str(out), *[word for cell in wanted for word in cell]])
    if done.returncode != 0 or not lines:
        return "stuk", {}, {}, [done.stderr.decode("utf-8", "replace")[-300:] or f"afloop {done.returncode}"]
    if lines[0][0] == "geweigerd":
        return "geweigerd: " + re.sub(r"^.*?: ", "", lines[0][1])[:70], {}, {}, []
    asked, stale = collections.defaultdict(dict), collections.defaultdict(set)
    values = {(sheet, place): expected_value(kind, value) for sheet, place, kind, value in wanted}
    for line in lines:
        if line[0] == "vult":
            sheet = next((s for s, p in values if s.replace("\n", " ") == line[1] and p == line[2]), line[1])
            asked[sheet][line[2]] = values[(sheet, line[2])]
        elif line[0] == "verouderd":
            stale[line[1]].add(line[2])
    if not asked:
        return "niets te vullen", {}, {}, []
    return "gevuld", asked, stale, list(compare_parts(path, out, asked, stale))


def recalculate(paths, folder):
    """Has LibreOffice write every workbook anew; the files must have different names."""
    profile = f"-env:UserInstallation=file://{folder}/profiel"
    user = pathlib.Path(folder, "profiel", "user")
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load">'
        '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>')
    for i in range(0, len(paths), 20):
        try:
            subprocess.run(["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
                            f"{folder}/uit", *paths[i:i + 20]], capture_output=True, timeout=600, check=False)
        except subprocess.TimeoutExpired:
            print(f"LibreOffice is niet op tijd klaar met {paths[i]} en verder")


def near(a, b):
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))
    return a == b


VOLATILE = re.compile(r"\b(RAND|RANDBETWEEN|RANDARRAY|NOW|TODAY|CELL|INFO)\(", re.I)


def compare_libreoffice(original, filled, again, asked, stale):
    """Gives cells that LibreOffice computes otherwise though nothing said so; None where it cannot open the original or
    computes it otherwise each time."""
    try:
        old, new = all_cells(open_book(original, True)), all_cells(open_book(filled, True))
        formulas = all_cells(open_book(again, False))
    except Exception:  # noqa: BLE001
        return None
    if any(VOLATILE.search(str(value)) for value in formulas.values()):
        return None
    return [f"LibreOffice: {sheet}!{place} {old.get((sheet, place))!r} werd {new.get((sheet, place))!r}"
            for sheet, place in sorted(set(old) | set(new))
            if place not in asked.get(sheet, {}) and place not in stale.get(sheet, set())
            and not near(old.get((sheet, place)), new.get((sheet, place)))]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--minstens", type=int, default=0)
    parser.add_argument("--libreoffice", action="store_true")
    parser.add_argument("--toon", action="store_true")
    options = parser.parse_args()
    outcomes, failures, filled = collections.Counter(), [], []
    cells = stale_count = reread = 0
    paths = sorted(p for p in pathlib.Path(options.folder).rglob("*") if p.suffix.lower() in (".xlsx", ".xlsm"))
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(paths):
            out = pathlib.Path(folder, f"na{number}.xlsx")
            outcome, asked, stale, wrong = fill(options.program, path, out)
            outcomes[outcome] += 1
            if outcome == "gevuld":
                cells += sum(len(of_sheet) for of_sheet in asked.values())
                stale_count += sum(len(of_sheet) for of_sheet in stale.values())
                second = compare_openpyxl(path, out, asked, stale)
                reread += second is not None
                wrong += second or []
                filled.append((number, path, out, asked, stale))
            failures += [f"{path}: {line}" for line in wrong[:5]]
        agreed = opened = 0
        if options.libreoffice:
            befores = []
            for number, path, _, _, _ in filled:
                copy = pathlib.Path(folder, f"voor{number}.xlsx")
                copy.write_bytes(path.read_bytes())
                befores.append(str(copy))
            recalculate(befores + [str(entry[2]) for entry in filled], folder)
            for number, path, _, asked, stale in filled:
                wrong = compare_libreoffice(f"{folder}/uit/voor{number}.xlsx", f"{folder}/uit/na{number}.xlsx", path, asked, stale)
                opened += wrong is not None
                agreed += wrong == []
                failures += [f"{path}: {line}" for line in (wrong or [])[:5]]
    for outcome, count in outcomes.most_common():
        print(f"{count:6} {outcome}")
    print(f"ingevulde cellen: {cells}; formules die hun waarde kwijt zijn: {stale_count}; met openpyxl nagelezen: {reread}")
    if options.libreoffice:
        print(f"door LibreOffice herrekend voor en na: {opened}, zonder onverklaard verschil: {agreed}")
    print("\n".join(failures) if failures else "geen enkel ander onderdeel of andere cel veranderde")
    if outcomes["gevuld"] < options.minstens:
        print(f"er zijn er {outcomes['gevuld']} gevuld; verwacht minstens {options.minstens}")
        return 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
