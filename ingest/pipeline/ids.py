"""Ids: readable, stable across runs, made from what a thing is."""

import hashlib
from array import array
from collections import Counter
from collections.abc import Sequence

from ingest.outline import Front
from ingest.pipeline.drafts import Item, Section

_NOWHERE = "unknown"


def document_id(front: Front) -> str:
    """`<code>-<year>-<8 hex>`: the hex from issuer and title, so that a corrected edition keeps its id."""
    place = front.jurisdiction.code if front.jurisdiction else _NOWHERE
    digest = hashlib.sha256(f"{front.issuer or ''}{front.title}".encode()).hexdigest()[:8]
    return f"{place}-{front.year or 'undated'}-{digest}"


class TaskIds:
    """The ids of a document's tasks: the document's, and behind it what is unique within it.

    The number itself where numbers run through; else `<section>.<number>`, both counted; the
    task's ordinal where it has no number.
    """

    def __init__(self, document: str, items: Sequence[Item], sections: Sequence[Section]) -> None:
        values = {item.value for item in items}
        self._document = document
        self._through = None not in values and len(values) == len(items)
        self._ordinals = {id(section): at for at, section in enumerate(sections, 1)}
        taken = Counter[str]()
        self._counts = array("I")
        for at, item in enumerate(items, 1):
            name = self._name(item, at)
            taken[name] += 1
            self._counts.append(taken[name])

    def of(self, item: Item, ordinal: int) -> str:
        """A task's id, by its place in the document, from 1: 7 the first time, then 7-2, 7-3."""
        name, count = self._name(item, ordinal), self._counts[ordinal - 1]
        return f"{self._document}.{name}" if count == 1 else f"{self._document}.{name}-{count}"

    def _name(self, item: Item, ordinal: int) -> str:
        section = self._ordinals.get(id(item.section))
        name = str(ordinal if item.value is None else item.value)
        if not self._through and section is not None and item.value is not None:
            return f"{section}.{item.value}"
        return name
