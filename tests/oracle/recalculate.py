#!/usr/bin/python3
"""Lets LibreOffice recalculate workbooks and holds every formula cell against the value that stands beside it in the file.

usage: recalculate.py [--tolerance EUROS] [--show COUNT] FILE.xlsx ...

Prints a line for each cell that differs and one line at the end: `N formula cells, M without stored value, K differ`.
Exit code 0 when nothing differs or is missing, 1 when something does, 2 when the check itself could not be done.
The files are only read. Needs libreoffice-calc (soffice on the path) and python3-openpyxl.
"""
import argparse
import dataclasses
import itertools
import pathlib
import shutil
import subprocess
import sys
import tempfile

# In a fresh profile LibreOffice trusts the values of files that Excel saved; 0 means: recalculate always.
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>
"""


@dataclasses.dataclass
class Tally:
    cells: int = 0
    missing: int = 0
    different: int = 0


def recalculated(files, folder):
    """Gives, per file, the path of the same workbook as LibreOffice saves it after recalculating."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    copies = []
    for number, file in enumerate(files):
        if not file.is_file():
            raise RuntimeError(f"{file}: no such file")
        copies.append(folder / f"{number}.xlsx")
        shutil.copyfile(file, copies[-1])
    out = folder / "out"
    command = ["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to",
               "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), *map(str, copies)]
    subprocess.run(command, check=True, capture_output=True, timeout=120 + 60 * len(files))
    made = [out / copy.name for copy in copies]
    for file, fresh in zip(files, made):
        if not fresh.is_file():
            raise RuntimeError(f"{file}: LibreOffice could not open it")
    return made


def equal(stored, fresh, tolerance):
    numbers = (int, float)
    if type(stored) is not bool and type(fresh) is not bool and isinstance(stored, numbers) and isinstance(fresh, numbers):
        return abs(stored - fresh) <= tolerance
    return ("" if stored is None else stored) == ("" if fresh is None else fresh)


def compare(file, fresh, tolerance, tally):
    """Counts the formula cells of one workbook and yields a line for each that is missing or different."""
    import openpyxl
    formulas = openpyxl.load_workbook(file)
    stored = openpyxl.load_workbook(file, data_only=True)
    after = openpyxl.load_workbook(fresh, data_only=True)
    for sheet in formulas.worksheets:
        for cell in itertools.chain.from_iterable(sheet.iter_rows()):
            if cell.data_type != "f":
                continue
            tally.cells += 1
            old = stored[sheet.title][cell.coordinate].value
            new = after[sheet.title][cell.coordinate].value
            if equal(old, new, tolerance):
                continue
            if old is None:
                tally.missing += 1
            else:
                tally.different += 1
            yield f"{file}: {sheet.title}!{cell.coordinate} {cell.value}: stored {old!r}, recalculated {new!r}"


def recalculates_otherwise(files, tolerance=0.005):
    """Yields a line for each formula cell that LibreOffice gives another value than is stored; prints the counts."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(file) for file in files]
        for file, fresh in zip(files, recalculated(files, pathlib.Path(folder))):
            yield from compare(file, fresh, tolerance, tally)
    print(f"{tally.cells} formula cells, {tally.missing} without stored value, {tally.different} differ")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tolerance", type=float, default=0.005, help="largest difference that counts as equal")
    parser.add_argument("--show", type=int, default=20, help="how many differences to print")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    wanted = parser.parse_args()
    wrong = list(recalculates_otherwise(wanted.files, wanted.tolerance))
    for line in wrong[:wanted.show]:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception as error:  # no LibreOffice, no openpyxl, a file that does not open: say so, and judge nothing
        print(f"recalculate.py: {error}", file=sys.stderr)
        sys.exit(2)
