#!/usr/bin/env python3
"""Compares a plan model with the text of the jaarplan it was made from, word for word.

    check_texts.py MODEL.toml DOCUMENT.txt [ANOTHER_DOCUMENT.txt ...]

Four checks; any failure makes the exit status 1:
  1 letterlijk  every literal string of the model stands in the document (white space and HTML tags aside);
                the further documents may only serve the quotes of a tegenspraak
  2 dekking     every word of the document stands in the model, each occurrence counted once,
                apart from the fixed table heads in FRAME; the other way round no text stands
                more often in the model than in the document
  3 plaats      every cell or block stands under its own doel, actielijn, resultaat, maatregel or project (not moved,
                not swapped); text the scan broke stands whole in an [[onleesbaar]]
  4 bedragen    every cell of the money tables is exactly `begroot` or `totaal`; without such tables, every
                amount of an actielijn stands in its own Kosten or its own line of the overview; a plan without
                amounts has none in its document either, apart from the words of an activity

It stands outside the program on purpose: Python's own TOML reader, no code of begroot.
"""
import re
import sys
import tomllib

import plan_places

# Words of the lay-out itself: table heads, row labels, cover, page number, heads of slides.
FRAME = [
    "Wat willen we bereiken in 2025? De activiteiten die we gaan doen. Deze indicatoren gebruiken we.",
    "Presenter-notities Presentatienotities", "PARTNERS IN PASSEND ONDERWIJS", "Speerpunt Actie Planning 2023",
    "Input voor de begroting", "Geraadpleegde bronnen", "Plan Do Check", "Inleiding", "Ontwikkelagenda",
    "Actielijnen", "Achtergrond", "Doelen", "Activiteiten", "Planning", "Resultaten", "Organisatie",
    "Communicatie", "Kosten", "Totaal", "Financiële middelen", "2021 2022 2023 2024", "plein 013",
]
FRAME += [  # of plans with results, measures or projects
    "Beoogde resultaat Wat Wie Wanneer gereed", "Doel:", "Ontwikkelpunt", "Wanneer Wie", "Inhoudsopgave", "(reserve)",
    "2. Jaarplan verbeter- en ontwikkelpunten..... 4", "2. Jaarplan verbeter- en ontwikkelpunten",
    "1. Inleiding..... 3", "1. Inleiding", "3. Kwaliteitskalender..... 10", "3. Kwaliteitskalender",
    "4. Jaarplanning 2024 - 2025 11", "4. Jaarplanning 2024 – 2025",
    "Directies sbo so", "Overig Onderwijs-zorg", "Werkgroepen Netwerken",
    "Samenwerkingsverband Noord- en Midden- Drenthe PO",
    "Wat vinden we van belang?", "Waar leidt dit toe?", "DEEL 1: OVERZICHT 2023", "Kernwaarden",
    "OSP Wat gaan we doen?", "Acties 2023 Wat gaan we in 2023 hieraan bedenken, uitwerken, implementeren, doen?",
    "Gepland gereed In welk Q is het gepland?", "Stand van Zaken Wat is er tot nu toe gedaan?",
    "OSP Acties 2023 Gepland gereed Stand van Zaken", "Wat gaan we doen?", "In welk Q is het gepland?",
    "Wat gaan we in 2023 hieraan bedenken, uitwerken, implementeren, doen?", "Wat is er tot nu toe gedaan?",
    "Wat gaan de scholen doen? (het meest gekozen)",
    "Wat willen we bereiken in 2027?", "Wat willen we in 2027 bereiken?", "Hoe meten we dit?",
    "Wat gaan we in 2023-2024 doen?", "Project:",
]
FRAME_PATTERNS = [r"Speerpunt \d\.?", r"Doel \d", r"\d\.", r"5", r"x", r"-{5,}"]

# Keys whose value is ours, or no text of the document at all.
OURS = {
    "jaarplan.document", "jaarplan.boekjaar", "jaarplan.datum", "moment.code", "moment.tot",
    "termijn.bij", "termijn.soort", "termijn.van", "termijn.tot", "tegenspraak.onderwerp",
    "tegenspraak.toelichting", "speerpunt.doel.naam", "speerpunt.actielijn.begroot_soort",
    "speerpunt.actielijn.fasen.jaar", "speerpunt.actielijn.partners.rol", "speerpunt.soort",
    "organisatie.code", "organisatie.soort", "organisatie.deel_van", "subsidie.bij", "subsidie.model",
    "indicator.bij", "indicator.eenheid", "indicator.richting", "indicator.streef", "indicator.nulmeting",
    "indicator.berekend", "indicator.bron", "indicator.organisaties", "kalender.soort", "kalender.elk_jaar_voor",
    "onleesbaar.plaats", "onleesbaar.reden",
}
for level in ("project", "resultaat", "maatregel", "schooldoel"):
    OURS |= {f"speerpunt.{level}.{key}" for key in ("naam", "organisaties", "partners.rol", "actie.soort",
                                                    "actie.organisaties", "actie.status")}
