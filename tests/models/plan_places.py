"""Where the texts of a plan stand in its document, for lay-outs with results, measures or projects.

Part of check_texts.py. Each function gives (count, wrong): how many places were compared, and what is not in its place.
"""
import re


def words(text):
    """Words only: without the numbers and letters of list items."""
    return [w for w in text.split() if not re.fullmatch(r"(?:\d|[a-c])\.", w)]


def compare(mine, found, limit=8):
    """Compares two lists of (name, words) one by one; says for each difference where it begins."""
    wrong = [f"{len(mine)} plaatsen in het model, {len(found)} in het document"] if len(mine) != len(found) else []
    for (name, model), (_, document) in zip(mine, found):
        if model != document:
            at = next((i for i, (a, b) in enumerate(zip(model, document)) if a != b), min(len(model), len(document)))
            wrong.append(f"{name}: vanaf woord {at + 1} model {' '.join(model[at:at + limit])!r}, "
                         f"document {' '.join(document[at:at + limit])!r}")
    return len(mine), wrong


def as_list(value):
    return [value] if isinstance(value, str) else value


def one_or_all(texts):
    """The words of one cell: texts one after another, or the same text once for all actions of the row."""
    return texts[0] if len(set(texts)) == 1 else " ".join(texts)


def goal_rows(model, normalise):
    """The rows that the document should hold, a block head as a row of one cell."""
    rows = []
    for speerpunt in model["speerpunt"]:
        number = speerpunt["nummer"]
        head = speerpunt["toelichting"][0] if "maatregel" in speerpunt else speerpunt["naam"]
        rows.append((f"kop {number}", words(normalise(head))))
        for result in speerpunt.get("resultaat", []):
            for i, action in enumerate(result["actie"]):
                cells = [result["tekst"] if i == 0 else "", " ".join(as_list(action["wat"])), " ".join(action["wie"]),
                         action["wanneer"]]
                rows.append((f"{number}.{result['nummer']}", words(normalise(" | ".join(cells)))))
        for measure in speerpunt.get("maatregel", []):
            actions = measure.get("actie", [])
            cells = [measure["tekst"], " ".join(t for a in actions for t in as_list(a["wat"])),
                     one_or_all([a["wanneer"] for a in actions]) if actions else "",
                     " ".join(a.get("stand", "") for a in actions)]
            rows.append((f"{number}.{measure['nummer']}", words(normalise(" | ".join(cells)))))
        for goal in speerpunt.get("schooldoel", []):
            rows.append((f"{number}.{goal['nummer']}", words(normalise(goal["tekst"] + " | | |"))))
    group = None
    for row in model.get("kalender", []):
        if row["groep"] != group:
            group = row["groep"]
            rows.append((group, words(normalise(group))))
        cells = [row["wat"], row["wanneer"], row.get("wie", ""), row.get("toelichting", "")]
        rows.append((row["wat"], words(normalise(" | ".join(cells)))))
    return rows


def document_rows(raw, model, normalise, frame):
    """The rows of all tables of four columns, and the heads of blocks, in the order of the document."""
    heads = {tuple(row) for name, row in goal_rows(model, normalise) if "|" not in row}
    frame = {normalise(line) for line in frame}
    rows = []
    for line in raw.splitlines():
        cells = [normalise(cell) for cell in line.split("\t")]
        text = next((cell for cell in cells if cell), "")
        alone = sum(bool(cell) for cell in cells) == 1 or cells[1:] == ["Wanneer", "Wie", ""]
        if text.startswith("Doel:") or text in frame or " ".join(c for c in cells if c) in frame:
            continue
        if alone and tuple(words(text)) in heads:
            rows.append(("kop", words(text)))
        elif len(cells) == 4:
            is_rest = alone and text[:1].islower() and rows and "resultaat" in model["speerpunt"][0]
            if is_rest:  # a row that runs over a page: the rest of the first cell of the row before
                cut = rows[-1][1].index("|")
                rows[-1][1][cut:cut] = words(text)
            else:
                rows.append((text, words(" | ".join(cells))))
    return rows


def check_rows(raw, model, normalise, frame):
    """Tables of results or measures, and the quality calendar: row by row, cell by cell."""
    return compare(goal_rows(model, normalise), document_rows(raw, model, normalise, frame))


def check_chapters(raw, model, normalise):
    """Chapters of themes with projects: the whole text of each chapter in order, after the broken blocks are taken out."""
    document = normalise(raw)
    wrong = []
    for block in model.get("onleesbaar", []):
        text = normalise(" ".join(block["tekst"]))
        if text not in document:
            wrong.append(f"onleesbaar {block['plaats']}: staat niet aaneen in het document")
        document = document.replace(text, " ", 1) if document.count(text) == 1 else document
    themes = sorted(model["speerpunt"], key=lambda theme: theme["nummer"])
    heads = [f"{normalise(t['naam'])} Wat willen we" for t in themes]
    starts = [document.index(head) for head in heads] + [len(document)]
    mine, found = [], []
    for theme, start, end in zip(themes, starts, starts[1:]):
        question = "Wat willen we in 2027 bereiken?" if theme["naam"] == "Financiën" else "Wat willen we bereiken in 2027?"
        texts = [theme["naam"], question, *theme["bereiken"], "Hoe meten we dit?", *theme["meten"], "Wat gaan we in 2023-2024 doen?"]
        for project in theme["project"]:
            texts += ["Project:", project["tekst"]]
            texts += [text for action in project["actie"] for text in as_list(action["wat"])]
        texts += theme.get("incidenteel", [])
        mine.append((f"thema {theme['nummer']}", words(normalise(" ".join(texts)))))
        found.append(("", words(document[start:end])))
    front = document[:starts[0]]
    for theme in themes:
        if theme.get("toelichting"):
            begin = front.index("+ " + normalise(theme["naam"])) + 2
            text = normalise(" ".join([theme["naam"], *theme["toelichting"]]))
            mine.append((f"overzicht thema {theme['nummer']}", words(text)))
            found.append(("", words(front[begin:begin + len(text)])))
    count, differences = compare(mine, found)
    return count, wrong + differences
