#!/usr/bin/python3
"""Measures reading beside what bounds it and beside its peers, and prints tables for docs/snelheid.md.

Every round does every job of a table once, so that a busy machine slows all of them; a ratio is the median of the ratios of
the rounds. Each time is told twice: on the clock, which is what a user waits, and as CPU time of all threads together.
Before each job so much memory is touched and given back as the largest of them takes: a virtual machine that gives free
memory back to its host pays five to ten times as much for a page that it must fetch there again.
usage: reading.py MEASURE_READING BEGROOT RUNS
"""
import os, pathlib, statistics, subprocess, sys, tempfile, time

measure, begroot, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
folder = tempfile.TemporaryDirectory()

MODEL = """[jaarplan]
organisatie = "Voorbeeld"
titel = "Jaarplan 2024"
boekjaar = 2024

[[bron]]
soort = "mutaties"
bestand = {files}
profiel = "grootboekmutaties"
rekeningsoort = {{ lasten = ["4*", "5*"] }}

[[koppelregel]]
naam = "Expertise"
als = {{ kostenplaats = "KP110" }}
naar = "1.1"

[[koppelregel]]
naam = "Al het andere"
als = {{ rekening = "*" }}
naar = "buiten_jaarplan"

[[speerpunt]]
nummer = 1
naam = "Basisondersteuning"

[[speerpunt.doel]]
nummer = 1
naam = "Expertise delen"
begroot = "€50.000"
"""

OPENPYXL = """import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
print(sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None))"""


def path(name):
    return os.path.join(folder.name, name)


def make(kind, name, *words):
    subprocess.run([measure, "make", kind, path(name), *map(str, words)], check=True)
    return path(name)


def model(name, files):
    pathlib.Path(path(name)).write_text(MODEL.format(files="[" + ", ".join(f'"{file}"' for file in files) + "]"))
    return path(name)


def run(command):
    """Runs a command; gives what it prints, its seconds on the clock and of CPU, and its peak in MB."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    took = time.monotonic() - start
    if status != 0:
        sys.exit(f"{command}: {status}")
    return said, (took, usage.ru_utime + usage.ru_stime), usage.ru_maxrss * 1024 / 1e6


def work(name, files, times=1):
    """A job inside measure_reading, which tells its own seconds: its start and its file are not the job's."""
    def once():
        said, _, peak = run([measure, "time", name, str(times), *files])
        cpu, clock = map(float, said.split())
        return (clock, cpu), peak
    return once


def command(*words):
    """A whole command."""
    def once():
        _, seconds, peak = run(list(words))
        return seconds, peak
    return once


def rounds(jobs):
    """Gives the seconds of every round, on the clock and of CPU, and the highest peak, by job."""
    seconds = {name: [] for name in jobs}
    peaks = dict.fromkeys(jobs, 0.0)
    for _ in range(runs):
        for name, once in jobs.items():
            run([measure, "touch", str(MEMORY_MB)])
            took, peak = once()
            seconds[name].append(took)
            peaks[name] = max(peaks[name], peak)
    return seconds, peaks


CLOCK, CPU = 0, 1
MEMORY_MB = 2_000


def median(seconds, name, kind):
    return statistics.median(took[kind] for took in seconds[name])


def ratio(seconds, above, below, kind):
    return statistics.median(a[kind] / b[kind] for a, b in zip(seconds[above], seconds[below]))


def number(value, decimals):
    return f"{value:.{decimals}f}".replace(".", ",")


def print_jobs(title, seconds, peaks):
    print(f"\n{title}\n\n| werk | klok s | rekentijd s | piek MB |\n|---|---:|---:|---:|")
    for name in seconds:
        print(f"| {name} | {number(median(seconds, name, CLOCK), 3)} | {number(median(seconds, name, CPU), 3)} | "
              f"{number(peaks[name], 0)} |")
    print("\n| verhouding | op de klok | in rekentijd | grens |\n|---|---:|---:|---:|")


def print_ratio(name, seconds, above, below, bound):
    print(f"| {name} | {number(ratio(seconds, above, below, CLOCK), 2)} | {number(ratio(seconds, above, below, CPU), 2)} | "
          f"{bound} |", flush=True)


