#!/usr/bin/python3
"""Measures filling 100 cells of a large workbook with 1,000 formulas that depend on them, without a recalculation, beside
openpyxl, which loads and saves the whole workbook. Prints a table for docs/snelheid.md.

Every round does both once, so that a busy machine slows both; the ratio is the median of the ratios of the rounds. Times are
CPU time. usage: filling.py BEGROOT RUNS
"""
import os, pathlib, random, statistics, subprocess, sys, tempfile, zipfile, zlib

begroot, runs = sys.argv[1], int(sys.argv[2])
folder = tempfile.TemporaryDirectory()
PART_BYTES, CELLS, FORMULAS, COLUMNS = 20_000_000, 100, 1_000, 12
BLOCK = 2_000

MODEL = """[jaarplan]
organisatie = "Voorbeeld"
titel = "Jaarplan 2025"
boekjaar = 2025

[[speerpunt]]
nummer = 1
naam = "Basisondersteuning"

[[speerpunt.doel]]
nummer = 1
naam = "Expertise delen"
begroot = "€50.000"
"""

OPENPYXL = """import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["Mutaties"]
for row in map(int, sys.argv[3].split(",")):
    sheet.cell(row, 5).value = 50000
book.save(sys.argv[2])"""


def rows(first, chance, asked):
    """Writes a block of rows: numbers, texts, and the cells that wait for an amount."""
    made = []
    for row in range(first, first + BLOCK):
        cells = "".join(f'<c r="{chr(65 + column)}{row}"><v>{chance.randrange(10 ** 9) / 100}</v></c>' for column in range(4))
        cells += f'<c r="E{row}" t="inlineStr"><is><t>{{{{begroot 1.1}}}}</t></is></c>' if row in asked else f'<c r="E{row}"><v>{chance.random()}</v></c>'
        cells += "".join(f'<c r="{chr(65 + column)}{row}"><v>{chance.randrange(10 ** 9) / 100}</v></c>' for column in range(5, COLUMNS))
        made.append(f'<row r="{row}">{cells}</row>')
    return "".join(made)


def make(path):
    """Writes a workbook whose sheet takes PART_BYTES when packed; gives the rows that wait."""
    chance, packer, size, first, text = random.Random(1), zlib.compressobj(6), 0, 1, []
    sample = len(zlib.compress(rows(1, random.Random(2), set()).encode(), 6))
    blocks = -(-PART_BYTES // sample)
    last = blocks * BLOCK
    asked = {1 + i * (last - 1) // CELLS for i in range(CELLS)}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        package = "http://schemas.openxmlformats.org/package/2006"
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                         f'<Override PartName="/xl/workbook.xml" ContentType="{kind}sheet.main+xml"/>' +
                         "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{kind}worksheet+xml"/>' for i in (1, 2)) + "</Types>")
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{doc}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{doc}"><sheets><sheet name="Mutaties" sheetId="1" r:id="rId1"/><sheet name="Totaal" sheetId="2" r:id="rId2"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">' + "".join(
            f'<Relationship Id="rId{i}" Type="{doc}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in (1, 2)) + "</Relationships>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'<worksheet xmlns="{main}"><sheetData>'.encode())
            for block in range(blocks):
                part.write(rows(1 + block * BLOCK, chance, asked).encode())
            part.write(b"</sheetData></worksheet>")
        at = sorted(asked)
        formulas = "".join(f'<row r="{i + 1}"><c r="A{i + 1}"><f>SUM(Mutaties!E{at[i % CELLS]},{i})</f><v>{i}</v></c></row>' for i in range(FORMULAS))
        archive.writestr("xl/worksheets/sheet2.xml", f'<worksheet xmlns="{main}"><sheetData>{formulas}</sheetData></worksheet>')
    with zipfile.ZipFile(path) as archive:
        return at, archive.getinfo("xl/worksheets/sheet1.xml")


def run(command):
    """Runs a command; gives its CPU seconds and its peak in MB."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command[:3]}: {status} {said}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def path(name):
    return os.path.join(folder.name, name)


at, part = make(path("kantoor.xlsx"))
pathlib.Path(path("model.toml")).write_text(MODEL, encoding="utf-8")
ours = [begroot, "vul", path("kantoor.xlsx"), path("model.toml"), "--uit", path("ingevuld.xlsx"), "--zonder-reken"]
theirs = ["/usr/bin/python3", "-c", OPENPYXL, path("kantoor.xlsx"), path("openpyxl.xlsx"), ",".join(map(str, at))]
times, peaks = [], [0.0, 0.0]
for _ in range(runs):
    round_times = []
    for which, command in enumerate((ours, theirs)):
        seconds, peak = run(command)
        round_times.append(seconds)
        peaks[which] = max(peaks[which], peak)
    times.append(round_times)
with zipfile.ZipFile(path("ingevuld.xlsx")) as archive:
    emptied = archive.read("xl/worksheets/sheet2.xml").count(b"<v>")
    filled = archive.read("xl/worksheets/sheet1.xml").count(b"<v>50000</v>")
ratio = statistics.median(b / a for a, b in times)
print(f"werkblad {part.compress_size / 1e6:.1f} MB ingepakt, {part.file_size / 1e6:.0f} MB uitgepakt; {filled} cellen gevuld, "
      f"{FORMULAS - emptied} formules zonder waarde")
print("| opdracht | mediaan s | piek MB | verhouding |")
print("|---|---:|---:|---:|")
print(f"| begroot vul --zonder-reken | {statistics.median(a for a, _ in times):.2f} | {peaks[0]:.0f} | 1 |")
print(f"| openpyxl laden en opslaan | {statistics.median(b for _, b in times):.2f} | {peaks[1]:.0f} | {ratio:.1f} |")
sys.exit(0 if filled == CELLS and emptied == 0 else 1)
