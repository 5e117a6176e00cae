"""Which items are tasks, which are sections, which hold neither: decided by where the clauses stand.

A heading with tasks below is a section. Sub-items belong to their task, unless two or more of them
have clauses of their own; one clause after the last of several serves the item above them.
"""

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from enum import Enum

from graph.model import Unread
from ingest.clauses import read_clauses
from ingest.outline import Node
from ingest.outline.marks import DIVISIONS, MINOR, Style
from ingest.outline.words import deadline_pattern, frame_kind
from ingest.pipeline.cells import group_section, row_item
from ingest.pipeline.drafts import Draft, Item, Section
from ingest.pipeline.passing import released
from ingest.pipeline.stretches import cut_out, dues_in, lines_of
from ingest.pipeline.titles import is_set_off, node_title, title_of
from ingest.records import Clause, Reach, Span, Text

Key = tuple[Style, int] | None
Group = tuple[Span, tuple[Clause, ...]]


class What(Enum):
    """What an item turns out to be."""

    TASK = "task"
    SECTION = "section"
    FRAME = "frame"
    EMPTY = "empty"


def select(text: Text, root: Node) -> Draft:
    """The tasks and sections of an outline, in text order; the outline is taken apart on the way."""
    return _Selector(text, root).select()


def _key(node: Node) -> Key:
    return (node.mark.style, node.mark.depth) if node.mark else None


def _is_division(node: Node) -> bool:
    return node.mark is None or node.mark.style in DIVISIONS


