"""What offices call things: the roles in a task, and how a name was matched."""

from typing import Final

from graph.model import Method, Role

ROLES: Final[dict[str, str]] = {
    Role.LEAD: "牵头",
    Role.RESPONSIBLE: "负责",
    Role.SUPPORT: "配合",
    Role.GUIDE: "指导",
}
"""From the heaviest part to the lightest."""

_METHODS: Final = {
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
