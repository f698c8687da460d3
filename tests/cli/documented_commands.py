#!/usr/bin/env python3
"""Runs every command that README.md, docs/handleiding.md, models/README.md and --help show; each must end with 0.

    documented_commands.py PROGRAM

A command is a line `$ begroot ...` or `begroot ...` in a code block. A line with a placeholder in capitals (MODEL) is a
form, no command. `mkdir -p out` and `cp models/... out/...` are run too. Ends with 77 (skipped) when there is no README.md.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from run_tests import SOURCE, environment

PAGES = ["README.md", "docs/handleiding.md", "models/README.md"]
COMMAND = re.compile(r"^\s*(?:\$ )?((?:[A-Z_]+=\S+ )?begroot (?:(?:tabel|herkomst|controle|doelen|kalender|kijk|vul|meerjaren|vergelijk|gevoeligheid|zoek|risico|verschil|rapportage|evaluatie|export|terug|ververs|table|trace|check|goals|calendar|look)\b|--).*)$")
PREPARATION = re.compile(r"^\s*(?:\$ )?(mkdir -p out|cp models/\S+ out/\S+)$")
FORM = re.compile(r"\b(MODEL|CODE|BESTAND|MAAND|DAG|OPDRACHT|SPEERPUNT|DOEL)\b|\[--|…|\.\.\.")
SECONDS_MAX = 120


def commands_of_page(text):
    """Yields (line number, command) for the code blocks of a page; a line ending in a backslash goes on."""
    inside, joined = False, ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("```"):
            inside = not inside
            continue
        line, joined = joined + line, ""
        if inside and line.endswith("\\"):
            joined = line[:-1]
            continue
        match = (COMMAND.match(line) or PREPARATION.match(line)) if inside else None
        if match and not FORM.search(match[1]):
            yield number, match[1]


def main(program):
    if not (SOURCE / "README.md").exists():
        print("er is nog geen README.md")
        return 77
    shown = [(f"{page}:{number}", command) for page in PAGES if (SOURCE / page).exists()
             for number, command in commands_of_page((SOURCE / page).read_text(encoding="utf-8"))]
    failed = 0
    with tempfile.TemporaryDirectory(prefix="begroot-test-") as scratch:
        folder = Path(scratch)
        for name in ("models", "spreadsheets"):
            (folder / name).symlink_to(SOURCE / name)
        variables = environment(Path(program).resolve(), folder)
        for words in ([], ["tabel"], ["herkomst"], ["controle"], ["doelen"], ["kalender"], ["kijk"]):
            text = subprocess.run([program, *words, "--help"], capture_output=True, text=True, check=True).stdout
            examples = [match[1] for match in map(COMMAND.match, text.partition("Voorbeeld:")[2].splitlines()) if match]
            if not examples:
                failed += 1
                print(f"begroot {' '.join(words)} --help heeft geen voorbeeld")
            shown += [(f"begroot {' '.join(words)} --help", example) for example in examples]
        for place, command in shown:
            done = subprocess.run(["bash", "-c", command], cwd=folder, env=variables, capture_output=True, text=True,
                                  stdin=subprocess.DEVNULL, timeout=SECONDS_MAX, check=False)
            if done.returncode != 0:
                failed += 1
                print(f"{place}: {command}\n  afloop {done.returncode}: {done.stderr.strip()[:500]}")
    print(f"{len(shown)} opdracht(en), {failed} mislukt")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
