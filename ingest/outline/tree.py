"""The tree of a plan's items: sections, items, sub-items, annexes, with the tables that stand in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.clauses.roles import label_at
from ingest.outline.lines import Kind, Line
from ingest.outline.marks import Mark, Style
from ingest.outline.tables import Header, Table, is_second_row, read_header, read_table
from ingest.records import Span, Text

_ANNEX_LEVEL = -1
_LONGEST_GROUP = 40


@dataclass(slots=True, eq=False)
class Node:
    """An item with its own text (`pieces`, without what stands in its children) and its children.

    `heading`: span of its first line, number excluded. The root has no heading: its pieces are the
    preamble. `notes`: notes under its tables. `annex`: an attachment.
    """

    mark: Mark | None = None
    heading: Span | None = None
    pieces: list[Span] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    tables: tuple[Table, ...] = ()
    notes: tuple[Span, ...] = ()
    orphans: tuple[Span, ...] = ()
    annex: bool = False

    @property
    def start(self) -> int:
        """Where the item begins, its number included."""
        return self.mark.start if self.mark else self.pieces[0][0] if self.pieces else 0

    @property
    def end(self) -> int:
        """Where the item's own text ends."""
        ends = [span[1] for span in (*self.pieces[-1:], *([self.heading] if self.heading else []))]
        return max([*ends, self.mark.end if self.mark else 0])

    def walk(self) -> Iterator["Node"]:
        """This item and all below it, in text order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


_SKIPPED = frozenset({Kind.SIGNATURE, Kind.DATE, Kind.NUMBER, Kind.META, Kind.COPY})


def build_tree(text: Text, lines: Sequence[Line]) -> Node:
    """The items of a plan's body.

    Args:
        text: The document.
        lines: The lines of the body, without the covering notice.
    """
    return _Builder(text, lines).build()


class _Builder:
    def __init__(self, text: Text, lines: Sequence[Line]) -> None:
        self.text, self.lines = text, lines
        self.root = Node()
        self.path: list[Node] = [self.root]
        self.header: Header | None = None
        self.broken = True

    def build(self) -> Node:
        at = 0
        while at < len(self.lines):
            at = self._take(at)
        return self.root

    def _take(self, at: int) -> int:
        line = self.lines[at]
        if line.kind is Kind.ROW:
            return self._take_rows(at)
        if line.kind is Kind.ANNEX:
            return self._take_annex(at)
        if line.kind is Kind.MARKED:
            self._take_item(line)
        elif line.kind is Kind.NOTE:
            self.path[-1].notes += ((line.start, line.end),)
            self.broken = True
        elif line.kind is Kind.TEXT:
            self._extend(line)
        elif line.kind in _SKIPPED:
            self.broken = True
        return at + 1

    def _take_item(self, line: Line) -> None:
        """A numbered label (2.牵头单位：某局) says something of the item above and is none itself."""
        assert line.mark is not None  # noqa: S101 (a marked line has its mark)
        label = label_at(self.text.folded, line.mark.end)
        colon = label is not None and self.text.folded[label.end - 1] == "："
        self._close_to(line.mark)
        if label is None or not colon or label.aside == "content" or len(self.path) == 1:
            self._open(line)
        else:
            self.path[-1].pieces.append((line.mark.end, line.end))
            self.broken = False

    def _open(self, line: Line) -> None:
        assert line.mark is not None  # noqa: S101 (a marked line has its mark)
        span = line.mark.end, line.end
        node = Node(line.mark, span, [span])
        self.path[-1].children.append(node)
        self.path.append(node)
        self.broken = False

    def _close_to(self, mark: Mark) -> None:
        """Leave the items that the new one doesn't stand in: to its own style, or above the outer ones."""
        for depth, node in enumerate(self.path):
            if node.mark and _key(node.mark) == _key(mark):
                del self.path[depth:]
                return
        while self.path[-1].mark and _is_inner(self.path[-1].mark, mark):
            self.path.pop()

    def _extend(self, line: Line) -> None:
        node = self.path[-1]
        if self.broken or not node.pieces:
            node.pieces.append((line.start, line.end))
        else:
            node.pieces[-1] = (node.pieces[-1][0], line.end)
        self.broken = False

    def _take_rows(self, at: int) -> int:
        """The rows from here on, table by table; short lines among them group the rows below."""
        end = at + 1
        while self._goes_on(end):
            end += 1
        rows = [(line.start, line.end) for line in self.lines[at:end] if line.kind is not Kind.NOISE]
        self._add_tables(rows)
        self.broken = True
        return end

    def _goes_on(self, at: int) -> bool:
        if at >= len(self.lines) or self.lines[at].kind is Kind.ROW:
            return at < len(self.lines)
        line = self.lines[at]
        following = self.lines[at + 1].kind if at + 1 < len(self.lines) else Kind.TEXT
        group = line.kind is Kind.TEXT and line.end - line.start <= _LONGEST_GROUP
        return (group or line.kind is Kind.NOISE) and following is Kind.ROW

    def _add_tables(self, rows: Sequence[Span]) -> None:
        """Cut rows at their headers; rows without any header are kept as orphans."""
        node, below, at = self.path[-1], list[Span](), 0
        while at < len(rows):
            header, height = self._header_at(rows, at)
            if header is None:
                below.append(rows[at])
            elif self.header is None or header.words != self.header.words:
                self._add_table(node, below)
                self.header, below = header, []
            at += height
        self._add_table(node, below)

    def _header_at(self, rows: Sequence[Span], at: int) -> tuple[Header | None, int]:
        """The header that begins at a row, and how many rows it takes (1 for a row that is none)."""
        header = read_header(self.text, rows[at])
        under = rows[at + 1] if at + 1 < len(rows) else None
        may_split = header is not None or self.header is None
        if under is not None and may_split and is_second_row(self.text, rows[at], under):
            return read_header(self.text, rows[at], under), 2
        return header, 1

    def _add_table(self, node: Node, rows: list[Span]) -> None:
        if rows and self.header is None:
            node.orphans += ((rows[0][0], rows[-1][1]),)
        elif rows and self.header is not None:
            node.tables += (read_table(self.text, self.header, rows),)

    def _take_annex(self, at: int) -> int:
        """An attachment begins a new numbering; its title stands behind the word or on the next line."""
        line = self.lines[at]
        self.header, self.broken = None, True
        self.path = [self.root]
        if self._lists_annexes(at):
            return self._skip_list(at)
        node = Node(Mark(Style.PART, None, None, line.start, line.end), annex=True)
        folded = self.text.folded
        colon = folded.find("：", line.start, line.end)
        label_end = colon if colon >= 0 else line.end
        label = folded[line.start : label_end].strip()
        node.mark = Mark(Style.PART, label, None, line.start, label_end, depth=_ANNEX_LEVEL)
        following = at + 1
        if 0 <= colon < line.end - 1:
            node.heading = (colon + 1, line.end)
        elif following < len(self.lines) and self.lines[following].kind is Kind.TEXT:
            node.heading = (self.lines[following].start, self.lines[following].end)
            following += 1
        self.root.children.append(node)
        self.path.append(node)
        return following

    def _lists_annexes(self, at: int) -> bool:
        """附件：1.… with more names below, or a name right above the signature, only mentions attachments."""
        line = self.lines[at]
        if "：" not in self.text.folded[line.start : line.end].rstrip("："):
            return False
        following = self.lines[at + 1].kind if at + 1 < len(self.lines) else Kind.SIGNATURE
        first = self.text.folded[line.start : line.end].partition("：")[2].strip()
        return first[:1].isdigit() or following in (*_SKIPPED, Kind.ANNEX, Kind.NOISE)

    def _skip_list(self, at: int) -> int:
        at += 1
        while at < len(self.lines) and self.lines[at].mark is not None:
            line = self.lines[at]
            mark = line.mark
            short = line.end - line.start <= _LONGEST_GROUP * 2
            if mark is None or mark.style is not Style.DIGIT or not short or "。" in self._words(line):
                break
            at += 1
        return at

    def _words(self, line: Line) -> str:
        return self.text.folded[line.start : line.end]


def _key(mark: Mark) -> tuple[Style, int]:
    return mark.style, mark.depth


def _is_inner(above: Mark, mark: Mark) -> bool:
    """Whether an item of this number can't hold the new one. Bold headings and words hold anything."""
    if above.depth == _ANNEX_LEVEL:
        return False
    if Style.BOLD in (above.style, mark.style) or Style.WORD in (above.style, mark.style):
        return False
    return _key(above) > _key(mark)
