"""What the pages call things, and where they link to."""

from urllib.parse import quote, urlencode

from graph.model import Method

ROLES = {"lead": "牵头", "responsible": "负责", "support": "配合", "guide": "指导"}

_METHODS = {
    Method.EXACT: "与全称一致",
    Method.ALIAS: "通用简称",
    Method.RENAMED: "更名前的名称",
    Method.EXPANDED: "按命名规则还原",
    Method.FUZZY: "近似匹配",
    Method.REVIEWED: "人工核定",
    Method.UNRESOLVED: "未能认定",
}


def matched(method: str, score: float) -> str:
    """How a name was matched, and how surely where that isn't certain."""
    label = _METHODS[Method(method)]
    return label if score in (0, 1) else f"{label}（{score:.2f}）"


def agency_url(agency: str) -> str:
    """The page of an agency, by id or by any name."""
    return f"/agency?{urlencode({'name': agency})}"


def task_url(task: str) -> str:
    """The page of a task, by its id."""
    return f"/task/{quote(task, safe='')}"


def question_url(name: str) -> str:
    """Where REST answers a question of the catalogue."""
    return f"/api/v1/queries/{name}"
