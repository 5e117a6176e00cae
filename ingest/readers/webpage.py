"""HTML pages as government sites publish them: the document's text without the page around it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.errors import UnreadableFile
from ingest.readers import lines as forms
from ingest.readers.paragraphs import is_head
from ingest.seeds import seed_lists

_BLOCKS = frozenset(
    (
        *("address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre"),
        *("section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ucapcontent", "ul"),
    )
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.IGNORECASE
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SHORTEST_TEXT = 100
_SHARE = 0.8
_LONGEST_CELL = 3000
_LONGEST_FURNITURE = 120
_LINKS = 0.6


@cache
def _words() -> dict[str, Any]:
    return seed_lists("readers/pages.toml")


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(_words()["furniture"]))


def content(page: str) -> forms.Draft:
    """The lines of the document that a page shows.

    Args:
        page: The page, decoded.

    Raises:
        UnreadableFile: The page shows no text: it is filled in by a script.
    """
    tree = LexborHTMLParser(page)
    titles = list(_titles(tree))
    _drop(tree)
    found = _main(tree)
    lines = [line for line in _Walk().lines(found) if not _is_furniture(line)] if found else []
    if not lines:
        raise UnreadableFile(
            "The page shows no text of its own.",
            advice="Open it in a browser and save it complete, or as PDF.",
        )
    return forms.Draft("\n".join(_with_title(titles, lines)))


def _drop(tree: LexborHTMLParser) -> None:
    """Takes out scripts, what is hidden, and the parts around the text.

    An element that holds most of the page stays, whatever it is called: some sites wrap all in a form.
    """
    tree.strip_tags(_words()["silent"])
    for node in tree.css("[style], [hidden]"):
        if "hidden" in node.attributes or _HIDDEN.search(node.attributes.get("style") or ""):
            node.decompose()
    whole = _length(tree.body) if tree.body else 0
    for node in tree.css(", ".join(_words()["dropped"])):
        if node.parent is not None and _length(node) * 2 < whole:
            node.decompose()


def _titles(tree: LexborHTMLParser) -> Iterator[str]:
    for name in _words()["title_metas"]:
        for node in tree.css(f'meta[name="{name}"], meta[property="{name}"]'):
            yield (node.attributes.get("content") or "").strip()
    for selector in _words()["titles"]:
        for node in tree.css(selector):
            yield forms.flow(node.text()).strip()


def _with_title(titles: list[str], lines: list[str]) -> list[str]:
    """The page's title goes first where the text itself lacks it."""
    start = re.sub(r"\s", "", "".join(lines[:40]))
    title = next((title for title in titles if title), "")
    return lines if not title or re.sub(r"\s", "", title) in start else [title, *lines]


def _main(tree: LexborHTMLParser) -> LexborNode | None:
    """The element that holds the document: by its name, or else the densest."""
    body = tree.body
    if body is None:
        return None
    for selector in _words()["content"]:
        found = max(tree.css(selector), key=_length, default=None)
        if found is not None and _length(found) >= _SHORTEST_TEXT:
            return found
    return _densest(body)


def _densest(node: LexborNode) -> LexborNode:
    """Down to the element below which the text is spread over many."""
    for link in node.css("div, ul, td, section"):
        if link.parent is not None and _is_links(link):
            link.decompose()
    while True:
        child = max(node.iter(), key=_length, default=None)
        if child is None or child.tag == "p" or (child.tag == "table" and not _is_layout(child)):
            return node
        if _length(child) < _SHARE * _length(node):
            return node
        node = child


def _length(node: LexborNode) -> int:
    return len(re.sub(r"\s", "", node.text()))


def _is_links(node: LexborNode) -> bool:
    links = sum(_length(link) for link in node.css("a"))
    return links > 0 and links >= _LINKS * _length(node)


def _is_furniture(line: str) -> bool:
    return len(line) <= _LONGEST_FURNITURE and "\t" not in line and bool(_furniture().fullmatch(line.strip()))


def _is_layout(table: LexborNode) -> bool:
    """Whether a table only places things on the page: nested, or without two rows of two cells."""
    if len(table.css("table")) > 1:
        return True
    wide = 0
    for row in table.css("tr"):
        cells = [_length(cell) for cell in row.css("td, th")]
        if max(cells, default=0) > _LONGEST_CELL:
            return True
        wide += sum(length > 0 for length in cells) > 1
    return wide < 2


class _Walk:
    """Collects lines; `runs` is the paragraph being built."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.runs: list[tuple[str, bool]] = []

    def lines(self, node: LexborNode) -> list[str]:
        """The lines below `node`, in order."""
        self._children(node, bold=False)
        self._flush()
        return self.found

    def _children(self, node: LexborNode, bold: bool) -> None:
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                self.runs.append((child.text_content or "", bold))
            else:
                self._element(child, bold)

    def _element(self, node: LexborNode, bold: bool) -> None:
        if node.tag == "br":
            self._flush()
        elif node.tag == "table" and not _is_layout(node):
            self._flush()
            self.found += forms.rows(_grid(node))
        elif node.tag in _BLOCKS:
            self._flush()
            if node.tag == "li" and (label := _label(node)):
                self.runs.append((label, False))
            self._children(node, bold)
            self._flush()
        else:
            self._children(node, bold or _is_bold(node))

    def _flush(self) -> None:
        line = forms.flow(forms.paragraph(self.runs)).strip()
        self.runs = []
        if line:
            self.found.append(line)


def _is_bold(node: LexborNode) -> bool:
    return node.tag in {"b", "strong"} or bool(_BOLD.search(node.attributes.get("style") or ""))


def _label(item: LexborNode) -> str:
    """The number that a browser shows before an item of a numbered list; none if it is written out."""
    parent = item.parent
    if parent is None or parent.tag != "ol" or is_head(item.text().strip()):
        return ""
    before = 0
    previous = item.prev
    while previous is not None:
        before += previous.tag == "li"
        previous = previous.prev
    return f"{_start(parent) + before}."


def _start(node: LexborNode) -> int:
    start = node.attributes.get("start") or ""
    return int(start) if re.fullmatch(r"\d{1,4}", start) else 1


def _grid(table: LexborNode) -> list[list[str]]:
    """The table's cells, a merged cell repeated in every row it covers, empty in further columns."""
    grid: list[list[str]] = []
    covered: dict[int, tuple[int, str]] = {}
    for row in table.css("tr"):
        cells: list[str] = []
        for node in row.css("td, th"):
            _fill(cells, covered)
            text = forms.cell(_Walk().lines(node))
            wide, deep = _span(node, "colspan"), _span(node, "rowspan")
            for offset in range(wide):
                if deep > 1:
                    covered[len(cells)] = (deep - 1, text if offset == 0 else "")
                cells.append(text if offset == 0 else "")
        _fill(cells, covered)
        grid.append(cells)
    return grid


def _fill(cells: list[str], covered: dict[int, tuple[int, str]]) -> None:
    """Appends what cells of the rows above cover at this place."""
    while len(cells) in covered:
        left, text = covered.pop(len(cells))
        if left > 1:
            covered[len(cells)] = (left - 1, text)
        cells.append(text)


def _span(node: LexborNode, name: str) -> int:
    value = node.attributes.get(name) or ""
    return max(1, min(int(value), 200)) if re.fullmatch(r"\d{1,5}", value) else 1
