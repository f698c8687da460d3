#!/usr/bin/python3
"""Holds `begroot terug` against LibreOffice: what people change in an exported workbook comes back as a scenario that gives
the same figures.

usage: check_back.py BEGROOT PROJECT_FOLDER [ROUNDS]

For every multi-year model: an export is edited with openpyxl as people do (some inputs at random, a scenario in the
drop-down, every formula kept), LibreOffice recalculates it, `begroot terug` makes a scenario of it, and an export and
`begroot meerjaren --formaat json` of the model with that scenario must have the figures of the recalculated workbook, to
the cent. An untouched export gives an empty scenario, also after LibreOffice saved it.
An export that `begroot ververs` brings to another month has the formulas and figures of an export of that month. One
that it brings to another ledger has the postings of that ledger, more or fewer, with everything that people put beside
them, and every stored value is what LibreOffice makes of it; a sheet in whose rows people worked keeps its bytes.
Exit code 0 when all holds, 1 when something does not, 2 when the check itself could not be done.
"""
import collections
import itertools
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

import openpyxl
import openpyxl.comments
import openpyxl.styles

from recalculate import recalculated, recalculates_otherwise

TOLERANCE = 0.005
LEDGER, LEDGER_SHEET, LEDGER_HEAD = "spreadsheets/plein013/mutaties-2025.xlsx", "Financiële mutaties", 6
POSTINGS, FIRST_POSTING, POSTING_COLUMNS, AMOUNT = "Mutaties", 6, 14, 11
SHARE = (1, 2, 3, 5, 6, 7, 8, 9, 10)  # what tells a posting: 0-based columns of Mutaties
FIGURES = ("Aannames", "Berekeningen", "Baten en lasten", "Balans", "Kasstroom", "Kengetallen")
CHOICE = ("Scenario's", "B5")
LABELS = 4
HEAD_ROW = 4
SEED = 20261126
SHOWN = 10


def run(begroot, folder, *words):
    done = subprocess.run([begroot, *map(str, words)], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"begroot {' '.join(map(str, words))}: exit {done.returncode}: {done.stderr}")
    return done


def inputs_of(book):
    """Gives every unlocked cell with a number on the sheets of figures and of scenarios."""
    found = []
    for name in (*FIGURES, CHOICE[0]):
        for row in book[name].iter_rows(min_row=HEAD_ROW + 1):
            found += [(name, cell.coordinate) for cell in row
                      if cell.data_type == "n" and cell.value is not None and not cell.protection.locked]
    return found


def titles_of(book):
    sheet, titles = book[CHOICE[0]], []
    row = 9
    while sheet.cell(row, 1).value:
        titles.append(sheet.cell(row, 1).value)
        row += 1
    return titles


def edit(source, copy, random_source, count):
    """Changes some inputs and perhaps the scenario; gives the edits."""
    book = openpyxl.load_workbook(source)
    titles = titles_of(book)
    number = random_source.randrange(len(titles))
    book[CHOICE[0]][CHOICE[1]] = titles[number]
    of_scenario = {row[0].row: row[3].value for row in book[CHOICE[0]].iter_rows(min_row=HEAD_ROW + 1)}
    candidates = [(name, place) for name, place in inputs_of(book)
                  if name != CHOICE[0] or of_scenario.get(book[name][place].row) == number + 1]
    edits = []
    for name, place in random_source.sample(candidates, min(count, len(candidates))):
        cell = book[name][place]
        whole = isinstance(cell.value, int) or float(cell.value).is_integer()
        cell.value = cell.value + random_source.choice((1, 2, 3)) if whole else round(cell.value * random_source.uniform(0.9, 1.1), 6)
        if name in ("Baten en lasten", "Balans"):
            cell.value = round(cell.value, 2)
        edits.append(f"{name}!{place}")
    book.save(copy)
    return titles[number], edits


def figures_of(path):
    """Gives the figures by sheet, code and year."""
    figures = {}
    book = openpyxl.load_workbook(path, data_only=True)
    for name in FIGURES:
        sheet = book[name]
        years = {cell.column: cell.value for cell in sheet[HEAD_ROW] if isinstance(cell.value, (int, float))}
        for row in sheet.iter_rows(min_row=HEAD_ROW + 1):
            if row[1].value:
                figures.update({(name, row[1].value, int(years[cell.column])): cell.value
                                for cell in row[LABELS:] if cell.column in years and cell.value is not None})
    return figures


