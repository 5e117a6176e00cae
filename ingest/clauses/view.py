"""A stretch of text with its noise left out, each character knowing where it came from."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count

from graph.model import Unread
from ingest.records import Text

_NOISE = re.compile(
    r"（[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňɡ/\- ]{1,24}）"  # pinyin glosses
    r"|\n[ \t\u3000]*[—\-－–]+[ \t]*\d{1,4}[ \t]*[—\-－–]+[ \t]*(?=\n)"  # page numbers
    r"|\n[ \t\u3000]*\d{1,3}[ \t]*(?=\n)"
    r"|[\u200b-\u200f\u2060\ufeff\u00ad]|\*\*"
)
_BREAK = re.compile(r"<br\s*/?>|</p>|</td>")
_BOLD = re.compile(r"\*\*")
_BOLD_LEGEND = re.compile("(?:加粗|黑体)[^，。]{0,6}为")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>")
_SPACE = re.compile(r"(?:\s|&nbsp；?;?|&#160[;；]|&emsp[;；]|&ensp[;；])+")


@dataclass(frozen=True, slots=True)
class View:
    """Folded characters and, for each, its offset in the text."""

    text: str
    at: Sequence[int]

    def cut(self, start: int, end: int) -> "View":
        """The view of a part."""
        return View(self.text[start:end], self.at[start:end])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the text of `text[start:end]`, which mustn't be empty."""
        return self.at[start], self.at[end - 1] + 1

    def replaced(self, pattern: re.Pattern[str], choose: Callable[[re.Match[str]], str]) -> "View":
        """Every match replaced by nothing or by one character, which keeps the match's offset."""
        characters: list[str] = []
        at: list[int] = []
        last = 0
        for match in pattern.finditer(self.text):
            characters.append(self.text[last : match.start()])
            at.extend(self.at[last : match.start()])
            if replacement := choose(match):
                characters.append(replacement)
                at.append(self.at[match.start()])
            last = match.end()
        if last == 0:
            return self
        characters.append(self.text[last:])
        at.extend(self.at[last:])
        return View("".join(characters), tuple(at))

    def unread(self, content: str, start: int, end: int, reason: str) -> Unread:
        """A part of the view that no rule claimed."""
        first, last = self.span(start, end)
        return Unread(first, last, content[first:last], reason)


def _bold_marked(view: View) -> View:
    """Bold print that a legend explains (加粗的为牵头单位) becomes a mark before the name."""
    opening = count(0)
    return view.replaced(_BOLD, lambda _: "" if next(opening) % 2 else "★")


def view_of(text: Text, start: int, end: int) -> View:
    """The text's span without glosses, tags and page numbers; white space is one blank each."""
    view = View(text.folded[start:end], range(start, end))
    view = view.replaced(_BREAK, lambda _: "\n") if "<" in view.text else view
    view = view.replaced(_TAG, lambda _: "") if "<" in view.text else view
    view = _bold_marked(view) if "**" in view.text and _BOLD_LEGEND.search(view.text) else view
    view = view.replaced(_NOISE, lambda _: "")
    return view.replaced(_SPACE, lambda match: "\n" if "\n" in match[0] else " ")
