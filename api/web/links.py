"""Where the pages link to."""

from urllib.parse import quote, urlencode


def agency_url(agency: str) -> str:
    """The page of an agency, by id or by any name."""
    return f"/agency?{urlencode({'name': agency})}"


def task_url(task: str) -> str:
    """The page of a task, by its id."""
    return f"/task/{quote(task, safe='')}"


def question_url(name: str) -> str:
    """Where REST answers a question of the catalogue."""
    return f"/api/v1/queries/{name}"