def compare(expected, found):
    for key in sorted(set(expected) | set(found)):
        a, b = expected.get(key), found.get(key)
        numbers = isinstance(a, (int, float)) and isinstance(b, (int, float))
        if a != b and not (numbers and abs(a - b) < TOLERANCE):
            yield f"{key}: LibreOffice {a!r}, begroot {b!r}"


def compare_json(expected, answer):
    """Holds the lines of `meerjaren` against the workbook, in whole cents."""
    for line in answer["regels"]:
        for year, cents in zip(answer["jaren"], line["cent"]):
            value = expected.get(("Baten en lasten", line["code"], year))
            if cents is not None and value is not None and round(value * 100) != cents:
                yield f"meerjaren {line['code']} {year}: LibreOffice {value!r}, begroot {cents} cent"


def check_model(begroot, project, model, folder, rounds):
    (folder / "spreadsheets").symlink_to(project / "spreadsheets")
    shutil.copytree(project / "models", folder / "models")
    text = (project / "models" / model).read_text(encoding="utf-8")
    base = folder / "base.xlsx"
    run(begroot, folder, "export", f"models/{model}", "--uit", base)
    chance = random.Random(SEED)
    edited, edits = [], []
    for number in range(rounds):
        edited.append(folder / f"edited{number}.xlsx")
        edits.append(edit(base, edited[-1], chance, 1 + number * 3))
    fresh = recalculated([base, *edited], folder)
    lines = []
    for what, path in (("export", base), ("export, saved by LibreOffice", fresh[0])):
        done = run(begroot, folder, "terug", path, f"models/{model}", "--uit", "leeg.toml")
        empty = "# Er is niets veranderd." in (folder / "leeg.toml").read_text(encoding="utf-8")
        if done.returncode != 0 or not empty or "Bevindingen" in done.stdout:
            lines.append(f"untouched {what} is not empty: {done.stdout[:800]}")
    cells = 0
    for number, (title, places) in enumerate(edits):
        for source in (edited[number], fresh[number + 1]):
            run(begroot, folder, "terug", source, f"models/{model}", "--uit", "delta.toml", "--naam", "Terug")
            delta = (folder / "delta.toml").read_text(encoding="utf-8")
            (folder / "models" / "met.toml").write_text(text + "\n" + delta, encoding="utf-8")
            run(begroot, folder, "export", "models/met.toml", "--scenario", "terug", "--uit", "met.xlsx")
            expected = figures_of(fresh[number + 1])
            cells += len(expected)
            wrong = list(compare(expected, figures_of(folder / "met.xlsx")))
            answer = json.loads(run(begroot, folder, "meerjaren", "models/met.toml", "--scenario", "terug", "--formaat", "json").stdout)
            wrong += compare_json(expected, answer)
            lines += [f"{title}, {places}: {line}" for line in wrong[:5]]
    return cells, sum(len(places) for _, places in edits), lines


def check_refresh(begroot, project, folder):
    """Refreshes an export of August to April and holds it against an export of April."""
    model, lines, cells = project / "models" / "plein013-2025.toml", [], 0
    for month in ("08", "04"):
        run(begroot, folder, "export", model, "--tot", f"2025-{month}", "--uit", f"export{month}.xlsx")
    run(begroot, folder, "ververs", "export08.xlsx", model, "--tot", "2025-04", "--uit", "ververst.xlsx")
    for values in (True, False):
        expected, found = (openpyxl.load_workbook(folder / name, data_only=values) for name in ("export04.xlsx", "ververst.xlsx"))
        for sheet in expected.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    value = found[sheet.title][cell.coordinate].value
                    numbers = isinstance(value, (int, float)) and isinstance(cell.value, (int, float))
                    cells += cell.value is not None
                    if value != cell.value and not (numbers and abs(value - cell.value) < TOLERANCE):
                        lines.append(f"ververst {sheet.title}!{cell.coordinate}: export {cell.value!r}, ververst {value!r}")
    again = run(begroot, folder, "ververs", "ververst.xlsx", model, "--tot", "2025-04", "--proef")
    if "0 cellen die begroot schreef" not in again.stdout:
        lines.append(f"refreshed twice: {again.stdout[:300]}")
    return cells, lines


