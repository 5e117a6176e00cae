"""Lists a page at a time, by keyset: a page begins after the last row of the page before.

The cursor is opaque to callers: base64 of the last row's key.
"""

import base64
import binascii
import json
from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Query as QueryParameter
from fastapi import Request, Response
from pydantic import BaseModel, Field

from api.ask import BadParameter, bind
from graph.store import Store
from queries.catalogue import LISTS, load_catalogue

T = TypeVar("T")
DEFAULT_LIMIT = 50
LARGEST_LIMIT = 200

Limit = Annotated[
    int, QueryParameter(ge=1, le=LARGEST_LIMIT, description=f"Most items on a page, up to {LARGEST_LIMIT}")
]
Cursor = Annotated[
    str | None,
    QueryParameter(
        max_length=1000, pattern="^[A-Za-z0-9_-]+$", description="From the `next` of the page before; opaque"
    ),
]


class Page(BaseModel, Generic[T]):
    """One page of a list."""

    items: list[T]
    next: str | None = Field(
        description="Where the next page is; null on the last one",
        examples=["http://127.0.0.1:8000/api/v1/tasks?cursor=WyIxIl0"],
    )


class Pager:
    """The page that a request asks for.

    Args:
        request: Its address, with another cursor, is that of the next page.
        response: Gets the `Link` header.
        limit: Most items.
        cursor: From the page before; None for the first page.
    """

    def __init__(
        self, request: Request, response: Response, limit: Limit = DEFAULT_LIMIT, cursor: Cursor = None
    ) -> None:
        self._request = request
        self._response = response
        self._limit = limit
        self._cursor = cursor

    def read(self, store: Store, name: str, **filters: object) -> tuple[list[dict[str, Any]], str | None]:
        """One page of the list query `name` of `queries/lists`, and where the next one is.

        Args:
            store: A connected store.
            name: The query's name.
            filters: Values by parameter name; None leaves a filter out.

        Raises:
            BadParameter: The cursor isn't one of this list.
        """
        query = load_catalogue(LISTS)[name]
        after = [parameter.name for parameter in query.parameters if parameter.name.startswith("after")]
        arguments = {key: str(value) for key, value in filters.items() if value is not None}
        if self._cursor:
            arguments |= dict(zip(after, _decode(self._cursor, len(after)), strict=True))
        rows = store.read(query.cypher, bind(store, query, arguments | {"limit": str(self._limit + 1)}))
        return self._turn(rows, lambda row: row["key"])

    def cut(
        self, rows: list[dict[str, Any]], key: Callable[[dict[str, Any]], str]
    ) -> tuple[list[dict[str, Any]], str | None]:
        """One page of rows that are all at hand, and where the next one is.

        Raises:
            BadParameter: The cursor isn't one of this list.
        """
        if self._cursor:
            (last,) = _decode(self._cursor, 1)
            place = next((n for n, row in enumerate(rows, start=1) if key(row) == last), None)
            if place is None:
                raise _foreign_cursor()
            rows = rows[place:]
        return self._turn(rows, lambda row: [key(row)])

    def _turn(
        self, rows: list[dict[str, Any]], key: Callable[[dict[str, Any]], list[str]]
    ) -> tuple[list[dict[str, Any]], str | None]:
        if len(rows) <= self._limit:
            return rows, None
        address = _address(self._request, _encode(key(rows[self._limit - 1])))
        self._response.headers["Link"] = f'<{address}>; rel="next"'
        return rows[: self._limit], address


def _address(request: Request, cursor: str) -> str:
    """The address that was asked for, in ASCII, with another cursor."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    here = str(request.base_url).rstrip("/") + quote(request.url.path)
    return f"{here}?{urlencode([*asked, ('cursor', cursor)])}"


def _encode(key: list[str]) -> str:
    text = json.dumps(key, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _decode(cursor: str, length: int) -> list[str]:
    try:
        key = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (binascii.Error, ValueError) as error:
        raise _foreign_cursor() from error
    if isinstance(key, list) and len(key) == length and all(isinstance(part, str) and part for part in key):
        return key
    raise _foreign_cursor()


def _foreign_cursor() -> BadParameter:
    return BadParameter("This cursor isn't one of this list.", where="cursor", advice="Take it from `next`.")
