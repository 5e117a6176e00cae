"""The outline of a plan: its front matter, sections, items and tables, with the spans of each."""

from dataclasses import dataclass

from ingest.outline.front import Front, read_front
from ingest.outline.headings import promote
from ingest.outline.lines import split_lines
from ingest.outline.tree import Node, build_tree
from ingest.records import Text

__all__ = ["Front", "Node", "Outline", "read_outline"]


@dataclass(frozen=True, slots=True)
class Outline:
    """`root` holds the preamble and the outermost items."""

    front: Front
    root: Node


def read_outline(text: Text) -> Outline:
    """Find a document's front matter and its items. Never raises, whatever the text."""
    front, body = read_front(text, split_lines(text))
    return Outline(front, build_tree(text, promote(text, body)))
