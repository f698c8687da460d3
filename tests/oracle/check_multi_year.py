#!/usr/bin/python3
"""Holds `begroot meerjaren` of the example partnership against the same partnership as a workbook written by hand.

usage: check_multi_year.py BEGROOT PROJECT_FOLDER

For every question of models/swv-po-voorbeeld.toml a workbook is written (partnership_workbook.py: its own inputs and its
own formulas), LibreOffice calculates it, and every line, total, item of the balance and cash flow must be that of
`--formaat json` to the cent, every kengetal to nine digits. Each scenario of the model must have its workbook.
Exit code 0 when all holds, 1 when something does not, 2 when the check itself could not be done.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib

import openpyxl

import partnership_workbook as partnership
import recalculate

MODEL = "models/swv-po-voorbeeld.toml"
TOTALS = {"totaal_baten": "totaal_baten_cent", "totaal_lasten": "totaal_lasten_cent", "resultaat": "resultaat_cent",
          "afdrachten_duo": "afdrachten_duo_cent", "netto_baten": "netto_baten_cent",
          "totaal_activa": "totaal_activa_cent", "totaal_passiva": "totaal_passiva_cent"}
SHOWN = 8  # differences of one scenario


def answer_of(begroot, project, scenario):
    command = [begroot, "meerjaren", MODEL, "--scenario", scenario, "--formaat", "json"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"meerjaren --scenario {scenario}: exit {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def figures_of(file, places):
    """Gives sheet, name and the values by year of every row that LibreOffice calculated."""
    book = openpyxl.load_workbook(file, data_only=True)
    for name, (title, row) in places.items():
        if title == partnership.INPUTS:
            continue
        values = [book[title].cell(row, 2 + year - partnership.EARLIEST).value for year in partnership.YEARS]
        if any(not isinstance(value, (int, float)) for value in values):
            raise RuntimeError(f"{title}, {name}: LibreOffice gives {values}")
        yield title, name, values


def lines_of(answer):
    """Gives every line and item of the balance; of those over a list every choice of its members."""
    for line in answer["regels"] + answer["balans"]:
        yield from line.get("leden", [line])


def expected_of(answer):
    """Gives what begroot says: name -> cents by year, name -> numbers by year."""
    cents = {line["code"]: line["cent"] for line in lines_of(answer)}
    cents |= {name: answer[key] for name, key in TOTALS.items()}
    cents |= {line["code"]: line["cent"] for line in answer["kasstroom"]}
    ratios = {ratio["code"]: ratio["waarde"] for ratio in answer["kengetallen"]}
    return cents, ratios


def breaches(scenario, file, places, answer):
    if answer["jaren"] != list(partnership.YEARS):
        yield f"{scenario}: the years are {answer['jaren']}"
        return
    cents, ratios = expected_of(answer)
    compared = set()
    for title, name, values in figures_of(file, places):
        if title == partnership.RATIOS:
            said = ratios.get(name)
            same = said is not None and all(abs(a - b) <= 1e-9 * max(1, abs(b)) for a, b in zip(said, values))
        elif title == partnership.CASH and name != "kasstroom":
            continue  # the workbook splits the cash flow by cause, begroot by item of the balance
        else:
            said = cents.get(name)
            values = [round(value * 100) for value in values]
            same = said == values
        compared.add(name)
        if not same:
            yield f"{scenario}: {title}, {name}: begroot says {said}, the workbook {values}"
    for line in lines_of(answer):
        if line["code"] not in compared:
            yield f"{scenario}: {line['code']} has no row in the workbook"


def main():
    begroot, project = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    model = tomllib.loads((project / MODEL).read_text(encoding="utf-8"))
    missing = {one["code"] for one in model["scenario"]} - set(partnership.SCENARIOS)
    wrong = [f"{code}: a scenario without a workbook" for code in sorted(missing)]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = [folder / f"{scenario}.xlsx" for scenario in partnership.SCENARIOS]
        places = [partnership.write(scenario, file) for scenario, file in zip(partnership.SCENARIOS, files)]
        for scenario, file, where in zip(partnership.SCENARIOS, recalculate.recalculated(files, folder), places):
            wrong += list(breaches(scenario, file, where, answer_of(begroot, project, scenario)))[:SHOWN]
    for line in wrong:
        print(line)
    print(f"{len(files)} scenarios, {len(wrong)} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception as error:  # no LibreOffice, no openpyxl, no answer: say so, and judge nothing
        print(f"check_multi_year.py: {error}", file=sys.stderr)
        sys.exit(2)
