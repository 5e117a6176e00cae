"""Briefings for a meeting of agencies."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from api.briefing.gather import gather
from api.briefing.render import to_html, to_markdown
from api.routes.common import InStore

router = APIRouter()


class Form(StrEnum):
    """What a briefing is written as."""

    MARKDOWN = "md"
    HTML = "html"


_WRITERS = {
    Form.MARKDOWN: (to_markdown, "text/markdown; charset=utf-8"),
    Form.HTML: (to_html, "text/html; charset=utf-8"),
}


@router.get(
    "/briefings",
    tags=["queries"],
    summary="A briefing for a meeting of agencies",
    response_class=Response,
    responses={
        200: {
            "description": "The briefing in Chinese, every line with its source",
            "content": {
                "text/markdown": {"schema": {"type": "string"}, "example": "# 关于两个单位共同任务的简报"},
                "text/html": {"schema": {"type": "string"}},
            },
        }
    },
)
def brief(
    store: InStore,
    agencies: Annotated[
        str,
        Query(
            min_length=1,
            max_length=2000,
            description="Two or more agencies parted by commas: any name each goes by, or ids",
            examples=["工信厅,科技厅"],
        ),
    ],
    form: Annotated[Form, Query(description="Markdown, or a page to print")] = Form.MARKDOWN,
) -> Response:
    """Who sits at the table and why, their common tasks, what falls due."""
    write, media_type = _WRITERS[form]
    return Response(write(gather(store, agencies, date.today())), media_type=media_type)
