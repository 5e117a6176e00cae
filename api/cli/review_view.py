"""Names under review, for people."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from api.cli.load_view import plural
from api.cli.tables import screen, table
from api.review import Applied, Shown, Waiting
from api.review.model import ROLES, Sentence
from ingest.agencies.judgements import Judgement


def show_waiting(names: Sequence[Waiting]) -> None:
    """The list of names that wait, as a table."""
    console = screen()
    if names:
        heads = ("name", "place", "tasks", "first in", "item", "judged")
        console.print(table(heads, (_cells(one) for one in names)))
    console.print(Text(f"{plural(len(names), 'name')} for review"))


def _cells(waiting: Waiting) -> tuple[str, ...]:
    row, first = waiting.row, waiting.row["first"]
    item = " ".join(part for part in (first["item"], first["title"]) if part) or ROLES[first["role"]]
    place = row["jurisdiction"]["name"] if row["jurisdiction"] else ""
    said = f"{waiting.judgement.verdict} ({waiting.judgement.who})" if waiting.judgement else ""
    return row["name"], place, str(row["tasks"]), first["document"]["title"], item, said


def shown_lines(shown: Shown) -> Iterator[str]:
    """A name: where it leads, what was judged, who it may be, and the sentences it stands in."""
    yield f"{shown.name}  ({shown.place.name if shown.place else 'place unknown'})"
    for link in shown.links:
        target = f"{link.name} ({link.agency_id}, {link.method or 'issuer'})" if link.resolved else "nobody"
        yield f"  leads to {target}, {link.times}×"
    for judgement in shown.judgements:
        yield f"  judged   {_judged(judgement)}"
    yield f"  rules    {shown.reason}"
    yield "Candidates" if shown.candidates else "No candidates"
    for candidate in shown.candidates:
        yield f"  {candidate.score:.2f}  {candidate.name} ({candidate.agency_id}): {candidate.reason}"
    yield f"Where it stands ({shown.times})"
    for sentence in shown.sentences:
        yield f"  {_source(sentence)}"
        yield f"    {sentence.text}"
    if shown.times > len(shown.sentences):
        yield f"  … and {shown.times - len(shown.sentences)} more"


def _judged(judgement: Judgement) -> str:
    about = f" {judgement.agency_id}" if judgement.agency_id else ""
    why = f": {judgement.why}" if judgement.why else ""
    return f"{judgement.verdict}{about}, {judgement.who}, {judgement.when:%Y-%m-%d %H:%M} UTC{why}"


def _source(sentence: Sentence) -> str:
    parts = (sentence.document_title, sentence.item, sentence.title, sentence.role)
    return "  ".join(part for part in parts if part)


def applied_lines(applied: Applied) -> Iterator[str]:
    """What became of a verdict."""
    name = applied.judgement.mention
    where = applied.place.name if applied.place else "plans whose place is unknown"
    agency = applied.now.agency
    means = f"means {agency.name} ({agency.id}, {applied.now.method})" if agency else "is unresolved"
    yield f"{name} in {where} {means}: {applied.now.reason}."
    moved = applied.moved
    parts = f"{plural(moved.responsibilities, 'responsibility')} in {plural(moved.documents, 'document')}"
    yield f"Linked anew: {parts}. Kept: {_judged(applied.judgement)}"
