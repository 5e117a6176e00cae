"""A web page's own title, where the text lacks it: from its metadata, its headings, its window's title."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.readers.lines import flow
from ingest.readers.paragraphs import is_head
from ingest.seeds import any_of, seed_lists

_SHORTEST = 8
_HEAD = 40
_SITE = re.compile(r"\s*(?:[_|｜]|--|——|\s[-–—]\s|(?<!\d)[-–—]|[-–—](?!\d))\s*")


class Titles(NamedTuple):
    """What a page gives as its title: `named` so, the surest first, and in its window's title bar."""

    named: tuple[str, ...]
    window: str


def titles_of(tree: LexborHTMLParser) -> Titles:
    """The titles in a page's metadata, its headings and, without the site's name, its window's title."""
    words = seed_lists("readers/pages.toml")
    named = [
        node.attributes.get("content") or ""
        for name in words["title_metas"]
        for node in tree.css(f'meta[name="{name}"], meta[property="{name}"]')
    ]
    named += [node.text() for selector in words["titles"] for node in tree.css(selector)]
    window = _plain(" ".join(node.text() for node in tree.css("head > title")))
    pieces = _SITE.split(window)
    whole = () if any(map(_site().fullmatch, pieces)) else (window,)
    document = next(filter(_is_document, (*whole, *pieces)), "")
    return Titles(tuple(filter(None, map(_plain, named))), document)


def with_title(titles: Titles, text: LexborNode, lines: list[str]) -> list[str]:
    """The lines below the page's title, where they lack it.

    A name that reads like a document's title is it; else the window's, or the nearest such heading above
    the text, unless the text has another title of its own; else any name that isn't the site's.

    Args:
        titles: From `titles_of`.
        text: The element that holds the text.
        lines: Its lines.
    """
    title = (
        next(filter(_is_document, titles.named), "")
        or next((title for title in _likely(titles, text) if _agrees(title, lines[:_HEAD])), "")
        or next((title for title in titles.named if not _site().fullmatch(title)), "")
    )
    start = _letters("".join(lines[:_HEAD]))
    return lines if not title or _letters(title) in start else [title, *lines]


def _likely(titles: Titles, text: LexborNode) -> Iterator[str]:
    if titles.window:
        yield titles.window
    yield from filter(_is_document, _headings_above(text))


def _agrees(title: str, lines: list[str]) -> bool:
    """Whether the text has no title of its own, or one that this title names."""
    own = [_letters(line) for line in lines if _is_document(line) and not is_head(line)]
    return not own or any(name in _letters(title) for name in own)


def _headings_above(text: LexborNode) -> Iterator[str]:
    """Headings that stand before the text, the nearest first."""
    selector = ", ".join(seed_lists("readers/pages.toml")["headings"])
    node: LexborNode | None = text
    while node is not None:
        before = node.prev
        while before is not None:
            if before.tag not in {"-text", "-comment"}:
                yield from (_plain(found.text()) for found in reversed(before.css(selector)))
            before = before.prev
        node = node.parent


def _plain(title: str) -> str:
    return flow(title).strip()


def _is_document(title: str) -> bool:
    return len(title) >= _SHORTEST and _document().fullmatch(title) is not None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@cache
def _document() -> re.Pattern[str]:
    endings = any_of(seed_lists("outline/words.toml")["title_endings"])
    return re.compile(rf"[^。；：:！？!?]*{endings}[》”」]*(?:[（(〔\[][^（）()]*[）)〕\]])*")


@cache
def _site() -> re.Pattern[str]:
    return re.compile(rf".*{any_of(seed_lists('readers/pages.toml')['sites'])}")
