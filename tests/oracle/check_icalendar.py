#!/usr/bin/python3
"""Reads the iCalendar files that `begroot kalender --ics` writes with a parser of its own and holds them to RFC 5545.

usage: check_icalendar.py BEGROOT PROJECT_FOLDER

Every line ends in CR LF and has at most 75 octets, no character is cut in two, texts are escaped, every event is a whole
day with a UID that no other event has. Days, texts and marks are those of `--formaat json`. The same plan gives the same
bytes, and another reference day gives other states under the same UIDs.
Exit code 0 when all holds, 1 when something does not.
"""
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile

MODEL = """[jaarplan]
organisatie = "SWV; Voorbeeld, PO"
titel = "Jaarplan 2024-2025"
schooljaar = "2024-2025"
vastgesteld = 2024-09-16

[[kalender]]
groep = "Documenten: plannen"
wat = "Begroting"
wanneer = "Jaarlijks voor 1 januari"
soort = "voor_dag"
elk_jaar_voor = "01-01"

[[kalender]]
wat = "Schoolondersteuningsprofiel"
wanneer = "Jaarlijks voor 1 augustus"
elk_jaar_voor = "08-01"

[[bijeenkomst]]
overleg = "Bestuur; auditcommissie, ALV \\\\ OPR"
op = 2025-02-26
tijd = "9.30-11.00u"
geld = true

[[bijeenkomst]]
overleg = "Bestuur; auditcommissie, ALV \\\\ OPR"
op = 2025-02-26
tijd = "9.30-11.00u"
geld = true

[[bijeenkomst]]
overleg = "OOGO"
wanneer = "voorjaar 2025"

[[subsidie]]
naam = "versterking voltijd onderwijs aan hoogbegaafden"
tot = 2025-07-31

[[speerpunt]]
nummer = 1
naam = "Basisondersteuning"

[[speerpunt.resultaat]]
nummer = 1
naam = "Verbeteren"

[[speerpunt.resultaat.actie]]
wat = ["Uitvoering projectplan: één lange zin met zoveel áccènten dat zij over meer dan één regel van het agendabestand loopt, ook waar een téken twee octetten heeft", "- Professionalisering"]
wie = ["Schoolbesturen / scholen"]
wanneer = "1 augustus 2025"
soort = "dag"
tot = 2025-08-01

[[speerpunt.resultaat.actie]]
wat = "Inspiratiesessie"
wanneer = "1 augustus 2024"
soort = "dag"
tot = 2024-08-01
"""


class Breach(Exception):
    """What does not hold."""


def unfolded(octets):
    """Gives the content lines of a file, and holds the form of the lines."""
    if not octets.endswith(b"\r\n"):
        raise Breach("het bestand eindigt niet op CR LF")
    lines = octets[:-2].split(b"\r\n")
    for line in lines:
        if b"\r" in line or b"\n" in line:
            raise Breach(f"een regeleinde binnen een regel: {line!r}")
        if not 0 < len(line) <= 75:
            raise Breach(f"{len(line)} octetten: {line!r}")
        line.decode("utf-8")  # raises when a character is cut in two
    content = []
    for line in lines:
        if line.startswith(b" "):
            content[-1] += line[1:].decode("utf-8")
        else:
            content.append(line.decode("utf-8"))
    return content


def plain(text):
    """Undoes the escapes of a text; anything that should have been escaped is a breach."""
    if re.search(r'(?<!\\)(?:\\\\)*[;,]', text):
        raise Breach(f"niet ontsnapt: {text!r}")
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)


def components(content):
    """Gives the calendar's own properties and those of its events, by the rules for BEGIN and END."""
    stack, calendar, events = [], {}, []
    for line in content:
        name, colon, value = line.partition(":")
        if not colon:
            raise Breach(f"geen dubbele punt: {line!r}")
        if name == "BEGIN":
            stack.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            if stack.pop() != value:
                raise Breach(f"END:{value} sluit iets anders")
        else:
            where = events[-1] if stack[-1] == "VEVENT" else calendar
            if name in where:
                raise Breach(f"{name} staat er twee keer")
            where[name] = value
    if stack:
        raise Breach(f"niet gesloten: {stack}")
    return calendar, events


