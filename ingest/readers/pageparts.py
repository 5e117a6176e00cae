"""Which parts of a web page hold the document: by their names, or by where its prose is."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ingest.readers.pagetables import has_header, is_layout, metadata
from ingest.seeds import seed_lists

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.IGNORECASE
)
_LINK = "a[href], a:not([name]):not([id])"  # an anchor with a name and no address is a bookmark of Word's
_PROSE = re.compile(r"[，。；、,;]")
_SHORTEST_TEXT = 100
_SHARE = 0.8
_LINKS = 0.6
_MATTERS = 3
_SAMPLE = 20


@cache
def page_words() -> dict[str, Any]:
    """How sites build their pages (`seeds/readers/pages.toml`)."""
    return seed_lists("readers/pages.toml")


def squeezed(node: LexborNode) -> str:
    """An element's text without white space."""
    return re.sub(r"\s", "", node.text())


def length(node: LexborNode) -> int:
    """How many characters an element shows."""
    return len(squeezed(node))


def drop_surroundings(tree: LexborHTMLParser) -> None:
    """Takes out scripts, what is hidden, and the parts around the text.

    An element that holds most of the page stays: some sites wrap all in a form, others hide the text
    until a script shows it.
    """
    tree.strip_tags(page_words()["silent"])
    whole = length(tree.body) if tree.body else 0
    around = [
        *filter(_is_hidden, tree.css("[style], [hidden]")),
        *tree.css(", ".join(page_words()["dropped"])),
    ]
    for node in list(_outermost(node for node in around if length(node) * 2 <= whole)):
        node.decompose()


def _is_hidden(node: LexborNode) -> bool:
    return "hidden" in node.attributes or bool(_HIDDEN.search(node.attributes.get("style") or ""))


def text_parts(tree: LexborHTMLParser) -> tuple[list[LexborNode], list[str]]:
    """The elements that hold the document, in order, and warnings of prose elsewhere on the page.

    Args:
        tree: The page without its surroundings.
    """
    body = tree.body
    if body is None:
        return [], []
    for selector in page_words()["content"]:
        same = list(_outermost(tree.css(selector)))
        parts = _longest_and_kin(same)
        if sum(map(length, parts)) < _SHORTEST_TEXT:
            continue
        beside = list(_beside(parts))
        most = sum(map(_weight, parts))
        if all(sum(map(_weight, level)) <= most for level in beside):
            return parts, _left_out(parts, same, beside)
    return _unnamed(body)


def _unnamed(body: LexborNode) -> tuple[list[LexborNode], list[str]]:
    for links in list(_outermost(_link_lists(body))):
        links.decompose()
    found = _densest(body)
    _drop_copies(found)
    return [found], _left_out([found], [], list(_beside([found])))


def _longest_and_kin(same: list[LexborNode]) -> list[LexborNode]:
    """The longest of the elements of one name, and its siblings among them: a text in several pieces."""
    longest = max(same, key=length, default=None)
    if longest is None or longest.parent is None:
        return []
    parent = longest.parent.mem_id
    kin = {squeezed(node): node for node in same if node.parent is not None and node.parent.mem_id == parent}
    return [node for text, node in kin.items() if text]


def _beside(parts: list[LexborNode]) -> Iterator[list[LexborNode]]:
    """What stands beside the parts, level by level up to the body."""
    chosen = {part.mem_id for part in parts}
    node = parts[0]
    while node.tag != "body" and node.parent is not None:
        yield [child for child in node.parent.iter() if child.mem_id not in chosen]
        node = node.parent
        chosen = {node.mem_id}


def _left_out(parts: list[LexborNode], same: list[LexborNode], beside: list[list[LexborNode]]) -> list[str]:
    """Warnings of elements called like the text's and of much prose beside it; a copy is nothing lost."""
    read = "".join(map(squeezed, parts))
    most = sum(map(_weight, parts))
    large = [node for level in beside for node in level if _weight(node) * _MATTERS > max(most, _MATTERS)]
    lost = [text for text in map(squeezed, _outermost([*large, *same])) if _PROSE.search(text)]
    return [
        f"A part of the page beside the text was not read: {text[:_SAMPLE]}… ({len(text)} characters)."
        for text in dict.fromkeys(lost)
        if text not in read
    ]


def _weight(node: LexborNode) -> int:
    """How much of an element reads like a document: the stops of its prose, links apart, and table rows."""
    in_links = sum(len(_PROSE.findall(link.text())) for link in node.css(_LINK))
    return len(_PROSE.findall(node.text())) - in_links + len(node.css("tr"))


def _densest(node: LexborNode) -> LexborNode:
    """Down to the element below which the text is spread over many, or stands in paragraphs."""
    while True:
        measure = _weight if _weight(node) else length
        child = max(node.iter(), key=measure, default=None)
        if child is None or child.tag == "p" or (child.tag == "table" and not is_layout(child)):
            return node
        if measure(child) < _SHARE * measure(node) or length(child) * 2 < length(node):
            return node
        if _has_paragraphs(node) or _tells_of_text(node):
            return node
        node = child


def _has_paragraphs(node: LexborNode) -> bool:
    return any(child.tag == "p" and squeezed(child) for child in node.iter())


def _tells_of_text(node: LexborNode) -> bool:
    """Whether it is the table that holds a text below the text's number and issuer."""
    own = (row for row in node.css("tr") if _is_row_of(row, node)) if node.tag == "table" else ()
    return any(map(metadata, own))


def _is_row_of(row: LexborNode, table: LexborNode) -> bool:
    around = _table_around(row)
    return around is not None and around.mem_id == table.mem_id


def _drop_copies(node: LexborNode) -> None:
    """Takes out a part that says all again, for another kind of screen."""
    seen = set()
    for child in list(node.iter()):
        text = squeezed(child)
        if text in seen:
            child.decompose()
        elif len(text) >= _SHORTEST_TEXT:
            seen.add(text)


def _link_lists(body: LexborNode) -> Iterator[LexborNode]:
    """Elements that hold little but links; a ledger's cells may be links."""
    layouts: dict[int, bool] = {}
    for node in body.css("div, ul, table, td, section"):
        if not _is_links(node):
            continue
        table = _table_around(node)
        if table is not None and table.mem_id not in layouts:
            layouts[table.mem_id] = is_layout(table)
        if table is None or layouts[table.mem_id]:
            yield node


def _is_links(node: LexborNode) -> bool:
    links = sum(map(length, node.css(_LINK)))
    return links > 0 and links >= _LINKS * length(node) and not any(map(has_header, node.css("table")))


def _table_around(node: LexborNode) -> LexborNode | None:
    around = node.parent
    while around is not None and around.tag != "table":
        around = around.parent
    return around


def _outermost(nodes: Iterable[LexborNode]) -> Iterator[LexborNode]:
    """The nodes that stand in no other one."""
    nodes = list(nodes)
    chosen = {node.mem_id for node in nodes}
    for node in nodes:
        around = node.parent
        while around is not None and around.mem_id not in chosen:
            around = around.parent
        if around is None:
            yield node
