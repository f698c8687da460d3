#!/usr/bin/env python3
"""Draws the model of risk_model.hpp with numpy: whole arrays over the draws, one figure of one year after the other.

    risk_numpy.py DRAWS [SEED]

The random numbers are numpy's own (Philox, its fastest way to normal scores), so the outcomes differ by the Monte Carlo
error. Prints the same lines as measure_risk for the figures of the last year.
"""
import os
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np  # noqa: E402  (the threads are set first)

YEARS = 10
PERCENTS = [5, 25, 50, 75, 95]
# code, value in the base year, growth, shape, spread, over_years: as risk_drivers in risk_model.hpp
DRIVERS = [
    ("leerlingen", 20000, -0.005, "normal", 0.01, 0.9),
    ("deelname_so", 0.021, 0.01, "normal", 0.04, 0.8),
    ("deelname_sbo", 0.024, 0.0, "normal", 0.03, 0.8),
    ("deelname_vso", 0.031, 0.01, "lognormal", 0.05, 0.8),
    ("tarief_so", 14000, 0.03, "normal", 0.02, 0.9),
    ("tarief_sbo", 6500, 0.03, "normal", 0.02, 0.9),
    ("bekostiging_licht", 250, 0.03, "normal", 0.015, 1),
    ("bekostiging_zwaar", 520, 0.03, "triangular", 0.04, 1),
    ("loon", 1, 0.03, "normal", 0.02, 0.7),
    ("prijs", 1, 0.02, "normal", 0.015, 0.7),
    ("subsidie", 150000, 0.0, "discrete", 1, 0),
    ("verzuim", 0.06, 0.0, "triangular", 0.2, 0),
]
CORRELATION = 0.6
SUBSIDY_CHANCE = 0.8


def draw_year(random, draws, year, scores, deviations, sums):
    """Gives the drivers' deviations of a year, by code; scores and earlier deviations are kept in the dictionaries."""
    found = {}
    fresh = {}
    for code, _, _, shape, spread, over_years in DRIVERS:
        if over_years == 1 and year > 0:
            found[code] = deviations[code]
            continue
        if shape in ("triangular", "discrete"):  # without a year before or a correlation: straight from its own shape
            found[code] = (random.triangular(-spread, 0, spread, draws) if shape == "triangular"
                           else np.where(random.random(draws) < 1 - SUBSIDY_CHANCE, -float(spread), 0.0))
            continue
        score = random.standard_normal(draws)
        if code == "prijs":
            score = CORRELATION * fresh["loon"] + 0.8 * score
        fresh[code] = score
        if year > 0:
            score = over_years * scores[code] + np.sqrt(1 - over_years**2) * score
        scores[code] = score
        found[code] = np.exp(spread * score) - 1 if shape == "lognormal" else spread * score
    for code, deviation in found.items():
        sums[code] = sums[code] + deviation if code in sums else deviation.copy()
    deviations.update(found)
    return found


def line(i, d, e, now, before):
    """Gives a line in euros from the drivers now (d) and a year ago (e), and the lines now and a year ago in euros."""
    kind = i % 6
    if kind == 0:
        return e["leerlingen"] * (d["bekostiging_licht"] + d["bekostiging_zwaar"]) * ((6 + i) / 800)
    if kind == 1:
        return d["deelname_so"] * e["leerlingen"] * d["tarief_so"] * ((40 + i) / 1000)
    if kind == 2:
        return d["deelname_sbo"] * e["leerlingen"] * d["tarief_sbo"] / 20 + d["deelname_vso"] * d["tarief_so"] * i
    if kind == 3:
        return (3000 + i) * d["loon"] * (1 + d["verzuim"]) * (7 / 12) + 2500 * 5 / 12 * e["loon"]
    if kind == 4:
        return before[i] * 1.01 + np.maximum(0, d["prijs"] - 1) * (1000 + i)
    return np.where(d["subsidie"] > 100000, d["subsidie"], now[i - 1]) / (10 + i)


def band(values):
    """Gives the quantiles, mean and standard deviation of one figure."""
    return (*np.percentile(values, PERCENTS), values.mean(), values.std(ddof=1))


def main(draws, seed):
    random = np.random.Generator(np.random.Philox(seed))
    scores, deviations, sums, bands, chances = {}, {}, {}, {}, []
    expected = {code: float(start) for code, start, *_ in DRIVERS}
    d = dict(expected)
    before = {i: 20000 + 100 * i for i in range(4, 60, 6)}
    equity = cash = 2_000_000
    for year in range(YEARS):
        e, d = d, {}
        for code, deviation in draw_year(random, draws, year, scores, deviations, sums).items():
            growth = next(driver[2] for driver in DRIVERS if driver[0] == code)
            expected[code] *= 1 + growth
            d[code] = expected[code] * (1 + deviation)
        now = {}
        for i in range(60):
            now[i] = np.rint(line(i, d, e, now, before) * 100) / 100
        income = sum(now[i] for i in range(60) if i % 6 in (0, 5))
        expense = sum(now[i] for i in range(60) if i % 6 not in (0, 5))
        result = income - expense
        equity = equity + result
        cash = cash + result
        figures = {f"regel_{i}": values for i, values in now.items()}
        figures |= {"totaal_baten": income, "totaal_lasten": expense, "resultaat": result, "bruto_baten": income,
                    "netto_baten": income, "totaal_activa": cash, "totaal_passiva": equity,
                    "balansverschil": cash - equity, "kasstroom": result, "eigen_vermogen": equity,
                    "liquide_middelen": cash,
                    "bovenmatig": np.maximum(0, equity - np.maximum(250000, 0.035 * income)),
                    "weerstand": equity / income}
        for name, values in figures.items():
            bands[name] = band(values)
        chances.append((np.mean(figures["bovenmatig"] > 0), np.mean(figures["weerstand"] < 0.05)))
        before = now
    for name, (p5, _, p50, _, p95, mean, deviation) in bands.items():
        print(name, *(f"{x:.12g}" for x in (p5, p50, p95, mean, deviation)))
    for code, *_ in DRIVERS:
        print("deel", code, f"{np.corrcoef(sums[code], equity)[0, 1] ** 2:.12g}")
    print("kans", *chances[-1])


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
