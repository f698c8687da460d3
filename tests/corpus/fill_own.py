#!/usr/bin/env python3
"""Makes workbooks of kinds that a folder of strangers may lack, and has fill_folder.py prove that filling them changes nothing
else: with macros, digitally signed, strict, without shared strings, with a calculation chain and without, with prefixes
before every element, with parts that nobody knows, with data descriptors and stored parts.

usage: fill_own.py PROGRAM [--libreoffice]

PROGRAM is the built fill_file. Exit 0 when every workbook was filled and nothing else changed.
"""
import pathlib
import subprocess
import sys
import tempfile
import zipfile

OPEN = "http://schemas.openxmlformats.org"
MAIN, DOC, PACKAGE = f"{OPEN}/spreadsheetml/2006/main", f"{OPEN}/officeDocument/2006/relationships", f"{OPEN}/package/2006"
STRICT = "http://purl.oclc.org/ooxml"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

ROWS = ('<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2"><v>10</v></c><c r="B2" s="0"><v>20.5</v></c><c r="C2"><f>A2+B2</f><v>30.5</v></c></row>'
        '<row r="3" hidden="1"><c r="A3"><v>1</v></c><c r="C3"><f>SUM(C2,A3)</f><v>31.5</v></c></row>')


def relations(*entries):
    inside = "".join(f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>' for i, (kind, target) in enumerate(entries, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def types(book, *more):
    inside = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in
                     (("/xl/workbook.xml", book), ("/xl/worksheets/sheet1.xml", TYPE + "worksheet+xml"),
                      ("/xl/sharedStrings.xml", TYPE + "sharedStrings+xml"), *more))
    return (f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            f'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>{inside}</Types>')


def book(main=MAIN, doc=DOC, kind=TYPE + "sheet.main+xml", rows=ROWS, extra=(), more=None, more_types=(), strings=True):
    """Gives {part: content} of a small workbook; `extra` are relations of the workbook part."""
    parts = {
        "[Content_Types].xml": types(kind, *more_types),
        "_rels/.rels": relations((f"{doc}/officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{main}" xmlns:r="{doc}"><sheets><sheet name="Blad 1" sheetId="1" r:id="rId1"/>'
                           '</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations((f"{doc}/worksheet", "worksheets/sheet1.xml"), (f"{doc}/sharedStrings", "sharedStrings.xml"), *extra),
        "xl/worksheets/sheet1.xml": f'{HEAD}<worksheet xmlns="{main}"><dimension ref="A1:C3"/><sheetData>{rows}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{main}" count="2" uniqueCount="2"><si><t>Post</t></si><si><t xml:space="preserve"> Bedrag </t></si></sst>',
    }
    if not strings:
        del parts["xl/sharedStrings.xml"]
        parts["xl/_rels/workbook.xml.rels"] = relations((f"{doc}/worksheet", "worksheets/sheet1.xml"))
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}sharedStrings+xml"/>', "")
    parts.update(more or {})
    return parts


def prefixed(parts, prefix):
    """Puts a prefix before every element of the workbook and the sheet."""
    import re
    made = dict(parts)
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        text = re.sub(r"<(/?)([a-zA-Z])", rf"<\1{prefix}:\2", parts[part].removeprefix(HEAD))
        made[part] = HEAD + text.replace("xmlns=", f"xmlns:{prefix}=")
    return made


CHAIN = (f"{DOC}/calcChain", "calcChain.xml")
MACRO = ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")
SIGNATURE = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
INLINE = (ROWS.replace('t="s"><v>0</v>', 't="inlineStr"><is><t>Post</t></is>').replace('t="s"><v>1</v>', 't="inlineStr"><is><r><t>Be</t></r><r><t>drag</t></r></is>'))
FILES = {
    "gewoon.xlsx": book(),
    "met-macro.xlsm": book(kind="application/vnd.ms-excel.sheet.macroEnabled.main+xml", extra=(MACRO,), more={"xl/vbaProject.bin": bytes(range(256)) * 40}),
    "ondertekend.xlsx": book(more={
        "_rels/.rels": relations((f"{DOC}/officeDocument", "xl/workbook.xml"), (f"{SIGNATURE}/origin", "_xmlsignatures/origin.sigs")),
        "_xmlsignatures/origin.sigs": b"", "_xmlsignatures/_rels/origin.sigs.rels": relations((f"{SIGNATURE}/signature", "sig1.xml")),
        "_xmlsignatures/sig1.xml": f'{HEAD}<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignatureValue>AAAA</SignatureValue></Signature>'}),
    "strict.xlsx": book(main=f"{STRICT}/spreadsheetml/main", doc=f"{STRICT}/officeDocument/relationships"),
    "zonder-teksttabel.xlsx": book(rows=INLINE, strings=False),
    "met-rekenketen.xlsx": book(extra=(CHAIN,), more={"xl/calcChain.xml": f'{HEAD}<calcChain xmlns="{MAIN}"><c r="C2" i="1"/><c r="C3"/></calcChain>'},
                                more_types=(("/xl/calcChain.xml", TYPE + "calcChain+xml"),)),
    "ander-voorvoegsel.xlsx": prefixed(book(), "x"),
    "lang-voorvoegsel.xlsx": prefixed(book(), "ss-1"),
    "onbekende-delen.xlsx": book(more={"customXml/item1.xml": "<a xmlns='urn:eigen'>\u00e9</a>", "xl/eigen/iets.dat": bytes(1000), "leeg/": b""}),
    "zonder-plaatsen.xlsx": book(rows=ROWS.replace(' r="A1"', "").replace(' r="B1"', "").replace(' r="1"', "").replace(' r="A2"', "").replace(' r="B2"', "")),
}


def write(path, parts, method=zipfile.ZIP_DEFLATED, streamed=False):
    class Pipe:
        """A file that cannot be rewound, so that sizes stand behind each part."""

        def __init__(self, file):
            self.file, self.at = file, 0

        def write(self, data):
            self.at += len(data)
            return self.file.write(data)

        def tell(self):
            return self.at

        def flush(self):
            self.file.flush()

        def seekable(self):
            return False

    with open(path, "wb") as file, zipfile.ZipFile(Pipe(file) if streamed else file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def main():
    program, options = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, parts in FILES.items():
            write(folder / file, parts)
        write(folder / "ongepakt.xlsx", book(), zipfile.ZIP_STORED)
        write(folder / "achteraf.xlsx", book(), streamed=True)
        count = len(FILES) + 2
        script = pathlib.Path(__file__).with_name("fill_folder.py")
        return subprocess.run([sys.executable, str(script), program, name, "--minstens", str(count), *options], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
