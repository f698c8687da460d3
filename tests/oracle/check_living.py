#!/usr/bin/python3
"""Holds `begroot export` against LibreOffice and openpyxl, for every multi-year model and every scenario.

usage: check_living.py BEGROOT PROJECT_FOLDER

Each model is exported once. For every scenario the drop-down of that one workbook is set, LibreOffice recalculates it, and
every formula cell must give the engine's figure for that scenario, as a second export with `--scenario` stores it (within
half a cent for figures in euros and everything else alike). An export written twice must be the same bytes.
The sheets of kept values (Risico, Vergelijking) must say that they hold as long as nothing is changed, and that they are
out of date as soon as another scenario is chosen. Where a model has bookings, every month of the drop-down of
Begroot-werkelijk must give what `begroot tabel --tot` gives, to the cent, recalculated from the sheet of postings.
Exit code 0 when all holds, 1 when something does not, 2 when the check itself could not be done.
"""
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

import openpyxl

from recalculate import recalculated

TOLERANCE = 0.005
CHOICE = ("Scenario's", "B5")
EXPLANATION = "Toelichting"
KEPT = {"Risico", "Vergelijking", "Uitgangspunten"}
STATE = "B3"
BOARD, MONTH_CHOICE = "Begroot-werkelijk", "B3"
MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
# column of the sheet -> key in the json of `begroot tabel`
COLUMNS = {3: "begroot_cent", 4: "begroot_tot_cent", 5: "werkelijk_cent", 6: "verschil_cent", 7: "nog_te_besteden_cent",
           8: "prognose_cent"}
SHOWN = 10


def export(begroot, project, model, out, scenario=None):
    command = [begroot, "export", model, "--uit", str(out)]
    if "onzekerheid" in (pathlib.Path(project) / model).read_text():
        command += ["--risico", "200"]  # bands are values: a few draws will do
    if scenario:
        command += ["--scenario", scenario]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)}: exit {done.returncode}: {done.stderr}")


def choose(source, copy, place, title):
    """Sets a drop-down of a workbook; its stored values go, so that nobody can read them by mistake."""
    book = openpyxl.load_workbook(source)
    book[place[0]][place[1]] = title
    book.save(copy)


def state_breaches(fresh_file, holds):
    """Yields a line for each sheet of kept values that does not say whether it holds."""
    book = openpyxl.load_workbook(fresh_file, data_only=True)
    for name in ("Risico", "Vergelijking"):
        if name in book.sheetnames:
            said = str(book[name][STATE].value)
            if said.startswith("VEROUDERD") == holds:
                yield f"{name} says {said!r}"


def board_breaches(fresh_file, answer):
    """Yields a line for each figure of Begroot-werkelijk that is not that of the table, to the cent."""
    sheet = openpyxl.load_workbook(fresh_file, data_only=True)[BOARD]
    lines = {f"{line['niveau']} {line['code']}": line for line in answer["regels"]}
    found = 0
    for row in sheet.iter_rows(min_row=6):
        line = lines.get(row[0].value)
        if line is None:
            continue
        found += 1
        for column, key in COLUMNS.items():
            value = row[column - 1].value
            if (None if value is None else round(value * 100)) != line[key]:
                yield f"{row[0].value}: {key} is {line[key]}, the sheet has {value}"
    if found != len(lines):
        yield f"{BOARD} has {found} lines, the table {len(lines)}"


def months_of(plan):
    """Gives the months of a plan and how its workbook names them: with the year where there are two."""
    if "schooljaar" not in plan:
        return {f"{plan['boekjaar']}-{number:02}": name for number, name in enumerate(MONTHS, 1)}
    first = int(plan["schooljaar"][:4])
    places = [(first, number) for number in range(8, 13)] + [(first + 1, number) for number in range(1, 8)]
    return {f"{year}-{number:02}": f"{MONTHS[number - 1]} {year}" for year, number in places}


def school_year(project, folder):
    """Makes of a plan of a calendar year one of a school year, with the smallest multi-year model; gives its name."""
    (folder / "spreadsheets").symlink_to(project / "spreadsheets")
    (folder / "models").mkdir()
    text = (project / "models/plein013-2025.toml").read_text(encoding="utf-8").split("[meerjaren]")[0]
    text = re.sub(r"(?ms)^\[\[moment\]\].*?^$", "", text).replace("boekjaar = 2025", 'schooljaar = "2024-2025"', 1)
    text = re.sub(r'(?m)^bestand = ', "jaar = 2025\nbestand = ", text)
    small = (project / "tests/errors/ververs_blad_gelaten/model.toml").read_text(encoding="utf-8")
    (folder / "models/schooljaar.toml").write_text(text + "[meerjaren]" + small.split("[meerjaren]")[1], encoding="utf-8")
    return "models/schooljaar.toml"


