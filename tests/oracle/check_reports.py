#!/usr/bin/python3
"""Makes every kind of report that `begroot rapportage` and `evaluatie` write and holds it against programs that are not ours.

usage: check_reports.py BEGROOT PROJECT_FOLDER

LibreOffice Writer opens each .docx and the table it shows must hold the figures of `--formaat json`, to the cent, in the
rows of their codes; the package is a whole zip of whole XML. LibreOffice Calc recalculates each .xlsx. Every file is
written twice and must be the same bytes.
Exit code 0 when all holds, 1 when something does not, 2 when the check itself could not be done.
"""
import html.parser
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

from recalculate import recalculates_otherwise

# every plan, with its own moments of reporting; Almere names none
MOMENTS = {
    "plein013-2025": ["M4", "M8"],
    "plein013-2023": ["M12"],
    "almere-2023-2024": [],
    "drenthe-2024-2025": ["voorbeeld3"],
    "berseba-midden-2023": ["september"],
}
CASES = {}
for plan, moments in MOMENTS.items():
    for moment in moments:
        CASES[f"{plan}-{moment}"] = ["rapportage", f"models/{plan}.toml", moment]
    CASES[f"{plan}-evaluatie"] = ["evaluatie", f"models/{plan}.toml"]
# heads of the table with a row a goal -> key in the json; the other columns are words
HEADS = {
    "rapportage": ["begroot_cent", "begroot_tot_cent", "werkelijk_cent", "verschil_cent", None, "prognose_cent",
                   "verschil_prognose_cent", None, None],
    "evaluatie": ["begroot_cent", "werkelijk_cent", "over_cent", None, None, None],
}


class Tables(html.parser.HTMLParser):
    """Collects the tables of a page as lists of rows of texts."""

    def __init__(self):
        super().__init__()
        self.tables, self.cell = [], None

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.cell = []
            self.tables[-1][-1].append(self.cell)

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell.append(data)


def tables_of(page):
    reader = Tables()
    reader.feed(page)
    return [[[" ".join("".join(cell).split()) for cell in row] for row in table] for table in reader.tables]


def run(begroot, project, arguments):
    done = subprocess.run([begroot, *arguments], cwd=project, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(arguments)}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def cents(text):
    """Reads `-1.234,56`; nothing when the cell holds no number."""
    digits = text.replace(".", "").replace(",", "").removeprefix("-")
    return int(text.replace(".", "").replace(",", "")) if digits.isdigit() else None


def figures_differ(name, command, tables, answer):
    """Yields a line for each figure that is not the json's."""
    columns = 2 + len(HEADS[command])
    fitting = [table for table in tables if table and table[0][0] == "Code" and len(table[0]) == columns]
    if len(fitting) != 1:
        yield f"{name}: {len(fitting)} tables with a row a goal"
        return
    rows = {row[0]: row[2:] for row in fitting[0][1:] if len(row) == len(fitting[0][0])}
    for line in answer["regels"]:
        row = rows.get(line["code"])
        if row is None:
            yield f"{name}: no row {line['code']}"
            continue
        for text, key in zip(row, HEADS[command], strict=True):
            if key and cents(text) != line[key]:
                yield f"{name}: {line['code']}: {key} is {line[key]}, the page shows {text!r}"
            if key == "begroot_cent" and line["begroot_soort"] in ("pm", "streep") and line["niveau"] != "speerpunt":
                if text != {"pm": "p.m.", "streep": "--"}[line["begroot_soort"]]:
                    yield f"{name}: {line['code']}: the plan prints {line['gedrukt']!r}, the page {text!r}"
    totals = [row for row in fitting[0] if "Totaal jaarplan" in row[1:2]]
    shown = cents(totals[0][2]) if totals else None
    if shown != answer["totaal"]["begroot_cent"]:
        yield f"{name}: the total of the page is {shown}"


def package_breaks(name, file):
    with zipfile.ZipFile(file) as package:
        if package.testzip() is not None:
            yield f"{name}: a damaged part"
        for part in package.namelist():
            ElementTree.fromstring(package.read(part))
        dates = {entry.date_time for entry in package.infolist()}
        if len(dates) != 1:
            yield f"{name}: parts of different days"


def shown_by_writer(files, folder):
    """Gives what LibreOffice Writer makes of each document, as a page."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder / 'profile'}", "--headless", "--convert-to",
                    "html:HTML (StarWriter)", "--outdir", str(folder / "html"), *map(str, files)],
                   check=True, capture_output=True, timeout=120 + 60 * len(files))
    return [(folder / "html" / f"{file.stem}.html").read_text(encoding="utf-8") for file in files]


def breaches(begroot, project, folder):
    documents, workbooks = [], []
    for name, arguments in CASES.items():
        for ending in ("docx", "xlsx", "html", "md"):
            file, again = folder / f"{name}.{ending}", folder / f"{name}-nogmaals.{ending}"
            run(begroot, project, [*arguments, "--centen", "--uit", str(file)])
            run(begroot, project, [*arguments, "--centen", "--uit", str(again)])
            if file.read_bytes() != again.read_bytes():
                yield f"{name}.{ending}: written twice, not the same bytes"
        documents.append(folder / f"{name}.docx")
        workbooks.append(str(folder / f"{name}.xlsx"))
        yield from package_breaks(f"{name}.docx", documents[-1])
    for (name, arguments), page in zip(CASES.items(), shown_by_writer(documents, folder), strict=True):
        answer = json.loads(run(begroot, project, [*arguments, "--formaat", "json"]))
        yield from figures_differ(f"{name}.docx", arguments[0], tables_of(page), answer)
        own = (folder / f"{name}.html").read_text(encoding="utf-8")
        yield from figures_differ(f"{name}.html", arguments[0], tables_of(own), answer)
    yield from recalculates_otherwise(workbooks)


def main():
    begroot, project = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        wrong = list(breaches(str(begroot), project, pathlib.Path(folder)))
    print("\n".join(wrong) if wrong else f"{len(CASES)} reports hold")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception as error:  # the check could not be done: say so, and judge nothing
        print(f"check_reports.py: {error}", file=sys.stderr)
        sys.exit(2)
