#!/usr/bin/env python3
"""Runs tests of the command line that are written as text.

    run_tests.py PROGRAM TEST [TEST ...]

A TEST is a file `name.test` with one or more cases, or a folder with the files `cmd` and `expected`, one case.

    # words for the reader
    $ begroot tabel models/plein013-2025.toml --per dol
    > a line of stdout, exact        (> ... stands for any number of lines)
    2> a line of stderr, exact       (2> ... likewise)
    !> text that stdout may not hold (\\e is the escape character; a carriage return shows as \\r)
    = 2

Each TEST runs in a scratch folder that holds links to models/, spreadsheets/ and, for a folder, copies of its files; the
cases of one file share it, in order. `begroot` is the PROGRAM. Commands are read by bash. With BEGROOT_GOLDEN=herschrijf
the expectations are rewritten to what the program says; a case with `...` keeps its text and must be mended by hand.
"""
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
REWRITE = os.environ.get("BEGROOT_GOLDEN") == "herschrijf"
SECONDS_MAX = 120
ANY = "..."


@dataclass
class Case:
    """One command and what it must say."""
    command: str
    out: list = field(default_factory=list)
    err: list = field(default_factory=list)
    never: list = field(default_factory=list)
    code: int = 0
    comments: list = field(default_factory=list)


def parse(text, command=None):
    """Reads cases from text; with `command` the text is the expectation of that one command."""
    cases, comments = ([Case(command)] if command else []), []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("$ "):
            cases.append(Case(line[2:], comments=comments))
            comments = []
            continue
        if not line or line.startswith("#"):
            comments.append(line)
            continue
        if not cases:
            raise SystemExit(f"regel {number}: eerst een opdracht ($ ...)")
        mark, _, rest = line.partition(" ")
        case = cases[-1]
        if mark == ">":
            case.out.append(rest)
        elif mark == "2>":
            case.err.append(rest)
        elif mark == "!>":
            case.never.append(rest.replace("\\e", "\x1b"))
        elif mark == "=":
            case.code = int(rest)
        else:
            raise SystemExit(f"regel {number}: onbekend begin {mark!r}")
    return cases, comments


def show(case, with_command=True):
    """Writes a case back as text."""
    lines = list(case.comments) + ([f"$ {case.command}"] if with_command else [])
    lines += [f"> {line}".rstrip() if not line else f"> {line}" for line in case.out]
    lines += [f"2> {line}".rstrip() if not line else f"2> {line}" for line in case.err]
    lines += ["!> " + text.replace("\x1b", "\\e") for text in case.never]
    return "\n".join(lines + [f"= {case.code}"]) + "\n"


def matches(expected, found):
    """Tells whether lines match, where a line `...` stands for any number of lines."""
    if ANY not in expected:
        return expected == found
    parts, part = [], []
    for line in expected:
        if line == ANY:
            parts.append(part)
            part = []
        else:
            part.append(line)
    parts.append(part)
    first, last = parts[0], parts[-1]
    if found[:len(first)] != first or len(found) < len(first) + len(last):
        return False
    if last and found[-len(last):] != last:
        return False
    position, end = len(first), len(found) - len(last)
    for middle in parts[1:-1]:
        while position + len(middle) <= end and found[position:position + len(middle)] != middle:
            position += 1
        if position + len(middle) > end:
            return False
        position += len(middle)
    return True


def environment(program, folder):
    """Gives the smallest environment in which the answers are always the same."""
    binaries = folder / ".bin"
    binaries.mkdir()
    (binaries / "begroot").symlink_to(program)
    kept = {name: value for name, value in os.environ.items() if re.match(r"(ASAN|UBSAN|LSAN)_", name)}
    return kept | {"PATH": f"{binaries}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm", "HOME": str(folder),
                   "SOURCE": str(SOURCE)}


def run_case(case, folder, variables):
    """Runs one command; gives stdout and stderr as lines and the exit code."""
    done = subprocess.run(["bash", "-c", case.command], cwd=folder, env=variables, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=SECONDS_MAX, check=False)
    out, err = (text.decode("utf-8", "backslashreplace").replace("\r", "\\r") for text in (done.stdout, done.stderr))
    return out, out.split("\n")[:-1] if out.endswith("\n") else out.split("\n") if out else [], err.splitlines(), done.returncode


def complaints(case, text, out, err, code):
    """Lists what differs, as text for a person."""
    found = []
    for name, expected, given in (("stdout", case.out, out), ("stderr", case.err, err)):
        if not matches(expected, given):
            found += list(difflib.unified_diff(expected, given, f"{name} verwacht", f"{name} gekregen", lineterm="", n=2))[:80]
    found += [f"stdout bevat {never!r}" for never in case.never if never in text]
    if code != case.code:
        found.append(f"afloop {code}, verwacht {case.code}")
    return found


def run_test(program, path):
    """Runs one TEST; gives the number of cases and the complaints."""
    is_folder = path.is_dir()
    expectation = path / "expected" if is_folder else path
    if is_folder:
        command = (path / "cmd").read_text(encoding="utf-8").strip()
        cases, tail = parse(expectation.read_text(encoding="utf-8") if expectation.exists() else "", command)
    else:
        cases, tail = parse(path.read_text(encoding="utf-8"))
    failures = [] if cases else ["er staat geen opdracht in"]
    with tempfile.TemporaryDirectory(prefix="begroot-test-") as scratch:
        folder = Path(scratch)
        for name in ("models", "spreadsheets"):
            (folder / name).symlink_to(SOURCE / name)
        if is_folder:
            for file in sorted(path.iterdir()):
                if file.name not in ("cmd", "expected"):
                    (shutil.copytree if file.is_dir() else shutil.copy)(file, folder / file.name)
        variables = environment(program, folder)
        for case in cases:
            text, out, err, code = run_case(case, folder, variables)
            wrong = complaints(case, text, out, err, code)
            if wrong and REWRITE:
                case.out = case.out if ANY in case.out else out
                case.err = case.err if ANY in case.err else err
                case.code = code
                wrong = complaints(case, text, out, err, code)
            if wrong:
                failures += [f"$ {case.command}"] + [f"  {line}" for line in wrong]
    if REWRITE:
        written = "".join(show(case, not is_folder) for case in cases) + "".join(f"{line}\n" for line in tail)
        if not expectation.exists() or expectation.read_text(encoding="utf-8") != written:
            expectation.write_text(written, encoding="utf-8")
    return len(cases), failures


def main(arguments):
    if len(arguments) < 2:
        raise SystemExit(__doc__)
    program, failed, cases = Path(arguments[0]).resolve(), 0, 0
    for name in arguments[1:]:
        path = Path(name)
        count, failures = run_test(program, path)
        cases += count
        if failures:
            failed += 1
            print(f"MISLUKT {path.name}", *failures, sep="\n")
    print(f"{len(arguments) - 1} test(s), {cases} opdracht(en), {failed} mislukt")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
