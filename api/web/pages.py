"""What each page shows, from rows of the catalogue: pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from api.briefing.sources import Source, cite
from api.web.links import agency_url, question_url, task_url
from api.words import ROLES, matched
from graph.model import Role
from queries.catalogue import Query

Row = Mapping[str, Any]

_COUNTS = {
    "documents": "文件",
    "domains": "领域",
    "tasks": "任务",
    "goals": "目标",
    "agencies": "单位",
    "groups": "类别单位",
    "unresolved_names": "待核实名称",
}


def home(held: Row, documents: Iterable[Row], questions: Iterable[Query]) -> dict[str, object]:
    """What is loaded, and what can be asked.

    Args:
        held: The row of `holdings`.
        documents: Rows of `documents`.
        questions: The catalogue.
    """
    return {
        "counts": [(label, held[key]) for key, label in _COUNTS.items()],
        "documents": [{"title": row["title"], "facts": _document_facts(row)} for row in documents],
        "questions": [
            {"name": query.name, "title": query.title_zh or query.title, "url": question_url(query.name)}
            for query in questions
            if all(parameter.optional or parameter.default for parameter in query.parameters)
        ],
    }


def _document_facts(row: Row) -> str:
    unread = f"{row['unread']}处未读懂" if row["unread"] else ""
    warnings = f"{row['warnings']}条读取警告" if row["warnings"] else ""
    facts = (row["issued_by"], row["number"], row["issued_on"], f"{row['tasks']}项任务", unread, warnings)
    return " · ".join(str(fact) for fact in facts if fact)


def agency(
    body: Row, tasks: Iterable[Row], co_led: Iterable[Row], partners: Iterable[Row]
) -> dict[str, object]:
    """An agency's tasks by role, and with whom it shares them.

    Args:
        body: The row of `agency`.
        tasks: Rows of `tasks`.
        co_led: Rows of `co-led`.
        partners: Rows of `partners`.
    """
    fellows = {row["task"]: "、".join(row["with_agencies"]) for row in co_led}
    by_role: dict[str, list[dict[str, object]]] = {role: [] for role in ROLES}
    for row in tasks:
        by_role[row["role"]].append(_task_line(row, fellows.get(row["task"], "")))
    return {
        "agency": {"name": body["name"], "facts": _agency_facts(body)},
        "groups": [{"label": ROLES[role], "tasks": lines} for role, lines in by_role.items() if lines],
        "partners": [
            {"name": row["agency"], "url": agency_url(row["agency_id"]), "tasks": row["tasks"]}
            for row in partners
        ],
    }


def _task_line(row: Row, fellows: str) -> dict[str, object]:
    return {
        "title": row["title"],
        "url": task_url(row["task"]),
        "with": fellows,
        "source": cite(Source(row["document"], row["item"], row["title"])),
        "mention": row["evidence"]["mention"],
        "via": row["via"],
    }


def _agency_facts(body: Row) -> str:
    names = "、".join(dict.fromkeys([body["short_name"], *(body["aliases"] or [])]))
    manager = body["managed_by"]
    now = "、".join(successor["name"] for successor in body["successors"])
    facts = (
        "" if body["resolved"] else "待核实的名称",
        f"又称{names}" if names and names != body["name"] else "",
        f"由{manager['name']}管理" if manager else "",
        f"现为{now}" if now else "",
    )
    return " · ".join(fact for fact in facts if fact)


def task(row: Row) -> dict[str, object]:
    """A task with its chain of responsibility, from the row of `task`."""
    document = row["document"]["title"]
    domains = " › ".join(domain["name"] for domain in [*row["outer"], row["domain"]] if domain)
    source = cite(Source(document, row["number"], row["title"]))
    facts = (row["issued_by"], row["document_number"], row["issued_on"], f"{source}")
    return {
        "task": {
            "title": row["title"],
            "source": " · ".join(str(fact) for fact in facts if fact),
            "domain": domains,
            "deadline": row["deadline"],
            "clause": row["clause"],
            "open": row["open"],
            "text": row["text"],
        },
        "parts": _parts(row["agencies"]),
        "goals": [
            {"statement": goal["statement"], "deadline": goal["deadline"] or ""} for goal in row["goals"]
        ],
    }


_ROLE_OF = {role.relationship: ROLES[role] for role in Role}


def _parts(agencies: Sequence[Row]) -> list[dict[str, object]]:
    return [
        {
            "role": _ROLE_OF[part["role"]],
            "name": part["name"],
            "url": agency_url(part["id"]),
            "resolved": part["resolved"],
            "mention": part["mention"],
            "scope": part["scope"],
            "method": "类别单位" if part["collective"] else matched(part["method"], part["score"]),
        }
        for part in agencies
    ]
