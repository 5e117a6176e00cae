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


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("api.web", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
