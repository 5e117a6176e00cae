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
    taken: set[str] = set()
    found = []
    for at, item in enumerate(items, 1):
        section = ordinals.get(id(item.section))
        name = str(at if item.value is None else item.value)
        if not through and section is not None and item.value is not None:
            name = f"{section}.{item.value}"
        found.append(_free(name, taken))
        taken.add(found[-1])
    return found


def _free(name: str, taken: set[str]) -> str:
    """The name, or the name with the first letter run that isn't taken (7, 7b, 7c)."""
    if name not in taken:
        return name
    count = 2
    while f"{name}-{count}" in taken:
        count += 1
    return f"{name}-{count}"