def check_months(begroot, project, model, base, folder):
    """Chooses every month in one workbook; gives how many were held and the lines of what differs."""
    if BOARD not in openpyxl.load_workbook(base, read_only=True).sheetnames:
        return 0, []
    (folder / "maanden").mkdir()
    copies = []
    with open(project / model, "rb") as file:
        plan = tomllib.load(file)["jaarplan"]
    months = months_of(plan)
    for name in months.values():
        copies.append(folder / f"maand-{len(copies) + 1}.xlsx")
        choose(base, copies[-1], (BOARD, MONTH_CHOICE), name)
    lines = []
    for month, fresh in zip(months, recalculated(copies, folder / "maanden")):
        command = [begroot, "tabel", model, "--tot", month, "--formaat", "json"]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
        lines += [f"{model}, {month}: {line}" for line in board_breaches(fresh, json.loads(done.stdout))]
    return len(copies), lines


def differences(expected_file, fresh_file, left_out):
    """Yields how many formula cells there are, then a line for each that differs."""
    formulas = openpyxl.load_workbook(expected_file)
    expected = openpyxl.load_workbook(expected_file, data_only=True)
    fresh = openpyxl.load_workbook(fresh_file, data_only=True)
    count = 0
    lines = []
    for sheet in formulas.worksheets:
        if sheet.title == EXPLANATION or sheet.title in left_out:
            continue
        for cell in itertools.chain.from_iterable(sheet.iter_rows()):
            if cell.data_type != "f":
                continue
            count += 1
            old = expected[sheet.title][cell.coordinate].value
            new = fresh[sheet.title][cell.coordinate].value
            numbers = isinstance(old, (int, float)) and isinstance(new, (int, float))
            if old != new and not (numbers and abs(old - new) < TOLERANCE):
                lines.append(f"{sheet.title}!{cell.coordinate}: {cell.value}: engine {old!r}, LibreOffice {new!r}")
    return count, lines


def check_model(begroot, project, model, folder):
    """Gives the number of formula cells and months held and the lines of what differs."""
    with open(project / model, "rb") as file:
        scenarios = {one["code"]: one.get("naam", one["code"]) for one in tomllib.load(file).get("scenario", [])}
    scenarios = {"basis": "Het model zelf", **scenarios}
    base = folder / "base.xlsx"
    again = folder / "again.xlsx"
    export(begroot, project, model, base)
    export(begroot, project, model, again)
    lines = [] if base.read_bytes() == again.read_bytes() else [f"{model}: two exports differ in their bytes"]
    copies = []
    for code, title in scenarios.items():
        export(begroot, project, model, folder / f"engine-{code}.xlsx", code)
        copies.append(folder / f"chosen-{code}.xlsx")
        choose(base, copies[-1], CHOICE, title)
    made = recalculated(copies, folder)
    total = 0
    for code, fresh in zip(scenarios, made):
        count, found = differences(folder / f"engine-{code}.xlsx", fresh, set() if code == "basis" else KEPT)
        found += state_breaches(fresh, code == "basis")
        total += count
        lines += [f"{model}, {code}: {line}" for line in found]
    months, found = check_months(begroot, project, model, base, folder)
    return total, months, lines + found


def main():
    begroot, project = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
    failed = False
    for model in sorted(project.glob("models/*.toml")):
        text = model.read_text(encoding="utf-8")
        if "[meerjaren]" not in text or "[jaarplan]" not in text:
            continue
        with tempfile.TemporaryDirectory() as name:
            count, months, lines = check_model(begroot, project, str(model.relative_to(project)), pathlib.Path(name))
        print(f"{model.name}: {count} formula cells, {months} months, {len(lines)} differ")
        for line in lines[:SHOWN]:
            print("  " + line)
        failed = failed or bool(lines) or count == 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        model = school_year(project, folder)
        export(begroot, folder, model, folder / "base.xlsx")
        months, lines = check_months(begroot, folder, model, folder / "base.xlsx", folder)
    print(f"{model}: {months} months, {len(lines)} differ")
    print("\n".join("  " + line for line in lines[:SHOWN]))
    return 1 if failed or lines or months == 0 else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"check_living: {error}", file=sys.stderr)
        sys.exit(2)