OURS_TABLES = ("bron", "koppelregel", "tabel", "fasering", "speerpunt.doel.geboekt", "speerpunt.actielijn.afleiding",
               "meerjaren", "lijst", "aanname", "berekening", "regel", "balanspost", "kengetal", "samenhang",
               "scenario")
# Quotes of words that other keys hold already: they must be literal, but cover nothing.
QUOTES = ("termijn.", "tegenspraak.", "speerpunt.actielijn.begroot", "speerpunt.actielijn.delen.",
          "speerpunt.actielijn.eerder.", "speerpunt.actielijn.partners.", "speerpunt.actielijn.fasen.jaren",
          "moment.gedrukt", "jaarplan.planperiode", "jaarplan.organisatie", "jaarplan.schooljaar", "organisatie.naam",
          "indicator.", "subsidie.", "speerpunt.resultaat.partners.")
# Names and heads that the document repeats above every page or table.
REPEATED = {"naam", "naam_lijst", "ontwikkelagenda_naam", "legenda", "kop_begroot", "kop_werkelijk", "titel"}
# Words that hold for more rows than the one they are printed at.
REPEATED_PATHS = {"kalender.groep", "bijeenkomst.overleg", "bijeenkomst.tijd", "bijeenkomst.plaats", "bijeenkomst.noot",
                  "speerpunt.maatregel.actie.wanneer"}
BLOCKS = ["achtergrond", "doelen", "activiteiten", "planning", "resultaten", "organisatie", "communicatie", "kosten"]


def normalise(text):
    """Drops the mark-up of the source (tags, hashes, stars, marks of list items and footnotes); all white space is one space."""
    text = re.sub(r"</?(?:i|b|em)>", "", text)
    text = re.sub(r"</?(?:p|ul|ol|li)(?:\s[^>]*)?>", " ", text)
    text = re.sub(r"(?<!\S)#+(?=\s)|\*|[¹²³⁴]|(?<!\S)[-•♥](?=\s)", "", text)
    return re.sub(r"\s+", " ", text.replace("\ufeff", "")).strip()


