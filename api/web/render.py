"""Templates into pages."""

from functools import cache

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def page(template: str, context: dict[str, object], status: int = 200) -> HTMLResponse:
    """A page from its template and what it shows; nothing in it can act as markup or load from outside."""
    return HTMLResponse(_environment().get_template(template).render(context), status, _HEADERS)


def framed(template: str, context: dict[str, object]) -> HTMLResponse:
    """A small page for a frame on somebody else's page; it brings its own style and loads nothing."""
    headers = _HEADERS | {
        "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
    }
    return HTMLResponse(_environment().get_template(template).render(context), headers=headers)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("api.web", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
