#!/usr/bin/python3
"""Measures Monte Carlo beside a hand-written loop and numpy, and prints tables for docs/snelheid.md.

Every round does every job once, so that a busy machine slows all of them; a ratio is the median of the ratios of the rounds.
Times are CPU time of all threads together, except for two cores, where the clock counts. usage: risk.py MEASURE_RISK RUNS
"""
import os, statistics, subprocess, sys, time

measure, runs = sys.argv[1], int(sys.argv[2])
NUMPY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "risk_numpy.py")


def once(command):
    """Gives the CPU seconds, the seconds on the clock, the peak in MiB and what was printed."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    printed = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"mislukt: {command}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024, printed


def rounds(jobs):
    """Runs every job once a round; gives by job a list of what each round measured."""
    found = {name: [] for name in jobs}
    for _ in range(runs):
        for name, command in jobs.items():
            found[name].append(once(command))
    return found


def median(values):
    return statistics.median(list(values))


def ratio(found, over, under, which=0):
    return median(a[which] / b[which] for a, b in zip(found[over], found[under]))


def number(value, digits=2):
    return f"{value:.{digits}f}".replace(".", ",")


def count_of(value):
    return f"{value:,}".replace(",", ".")


def against_peers(draws):
    found = rounds({
        "begroot": [measure, "ours", str(draws), "1"],
        "lus, zelfde bakken": [measure, "plain", str(draws)],
        "lus, alles bewaard": [measure, "plain-exact", str(draws)],
        "numpy": [sys.executable, NUMPY, str(draws)],
    })
    print(f"\n{count_of(draws)} trekkingen\n\n| manier | rekentijd s | piek MiB | keer begroot |\n|---|---:|---:|---:|")
    for name, measured in found.items():
        print(f"| {name} | {number(median(m[0] for m in measured))} | {median(m[2] for m in measured):.0f} "
              f"| {number(ratio(found, name, 'begroot'))} |")


def on_two_cores(draws):
    found = rounds({threads: [measure, "ours", str(draws), threads] for threads in ("1", "2")})
    same = len({m[3] for measured in found.values() for m in measured}) == 1
    print(f"\nTwee draden, {count_of(draws)} trekkingen: "
          f"{number(ratio(found, '1', '2', 1))} keer zo snel op de klok; dezelfde uitkomst: {'ja' if same else 'NEE'}.")


def many_draws(draws):
    cpu, clock, peak, _ = once([measure, "ours", str(draws), "2"])
    print(f"\n{count_of(draws)} trekkingen: {number(clock, 1)} s op de klok, {peak:.0f} MiB.")


def many_scenarios(count):
    measured = [once([measure, "scenarios", str(count)]) for _ in range(runs)]
    print(f"\n{count_of(count)} scenario's na elkaar, elk met drie aannames anders: "
          f"{number(median(m[0] for m in measured), 3)} s rekentijd, met het starten en compileren erbij.")


against_peers(100_000)
on_two_cores(400_000)
many_draws(10_000_000)
many_scenarios(2000)
