#!/usr/bin/python3
"""Measures writing beside libxlsxwriter alone and prints tables for docs/snelheid.md.

Every round does every job once; a ratio is the median of the ratios of the rounds. Times are CPU time.
usage: writing.py MEASURE_WRITING BEGROOT ROUNDS ROWS
"""
import os, statistics, subprocess, sys, tempfile

measure, begroot, rounds, rows = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
MODEL = "models/swv-po-voorbeeld.toml"


def run(command):
    """Runs a command; gives what it prints and its CPU seconds."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{command}: {status}")
    return said, usage.ru_utime + usage.ru_stime


def number(value, decimals):
    return f"{value:.{decimals}f}".replace(".", ",")


def long_list(folder):
    times, peaks = {"begroot": [], "libxlsxwriter": []}, {}
    for _ in range(rounds):
        for writer in times:
            said, _ = run([measure, writer, f"{folder}/{writer}.xlsx", rows])
            seconds, peak = map(float, said.split())
            times[writer].append(seconds)
            peaks[writer] = max(peaks.get(writer, 0), peak)
    print(f"| blad van {int(rows):,} rijen".replace(",", "."), "in 13 kolommen | rekentijd s | piek MB | bestand MB |\n|---|---:|---:|---:|")
    for writer, seconds in times.items():
        size = os.path.getsize(f"{folder}/{writer}.xlsx") / 1e6
        print(f"| {writer} | {number(statistics.median(seconds), 2)} | {number(peaks[writer], 0)} | {number(size, 0)} |")
    ratio = statistics.median(b / a for a, b in zip(times["begroot"], times["libxlsxwriter"]))
    print(f"\nlibxlsxwriter : begroot = {number(ratio, 1)} (grens: minstens 6; piek onder 32 MB)\n")


def whole_export(folder):
    ours, drawn, theirs, cells = [], [], [], 0
    for _ in range(rounds * 3):
        _, seconds = run([begroot, "export", MODEL, "--uit", f"{folder}/export.xlsx"])
        drawn.append(seconds)
        _, seconds = run([begroot, "export", MODEL, "--uit", f"{folder}/export.xlsx", "--risico", "0"])
        ours.append(seconds)
        said, _ = run([measure, "cells", f"{folder}/export.xlsx", f"{folder}/kaal.xlsx"])
        seconds, cells = said.split()
        theirs.append(float(seconds))
    print(f"| export van swv-po-voorbeeld, {cells} gevulde cellen | rekentijd ms |\n|---|---:|")
    print(f"| begroot export --risico 0, het hele proces | {number(statistics.median(ours) * 1000, 0)} |")
    print(f"| begroot export, met 10.000 trekkingen voor het blad Risico | {number(statistics.median(drawn) * 1000, 0)} |")
    print(f"| libxlsxwriter, alleen het schrijven van dezelfde cellen | {number(statistics.median(theirs) * 1000, 0)} |")
    ratio = statistics.median(a / b for a, b in zip(ours, theirs))
    print(f"\nbegroot --risico 0 : libxlsxwriter = {number(ratio, 2)} (grens: hooguit 3)")


with tempfile.TemporaryDirectory() as folder:
    long_list(folder)
    whole_export(folder)