def workbooks():
    shared = make("xlsx", "gedeeld.xlsx", 1_000_000, "shared", 1)
    inline = make("xlsx", "in-cellen.xlsx", 1_000_000, "inline", 1)
    jobs = {}
    for file, texts in ((shared, "gedeeld"), (inline, "in cellen")):
        jobs[f"uitpakken, {texts}"] = work("inflate", [file])
        jobs[f"libxml2 telt cellen, {texts}"] = work("libxml2", [file])
        jobs[f"kolommen lezen, {texts}"] = work("columns", [file])
        jobs[f"tot boekingen lezen, {texts}"] = work("postings", [file])
        jobs[f"begroot tabel, {texts}"] = command(begroot, "tabel", model(f"{texts}.toml", [file]))
    seconds, peaks = rounds(jobs)
    print_jobs("### Werkmap van 1.000.000 rijen in 12 kolommen", seconds, peaks)
    for texts in ("gedeeld", "in cellen"):
        read, table = f"kolommen lezen, {texts}", f"begroot tabel, {texts}"
        print_ratio(f"kolommen lezen : uitpakken, {texts}", seconds, read, f"uitpakken, {texts}", "≤ 5")
        print_ratio(f"libxml2 : kolommen lezen, {texts}", seconds, f"libxml2 telt cellen, {texts}", read, "≥ 3")
        print_ratio(f"tabel : tot boekingen lezen, {texts}", seconds, table, f"tot boekingen lezen, {texts}", "≤ 1,5")
        print_ratio(f"tabel : kolommen lezen, {texts}", seconds, table, read, "–")
    print_ratio("kolommen lezen, in cellen : gedeeld", seconds, "kolommen lezen, in cellen", "kolommen lezen, gedeeld", "≤ 2")
    for texts in ("gedeeld", "in cellen"):
        print(f"\nPiek van de tabel, {texts}: {number(peaks[f'begroot tabel, {texts}'], 0)} MB (grens 300).", flush=True)


def beside_openpyxl():
    file = make("xlsx", "klein.xlsx", 100_000, "shared", 1)
    seconds, peaks = rounds({"kolommen lezen": work("columns", [file], 4),
                             "openpyxl, alleen lezen": command("/usr/bin/python3", "-c", OPENPYXL, file)})
    print_jobs("### Werkmap van 100.000 rijen, naast openpyxl", seconds, peaks)
    print_ratio("openpyxl : kolommen lezen", seconds, "openpyxl, alleen lezen", "kolommen lezen", "≥ 50")


def delimited():
    jobs = {}
    for kind, texts in (("plain", "enkele velden tussen aanhalingstekens"), ("quoted", "alle velden")):
        file = make("csv", f"{kind}.csv", 1_000_000, kind)
        jobs[f"kale lus, {texts}"] = work("marks", [file])
        jobs[f"getypeerde kolommen, {texts}"] = work("typed", [file])
    seconds, peaks = rounds(jobs)
    print_jobs("### Csv van 1.000.000 rijen in 12 kolommen", seconds, peaks)
    for texts in ("enkele velden tussen aanhalingstekens", "alle velden"):
        print_ratio(f"getypeerd : kale lus, {texts}", seconds, f"getypeerde kolommen, {texts}", f"kale lus, {texts}", "≤ 6")


def audit_file():
    file = make("xaf", "groot.xaf", 500_000)
    seconds, peaks = rounds({"begroot": work("audit", [file]), "libxml2 SAX tot dezelfde boekingen": work("sax", [file])})
    print_jobs("### Auditfile van 500.000 regels", seconds, peaks)
    print_ratio("libxml2 : begroot", seconds, "libxml2 SAX tot dezelfde boekingen", "begroot", "≥ 3")


def growth():
    """The cost of a row beside that of a row among a million, for ledgers of many sizes."""
    million = 1_000_000
    print("\n### Hoe de kosten groeien, in rekentijd\n")
    print("| rijen | kolommen lezen µs per rij | : 1.000.000 | tabel µs per rij | : 1.000.000 | piek MB | "
          "csv µs per rij | : 1.000.000 |\n|---|---:|---:|---:|---:|---:|---:|---:|")
    sizes = {"10.000": [10_000], "100.000": [100_000], "1.000.000": [million], "5 x 1.000.000": [million] * 5}
    jobs = {}
    for name, files in sizes.items():
        books = [make("xlsx", f"groei-{rows}-{i}.xlsx", rows, "shared", i + 1) for i, rows in enumerate(files)]
        text = make("csv", f"groei-{name}.csv", sum(files), "plain")
        times = max(1, 500_000 // sum(files))
        jobs[f"kolommen {name}"] = work("columns", books, times)
        jobs[f"tabel {name}"] = command(begroot, "tabel", model(f"groei-{name}.toml", books))
        jobs[f"csv {name}"] = work("typed", [text], times)
    seconds, peaks = rounds(jobs)
    for name, files in sizes.items():
        cells = []
        for kind in ("kolommen", "tabel", "csv"):
            cells.append(number(median(seconds, f"{kind} {name}", CPU) / sum(files) * 1e6, 2))
            cells.append(number(ratio(seconds, f"{kind} {name}", f"{kind} 1.000.000", CPU) * million / sum(files), 2))
            if kind == "tabel":
                cells.append(number(peaks[f"tabel {name}"], 0))
        print(f"| {name} | " + " | ".join(cells) + " |", flush=True)
    more = (peaks["tabel 5 x 1.000.000"] - peaks["tabel 1.000.000"]) / 4
    print(f"\nElk miljoen rijen meer kost de tabel {number(more, 0)} MB.")


print(f"Medianen van {runs} ronden.")
workbooks()
beside_openpyxl()
delimited()
audit_file()
growth()
