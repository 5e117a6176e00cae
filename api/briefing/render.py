"""A briefing as Markdown or as a page to print."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from api.briefing.model import Briefing

_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&#])")


def to_markdown(briefing: Briefing) -> str:
    """The briefing in Markdown; words from documents can't act as markup."""
    return _environment("md").get_template("briefing.md.j2").render(briefing=briefing)


def to_html(briefing: Briefing) -> str:
    """The briefing as one self-contained page that prints well."""
    return _environment("html").get_template("briefing.html.j2").render(briefing=briefing)


@cache
def _environment(form: str) -> Environment:
    """Templates for a form. Everything that a template inserts is escaped for that form."""
    finalize: Callable[..., Any] | None = _escape_markdown if form == "md" else None
    environment = Environment(
        loader=PackageLoader("api.briefing", "."),
        autoescape=select_autoescape(["html.j2"]),
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["day"] = chinese_day
    return environment


def _escape_markdown(value: object) -> str:
    return _MARKDOWN.sub(r"\\\1", " ".join(str(value).split()))


def chinese_day(day: date) -> str:
    """A date as official documents write it: 2024年5月10日."""
    return f"{day.year}年{day.month}月{day.day}日"
