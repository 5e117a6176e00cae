"""Ids: readable, stable across runs, made from what a thing is."""

import hashlib
from collections.abc import Sequence

from ingest.outline import Front
from ingest.pipeline.drafts import Item, Section

_NOWHERE = "unknown"


def document_id(front: Front) -> str:
    """`<code>-<year>-<8 hex>`: the hex from issuer and title, so that a corrected edition keeps its id."""
    place = front.jurisdiction.code if front.jurisdiction else _NOWHERE
    digest = hashlib.sha256(f"{front.issuer or ''}{front.title}".encode()).hexdigest()[:8]
    return f"{place}-{front.year or 'undated'}-{digest}"


def task_suffixes(items: Sequence[Item], sections: Sequence[Section]) -> list[str]:
    """What follows the document's id in each task's, unique within the document.

    The number itself where numbers run through; else `<section>.<number>`, both counted; the
    task's ordinal where it has no number.
    """
    values = [item.value for item in items]
    through = None not in values and len(set(values)) == len(values)
    ordinals = {id(section): at for at, section in enumerate(sections, 1)}
    taken: dict[str, int] = {}
    found = []
    for at, item in enumerate(items, 1):
        section = ordinals.get(id(item.section))
        name = str(at if item.value is None else item.value)
        if not through and section is not None and item.value is not None:
            name = f"{section}.{item.value}"
        found.append(_free(name, taken))
    return found


def _free(name: str, taken: dict[str, int]) -> str:
    """The name the first time, then with a count behind it: 7, 7-2, 7-3."""
    free = name
    while free in taken:
        taken[name] += 1
        free = f"{name}-{taken[name]}"
    taken[free] = 1
    return free
