#!/usr/bin/python3
"""Edits an exported workbook as people do, for the folders here.

    edit_workbook.py FILE.xlsx OPERATION ...

Operations: `BLAD!CEL=WAARDE` (a number, a text, with a second = a formula, with a `'` first always a text; one space
empties the cell), `+BLAD` (a sheet of one's own), `-BLAD` (takes
a sheet away), `BLAD!+7` and `BLAD!-7` (inserts or deletes row 7), `BLAD!+F` and `BLAD!-F` (the same for a column). `--ruw PART OLD NEW` replaces text in a part.
"""
import sys
import zipfile

import openpyxl
from openpyxl.utils import column_index_from_string


def value_of(text):
    if text == " ":
        return None  # somebody emptied the cell
    if text.startswith("'"):
        return text[1:]
    try:
        return float(text)
    except ValueError:
        return text


def move(sheet, word):
    number = int(word[1:]) if word[1:].isdigit() else column_index_from_string(word[1:])
    kind = "rows" if word[1:].isdigit() else "cols"
    getattr(sheet, ("insert_" if word[0] == "+" else "delete_") + kind)(number)


def replace(path, part, old, new):
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def main(path, operations):
    if operations[0] == "--ruw":
        return replace(path, *operations[1:])
    book = openpyxl.load_workbook(path)
    for operation in operations:
        if operation.startswith("+"):
            book.create_sheet(operation[1:])
        elif operation.startswith("-"):
            del book[operation[1:]]
        else:
            name, _, rest = operation.partition("!")
            if rest[0] in "+-":
                move(book[name], rest)
            else:
                cell, _, text = rest.partition("=")
                book[name][cell] = value_of(text)
    book.save(path)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
