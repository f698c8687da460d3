#!/usr/bin/env python3
"""Compares what commands print with the files kept here.

    check_golden.py BEGROOT PROJECT COMMANDS

COMMANDS is a text; every line names a file beside it and the command that prints it:

    plein013-2025/rapportage-M8.txt  begroot rapportage models/plein013-2025.toml M8 --breedte 110

Every file below the folder of COMMANDS must be named there, apart from those of the table tests beside it. With
BEGROOT_GOLDEN=herschrijf the files are written anew; read them as a user would before keeping them.
"""
import difflib
import os
import shlex
import subprocess
import sys
from pathlib import Path

REWRITE = os.environ.get("BEGROOT_GOLDEN") == "herschrijf"
SHOWN_MAX = 60


def entries(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        name, _, command = line.partition("  ")
        words = shlex.split(command)
        if not words or words[0] != "begroot":
            raise SystemExit(f"{path}, regel {number}: eerst een bestand, dan twee spaties en een opdracht van begroot")
        yield name, words[1:]


def differences(begroot, project, file, words):
    done = subprocess.run([begroot, *words], cwd=project, capture_output=True, timeout=300, check=False)
    if done.returncode not in (0, 1):
        return [f"afloop {done.returncode}: {done.stderr.decode()}"]
    if REWRITE:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(done.stdout)
    if not file.exists():
        return ["het bestand ontbreekt"]
    kept, given = (text.decode("utf-8").splitlines() for text in (file.read_bytes(), done.stdout))
    found = list(difflib.unified_diff(kept, given, "bewaard", "geprint", lineterm="", n=1))[:SHOWN_MAX]
    return found or ([] if file.read_bytes() == done.stdout else ["alleen het einde verschilt"])


def main(arguments):
    if len(arguments) != 3:
        raise SystemExit(__doc__)
    begroot, project, commands = Path(arguments[0]).resolve(), arguments[1], Path(arguments[2])
    named, wrong = set(), []
    for name, words in entries(commands):
        file = commands.parent / name
        named.add(file)
        if found := differences(str(begroot), project, file, words):
            wrong += [f"{name}: begroot {' '.join(words)}", *found]
    wrong += [f"{file}: geen opdracht maakt dit" for file in sorted(commands.parent.glob("*/*")) if file not in named]
    print("\n".join(wrong) if wrong else f"{len(named)} bestanden zijn gelijk")
    return 1 if wrong or not named else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
