#!/usr/bin/env python3
"""Measures `begroot tabel` over 150 models in one command: on all cores, on one core, and one command per model.

    many_models.py PROGRAM [ROUNDS]

The models are the example's, each with a title of its own. Prints lines for docs/snelheid.md.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
MODELS = 150


def write_models(folder):
    """Writes the models into `folder`; gives their names."""
    text = (SOURCE / "models/plein013-2025.toml").read_text(encoding="utf-8")
    for beside in ("spreadsheets", "models"):
        text = text.replace(f'"../{beside}', f'"{SOURCE}/{beside}')
    names = []
    for number in range(MODELS):
        name = folder / f"{number:03}.toml"
        name.write_text(text.replace('titel = "Jaarplan 2025"', f'titel = "Jaarplan {number}"', 1), encoding="utf-8")
        names.append(str(name))
    return names


def run(commands):
    """Runs commands one after the other; gives wall milliseconds of all and peak MiB of the largest."""
    start, peak = time.perf_counter(), 0.0
    for command in commands:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        if status != 0:
            sys.exit(f"{command[:3]} …: afloop {os.waitstatus_to_exitcode(status)}")
        peak = max(peak, usage.ru_maxrss / 1024)
    return (time.perf_counter() - start) * 1000, peak


def main(program, rounds):
    with tempfile.TemporaryDirectory() as folder:
        names = write_models(Path(folder))
        together = [program, "tabel", *names, "--formaat", "json"]
        ways = {
            "150 modellen, alle kernen": [together],
            "150 modellen, een kern": [["taskset", "-c", "0", *together]],
            "150 opdrachten na elkaar": [[program, "tabel", name, "--formaat", "json"] for name in names],
        }
        times, peaks = {way: [] for way in ways}, dict.fromkeys(ways, 0.0)
        for _ in range(rounds):  # every round runs every way once, so that ratios were measured under one load
            for way, commands in ways.items():
                elapsed, peak = run(commands)
                times[way].append(elapsed)
                peaks[way] = max(peaks[way], peak)
    base = statistics.median(times["150 modellen, alle kernen"])
    print(f"| {os.cpu_count()} kernen, {rounds} ronden | mediaan ms | laagste ms | piek MiB | verhouding |")
    print("|---|---:|---:|---:|---:|")
    for way, found in times.items():
        print(f"| {way} | {statistics.median(found):.0f} | {min(found):.0f} | {peaks[way]:.0f} "
              f"| {statistics.median(found) / base:.2f} |")


if __name__ == "__main__":
    main(str(Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 7)
