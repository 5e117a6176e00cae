"""A document, read whole: text → outline → tasks → agencies and goals → `Plan`."""

import hashlib
from collections.abc import Iterator
from pathlib import PurePath

from graph.model import Document, Goal, Plan, Responsibility, Task
from ingest.agencies.resolver import Resolver, load_resolver
from ingest.clauses import read_clauses, read_declarations
from ingest.errors import NotAPlan
from ingest.outline import Front, Outline, read_outline
from ingest.outline.words import title_pattern
from ingest.pipeline import assembling
from ingest.pipeline.bodies import Bodies
from ingest.pipeline.columns import Records
from ingest.pipeline.coverage import unread
from ingest.pipeline.drafts import Draft
from ingest.pipeline.duties import assign
from ingest.pipeline.ids import TaskIds, document_id
from ingest.pipeline.selecting import select
from ingest.readers import read
from ingest.records import Clause, Convention, Text


def read_plan(data: bytes, name: str, resolver: Resolver | None = None) -> Plan:
    """Read a plan from a file's bytes. Pure: no store, no network.

    Args:
        data: The file's bytes.
        name: The file's name; its ending helps to tell the format, and it is kept as the source.
        resolver: Who is known; by default the registry under `seeds/`.

    Raises:
        UnreadableFile: If there is no text to read.
        NotAPlan: If the text holds no task.
    """
    text, sha256 = read(data, name), hashlib.sha256(data).hexdigest()
    del data  # all that is needed of it is in the text
    return plan_of(text, name, sha256, resolver or load_resolver())


def plan_of(text: Text, source: str, sha256: str, resolver: Resolver) -> Plan:
    """Read a plan from its text.

    Args:
        text: The normalised text; kept with the document.
        source: Where the text came from.
        sha256: Of the bytes it came from.
        resolver: Who is known.

    Raises:
        NotAPlan: If the text holds no task.
    """
    front, draft, declared = _drafted(text, source)
    bodies = Bodies(resolver, front.jurisdiction, front.issued_on)
    document = _document(text, front, source, sha256, bodies)
    sections = assembling.sections_of(draft.items)
    domains = assembling.domains_of(document.id, sections)
    ids = TaskIds(document.id, draft.items, sections)
    left = unread(text, draft)
    goals = Records(Goal, assembling.document_goals(text, draft, document.id, front.year))
    tasks, edges = Records(Task), Records(Responsibility)
    for at, (item, assignments) in enumerate(assign(draft, declared), 1):
        task_id = ids.of(item, at)
        domain = domains[id(item.section)].id if item.section else None
        tasks.append(assembling.task_of(text, item, task_id, at, domain, front.year))
        goals.extend(assembling.task_goals(text, item, task_id, front.year))
        edges.extend(assembling.task_responsibilities(assignments, task_id, bodies))
    agencies = bodies.agencies()
    return Plan(
        document=document,
        jurisdictions=bodies.jurisdictions(agencies),
        agencies=agencies,
        domains=tuple(domains.values()),
        tasks=tasks,
        goals=goals,
        responsibilities=edges,
        unread=left,
    )


def _drafted(text: Text, source: str) -> tuple[Front, Draft, Convention | None]:
    """What stands around the plan, its items, and a convention declared for all of them."""
    outline = read_outline(text)
    declared = _declared(text, outline)
    draft = select(text, outline.root)
    draft.loose.extend(_noted(text, outline))
    _refuse_others(outline.front, draft, source)
    return outline.front, draft, declared


def _noted(text: Text, outline: Outline) -> Iterator[Clause]:
    """Clauses of a covering notice that add bodies to the plan's tasks (各项任务均需…落实)."""
    for a, b in outline.front.covers:
        for clause in read_clauses(text, a, b):
            if any(note.assignments for note in clause.notes):
                yield clause


def _refuse_others(front: Front, draft: Draft, source: str) -> None:
    assigned = any(item.clauses for item in draft.items)
    if not draft.items or not (assigned or title_pattern().fullmatch(front.title)):
        raise NotAPlan(
            "No task was found: no numbered item, table row or paragraph with a responsible body.",
            where=source,
            advice="Check that this is a work plan, and that its text is complete.",
        )


def _document(text: Text, front: Front, source: str, sha256: str, bodies: Bodies) -> Document:
    issuer = first_issuer(front.issuer) if front.issuer else None
    return Document(
        id=document_id(front),
        title=front.title or PurePath(source).stem,
        number=front.number,
        issuer=front.issuer,
        issuer_id=bodies.find(issuer)[0].id if issuer else None,
        issued_on=front.issued_on,
        year=front.year,
        jurisdiction=front.jurisdiction.code if front.jurisdiction else None,
        source=source,
        sha256=sha256,
        text=text.content,
        addressees=front.addressees,
        warnings=text.warnings,
    )


def first_issuer(printed: str) -> str:
    """The first of the bodies that issue a document together, from its issuer as printed."""
    return printed.split("、")[0]


def _declared(text: Text, outline: Outline) -> Convention | None:
    """The convention that a covering notice, the preamble or a note under a table declares."""
    spans = [*outline.front.covers, *outline.root.pieces]
    spans += [note for node in outline.root.walk() for note in node.notes]
    for a, b in spans:
        if (convention := read_declarations(text, a, b)) is not None:
            return convention
    return None
