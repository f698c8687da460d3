#!/usr/bin/env python3
"""Checks that figures which a jaarplan prints come out of the commands of begroot.

    check_figures.py BEGROOT PROJECT FIGURES [FIGURES ...]

A FIGURES file is text, in the order of its document:

    $ begroot tabel models/plein013-2025.toml --formaat json
    tabel van speerpunt 1, doel 1 :: regels[code=1.1].begroot_cent == 5000000
    lijst van doelen :: #regels[niveau=doel] == 16
    inleiding :: kalender[wat~heidag].wanneer bevat week 5

Before `::` stands where the figure is printed in the document, after it where it comes out. A path goes through JSON:
`name`, `name[key=value]` for the entries of a list with that value, `name[key~text]` for those that hold the text; with
`#` it counts what it finds. `uitvoer bevat TEXT` looks in the answer as it is printed, white space aside. `==` compares
with JSON, or with the words as they stand. Every line must hold for exactly what it finds: a path that finds nothing,
or two different values, is wrong.
"""
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

STEP = re.compile(r"([^.\[\]]+)((?:\[[^\]]*\])*)(?:\.|$)")


def fits(entry, condition):
    """Tells whether an entry of a list has the value, or holds the text, of `key=value` or `key~text`."""
    key, mark, wanted = re.match(r"([^=~]+)([=~])(.*)", condition).groups()
    value = entry.get(key)
    text = " ".join(value) if isinstance(value, list) else value if isinstance(value, str) else json.dumps(value)
    return text == wanted if mark == "=" else wanted in text


def entries(values):
    """Puts the entries of lists in the place of the lists."""
    return [entry for value in values for entry in (value if isinstance(value, list) else [value])]


def found_at(answer, path):
    """Gives all values that a path leads to; a list on the way stands for its entries."""
    values, position = [answer], 0
    while position < len(path):
        step = STEP.match(path, position)
        if not step:
            raise SystemExit(f"onbegrijpelijk pad: {path}")
        position = step.end()
        values = [value[step[1]] for value in entries(values) if isinstance(value, dict) and step[1] in value]
        if step[2]:
            conditions = step[2][1:-1].split("][")
            values = [entry for entry in entries(values) if all(fits(entry, one) for one in conditions)]
    return values


def literal(text):
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


def squeezed(text):
    return re.sub(r"\s+", " ", text)


def complaint(answer, out, check):
    """Says what is wrong about one check; nothing when it holds."""
    if check.startswith("uitvoer bevat "):
        wanted = check.removeprefix("uitvoer bevat ")
        return None if wanted in squeezed(out) else f"staat niet in de uitvoer: {wanted!r}"
    path, mark, wanted = re.match(r"(.*?) (==|bevat) (.*)", check).groups()
    values = found_at(answer, path.lstrip("#"))
    if path.startswith("#"):
        count = len(entries(values))
        return None if count == literal(wanted) else f"{count} gevonden, verwacht {wanted}"
    if not values:
        return "niets gevonden op dit pad"
    if mark == "bevat":
        wrong = [value for value in values if wanted not in squeezed(json.dumps(value, ensure_ascii=False))]
    else:
        wrong = [value for value in values if value != literal(wanted) and value != wanted]
    return f"gevonden {wrong[0]!r}" if wrong else None


def run(begroot, project, command):
    words = shlex.split(command)
    if words[0] != "begroot":
        raise SystemExit(f"geen opdracht van begroot: {command}")
    done = subprocess.run([begroot, *words[1:]], cwd=project, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command}: afloop {done.returncode}: {done.stderr}")
    return done.stdout


def check_file(begroot, project, path):
    """Gives the number of figures and the complaints."""
    count, wrong, answer, out = 0, [], None, ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("$ "):
            out = run(begroot, project, line[2:])
            answer = json.loads(out) if "--formaat json" in line else None
            continue
        place, mark, check = line.partition(" :: ")
        if not mark or not place.strip():
            raise SystemExit(f"{path.name}, regel {number}: geen vindplaats en controle")
        count += 1
        if problem := complaint(answer, out, check.strip()):
            wrong.append(f"{path.name}, regel {number}: {line}\n    {problem}")
    return count, wrong


def main(arguments):
    if len(arguments) < 3:
        raise SystemExit(__doc__)
    failed = 0
    for name in arguments[2:]:
        count, wrong = check_file(Path(arguments[0]).resolve(), arguments[1], Path(name))
        if count == 0:
            wrong.append(f"{name}: er staat geen cijfer in")
        print(f"{Path(name).name}: {count} cijfers, {len(wrong)} niet gevonden", *wrong, sep="\n")
        failed += len(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