def strings(value, path=""):
    """Yields (path, text) for every string below value, in the order of the file."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, path)
    elif isinstance(value, str):
        yield path, value


def is_ours(path):
    return path in OURS or any(path == t or path.startswith(t + ".") for t in OURS_TABLES)


def pattern(text):
    """A regular expression for text that does not start or end inside a word."""
    text = normalise(text)
    left = r"(?<!\w)" if text[:1].isalnum() else ""
    right = r"(?!\w)" if text[-1:].isalnum() else ""
    return re.compile(left + re.escape(text) + right)


def pieces(text, document):
    """Text as one piece, or as the two pieces of a cell that runs over a page; [] when it is not there."""
    if pattern(text).search(document):
        return [text]
    words = normalise(text).split(" ")
    for cut in range(len(words) - 3, 2, -1):
        halves = [" ".join(words[:cut]), " ".join(words[cut:])]
        if all(pattern(half).search(document) for half in halves):
            return halves
    return []


def check_literal(model, document, others):
    wrong, joined, count = [], [], 0
    for path, text in strings(model):
        if is_ours(path) or text == "":
            continue
        count += 1
        sources = [document] + (others if path.startswith("tegenspraak.") else [])
        found = next((p for p in (pieces(text, s) for s in sources) if p), [])
        if not found:
            wrong.append(f"{path}: {text!r} staat niet in het document")
        elif len(found) == 2:
            joined.append(f"{path}: {found[0]!r} + {found[1]!r}")
    return count, wrong, joined


def check_coverage(model, document):
    covered = bytearray(len(document))
    wrong = []

    def take(expression, everywhere):
        for hit in expression.finditer(document):
            if not any(covered[hit.start():hit.end()]):
                covered[hit.start():hit.end()] = b"\1" * (hit.end() - hit.start())
                if not everywhere:
                    return True
        return everywhere

    once, repeated = [], []
    for path, text in strings(model):
        if is_ours(path) or text == "" or path.startswith(QUOTES):
            continue
        if path == "speerpunt.ontwikkelpunten":  # held by the printed words
            continue
        (repeated if path.rsplit(".", 1)[-1] in REPEATED or path in REPEATED_PATHS else once).append((path, text))
    once = [(path, piece) for path, text in once for piece in pieces(text, document)]
    for path, text in sorted(once, key=lambda item: -len(item[1])):
        if not take(pattern(text), everywhere=False):
            wrong.append(f"{path}: {text!r} staat vaker in het model dan in het document")
    for _, text in sorted(repeated, key=lambda item: -len(item[1])):
        take(pattern(text), everywhere=True)
    for text in sorted(FRAME, key=len, reverse=True):
        take(pattern(text), everywhere=True)
    for text in FRAME_PATTERNS:
        take(re.compile(r"(?<!\S)" + text + r"(?!\S)"), everywhere=True)

    left = "".join("\n" if covered[i] else c for i, c in enumerate(document))
    runs = [run.strip() for run in left.split("\n")]
    wrong += [f"niet in het model: {run!r}" for run in runs if re.search(r"\w", run)]
    words = len(re.findall(r"\w+", document))
    return words, wrong


def table_cells(raw):
    """Plan/Do/Check and money cells of the 2025 lay-out: {(speerpunt, doel): [plan, do, check]}, {(...): cell}."""
    texts, money, speerpunt, in_money, last = {}, {}, None, False, None
    for line in raw.splitlines():
        cells = line.split("\t")
        if head := re.match(r"Speerpunt (\d) ", line):
            speerpunt, in_money, last = int(head[1]), "Financiële middelen" in line, None
        elif in_money and (row := re.fullmatch(r"Doel (\d)|Totaal", cells[0])):
            money[speerpunt, int(row[1]) if row[1] else 0] = normalise(cells[1])
        elif row := re.fullmatch(r"Doel (\d)", cells[0]):
            last = speerpunt, int(row[1])
            texts[last] = cells[1:4]
        elif last and len(cells) >= 4 and cells[0] == "" and "Plan" not in cells:
            texts[last] = [a + " " + b for a, b in zip(texts[last], cells[1:4])]
    return {key: [normalise(c) for c in cells] for key, cells in texts.items()}, money


def bare(text):
    """Words only, without the marks of bullets."""
    return re.sub(r"(?<!\S)[•–o](?=\s)", " ", text).split()


def block_texts(raw, model):
    """Blocks of the 2023 lay-out, {block: words} per actielijn, and the page heads left out (grids and notes too)."""
    lines = [line.strip() for line in raw.splitlines()]
    lines = lines[:lines.index("Input voor de begroting")]
    labels = {block.capitalize(): block for block in BLOCKS}
    actielijnen, block = [], None
    for line in lines:
        if re.match(r"Speerpunt \d\.", line):
            actielijnen.append({})
            block = None
        elif actielijnen and line:
            first, _, rest = line.partition(" ")
            if first in labels:
                block, line = labels[first], rest
            if block:
                actielijnen[-1].setdefault(block, []).append(line)
    skip = [a["naam"] for s in model["speerpunt"] for a in s["actielijn"]] + FRAME
    result = []
    for found, actielijn in zip(actielijnen, (a for s in model["speerpunt"] for a in s["actielijn"])):
        drop = skip + actielijn.get("noten", []) + [
            f"{fase['naam']} {' '.join('x' * fase['kruisjes'])}" for fase in actielijn.get("fasen", [])]
        texts = {}
        for name, part in found.items():
            text = normalise(" ".join(part))
            for words in sorted(drop, key=len, reverse=True):
                if name != "organisatie" or not words.startswith("(Door)"):
                    text = pattern(words).sub(" ", text)
            texts[name] = bare(text)
        result.append(texts)
    return result, skip


def check_place(model, raw):
    wrong, count = [], 0
    if any("project" in s for s in model["speerpunt"]):
        return plan_places.check_chapters(raw, model, normalise)
    if any("resultaat" in s or "maatregel" in s for s in model["speerpunt"]):
        return plan_places.check_rows(raw, model, normalise, FRAME)
    if any("doel" in s for s in model["speerpunt"]):
        texts, _ = table_cells(raw)
        doelen = {(s["nummer"], d["nummer"]): d for s in model["speerpunt"] for d in s["doel"]}
        if doelen.keys() != texts.keys():
            wrong.append(f"doelen verschillen: {sorted(doelen.keys() ^ texts.keys())}")
        for key in sorted(doelen.keys() & texts.keys()):
            for column, cell in zip(("plan", "do", "check"), texts[key]):
                count += 1
                mine = normalise(" ".join(doelen[key][column]))
                if mine != cell:
                    wrong.append(f"{key[0]}.{key[1]} {column}: model {mine!r}, document {cell!r}")
        return count, wrong
    found, skip = block_texts(raw, model)
    flat = [(s, a) for s in model["speerpunt"] for a in s["actielijn"]]
    if len(found) != len(flat):
        wrong.append(f"{len(flat)} actielijnen in het model, {len(found)} in het document")
    for (speerpunt, actielijn), texts in zip(flat, found):
        for block in BLOCKS:
            count += 1
            text = normalise(" ".join(actielijn.get(block, [])))
            for words in sorted(skip, key=len, reverse=True):
                if block != "organisatie" or not words.startswith("(Door)"):
                    text = pattern(words).sub(" ", text)
            mine, cell = bare(text), texts.get(block, [])
            if mine != cell:
                at = next((i for i, (a, b) in enumerate(zip(mine, cell)) if a != b), min(len(mine), len(cell)))
                wrong.append(f"{speerpunt['nummer']}.{actielijn['nummer']} {block}: vanaf woord {at + 1} model "
                             f"{' '.join(mine[at:at + 8])!r}, document {' '.join(cell[at:at + 8])!r}")
    return count, wrong


def check_no_money(model, raw):
    """A plan without budget cells: its document prints no amount but in the words of an activity."""
    levels = ("project", "resultaat", "maatregel")
    goals = [g for s in model["speerpunt"] for level in levels for g in s.get(level, [])]
    wrong = [f"{g['naam']}: begroot {g['begroot']!r} staat niet in het document" for g in goals if "begroot" in g]
    activities = normalise(" ".join(t for g in goals for a in g.get("actie", []) for _, t in strings(a["wat"])))
    for amount in re.findall(r"€\s*[\d.,]+|[\d.,]+ euro", normalise(raw)):
        if amount not in activities:
            wrong.append(f"{amount!r} staat in het document en niet in een activiteit")
    return len(goals), wrong


def check_money(model, raw):
    if any(level in s for s in model["speerpunt"] for level in ("project", "resultaat", "maatregel")):
        return check_no_money(model, raw)
    if any("doel" in s for s in model["speerpunt"]):
        _, cells = table_cells(raw)
        mine = {(s["nummer"], 0): s["totaal"] for s in model["speerpunt"]}
        # A doel without a row in the money table would have no key begroot.
        mine |= {(s["nummer"], d["nummer"]): d["begroot"] for s in model["speerpunt"] for d in s["doel"] if "begroot" in d}
        keys = sorted(mine.keys() | cells.keys())
        mine = {key: normalise(cell) for key, cell in mine.items()}
        return len(keys), [f"{k[0]}.{k[1] or 'totaal'}: model {mine.get(k)!r}, document {cells.get(k)!r}"
                           for k in keys if mine.get(k) != cells.get(k)]
    # 2023: the overview as one text, and every amount of an actielijn in its own Kosten or its own overview line.
    overview = model["overzicht"]
    rows = [f"{r['speerpunt']}. {r['naam']} {r['toelichting']} {r['kosten']}" for r in overview["regel"]]
    text = normalise(" ".join(overview["kop"]) + " " + " ".join(rows) + f" Totaal {overview['totaal']}")
    wrong = [] if text in normalise(raw) else ["het overzicht van kosten staat zo niet in het document"]
    count = len(rows) + 1
    for speerpunt in model["speerpunt"]:
        line = " ".join(r["kosten"] for r in overview["regel"] if r["speerpunt"] == speerpunt["nummer"])
        for actielijn in speerpunt["actielijn"]:
            own = normalise(" ".join(actielijn["kosten"]))
            amounts = [part["bedrag"] for part in actielijn.get("delen", []) + actielijn.get("eerder", [])]
            for amount in [actielijn["begroot"], *amounts]:
                count += 1
                if not pattern(amount).search(own) and amount != line:
                    wrong.append(f"{speerpunt['nummer']}.{actielijn['nummer']}: {amount!r} staat niet in de eigen kosten")
    return count, wrong


def main(arguments):
    if len(arguments) < 2:
        print(__doc__)
        return 2
    with open(arguments[0], "rb") as file:
        model = tomllib.load(file)
    raw, *others = [open(path, encoding="utf-8").read() for path in arguments[1:]]
    document = normalise(raw)
    literal, wrong_literal, joined = check_literal(model, document, [normalise(o) for o in others])
    words, wrong_coverage = check_coverage(model, document)
    cells, wrong_place = check_place(model, raw)
    amounts, wrong_money = check_money(model, raw)
    for text in joined:
        print(f"samengevoegde cel   {text}")
    for name, count, unit, wrong in (("letterlijk", literal, "teksten", wrong_literal), ("dekking", words, "woorden", wrong_coverage),
                                     ("plaats", cells, "cellen", wrong_place), ("bedragen", amounts, "cellen", wrong_money)):
        print(f"{name:<12}{count:>6} {unit:<9}{len(wrong):>4} fout")
        for text in wrong:
            print(f"  {text}")
    return 1 if wrong_literal or wrong_coverage or wrong_place or wrong_money else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
