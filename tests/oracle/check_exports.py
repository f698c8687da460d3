#!/usr/bin/python3
"""Makes every kind of workbook that `begroot tabel` writes and holds it against two programs that are not ours.

usage: check_exports.py BEGROOT PROJECT_FOLDER

LibreOffice recalculates each workbook and every formula cell must give the value stored beside it (tolerance 0,005);
openpyxl reads each one back and its figures must be those of `--formaat json`, to the cent, with numbers where numbers
belong, frozen panes, print titles and landscape A4. Each workbook is written twice and must be the same bytes.
Exit code 0 when all holds, 1 when something does not, 2 when the check itself could not be done.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

from recalculate import recalculates_otherwise

MODEL = "models/plein013-2025.toml"
CASES = {
    "doel-plan": [MODEL, "--rapportage", "M8"],
    "doel-boeking": [MODEL, "--rapportage", "M8", "--weergave", "boeking"],
    "doel-april-centen": [MODEL, "--tot", "2025-04", "--centen"],
    "speerpunt": [MODEL, "--per", "speerpunt"],
    "activiteit": [MODEL, "--per", "activiteit"],
    "rekening": [MODEL, "--per", "rekening"],
    "kostenplaats": [MODEL, "--per", "kostenplaats"],
    "kostendrager": [MODEL, "--per", "kostendrager"],
    "rubriek": [MODEL, "--per", "rubriek"],
    "jaarplan": [MODEL, "--indeling", "jaarplan"],
    "zonder-werkboek": ["models/plein013-2023.toml"],
}
# column head in the sheet (line breaks as spaces, without year and month) -> key in the json
HEADS = {"Begroot {year}": "begroot_cent", "Begroot t/m {month}": "begroot_tot_cent", "Werkelijk t/m {month}": "werkelijk_cent",
         "Verschil euro": "verschil_cent", "Nog te besteden": "nog_te_besteden_cent", "Prognose {year}": "prognose_cent"}
MONTHS = ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]


def run(begroot, project, arguments):
    done = subprocess.run([begroot, "tabel", *arguments], cwd=project, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"tabel {' '.join(arguments)}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def header_of(sheet):
    """Gives the row number of the heads and the column of each head."""
    for row in sheet.iter_rows(min_row=1, max_row=12):
        heads = {str(cell.value).replace("\n", " "): cell.column for cell in row if cell.value is not None}
        if "Code" in heads:
            return row[0].row, heads
    raise RuntimeError(f"{sheet.title}: no header row")


def compare_figures(name, sheet, answer):
    """Yields a line for each figure of the sheet that is not the json's."""
    row, heads = header_of(sheet)
    year, month = answer["tot"].split("-")
    columns = {key: heads[head.format(year=year, month=MONTHS[int(month) - 1])] for head, key in HEADS.items()}
    lines = {line["code"]: line for line in answer["regels"]}
    # a code of a group of accounts may stand under baten and under lasten: those are compared by side, in order
    found = 0
    for cells in sheet.iter_rows(min_row=row + 1):
        code = cells[heads["Code"] - 1].value
        if code not in lines:
            continue
        twins = [line for line in answer["regels"] if line["code"] == code]
        candidates = twins if len(twins) > 1 else [lines[code]]
        found += 1
        figures = {}
        for key, column in columns.items():
            value = cells[column - 1].value
            if isinstance(value, str):
                yield f"{name}: {sheet.title}!{cells[column - 1].coordinate} holds text where a number belongs: {value!r}"
                continue
            figures[key] = None if value is None else round(value * 100)
        if not any(all(line[key] == figures.get(key) for key in columns) for line in candidates):
            yield f"{name}: {code}: the sheet has {figures}, the json {candidates}"
    if found != len(answer["regels"]):
        yield f"{name}: {found} lines in the sheet, {len(answer['regels'])} in the json"


def check_looks(name, book):
    for sheet in book.worksheets:
        if sheet.title.startswith("Grafiek"):
            continue
        if sheet.page_setup.orientation != "landscape" or str(sheet.page_setup.paperSize) != "9":
            yield f"{name}: {sheet.title} is no landscape A4"
        if not sheet.print_title_rows:
            yield f"{name}: {sheet.title} repeats no head rows in print"
        if not sheet.freeze_panes:
            yield f"{name}: {sheet.title} has no frozen panes"


def breaches(begroot, project, folder):
    files = []
    for name, arguments in CASES.items():
        file, again = folder / f"{name}.xlsx", folder / f"{name}-nogmaals.xlsx"
        run(begroot, project, [*arguments, "--uit", str(file)])
        run(begroot, project, [*arguments, "--uit", str(again)])
        if file.read_bytes() != again.read_bytes():
            yield f"{name}: written twice, not the same bytes"
        files.append(str(file))
        book = openpyxl.load_workbook(file, data_only=True)
        yield from check_looks(name, book)
        if name != "jaarplan":
            answer = json.loads(run(begroot, project, [*arguments, "--formaat", "json"]))
            yield from compare_figures(name, book.worksheets[0], answer)
    yield from recalculates_otherwise(files)


def main():
    begroot, project = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        wrong = list(breaches(str(begroot), project, pathlib.Path(folder)))
    print("\n".join(wrong) if wrong else f"{len(CASES)} workbooks hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception as error:  # the check could not be done: say so, and judge nothing
        print(f"check_exports.py: {error}", file=sys.stderr)
        sys.exit(2)
