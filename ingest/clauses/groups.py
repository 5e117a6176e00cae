"""Names waiting for the role words that close their group."""

from graph.model import Role
from ingest.clauses.pieces import Body, Name
from ingest.clauses.roles import Chain


class Groups:
    """Gives each name its role as verbs, labels and strong separators come.

    Args:
        body: What is being read; told how many verbs there were and whether a list is open.
        role: The role that names have until a label says another (a table column's).
    """

    def __init__(self, body: Body, role: Role | None) -> None:
        self.run = 0
        """Counts the runs of names parted by 、 only; these share endings."""
        self.second = False
        """Whether the names that come stand behind 会同."""
        self._body = body
        self._label = role
        self._label_words = ""
        self._waiting: list[Name] = []
        self._before_comma = 0
        self._counts: list[int] = []

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def add(self, name: Name) -> None:
        """A name that waits for its role."""
        self._waiting.append(name)

    def begin_run(self) -> None:
        """A separator stronger than 、 stands here."""
        self.run += 1
        self._before_comma = len(self._waiting)

    def set_label(self, role: Role | None, words: str) -> None:
        """Names from here on have the label's role, or none (None)."""
        self._label, self._label_words = role, words

    def list_ends(self, count: int | None) -> None:
        """等 leaves the list open; 等3家单位 does so only if fewer names stand there."""
        if count is None:
            self._body.open = True
        else:
            self._counts.append(count)

    def flush(self) -> None:
        """Ends the group: names that no verb claimed have the label's role, or are responsible."""
        self._assign(self._waiting, None)
        self._start_over()

    def close(self, chain: Chain) -> None:
        """A verb takes all names back to the verb before; under a label only those since the last comma."""
        self._body.verbs += 1
        if self._label is not None:
            self._assign(self._waiting[: self._before_comma], None)
            self._assign(self._waiting[self._before_comma :], chain)
        else:
            self._assign(self._waiting, chain)
        self._start_over()
        self.run += 1

    def _start_over(self) -> None:
        self._waiting = []
        self._before_comma = 0
        self.second = False

    def _assign(self, group: list[Name], chain: Chain | None) -> None:
        role = chain.role if chain else self._label or Role.RESPONSIBLE
        words = chain.words if chain else self._label_words
        together = any(name.second for name in group)
        for name in group:
            if name.fixed:
                continue
            name.role, name.wording, name.fixed = role, words, True
            if together and role is not Role.GUIDE:
                name.role = Role.SUPPORT if name.second else Role.LEAD
        for count in self._counts:
            self._body.open |= len(group) < count
        self._counts = []
