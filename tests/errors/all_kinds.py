#!/usr/bin/env python3
"""Fails when a kind of finding in the source has no folder here, or a folder does not show the kind it is named after.

    all_kinds.py SOURCE_FOLDER
"""
import re
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
# No input causes these: only a mistake of ours does, which other tests make on purpose.
NOT_BY_INPUT = {
    "grootboek_sluit_niet": "src/report; the tests of report drop a posting after mapping",
    "terug_niet_uit_te_drukken": "src/live; every input of an export is one that a scenario can change",
}
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
KIND = re.compile(r"[a-z]+(?:_[a-z0-9]+)*")
REACH = 300  # characters behind a severity within which its kind stands


def kinds_of(text):
    """Yields the kinds that a source file names: the words in quotes right behind a severity, or given to a helper."""
    for match in re.finditer(r"Severity::(?:error|warning|notice)", text):
        statement = text[match.end():match.end() + REACH].partition(";")[0]
        if statement.startswith(":"):  # a case label
            continue
        for literal in LITERAL.findall(statement):
            if not KIND.fullmatch(literal):
                break
            yield literal
    if re.search(r"Severity::\w+, (?:std::move\()?kind\b", text):  # a helper that is given the kind
        yield from re.findall(r'\b(?:add|fail|tell)\("([a-z]+(?:_[a-z0-9]+)+)",', text)
    yield from re.findall(r'\bfinding\.kind = "([a-z]+(?:_[a-z0-9]+)+)"', text)


def main(source):
    kinds = {}
    for path in sorted(Path(source).rglob("*.cpp")):
        if path.relative_to(source).parts[0] == "cli":  # it shows findings and makes none
            continue
        for kind in kinds_of(path.read_text(encoding="utf-8")):
            kinds.setdefault(kind, path.relative_to(source))
    failed = 0
    for kind, path in sorted(kinds.items()):
        if kind in NOT_BY_INPUT:
            continue
        expected = FOLDER / kind / "expected"
        if not expected.exists():
            print(f"{kind} ({path}) heeft geen map in tests/errors")
            failed += 1
        elif not re.search(rf"\b{kind}\b", expected.read_text(encoding="utf-8")):
            print(f"tests/errors/{kind} laat {kind} niet zien")
            failed += 1
    for kind in sorted(set(NOT_BY_INPUT) - set(kinds)):
        print(f"{kind} staat in NOT_BY_INPUT maar niet in de bron")
        failed += 1
    print(f"{len(kinds)} soorten bevindingen, {failed} mislukt")
    return 1 if failed or len(kinds) < 30 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