def change_ledger(path, gone, copied):
    """Takes rows out of a ledger and adds copies of others as new entries below it; its total stays right."""
    book = openpyxl.load_workbook(path)
    sheet = book[LEDGER_SHEET]
    copies = [[cell.value for cell in sheet[row]] for row in copied]
    sheet.delete_rows(sheet.max_row)
    for row in sorted(gone, reverse=True):
        sheet.delete_rows(row)
    for number, values in enumerate(copies):
        values[1], values[13] = 9000 + number, f"M25{number:05}"
        sheet.append(values)
    amounts = [[row[column].value or 0 for row in sheet.iter_rows(min_row=LEDGER_HEAD + 1)] for column in (8, 9)]
    sheet.append(["Totaal", *[None] * 7, *map(sum, amounts)])
    book.save(path)


def postings_of(path, values=True):
    """Gives the rows of Mutaties by row number, without those that are empty."""
    sheet = openpyxl.load_workbook(path, data_only=values)[POSTINGS]
    rows = {row[0].row: tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=FIRST_POSTING)}
    return {number: row for number, row in rows.items() if any(row[:POSTING_COLUMNS])}


def work_in(source, copy):
    """Works in an export as people do: beside the postings, on a sheet of one's own, in the months of the budget."""
    book = openpyxl.load_workbook(source)
    sheet = book[POSTINGS]
    sheet["P5"], sheet["P20"], sheet["P700"] = "Van mij", "let op", "nagekeken"
    sheet["K30"].comment = openpyxl.comments.Comment("klopt dit?", "controller")
    sheet["K40"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    book.create_sheet("Kladblok")["A1"] = "=SUM(Mutaties!K:K)"
    book["Begroot per maand"]["C7"] = 999
    book.save(copy)


def own_breaches(before, after):
    """Yields what of the work of people did not stay with its posting."""
    was, now = (openpyxl.load_workbook(path)[POSTINGS] for path in (before, after))
    rows_was, rows_now = postings_of(before), postings_of(after)
    for row, column in ((20, 16), (700, 16), (30, AMOUNT), (40, AMOUNT)):
        same = [rows_was[row][i] for i in SHARE] == [rows_now[row][i] for i in SHARE]
        own = [(sheet.cell(row, 16).value, sheet.cell(row, AMOUNT).comment and sheet.cell(row, AMOUNT).comment.text,
                sheet.cell(row, AMOUNT).fill.fgColor.rgb) for sheet in (was, now)]
        if not same or own[0] != own[1]:
            yield f"row {row}, column {column}: {own[0]} became {own[1]}, same posting: {same}"
    if openpyxl.load_workbook(after)["Begroot per maand"]["C7"].value != 999:
        yield "the month of the budget that somebody changed is gone"


def check_postings(begroot, project, folder):
    """Refreshes an export on which people worked after its ledger changed, twice: it grows, then it shrinks."""
    for name in ("models", "spreadsheets"):
        shutil.copytree(project / name, folder / name)
    model, lines = "models/plein013-2025.toml", []
    run(begroot, folder, "export", model, "--uit", "0.xlsx")
    work_in(folder / "0.xlsx", folder / "gewerkt.xlsx")
    shutil.move(recalculated([folder / "gewerkt.xlsx"], folder)[0], folder / "1.xlsx")  # as a program leaves it: with values
    for number, (gone, copied) in enumerate((((500,), (10, 20, 30, 200, 300)), ((600, 601, 1200, 1500, 1700, 1703), (11,))), 1):
        change_ledger(folder / LEDGER, gone, copied)
        run(begroot, folder, "ververs", f"{number}.xlsx", model, "--uit", f"{number + 1}.xlsx")
        run(begroot, folder, "export", model, "--uit", "vers.xlsx")
        now, then = (postings_of(folder / name) for name in (f"{number + 1}.xlsx", "vers.xlsx"))
        differ = collections.Counter(row[:POSTING_COLUMNS] for row in now.values()) - collections.Counter(then.values())
        if differ or len(now) != len(then):
            lines.append(f"round {number}: {len(now)} postings for {len(then)}, not in the ledger: {list(differ)[:3]}")
        lines += own_breaches(folder / f"{number}.xlsx", folder / f"{number + 1}.xlsx")
        lines += itertools.islice(recalculates_otherwise([folder / f"{number + 1}.xlsx"]), SHOWN)
        lines += board_breaches(folder / f"{number + 1}.xlsx", folder / "vers.xlsx")
        last = max(now)
        book = openpyxl.load_workbook(folder / f"{number + 1}.xlsx")
        ranges = [name.attr_text for name in book.defined_names.definedName if name.name.startswith("mutatie_")]
        ranges += [book[POSTINGS].auto_filter.ref, *book[POSTINGS].print_area]
        lines += [f"round {number}: {text} does not end in row {last}" for text in ranges if not text.endswith(str(last))]
        again = run(begroot, folder, "ververs", f"{number + 1}.xlsx", model, "--proef")
        if "0 cellen die begroot schreef" not in again.stdout:
            lines.append(f"refreshed twice: {again.stdout[:800]}")
    return len(now), lines + list(refusals(begroot, folder, model))


def board_breaches(refreshed, fresh):
    """Yields each line of Begroot-werkelijk whose werkelijk is not that of a fresh export."""
    sheets = [openpyxl.load_workbook(path, data_only=True)["Begroot-werkelijk"] for path in (refreshed, fresh)]
    for own, other in zip(*(sheet.iter_rows(min_row=6, max_col=5, values_only=True) for sheet in sheets)):
        if own[:2] != other[:2] or isinstance(other[4], (int, float)) and abs(own[4] - other[4]) > TOLERANCE:
            yield f"Begroot-werkelijk: {own} for {other}"


def refusals(begroot, folder, model):
    """Yields what `ververs` did with a sheet in whose rows people worked; the finding names the cell."""
    edits = {"A9": lambda sheet: sheet.insert_rows(9), "A12": lambda sheet: sheet.__setitem__("K12", 1),
             "A6": lambda sheet: sheet.delete_rows(50), "A1730": lambda sheet: sheet.__setitem__("A1730", "Totaal")}
    change_ledger(folder / LEDGER, (), (15,))
    for place, edit in edits.items():
        book = openpyxl.load_workbook(folder / "0.xlsx")
        edit(book[POSTINGS])
        if place == "A9":
            book[POSTINGS]["A9"] = "mijn eigen regel"
        book.save(folder / "stuk.xlsx")
        said = run(begroot, folder, "ververs", "stuk.xlsx", model, "--uit", "heel.xlsx").stdout
        if "ververs_blad_gelaten" not in said or f"blad Mutaties, cel {place}\n" not in said:
            yield f"Mutaties with work in its rows, {place}: {said[-600:]}"
        if postings_of(folder / "stuk.xlsx") != postings_of(folder / "heel.xlsx"):
            yield f"Mutaties with work in its rows, {place}: it was changed"


def main():
    begroot, project = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 4
    failed = False
    for model in sorted(project.glob("models/*.toml")):
        text = model.read_text(encoding="utf-8")
        if "[meerjaren]" not in text or "[jaarplan]" not in text:
            continue
        with tempfile.TemporaryDirectory() as name:
            cells, edits, lines = check_model(begroot, project, model.name, pathlib.Path(name), rounds)
        print(f"{model.name}: {edits} inputs changed in {rounds} workbooks, {cells} figures compared, {len(lines)} differ")
        print("\n".join("  " + line for line in lines))
        failed = failed or bool(lines) or cells == 0
    with tempfile.TemporaryDirectory() as name:
        cells, lines = check_refresh(begroot, project, pathlib.Path(name))
    print(f"ververs: {cells} cells compared, {len(lines)} differ")
    print("\n".join("  " + line for line in lines[:SHOWN]))
    failed = failed or bool(lines)
    with tempfile.TemporaryDirectory() as name:
        postings, lines = check_postings(begroot, project, pathlib.Path(name))
    print(f"ververs after a new ledger: {postings} postings, {len(lines)} differ")
    print("\n".join("  " + line for line in lines[:SHOWN]))
    return 1 if failed or lines or cells == 0 else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"check_back: {error}", file=sys.stderr)
        sys.exit(2)
