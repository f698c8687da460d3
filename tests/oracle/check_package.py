#!/usr/bin/python3
"""Holds every workbook that begroot writes against the rules of ECMA-376 and of Excel (package_rules.py).

usage: check_package.py BEGROOT PROJECT_FOLDER

First the rules themselves: a workbook that is broken on purpose in each of several ways must be found out, or the check
says nothing. Then all exports and tables of all models. Exit code 0 when all holds, 1 when something does not, 2 when the
check itself could not be done.
"""
import pathlib
import subprocess
import sys
import tempfile
import tomllib
import zipfile

from package_rules import Package

SHOWN = 10
SHEET = "xl/worksheets/sheet1.xml"
# What is broken, in which part, and how.
BREAKS = {
    "columns behind the rows": (SHEET, lambda xml: xml.replace("<cols>", "<!--", 1).replace("</cols>", "-->", 1)
                                .replace("</sheetData>", '</sheetData><cols><col min="1" max="1" width="9"/></cols>', 1)),
    "a row twice": (SHEET, lambda xml: xml.replace('<row r="2"', '<row r="1"', 1)),
    "a cell in another row": (SHEET, lambda xml: xml.replace('<c r="A2"', '<c r="A3"', 1)),
    "a format that is not there": (SHEET, lambda xml: xml.replace(' s="1"', ' s="9999"', 1)),
    "a text that is not there": (SHEET, lambda xml: xml.replace("<v>0</v>", "<v>999999</v>", 1)),
    "a sheet name of 40 letters": ("xl/workbook.xml", lambda xml: xml.replace('<sheet name="', '<sheet name="' + "x" * 40, 1)),
    "a relation to nothing": ("xl/_rels/workbook.xml.rels", lambda xml: xml.replace("worksheets/sheet1.xml", "worksheets/nul.xml")),
    "a part without content type": ("[Content_Types].xml", lambda xml: xml.replace("/xl/worksheets/sheet1.xml", "/xl/nul.xml")),
    "names before the sheets": ("xl/workbook.xml", lambda xml: xml.replace("<sheets>", "<definedNames/><sheets>", 1)),
    "a count that is wrong": ("xl/sharedStrings.xml", lambda xml: xml.replace('uniqueCount="', 'uniqueCount="1', 1)),
    "fonts that are miscounted": ("xl/styles.xml", lambda xml: xml.replace('<fonts count="', '<fonts count="1', 1)),
}


def run(begroot, project, *words):
    done = subprocess.run([begroot, *words], cwd=project, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(words)}: exit {done.returncode}: {done.stderr}")


def with_break(source, copy, part, change):
    """Copies a workbook with one part changed; says whether the change changed anything."""
    changed = False
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(copy, "w") as new:
        for item in old.infolist():
            data = old.read(item.filename)
            if item.filename == part:
                text = data.decode()
                changed = change(text) != text
                data = change(text).encode()
            new.writestr(item.filename, data)
    return changed


def rules_that_see_nothing(sound, folder):
    for name, (part, change) in BREAKS.items():
        copy = folder / "stuk.xlsx"
        if not with_break(sound, copy, part, change):
            yield f"the break \"{name}\" breaks nothing"
        elif not any(True for _ in Package(copy).breaches()):
            yield f"nothing is said of {name}"


def workbooks(begroot, project, folder):
    """Makes all workbooks; yields what each is and where it is."""
    for model in sorted(project.glob("models/*.toml")):
        with open(model, "rb") as file:
            known = tomllib.load(file)
        if "jaarplan" not in known:
            continue
        words = str(model.relative_to(project))
        jobs = {}
        if known.get("speerpunt"):
            jobs["tabel"] = ["tabel", words]
            jobs["tabel per activiteit"] = ["tabel", words, "--per", "activiteit"]
            jobs["jaarplan"] = ["tabel", words, "--indeling", "jaarplan"]
        if "meerjaren" in known:
            jobs["meerjaren"] = ["meerjaren", words]
            jobs["export"] = ["export", words]
            for one in known.get("scenario", []):
                jobs[f"export {one['code']}"] = ["export", words, "--scenario", one["code"]]
            if known.get("scenario"):
                jobs["vergelijk"] = ["vergelijk", words, known["scenario"][0]["code"]]
        for name, command in jobs.items():
            file = folder / f"{model.stem} {name}.xlsx"
            run(begroot, project, *command, "--uit", str(file))
            yield f"{model.name}, {name}", file


def main():
    begroot, project = sys.argv[1], pathlib.Path(sys.argv[2])
    lines, count = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for what, file in workbooks(begroot, project, folder):
            if count == 0:
                lines += rules_that_see_nothing(file, folder)
            count += 1
            lines += [f"{what}: {line}" for line in Package(file).breaches()]
    for line in lines[:SHOWN]:
        print(line)
    print(f"{count} workbooks, {len(BREAKS)} breaks tried, {len(lines)} things wrong")
    return 1 if lines or count == 0 else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, RuntimeError, KeyError, zipfile.BadZipFile, subprocess.SubprocessError) as error:
        print(f"check_package: {error}", file=sys.stderr)
        sys.exit(2)
