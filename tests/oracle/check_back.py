#!/usr/bin/python3
"""Holds `begroot terug` against LibreOffice: what people change in an exported workbook comes back as a scenario that gives
the same figures.

usage: check_back.py BEGROOT PROJECT_FOLDER [ROUNDS]

For every multi-year model: an export is edited with openpyxl as people do (some inputs at random, a scenario in the
drop-down, every formula kept), LibreOffice recalculates it, `begroot terug` makes a scenario of it, and an export and
`begroot meerjaren --formaat json` of the model with that scenario must have the figures of the recalculated workbook, to
the cent. An untouched export gives an empty scenario, also after LibreOffice saved it.
An export that `begroot ververs` brings to another month has the formulas and figures of an export of that month.
Exit code 0 when all holds, 1 when something does not, 2 when the check itself could not be done.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import openpyxl

from recalculate import recalculated

TOLERANCE = 0.005
# ververs leaves these as they were made; Vergelijking and Risico say so themselves (the handleiding names all)
LEFT = ("Begroot-werkelijk", "Werkelijk per maand", "Begroot per maand", "Mutaties", "Risico", "Vergelijking", "Uitgangspunten")
FIGURES = ("Aannames", "Berekeningen", "Baten en lasten", "Balans", "Kasstroom", "Kengetallen")
CHOICE = ("Scenario's", "B5")
LABELS = 4
HEAD_ROW = 4
SEED = 20261126


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
    (folder / "models").mkdir()
    (folder / "spreadsheets").symlink_to(project / "spreadsheets")
    for file in (project / "models").iterdir():
        (folder / "models" / file.name).write_bytes(file.read_bytes())
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
        for sheet in (one for one in expected.worksheets if one.title not in LEFT):
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
    print("\n".join("  " + line for line in lines[:10]))
    return 1 if failed or lines or cells == 0 else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"check_back: {error}", file=sys.stderr)
        sys.exit(2)