def day(value):
    """Reads a date without a time."""
    return datetime.datetime.strptime(value, "%Y%m%d").date()


def check_event(event, entry, stamp):
    """Holds one event against the entry of the same place in the JSON."""
    start = day(event["DTSTART;VALUE=DATE"])
    if day(event["DTEND;VALUE=DATE"]) != start + datetime.timedelta(days=1):
        raise Breach(f"geen hele dag: {event}")
    if start.isoformat() != entry["uiterlijk"]:
        raise Breach(f"{start} tegenover {entry['uiterlijk']}")
    wanted = ("" if entry["code"] == "plan" else entry["code"] + " ") + entry["wat"]
    if plain(event["SUMMARY"]) != wanted:
        raise Breach(f"{event['SUMMARY']!r} tegenover {wanted!r}")
    if not plain(event["DESCRIPTION"]).startswith("Stand: " + entry["stand"]):
        raise Breach(f"een andere stand: {event['DESCRIPTION']!r}")
    if ("geld" in event["CATEGORIES"].split(",")) != entry["geld"]:
        raise Breach(f"geld: {event['CATEGORIES']} tegenover {entry['geld']}")
    if event["DTSTAMP"] != stamp:
        raise Breach(f"DTSTAMP {event['DTSTAMP']}, verwacht {stamp}")


def write(begroot, folder, model, reference, name):
    """Runs the command; gives the octets of the calendar and the JSON beside it."""
    done = subprocess.run([begroot, "kalender", model, "--peildatum", reference, "--formaat", "json", "--ics", name],
                          cwd=folder, capture_output=True, check=True)
    return (folder / name).read_bytes(), json.loads(done.stdout)


def check_model(begroot, folder, model, stamp):
    """Checks one model; gives how many events it has."""
    octets, answer = write(begroot, folder, model, "2025-03-01", "eerste.ics")
    if write(begroot, folder, model, "2025-03-01", "tweede.ics")[0] != octets:
        raise Breach("twee keer hetzelfde geeft andere octetten")
    calendar, events = components(unfolded(octets))
    if calendar["VERSION"] != "2.0" or not calendar["PRODID"]:
        raise Breach(f"de kop klopt niet: {calendar}")
    if plain(calendar["X-WR-CALNAME"]) != answer["organisatie"] + ", " + answer["jaarplan"]:
        raise Breach(f"de naam klopt niet: {calendar}")
    if len(events) != len(answer["kalender"]):
        raise Breach(f"{len(events)} gebeurtenissen, {len(answer['kalender'])} verwacht")
    for event, entry in zip(events, answer["kalender"], strict=True):
        check_event(event, entry, stamp)
    uids = [event["UID"] for event in events]
    if len(set(uids)) != len(uids):
        raise Breach("een UID komt twee keer voor")
    later = components(unfolded(write(begroot, folder, model, "2026-12-31", "later.ics")[0]))[1]
    if [event["UID"] for event in later] != uids:
        raise Breach("een andere peildatum geeft andere UID's")
    return len(events)


def main(begroot, project):
    begroot = str(pathlib.Path(begroot).resolve())
    failed = 0
    with tempfile.TemporaryDirectory(prefix="begroot-test-") as scratch:
        folder = pathlib.Path(scratch)
        (folder / "models").symlink_to(pathlib.Path(project).resolve() / "models")
        (folder / "voorbeeld.toml").write_text(MODEL, encoding="utf-8")
        for model, stamp, least in [("voorbeeld.toml", "20240916T000000Z", 7),
                                    ("models/plein013-2025.toml", "20241205T000000Z", 10)]:
            try:
                count = check_model(begroot, folder, model, stamp)
                if count < least:
                    raise Breach(f"{count} gebeurtenissen, minstens {least} verwacht")
                print(f"{model}: {count} gebeurtenissen, elk gelezen")
            except (Breach, KeyError, ValueError, subprocess.CalledProcessError) as breach:
                failed += 1
                print(f"MISLUKT {model}: {breach!r}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
