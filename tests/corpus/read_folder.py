#!/usr/bin/env python3
"""Reads every file of a folder with our reader: read or refused with a message, within time and memory, without crash;
values that openpyxl reads too are compared cell by cell.

usage: read_folder.py PROGRAM FOLDER [--verschillen]

PROGRAM is the built read_file. Exit 0 when every file was read or refused in time, 1 with the files that were not. Cells
that differ are counted and, with --verschillen, listed; openpyxl is wrong at times too, so they are for a person to judge.
"""
import argparse
import collections
import datetime
import pathlib
import resource
import subprocess
import sys
import time
import warnings

SECONDS_MAX = 5
BYTES_MAX = 512 << 20
DAYS = {True: datetime.datetime(1904, 1, 1), False: datetime.datetime(1899, 12, 30)}


def limit_memory(sanitized):
    # A sanitizer reserves terabytes of address space, so there only the time counts.
    if not sanitized:
        resource.setrlimit(resource.RLIMIT_AS, (BYTES_MAX, BYTES_MAX))


def run(program, path, cells, sanitized):
    start = time.monotonic()
    try:
        done = subprocess.run([program, path] + (["--cellen"] if cells else []), capture_output=True,
                              timeout=SECONDS_MAX * (6 if sanitized or cells else 1),
                              preexec_fn=lambda: limit_memory(sanitized), check=False)
    except subprocess.TimeoutExpired:
        return "te laat", "", time.monotonic() - start
    text = done.stdout.decode("utf-8", "replace")
    first = text.split("\n", 1)[0]
    if done.returncode != 0 or not first.startswith(("gelezen ", "geweigerd ")):
        return f"stuk ({done.returncode}): {done.stderr.decode('utf-8', 'replace')[-400:]}", text, time.monotonic() - start
    return first.split(" ", 1)[0], text, time.monotonic() - start


def unescape(text):
    out, i = [], 0
    while i < len(text):
        if text[i] == "\\" and i + 1 < len(text):
            out.append({"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}[text[i + 1]])
            i += 2
        else:
            out.append(text[i])
            i += 1
    return "".join(out)


def our_cells(text):
    cells = {}
    for line in text.split("\n")[1:]:
        parts = line.split("\t")
        if len(parts) == 4:
            cells[(unescape(parts[0]), parts[1])] = (parts[2], unescape(parts[3]))
    return cells


def serial(value, epoch_1904):
    if isinstance(value, datetime.datetime):
        moment = value
    elif isinstance(value, datetime.date):
        moment = datetime.datetime.combine(value, datetime.time())
    elif isinstance(value, datetime.time):
        return (value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6) / 86400
    else:
        return value.total_seconds() / 86400
    days = (moment - DAYS[False]).total_seconds() / 86400
    return days - 1 if 0 < days < 61 else days  # Excel's 29 February 1900


def same(ours, theirs, epoch_1904):
    kind, value = ours
    if isinstance(theirs, bool):
        return kind == "janee" and value == str(int(theirs))
    if isinstance(theirs, (int, float)):
        return kind in ("getal", "datum") and abs(float(value) - theirs) <= 1e-9 * max(1.0, abs(theirs))
    if isinstance(theirs, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return kind in ("getal", "datum") and abs(float(value) - serial(theirs, epoch_1904)) < 2e-5
    if theirs in ("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"):
        return value == theirs
    return kind == "tekst" and value.replace("\r\n", "\n") == str(theirs).replace("\r\n", "\n")


def compare(path, text):
    """Gives (compared, differences) against openpyxl; None where openpyxl cannot read the file."""
    import openpyxl
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, data_only=True)
    except Exception:  # noqa: BLE001 - whatever a second reader cannot read is no comparison
        return None
    ours = our_cells(text)
    epoch_1904 = book.epoch.year == 1904
    compared, different = 0, []
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):  # only the cells there are: some sheets claim all rows and columns
            if cell.value is None or cell.value == "":
                continue
            compared += 1
            mine = ours.get((sheet.title, cell.coordinate))
            if mine is None or not same(mine, cell.value, epoch_1904):
                different.append(f"{sheet.title}!{cell.coordinate}: openpyxl {cell.value!r}, wij {mine!r}")
    return compared, different


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--verschillen", action="store_true")
    parser.add_argument("--sanitizer", action="store_true", help="the program is a sanitizer build: more time, no memory limit")
    options = parser.parse_args()
    outcomes, reasons, failures = collections.Counter(), collections.Counter(), []
    compared = different_files = different = unread = 0
    slowest = (0.0, "")
    for path in sorted(p for p in pathlib.Path(options.folder).rglob("*") if p.is_file()):
        outcome, text, seconds = run(options.program, path, False, options.sanitizer)
        slowest = max(slowest, (seconds, str(path)))
        outcomes[outcome.split(" (")[0]] += 1
        if outcome not in ("gelezen", "geweigerd"):
            failures.append(f"{path}: {outcome}")
            continue
        if outcome == "geweigerd":
            reasons[text.split(": ", 1)[-1].split(" (verwacht")[0].strip()[:90]] += 1
            continue
        if options.sanitizer or " boekingen" in text or path.suffix.lower() not in (".xlsx", ".xlsm"):
            continue
        _, cells, _ = run(options.program, path, True, options.sanitizer)
        result = compare(path, cells)
        if result is None:
            unread += 1
            continue
        compared += result[0]
        if result[1]:
            different_files += 1
            different += len(result[1])
            if options.verschillen:
                print(f"{path}: {len(result[1])} cellen")
                for line in result[1][:5]:
                    print("   " + line)
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:6} {outcome}")
    for reason, count in reasons.most_common():
        print(f"       {count:4}x geweigerd: {reason}")
    print(f"langzaamste: {slowest[0]:.2f} s, {slowest[1]}")
    print(f"met openpyxl vergeleken: {compared} cellen; {different} verschillen in {different_files} bestanden; "
          f"{unread} bestanden leest openpyxl niet")
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
