"""Where something is written, as an office cites it: 《某省要点》第九、十项."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a task is written: its document's title, its number as printed, if it has one, its own title."""

    document: str
    number: str | None
    title: str


def cite(source: Source) -> str:
    """《某省要点》第九项; a task without a number by its title."""
    return cite_all([source])


def cite_all(sources: Iterable[Source]) -> str:
    """Several sources, those of one document together, each once."""
    documents: dict[str, list[Source]] = {}
    for source in dict.fromkeys(sources):
        documents.setdefault(source.document, []).append(source)
    return "；".join(f"《{title}》{_items(own)}" for title, own in documents.items())


def _items(sources: list[Source]) -> str:
    numbers = "、".join(source.number for source in sources if source.number)
    numbered = f"第{numbers}项" if numbers else ""
    return numbered + "".join(f"“{source.title}”" for source in sources if not source.number)
