"""Automatic numbers of Word paragraphs, restored as they would print.

Word keeps them out of the text: `numbering.xml` says how a list counts, paragraphs and styles
only refer to it (ECMA-376, part 1, section 17.9).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_BULLET = "●"
_LEVELS = 9


def chinese(number: int) -> str:
    """A number below 10,000 as Chinese text counts it: 十, 二十一, 一百零五."""
    if not 0 < number < 10_000:
        return str(number)
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += _DIGITS[digit] + name
        elif text and number and not text.endswith("零"):
            text += "零"
    return re.sub("^一十", "十", text)


def _digit_by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    text = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        text += sign * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _from(first: str, last: int) -> Callable[[int], str]:
    """The characters that follow `first` in Unicode, up to the number `last`."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else str(number)


def _turn(characters: str) -> Callable[[int], str]:
    return lambda number: characters[(number - 1) % len(characters)]


_FORMATS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"),
            "taiwaneseCountingThousand",
        ),
        chinese,
    ),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _digit_by_digit),
    **dict.fromkeys(
        ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"),
        lambda number: chinese(number).translate(_LEGAL),
    ),
    "ideographTraditional": _turn(_STEMS),
    "ideographZodiac": _turn(_BRANCHES),
    **dict.fromkeys(
        ("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"), _from("①", 20)
    ),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "none": lambda _: "",
}


def print_number(number: int, form: str) -> str:
    """A number in one of Word's formats; formats that print plain digits need no entry."""
    return _FORMATS.get(form, str)(number)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts. `text` holds %1 … %9; `restart`: the level that restarts it."""

    start: int
    form: str
    text: str
    legal: bool
    spaced: bool
    restart: int | None

    def label(self, counts: list[int], forms: list[str], own: int) -> str:
        """What stands before the paragraph; level `own` is the innermost that counts."""
        if self.form == "bullet":
            text = "".join(
                _BULLET if "\ue000" <= character <= "\uf8ff" else character for character in self.text
            )
        else:
            text = re.sub(
                r"%([1-9])", lambda match: self._part(int(match[1]) - 1, counts, forms, own), self.text
            )
        return text + " " if text and self.spaced and (text[-1].isalnum()) else text

    def _part(self, level: int, counts: list[int], forms: list[str], own: int) -> str:
        if level > own:
            return ""
        return str(counts[level]) if self.legal else print_number(counts[level], forms[level])


def _value(parent: Element, name: str) -> str | None:
    node = parent.find(W + name) if parent is not None else None
    return None if node is None else node.get(W + "val")


def _integer(value: str | None, default: int) -> int:
    return int(value) if value is not None and re.fullmatch(r"-?\d{1,6}", value) else default


def _level(node: Element) -> Level:
    restart = _value(node, "lvlRestart")
    legal = node.find(W + "isLgl")
    return Level(
        start=_integer(_value(node, "start"), 0),
        form=_value(node, "numFmt") or "decimal",
        text=_value(node, "lvlText") or "",
        legal=legal is not None and legal.get(W + "val") not in {"0", "false"},
        spaced=_value(node, "suff") != "nothing",
        restart=None if restart is None else _integer(restart, 0),
    )


def _number(node: Element, name: str) -> int:
    return _integer(node.get(W + name), 0)


class Numbering:
    """All lists of a document, counting as the paragraphs come.

    Args:
        root: The root of `numbering.xml`, None if the document has none.
    """

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._overrides: dict[str, dict[int, Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._styled: dict[tuple[str, str], int] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        linked: dict[str, str] = {}
        links: dict[str, str] = {}
        for node in root.findall(W + "abstractNum"):
            key = node.get(W + "abstractNumId")
            self._abstract[key] = {_number(level, "ilvl"): _level(level) for level in node.findall(W + "lvl")}
            self._note_styles(key, node)
            if style := _value(node, "styleLink"):
                linked[style] = key
            if style := _value(node, "numStyleLink"):
                links[key] = style
        for node in root.findall(W + "num"):
            self._read_list(node, linked, links)

    def _note_styles(self, key: str, node: Element) -> None:
        for level in node.findall(W + "lvl"):
            if style := _value(level, "pStyle"):
                self._styled[key, style] = _number(level, "ilvl")

    def _read_list(self, node: Element, linked: dict[str, str], links: dict[str, str]) -> None:
        key = node.get(W + "numId")
        abstract = _value(node, "abstractNumId") or ""
        self._lists[key] = linked.get(links.get(abstract, ""), abstract)
        for override in node.findall(W + "lvlOverride"):
            level = _number(override, "ilvl")
            if (start := _value(override, "startOverride")) is not None:
                self._starts.setdefault(key, {})[level] = _integer(start, 1)
            if (own := override.find(W + "lvl")) is not None:
                self._overrides.setdefault(key, {})[level] = _level(own)

    def level_of_style(self, number: str, style: str) -> int:
        """The level that a list gives to paragraphs of a style."""
        return self._styled.get((self._lists.get(number, ""), style), 0)

    def next(self, number: str, level: int) -> str:
        """The label of the next paragraph of list `number` (0 is no list) at `level`."""
        levels = self._levels(number)
        if level not in levels:
            return ""
        counts = self._counts.setdefault(self._lists[number], [None] * _LEVELS)
        for started, start in list(self._starts.get(number, {}).items()):
            if started == level:
                counts[level] = start - 1
                del self._starts[number][started]
        self._count(levels, counts, level)
        filled = [self._current(levels, counts, at) for at in range(_LEVELS)]
        forms = [levels[at].form if at in levels else "decimal" for at in range(_LEVELS)]
        return levels[level].label(filled, forms, level)

    def _levels(self, number: str) -> dict[int, Level]:
        own = self._abstract.get(self._lists.get(number, ""), {})
        return {**own, **self._overrides.get(number, {})}

    @staticmethod
    def _current(levels: dict[int, Level], counts: list[int | None], at: int) -> int:
        count = counts[at]
        return count if count is not None else levels[at].start if at in levels else 0

    @staticmethod
    def _count(levels: dict[int, Level], counts: list[int | None], level: int) -> None:
        """Counts one on, and lets the levels below begin again unless they say otherwise."""
        count = counts[level]
        counts[level] = levels[level].start if count is None else count + 1
        for below in range(level + 1, _LEVELS):
            restart = levels[below].restart if below in levels else None
            if restart is None or 0 < level + 1 <= restart:
                counts[below] = None


def references(properties: Element | None) -> Iterator[tuple[str, str | None]]:
    """The list (and level, if said) that paragraph or style properties refer to: one or none."""
    node = properties.find(W + "numPr") if properties is not None else None
    if node is not None and (number := _value(node, "numId")) is not None:
        yield number, _value(node, "ilvl")
