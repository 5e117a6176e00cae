"""The summary of a loading, for people."""

from collections.abc import Iterable, Iterator

from api.loading import Loaded, LoadReport
from graph.writer import Difference


def report_lines(report: LoadReport) -> Iterator[str]:
    """What was loaded, document by document, then the sums."""
    for loaded in report.loaded:
        yield f"{loaded.title}  ({loaded.document}, from {loaded.source})"
        yield f"  {change(loaded.difference)}"
        yield f"  {contents([loaded])}"
    if len(report.loaded) != 1:
        yield f"Loaded {plural(len(report.loaded), 'document')}: {contents(report.loaded)}"
    names = sorted(set().union(*(loaded.unresolved for loaded in report.loaded)))
    if names:
        yield f"Unresolved names, to be reviewed: {'、'.join(names)}"


def contents(documents: Iterable[Loaded]) -> str:
    """Counts over documents; an agency or a name in several of them counts once."""
    loaded = list(documents)
    agencies: frozenset[str] = frozenset().union(*(d.agencies for d in loaded))
    collectives: frozenset[str] = frozenset().union(*(d.collectives for d in loaded))
    unresolved: frozenset[str] = frozenset().union(*(d.unresolved for d in loaded))
    return ", ".join(
        [
            plural(sum(d.domains for d in loaded), "domain"),
            plural(sum(d.tasks for d in loaded), "task"),
            plural(sum(d.goals for d in loaded), "goal"),
            f"{plural(len(agencies), 'agency')} and {plural(len(collectives), 'group')}",
            plural(len(unresolved), "unresolved name"),
            plural(sum(d.unread for d in loaded), "unread piece") + " of text",
        ]
    )


def plural(count: int, noun: str) -> str:
    """`1 task`, `2 tasks`, `2 agencies`."""
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith("y") else f"{count:,} {noun}s"