class _Selector:
    def __init__(self, text: Text, root: Node) -> None:
        self.text, self.root = text, root
        self.clauses: dict[Node, tuple[Clause, ...]] = {}
        self.inside: set[Node] = set()
        self.draft = Draft()
        for node in root.walk():
            found = [clause for a, b in node.pieces for clause in read_clauses(text, a, b)]
            self.clauses[node] = tuple(found)
        self._drop_admonitions(root)
        self._split_paragraphs(list(root.walk()))
        self._count(root)
        self.itemised = set(self._itemised())
        self.leaves = {_key(n) for n in root.walk() if not n.children and not n.tables and self._own(n)}
        self.any = root in self.inside
        self.tasks: set[Key] = set()
        self._learn(root)

    # ---- evidence

    def _drop_admonitions(self, root: Node) -> None:
        """In a section of rules (保障措施), a running sentence without 牵头 or 由 gives nobody a task."""
        for frame in root.walk():
            if frame_kind(title_of(self.text, node_title(self.text, frame, ()))) == "rules":
                for node in frame.walk():
                    self.clauses[node] = tuple(c for c in self._own(node) if self._assigns(c))

    def _assigns(self, clause: Clause) -> bool:
        words = self.text.folded[clause.start : clause.end]
        return is_set_off(self.text.folded, clause) or "牵头" in words or "由" in words

    def _own(self, node: Node) -> tuple[Clause, ...]:
        return self.clauses[node]

    def _count(self, root: Node) -> None:
        """Note for every item whether a clause or a table of tasks stands in it or below."""
        for node in reversed(list(root.walk())):
            if self._own(node) or node.tables or self._bearing(node):
                self.inside.add(node)

    def _bearing(self, node: Node) -> list[Node]:
        return [child for child in node.children if child in self.inside]

    def _itemised(self) -> Iterator[Key]:
        """Numberings of which two items side by side have clauses: these are tasks."""
        for node in self.root.walk():
            bearing = Counter(_key(child) for child in self._bearing(node))
            yield from (key for key, count in bearing.items() if count > 1)

    def _learn(self, root: Node) -> None:
        waiting = [*root.children]
        while waiting:
            node = waiting.pop()
            what = self._judge(node)
            if what is What.TASK:
                self.tasks.add(_key(node))
            elif what is What.SECTION:
                waiting.extend(node.children)

    def _is_heading(self, node: Node) -> bool:
        """Whether nothing but the title and clauses stands in the item itself."""
        if len(node.pieces) > 1 or node.heading is None:
            return False
        rest = self.text.folded[node_title(self.text, node, self._own(node))[1] : node.end]
        for clause in self._own(node):
            rest = rest.replace(self.text.folded[clause.start : clause.end], "")
        return re.search(r"\w", rest) is None

    # ---- judging

    def _judge(self, node: Node) -> What:
        if node.tables or node.annex:
            return What.SECTION
        if node not in self.inside:
            return self._judge_bare(node)
        if not node.children:
            return What.TASK
        return self._judge_parent(node)

    def _judge_parent(self, node: Node) -> What:
        """An item with sub-items and clauses."""
        bearing = self._bearing(node)
        if not bearing:
            serves = any(note.reach is Reach.SECTION for c in self._own(node) for note in c.notes)
            known = any(_key(child) in self.itemised for child in node.children)
            return What.SECTION if serves or (known and self._is_heading(node)) else What.TASK
        if self._has_minor(node) and (_key(node) in self.leaves or not self._may_hold(node)):
            return What.TASK
        return What.TASK if self._is_shared(node, bearing) else What.SECTION

    def _has_minor(self, node: Node) -> bool:
        return all(child.mark is not None and child.mark.style in MINOR for child in node.children)

    def _may_hold(self, node: Node) -> bool:
        """Whether an item may hold bullets and bracketed numbers as tasks: divisions and bare headings."""
        return _is_division(node) or self._is_heading(node)

    def _is_shared(self, node: Node, bearing: list[Node]) -> bool:
        """Whether the only clause stands after the last of several sub-items and so serves them all."""
        last = node.children[-1]
        if self._own(node) or len(node.children) < 2 or len(bearing) > 1 or bearing[0] is not last:
            return False
        if _key(last) in self.itemised or self._bearing(last) or last.tables:
            return False
        return not _is_division(node) or self._has_minor(node) or self._is_apart(last)

    def _is_apart(self, node: Node) -> bool:
        """Whether the item's clause stands on a line of its own, below the item."""
        start = self._own(node)[0].start
        line = self.text.folded.rfind("\n", node.start, start)
        return line >= 0 and not re.search(r"\w", self.text.folded[line:start])

    def _judge_bare(self, node: Node) -> What:
        """An item without any clause, its own or below."""
        name = title_of(self.text, node_title(self.text, node, ()))
        if frame_kind(name):
            return What.FRAME
        if _key(node) in self.tasks:
            return What.TASK
        if any(_key(child) in self.tasks for child in node.children):
            return What.SECTION
        if node.children:
            return What.SECTION if self._is_heading(node) or self.any else What.TASK
        return What.EMPTY if self.any else What.TASK

    # ---- paragraphs without numbers

    def _split_paragraphs(self, nodes: list[Node]) -> None:
        """Paragraphs with clauses of their own are tasks, where most bare headings hold several."""
        found: dict[Key, list[tuple[Node, list[Group]]]] = {}
        for node in nodes:
            if self._own(node) and self._may_be_split(node):
                found.setdefault(_key(node), []).append((node, self._paragraphs(node)))
        for alike in found.values():
            several = sum(sum(bool(clauses) for _, clauses in groups) > 1 for _, groups in alike)
            if 2 * several >= len(alike):
                for node, groups in alike:
                    self._split(node, groups)

    def _may_be_split(self, node: Node) -> bool:
        division = _is_division(node) or node.annex
        bare = node.heading is None or self._is_bare_line(node)
        return division and bare and not node.children and not node.tables

    def _split(self, node: Node, groups: list[Group]) -> None:
        heading = [node.heading] if node.heading else []
        node.pieces = heading + [span for span, clauses in groups if not clauses]
        first = groups[0][0][0]
        self.clauses[node] = tuple(c for c in self._own(node) if c.start < first)
        for spans, clauses in groups:
            if clauses:
                end = self.text.folded.find("\n", spans[0], spans[1])
                child = Node(None, (spans[0], end if end >= 0 else spans[1]), [spans])
                node.children.append(child)
                self.clauses[child] = clauses

    def _is_bare_line(self, node: Node) -> bool:
        start, end = node.heading or (0, 0)
        _, stop = node_title(self.text, node, self._own(node))
        return not re.search(r"\w", self.text.folded[stop:end]) and start < end

    def _paragraphs(self, node: Node) -> list[Group]:
        """Paragraphs with the clauses in them; a clause on lines of its own belongs to the one above."""
        first = node.heading[1] if node.heading else 0
        groups: list[Group] = []
        waiting = deque(clause for clause in self._own(node) if clause.start >= first)
        closed = 0
        for a, b in lines_of(self.text, node.pieces, first):
            inside = []
            while waiting and waiting[0].start < b:
                inside.append(waiting.popleft())
            alone = bool(inside) and not re.search(r"\w", self.text.folded[a : inside[0].start])
            due = deadline_pattern().match(self.text.folded, a)
            if groups and (alone or due or a < closed):
                groups[-1] = ((groups[-1][0][0], b), (*groups[-1][1], *inside))
            else:
                groups.append(((a, b), tuple(inside)))
            closed = max([closed, *(clause.end for clause in inside), *([due.end()] if due else [])])
        return groups

    # ---- building

    def select(self) -> Draft:
        self._loosen(self.root)
        self.draft.aims = [*self.root.pieces]
        self._add_tables(self.root, None)
        self._add_all(self.root.children, None)
        return self.draft

    def _add_all(self, nodes: list[Node], section: Section | None) -> None:
        """Each item in turn; it and its clauses are let go of, as a long plan's are too much to keep."""
        for node in released(nodes):
            self._add(node, section)
            for inner in node.walk():
                self.inside.discard(inner)
                self.clauses.pop(inner, None)

    def _add(self, node: Node, section: Section | None) -> None:
        what = self._judge(node)
        if what is What.TASK:
            self.draft.items.append(self._item(node, section))
        elif what is What.SECTION:
            self._add_section(node, section)
        else:
            self._pass_over(node, what)

    def _add_section(self, node: Node, parent: Section | None) -> None:
        span = node_title(self.text, node, self._own(node))
        mark = node.mark
        inner = Section(mark.label if mark else None, title_of(self.text, span), parent, self._own(node))
        if not inner.name and not inner.number:
            inner = parent or inner
        self.draft.aims.extend(self._without(node.pieces, self._own(node)))
        self._add_tables(node, inner)
        self._add_all(node.children, inner)

    def _add_tables(self, node: Node, section: Section | None) -> None:
        groups: dict[Span, Section] = {}
        for table in node.tables:
            for row in table.rows:
                within = section
                if row.category is not None:
                    if row.category not in groups:
                        groups[row.category] = group_section(self.text, row.category, section)
                    within = groups[row.category]
                self.draft.items.append(row_item(self.text, row, within))
            self._report(table.unread, "a table row without a task")
        self._report(node.orphans, "a table without a column for the responsible bodies")
        for a, b in node.notes:
            self.draft.loose.extend(read_clauses(self.text, a, b))

    def _pass_over(self, node: Node, what: What) -> None:
        """A section without tasks: its aims may be the document's; an unknown one is reported."""
        name = title_of(self.text, node_title(self.text, node, ()))
        for inner in node.walk():
            self._loosen(inner)
            if what is What.EMPTY or frame_kind(name) == "aims":
                self.draft.aims.extend(inner.pieces)
        if what is What.EMPTY:
            self._report(
                [(node.start, max(node.end, node.start))], "a numbered item that is neither task nor section"
            )

    def _loosen(self, node: Node) -> None:
        """Clauses where no task is."""
        for clause in self._own(node):
            self.draft.loose.append(clause)
            if clause.assignments and not clause.notes:
                self._report([(clause.start, clause.end)], "a responsibility clause outside any task")

    def _report(self, spans: Sequence[Span], reason: str) -> None:
        for a, b in spans:
            self.draft.unread.append(Unread(a, b, self.text.content[a:b], reason))

    # ---- one task

    def _item(self, node: Node, section: Section | None) -> Item:
        nodes = list(node.walk())
        clauses = tuple(clause for inner in nodes for clause in self._own(inner))
        span = node_title(self.text, node, self._own(node))
        title = title_of(self.text, span) or title_of(self.text, node.heading or span)
        pieces = sorted(piece for inner in nodes for piece in inner.pieces)
        dues = [due for piece in pieces for due in dues_in(self.text, piece)]
        spans = [(c.start, c.end) for c in clauses] + dues
        end = max(inner.end for inner in nodes)
        mark = node.mark
        return Item(
            mark.label if mark else None,
            mark.value if mark else None,
            title,
            section,
            node.start,
            end,
            tuple(cut_out(pieces, spans)),
            clauses,
            dues[0] if dues else None,
        )

    def _without(self, pieces: list[Span], clauses: tuple[Clause, ...]) -> Iterator[Span]:
        return cut_out(pieces, [(c.start, c.end) for c in clauses])
