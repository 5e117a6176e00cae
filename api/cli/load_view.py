"""The summary of a loading, for people."""

from collections.abc import Iterable, Iterator
from itertools import islice

from api.loading import Loaded, LoadReport
from graph.difference import Change, Difference, Outcome

_KINDS = ("domains", "tasks", "goals", "responsibilities", "agencies")
_SHOWN = 30


def report_lines(report: LoadReport) -> Iterator[str]:
    """What was loaded, document by document, then the sums."""
    for loaded in report.loaded:
        yield f"{loaded.title}  ({loaded.source})"
        yield from (f"  {line}" for line in difference_lines(loaded.difference))
        yield f"  {contents([loaded])}"
        yield from (f"  Warning: {warning}" for warning in loaded.warnings)
    if not report.loaded:
        yield "Nothing was loaded."
    if len(report.loaded) > 1:
        documents = {loaded.document for loaded in report.loaded}
        yield f"{plural(len(documents), 'document')}: {contents(report.loaded)}"
    names = sorted(set().union(*(loaded.unresolved for loaded in report.loaded)))
    if names:
        yield f"Unresolved names, for review: {'、'.join(names)}"


def difference_lines(difference: Difference) -> Iterator[str]:
    """What became of a document; for a corrected edition, what came (+), went (-) and changed (~)."""
    if difference.outcome is Outcome.NEW:
        yield "new"
    elif difference.outcome is Outcome.UNCHANGED:
        yield "unchanged: the store held just this"
    else:
        lines = [line for kind in _KINDS for line in _change_lines(kind, getattr(difference, kind))]
        yield f"replaces the edition before{':' if lines else '; what was read is the same'}"
        yield from lines


def _change_lines(kind: str, change: Change) -> Iterator[str]:
    marked = (("+", change.added), ("-", change.removed), ("~", change.changed))
    lines = [f"  {mark} {kind}: {name}" for mark, names in marked for name in names]
    yield from islice(lines, _SHOWN)
    if len(lines) > _SHOWN:
        yield f"  … and {len(lines) - _SHOWN} more {kind}"


def contents(documents: Iterable[Loaded]) -> str:
    """Counts over documents; an agency or a name in several of them counts once, so does an edition."""
    loaded = list({one.document: one for one in documents}.values())
    agencies: frozenset[str] = frozenset().union(*(d.agencies for d in loaded))
    collectives: frozenset[str] = frozenset().union(*(d.collectives for d in loaded))
    unresolved: frozenset[str] = frozenset().union(*(d.unresolved for d in loaded))
    return ", ".join(
        [
            plural(sum(d.domains for d in loaded), "domain"),
            plural(sum(d.tasks for d in loaded), "task"),
            plural(sum(d.goals for d in loaded), "goal"),
            f"{plural(len(agencies), 'agency')} and {plural(len(collectives), 'group')} of agencies",
            plural(len(unresolved), "unresolved name"),
            plural(sum(d.unread for d in loaded), "unread piece") + " of text",
        ]
    )


def plural(count: int, noun: str) -> str:
    """`1 task`, `2 tasks`, `2 agencies`."""
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith("y") else f"{count:,} {noun}s"
