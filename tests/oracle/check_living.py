#!/usr/bin/python3
"""Holds `begroot export` against LibreOffice and openpyxl, for every multi-year model and every scenario.

usage: check_living.py BEGROOT PROJECT_FOLDER

Each model is exported once. For every scenario the drop-down of that one workbook is set, LibreOffice recalculates it, and
every formula cell must give the engine's figure for that scenario, as a second export with `--scenario` stores it (within
half a cent for figures in euros and everything else alike). An export written twice must be the same bytes.
Exit code 0 when all holds, 1 when something does not, 2 when the check itself could not be done.
"""
import itertools
import pathlib
import subprocess
import sys
import tempfile
import tomllib

import openpyxl

from recalculate import recalculated

TOLERANCE = 0.005
CHOICE = ("Scenario's", "B5")
EXPLANATION = "Toelichting"
SHOWN = 10


def export(begroot, project, model, out, scenario=None):
    command = [begroot, "export", model, "--uit", str(out)]
    if scenario:
        command += ["--scenario", scenario]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)}: exit {done.returncode}: {done.stderr}")


def choose(source, copy, title):
    """Sets the drop-down of a workbook; its stored values go, so that nobody can read them by mistake."""
    book = openpyxl.load_workbook(source)
    book[CHOICE[0]][CHOICE[1]] = title
    book.save(copy)


def differences(expected_file, fresh_file):
    """Yields how many formula cells there are, then a line for each that differs."""
    formulas = openpyxl.load_workbook(expected_file)
    expected = openpyxl.load_workbook(expected_file, data_only=True)
    fresh = openpyxl.load_workbook(fresh_file, data_only=True)
    count = 0
    lines = []
    for sheet in formulas.worksheets:
        if sheet.title == EXPLANATION:
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
    """Gives the number of formula cells held and the lines of what differs."""
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
        choose(base, copies[-1], title)
    made = recalculated(copies, folder)
    total = 0
    for code, fresh in zip(scenarios, made):
        count, found = differences(folder / f"engine-{code}.xlsx", fresh)
        total += count
        lines += [f"{model}, {code}: {line}" for line in found]
    return total, lines


def main():
    begroot, project = sys.argv[1], pathlib.Path(sys.argv[2])
    failed = False
    for model in sorted(project.glob("models/*.toml")):
        text = model.read_text(encoding="utf-8")
        if "[meerjaren]" not in text or "[jaarplan]" not in text:
            continue
        with tempfile.TemporaryDirectory() as name:
            count, lines = check_model(begroot, project, str(model.relative_to(project)), pathlib.Path(name))
        print(f"{model.name}: {count} formula cells, {len(lines)} differ")
        for line in lines[:SHOWN]:
            print("  " + line)
        failed = failed or bool(lines) or count == 0
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, subprocess.SubprocessError) as error:
        print(f"check_living: {error}", file=sys.stderr)
        sys.exit(2)
