"""HTML pages as government sites publish them: the document's text without the page around it."""

import re
from collections.abc import Iterator
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.errors import UnreadableFile
from ingest.readers import lines as forms
from ingest.readers.pageparts import drop_surroundings, length, page_words, text_parts
from ingest.readers.pagetables import is_layout, metadata, table_lines
from ingest.readers.pagetitles import titles_of, with_title
from ingest.readers.paragraphs import is_head
from ingest.seeds import any_of

_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
        ),
        *("fieldset", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p", "pre"),
        *("section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ucapcontent", "ul"),
    )
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SPACE = re.compile(r"white-space\s*:\s*([a-z-]+)", re.IGNORECASE)
_KEPT_LINES = frozenset({"pre", "pre-wrap", "pre-line", "break-spaces"})
_LONGEST_FURNITURE = 120
_LINKS = 0.6
_MOST_NAMED = 10


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile("|".join(page_words()["furniture"]))


@cache
def _counter() -> re.Pattern[str]:
    return re.compile(page_words()["counter"])


@cache
def _file_name() -> re.Pattern[str]:
    return re.compile(rf"[^。；]{{1,100}}\.{any_of(page_words()['files'])}", re.IGNORECASE)


@cache
def _file_address() -> re.Pattern[str]:
    return re.compile(rf"\.{any_of(page_words()['files'])}(?:[?#]|$)", re.IGNORECASE)


@cache
def _files_label() -> re.Pattern[str]:
    return re.compile(page_words()["files_label"])


def content(page: str) -> forms.Draft:
    """The lines of the document that a page shows.

    Args:
        page: The page, decoded.

    Returns:
        The lines, and warnings of prose elsewhere on the page and of attached files.

    Raises:
        UnreadableFile: The page shows no text: it is filled in by a script.
    """
    tree = LexborHTMLParser(page)
    titles = titles_of(tree)
    drop_surroundings(tree)
    parts, warnings = text_parts(tree)
    walk = _Walk()
    for part in parts:
        walk.lines(part)
    lines = list(_document(walk))
    if not lines:
        raise UnreadableFile(
            "The page shows no text of its own.",
            advice="Open it in a browser and save it complete, or as PDF.",
        )
    return forms.Draft("\n".join(with_title(titles, parts[0], lines)), (*warnings, *_unread_files(walk)))


def _document(walk: "_Walk") -> Iterator[str]:
    """The lines found, without those that belong to the page and the names of attached files."""
    for at, line in enumerate(walk.found):
        if at in walk.files or (at + 1 in walk.files and _files_label().fullmatch(line.strip())):
            continue
        line = line if "\t" in line else _counter().sub("", line)
        if line.strip() and not _is_furniture(line):
            yield line


def _unread_files(walk: "_Walk") -> Iterator[str]:
    names = [walk.found[at].strip() for at in sorted(walk.files)]
    if names:
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        yield f"Files that the page attaches were not read: {'; '.join(names[:_MOST_NAMED])}{more}."


def _is_furniture(line: str) -> bool:
    return len(line) <= _LONGEST_FURNITURE and "\t" not in line and bool(_furniture().fullmatch(line.strip()))


class _Walk:
    """Collects lines; `files` are those of them that only name an attached file.

    `runs` is the paragraph being built, `linked` how much of it links files, `kept` whether line ends
    and white space count as written.
    """

    def __init__(self) -> None:
        self.found: list[str] = []
        self.files: set[int] = set()
        self.runs: list[tuple[str, bool]] = []
        self.linked = 0
        self.kept = False

    def lines(self, node: LexborNode) -> list[str]:
        """The lines below `node`, in order, behind those of the nodes before it."""
        self._inside(node, bold=False)
        self._flush()
        return self.found

    def _inside(self, node: LexborNode, bold: bool) -> None:
        before, self.kept = self.kept, _keeps_lines(node, self.kept)
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                self._text(child.text_content or "", bold)
            else:
                self._element(child, bold)
        if node.tag in _BLOCKS:
            self._flush()
        self.kept = before

    def _text(self, text: str, bold: bool) -> None:
        first, *others = text.split("\n") if self.kept else (text,)
        self.runs.append((first, bold))
        for line in others:
            self._flush()
            self.runs.append((line, bold))

    def _element(self, node: LexborNode, bold: bool) -> None:
        if node.tag == "br":
            self._flush()
        elif node.tag == "table" and not is_layout(node):
            self._flush()
            self.found += table_lines(node, lambda cell: _Walk().lines(cell))
        elif node.tag == "tr" and (labelled := metadata(node)):
            self._flush()
            self.found += labelled
        elif node.tag in _BLOCKS:
            self._flush()
            if node.tag == "li" and (label := _label(node)):
                self.runs.append((label, False))
            self._inside(node, bold)
        else:
            if node.tag == "a" and _file_address().search(node.attributes.get("href") or ""):
                self.linked += length(node)
            self._inside(node, bold or _is_bold(node))

    def _flush(self) -> None:
        line = forms.paragraph(self.runs)
        line = line.rstrip() if self.kept else forms.flow(line).strip()
        linked, self.runs, self.linked = self.linked, [], 0
        if not line.strip():
            return
        if linked > _LINKS * len(line) or _file_name().fullmatch(line.strip()):
            self.files.add(len(self.found))
        self.found.append(line)


def _keeps_lines(node: LexborNode, before: bool) -> bool:
    """Whether line ends in an element's text count: by its style, or else as around it."""
    style = _SPACE.search(node.attributes.get("style") or "")
    if style and style[1].lower() != "inherit":
        return style[1].lower() in _KEPT_LINES
    return before or node.tag == "pre"


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
