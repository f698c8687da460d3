#!/usr/bin/env python3
"""Checks that the house keeps its shape: who includes whom, what is private, that every source is tested and built.

usage: check_house.py PROJECT_FOLDER
Exit 0 when all holds, 1 with one line per breach.
"""
import pathlib
import re
import sys

# Arrows go down only: a room may include itself and the rooms named here (docs/besluiten.md).
VALUES = {"base", "money", "period", "table"}
FACTS = {"plan", "reporting", "budget", "ledger", "amendment", "mapping"}
MAY_INCLUDE = {
    "base": set(),
    "text": {"base"},
    "money": {"base"},
    "period": {"base", "money"},
    "table": {"base", "money", "period"},
    "plan": VALUES,
    "reporting": VALUES,
    "budget": VALUES,
    "ledger": VALUES,
    "amendment": VALUES | {"plan"},
    "mapping": VALUES | {"plan", "budget", "ledger"},
    "model": VALUES | {"mapping", "budget"},
    "scenario": VALUES | {"model", "budget"},
    "report": VALUES | FACTS | {"model", "scenario"},
    "progress": VALUES | FACTS | {"report"},
    "management": VALUES | FACTS | {"report"},
    "consolidation": VALUES | FACTS | {"report"},
    "versions": VALUES | FACTS | {"report", "management"},
    "render": VALUES,
    "workbook": {"base", "table", "money", "text"},
    "office": {"base", "workbook"},
    "exchange": VALUES | FACTS | {"workbook", "text"},
    "live": VALUES | FACTS | {"model", "scenario", "report", "workbook", "exchange"},
    "store": VALUES | FACTS | {"text", "workbook", "office", "exchange", "model", "scenario"},
    "cli": VALUES | FACTS | {"model", "scenario", "report", "progress", "management", "consolidation", "versions", "render", "workbook", "office", "exchange", "live", "store"},
    "web": VALUES | FACTS | {"model", "scenario", "report", "progress", "management", "consolidation", "versions", "render", "workbook", "office", "exchange", "live", "store"},
}
# A third party stays in its rooms.
THIRD_PARTIES = {
    "toml++/": {"store"},
    "CLI/": {"cli"},
    "xlsxwriter": {"workbook"},
    "isa-l": {"workbook"},
    "nettle/": {"workbook"},
    "nlohmann/": {"report", "progress", "management", "consolidation", "versions", "cli"},
    "Eigen/": {"model", "scenario"},
    "Random123/": {"scenario"},
    "boost/": {"scenario"},
}
# Rooms whose tests are commands with their output, not programs.
TESTED_BY_COMMAND = {"cli", "web"}
LINES_MAX = 400
LINE_LENGTH_MAX = 150
PUBLIC_HEADERS_MAX = 8
INCLUDE = re.compile(r'^\s*#include\s+(["<])([^">]+)[">]')


def breaches_of(path: pathlib.Path, room: str, source: pathlib.Path):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    if len(lines) > LINES_MAX:
        yield f"{path}: {len(lines)} lines; at most {LINES_MAX}"
    for number, line in enumerate(lines, 1):
        if len(line) > LINE_LENGTH_MAX:
            yield f"{path}:{number}: {len(line)} characters; at most {LINE_LENGTH_MAX}"
        found = INCLUDE.match(line)
        if not found:
            continue
        quote, name = found.groups()
        if quote == '"':
            target = name.split("/")[0]
            if target not in MAY_INCLUDE:
                yield f"{path}:{number}: \"{name}\" is in no room"
            elif target != room and target not in MAY_INCLUDE[room]:
                yield f"{path}:{number}: {room} may not include {target}"
            elif target != room and "/detail/" in name:
                yield f"{path}:{number}: {name} is private to {target}"
        for prefix, rooms in THIRD_PARTIES.items():
            if quote == "<" and name.startswith(prefix) and room not in rooms:
                yield f"{path}:{number}: {name} belongs to {', '.join(sorted(rooms))}"
    if path.suffix == ".hpp" and "#pragma once" not in text:
        yield f"{path}: no #pragma once"


def main() -> int:
    project = pathlib.Path(sys.argv[1])
    breaches = []
    for room_folder in sorted((project / "src").iterdir()):
        if not room_folder.is_dir():
            continue
        room = room_folder.name
        if room not in MAY_INCLUDE:
            breaches.append(f"src/{room}: a room that the house does not know")
            continue
        built = (room_folder / "CMakeLists.txt").read_text(encoding="utf-8")
        headers = list(room_folder.glob("*.hpp"))
        if len(headers) > PUBLIC_HEADERS_MAX and room not in ("base",):
            breaches.append(f"src/{room}: {len(headers)} public headers; at most {PUBLIC_HEADERS_MAX}, split by noun")
        for path in sorted([*room_folder.rglob("*.hpp"), *room_folder.rglob("*.cpp")]):
            shown = path.relative_to(project)
            breaches += [str(b).replace(str(path), str(shown)) for b in breaches_of(path, room, project)]
            if path.suffix == ".cpp" and str(path.relative_to(room_folder)) not in built:
                breaches.append(f"{shown}: in no CMakeLists.txt")
        tests = project / "tests" / room
        tested = "".join(t.read_text(encoding="utf-8") for t in tests.rglob("*.[ch]pp")) if tests.is_dir() else ""
        for header in headers:
            if room not in TESTED_BY_COMMAND and f'"{room}/{header.name}"' not in tested:
                breaches.append(f"src/{room}/{header.name}: no test in tests/{room} includes it")
        if not tests.is_dir():
            breaches.append(f"src/{room}: no tests/{room}")
    print("\n".join(breaches) if breaches else "het huis staat: elke kamer houdt zich aan de pijlen")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
