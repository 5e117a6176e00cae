"""DOCX: paragraphs and tables in their order, with the numbers that Word makes by itself."""

import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.package import Package

from ingest.readers import lines as forms
from ingest.readers.numbering import Numbering, W, references

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset(
    (
        *(W + name for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr", "instrText", "delText")),
        _MC + "Fallback",
    )
)
_BLOCKS = frozenset(W + name for name in ("p", "tbl", "sdt"))
_UNREAD = {
    W + "altChunk": "Embedded files",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "Formulas",
}
_OFF = frozenset({"0", "false", "none", "off"})
_CONTENTS = re.compile(r"toc\s*\d|目录\s*\d", re.IGNORECASE)
_BASED_ON_DEPTH = 12
_BREAK = "\n"


def content(data: bytes) -> forms.Draft:
    """The lines of a Word document, template or document with macros.

    Tracked deletions and hidden text are left out, insertions kept; a table of contents is left
    out; footnotes follow the text as lines “注1：…”. Formulas and embedded files are left out with a
    warning.
    """
    document = Package.open(io.BytesIO(data)).main_document_part
    root = document.element if isinstance(document, XmlPart) else parse_xml(document.blob)
    walk = _Walk(_part(document, RELATIONSHIP_TYPE.NUMBERING), _part(document, RELATIONSHIP_TYPE.STYLES))
    lines = list(walk.blocks(root.find(W + "body")))
    lines += _notes(walk, _part(document, RELATIONSHIP_TYPE.FOOTNOTES), "footnote")
    lines += _notes(walk, _part(document, RELATIONSHIP_TYPE.ENDNOTES), "endnote")
    return forms.Draft("\n".join(lines), tuple(_left_out(root)))


def _part(document: Part, kind: str) -> Element | None:
    """The root of a part that the document is related to, None if it has none."""
    for relation in document.rels.values():
        if relation.reltype == kind and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None


def _left_out(root: Element) -> Iterator[str]:
    for tag, what in _UNREAD.items():
        if count := sum(1 for _ in root.iter(tag)):
            yield f"{what} in the Word file were not read: {count}."


def _notes(walk: "_Walk", root: Element | None, name: str) -> Iterator[str]:
    number = 0
    for note in root.findall(W + name) if root is not None else ():
        if note.get(W + "type") in {None, "normal"}:
            number += 1
            yield f"注{number}：{forms.cell(walk.blocks(note))}"


class _Walk:
    """Goes through a document once, counting its lists on."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._numbering = Numbering(numbering)
        found = styles.findall(W + "style") if styles is not None else []
        self._styles = {style.get(W + "styleId"): style for style in found}
        self._default = next((s.get(W + "styleId") for s in found if _is_default(s)), "")

    def blocks(self, parent: Element) -> Iterator[str]:
        """The lines of all paragraphs and tables right below `parent`."""
        for node in parent:
            if node.tag == W + "p":
                yield from self._paragraph(node)
            elif node.tag == W + "tbl":
                yield from self._table(node)
            elif node.tag not in _SKIPPED and isinstance(node.tag, str):
                yield from self.blocks(node)

    def _paragraph(self, node: Element) -> Iterator[str]:
        properties = node.find(W + "pPr")
        style = _attribute(properties, "pStyle") or self._default
        if _CONTENTS.match(self._style_name(style)):
            return
        runs = [(text, bold) for text, bold in _runs(node) if text]
        is_printed = any(text.strip() for text, _ in runs) or _fills_cell(node)
        label = self._label(properties, style) if is_printed else ""
        printed = forms.paragraph([(label, False), *runs] if label else runs)
        yield from filter(str.strip, printed.split(_BREAK))
        for box in _boxes(node):
            yield from self.blocks(box)

    def _style_name(self, style: str) -> str:
        found = self._styles.get(style)
        return (_attribute(found, "name") or "") if found is not None else ""

    def _label(self, properties: Element | None, style: str) -> str:
        """The paragraph's own list, or else the nearest style's that has one."""
        for number, level in references(properties):
            return self._numbering.next(number, _level(level, self._numbering.level_of_style(number, style)))
        for _ in range(_BASED_ON_DEPTH):
            found = self._styles.get(style)
            if found is None:
                break
            for number, level in references(found.find(W + "pPr")):
                return self._numbering.next(
                    number, _level(level, self._numbering.level_of_style(number, style))
                )
            style = _attribute(found, "basedOn") or ""
        return ""

    def _table(self, table: Element) -> Iterator[str]:
        """Its rows; where none has two cells, it is but a frame around text or another table."""
        rows = [list(_below(row, W + "tc")) for row in _below(table, W + "tr")]
        if any(len(cells) > 1 for cells in rows):
            yield from forms.rows(self._grid(table))
        else:
            for cell in chain.from_iterable(rows):
                yield from self.blocks(cell)

    def _grid(self, table: Element) -> Iterator[list[str]]:
        """Rows of equal columns; a cell merged downwards is repeated in each row it covers."""
        above: list[str] = []
        for row in _below(table, W + "tr"):
            cells = [""] * _integer(_attribute(row.find(W + "trPr"), "gridBefore"))
            for cell in _below(row, W + "tc"):
                properties = cell.find(W + "tcPr")
                text = forms.cell(self.blocks(cell))
                if _is_continued(properties) and not text and len(cells) < len(above):
                    text = above[len(cells)]
                cells += [text] + [""] * (max(1, _integer(_attribute(properties, "gridSpan"))) - 1)
            above = cells
            yield cells


def _is_default(style: Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}


def _attribute(parent: Element | None, name: str) -> str | None:
    node = parent.find(W + name) if parent is not None else None
    return None if node is None else node.get(W + "val")


def _integer(value: str | None) -> int:
    return min(int(value), 500) if value is not None and value.isdecimal() else 0


def _level(value: str | None, default: int) -> int:
    return _integer(value) if value is not None else default


def _is_on(properties: Element | None, name: str) -> bool:
    node = properties.find(W + name) if properties is not None else None
    return node is not None and node.get(W + "val") not in _OFF


def _is_continued(properties: Element | None) -> bool:
    node = properties.find(W + "vMerge") if properties is not None else None
    return node is not None and node.get(W + "val") in {None, "continue"}


def _fills_cell(paragraph: Element) -> bool:
    """Whether a paragraph is all that its cell holds: a number alone (序号) is its text."""
    cell = paragraph.getparent()
    if cell.tag != W + "tc" or _is_continued(cell.find(W + "tcPr")):
        return False
    return all(node is paragraph or node.tag not in _BLOCKS for node in cell)


def _below(parent: Element, tag: str) -> Iterator[Element]:
    """The nearest elements of a kind: through content controls and insertions, not through deletions."""
    for node in parent:
        if node.tag == tag:
            if not _is_deleted(node):
                yield node
        elif node.tag not in _SKIPPED and node.tag not in {W + "tbl", W + "p"}:
            yield from _below(node, tag)


def _is_deleted(node: Element) -> bool:
    properties = node.find(node.tag + "Pr")
    return properties is not None and properties.find(W + "del") is not None


def _runs(parent: Element) -> Iterator[tuple[str, bool]]:
    """The text of a paragraph's runs, each with whether it is bold; text boxes stay outside."""
    for node in parent:
        if node.tag == W + "r":
            properties = node.find(W + "rPr")
            if not _is_on(properties, "vanish"):
                yield "".join(_text(node)), _is_on(properties, "b")
        elif node.tag not in _SKIPPED and node.tag != W + "txbxContent":
            yield from _runs(node)


def _text(run: Iterable[Element]) -> Iterator[str]:
    for node in run:
        if node.tag == W + "t":
            yield node.text or ""
        elif node.tag in {W + "tab", W + "ptab"}:
            yield " "
        elif node.tag in {W + "br", W + "cr"}:
            yield _BREAK
        elif node.tag == W + "noBreakHyphen":
            yield "-"
        elif node.tag == W + "ruby":
            yield from (text for base in node.findall(W + "rubyBase") for text, _ in _runs(base))


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph, without the copies kept for older programs."""
    for box in paragraph.iter(W + "txbxContent"):
        if not any(up.tag == _MC + "Fallback" for up in box.iterancestors()):
            yield box
