#!/usr/bin/python3
"""Tells what openpyxl sees in a workbook, one fact a line, for tests that hold a second reader against our writer.

usage: oracle_read.py FILE.xlsx

Lines: `Sheet!C7 value=125000.5`, `Sheet!C7 formula==SUM(C8:C9)`, `Sheet!C7 format=#,##0`, `Sheet!C7 style=bold fill=E3EAF2`,
`Sheet freeze=C6`, `Sheet titles=$5:$5`, `Sheet area=$A$1:$D$9`, `Sheet page=landscape 9 1x0`, `Sheet footer=...`,
`Sheet charts=1`, `document title=...`.
"""
import sys

import openpyxl


def side(border):
    return border.style if border is not None else None


def style_of(cell):
    font, align = cell.font, cell.alignment
    words = [name for name, on in (("bold", font.b), ("italic", font.i), ("wrap", align.wrap_text)) if on]
    words.append(f"colour={font.color.rgb[-6:]}" if font.color is not None and isinstance(font.color.rgb, str) else "colour=none")
    if cell.fill.fill_type == "solid":
        words.append(f"fill={cell.fill.fgColor.rgb[-6:]}")
    if side(cell.border.top):
        words.append(f"top={side(cell.border.top)}")
    if side(cell.border.bottom):
        words.append(f"bottom={side(cell.border.bottom)}")
    if align.indent:
        words.append(f"indent={int(align.indent)}")
    if align.horizontal:
        words.append(align.horizontal)
    return " ".join(words)


def sheet_facts(sheet, values):
    name = sheet.title
    yield f"{name} freeze={sheet.freeze_panes}"
    yield f"{name} titles={sheet.print_title_rows}"
    yield f"{name} area={sheet.print_area and sheet.print_area[0]}"
    setup = sheet.page_setup
    yield f"{name} page={setup.orientation} {setup.paperSize} {setup.fitToWidth or 1}x{setup.fitToHeight}"
    footer = sheet.oddFooter
    yield f"{name} footer={footer.left.text} | {footer.center.text} | {footer.right.text}"
    yield f"{name} charts={len(sheet._charts)}"
    for row in sheet.iter_rows():
        for cell in row:
            if not cell.has_style and cell.value is None:
                continue
            place = f"{name}!{cell.coordinate}"
            yield f"{place} style={style_of(cell)}"
            yield f"{place} format={cell.number_format}"
            value = values[cell.coordinate].value
            if cell.data_type == "f":
                yield f"{place} formula={cell.value}"
            if value is not None or cell.data_type == "f":
                yield f"{place} value={value!r}"


def main():
    formulas = openpyxl.load_workbook(sys.argv[1])
    values = openpyxl.load_workbook(sys.argv[1], data_only=True)
    about = formulas.properties
    print(f"document title={about.title}")
    print(f"document subject={about.subject}")
    print(f"document author={about.creator}")
    print(f"document created={about.created}")
    print("document sheets=" + " | ".join(formulas.sheetnames))
    for sheet in formulas.worksheets:
        for fact in sheet_facts(sheet, values[sheet.title]):
            print(fact)


main()
