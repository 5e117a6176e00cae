"""Script and width: what makes two spellings of the same text equal.

`fold` keeps the length, so that a span found in folded text is a span of the text itself.
"""

import re
import unicodedata
from functools import cache

import opencc

from ingest.seeds import seed_table

_WIDTH = {ord(a): b for a, b in zip("(),:;?!､∶―", "（），：；？！、：—", strict=True)}
_HALF = {code: chr(code - 0xFEE0) for code in map(ord, "０１２３４５６７８９％．")} | {
    code: chr(code - 0xFEE0) for start in "Ａａ" for code in range(ord(start), ord(start) + 26)
}
_LOOKALIKE = {ord(a): b for a, b in zip("巿衞甯", "市卫宁", strict=True)}
# Traditional characters that the mainland's standard set holds too, for names and notes of music.
_STANDARD_TRADITIONAL = {ord(a): b for a, b in zip("於後徵夥麽", "于后征伙么", strict=True)}
_NOISE = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]+"
)
_IDEOGRAPHS = range(0x3400, 0xA000)


@cache
def _table() -> dict[int, str]:
    """Traditional → Simplified for every ideograph that isn't itself standard Simplified."""
    candidates = [chr(c) for c in _IDEOGRAPHS if not _is_standard(chr(c))]
    simplified = opencc.OpenCC("t2s").convert("\n".join(candidates)).split("\n")
    table = {ord(a): b for a, b in zip(candidates, simplified, strict=True) if a != b and len(b) == 1}
    return table | _WIDTH | _HALF | _LOOKALIKE | _STANDARD_TRADITIONAL


@cache
def radicals() -> dict[int, str]:
    """Radicals that NFKC leaves alone, or takes for a Traditional character → the plain character."""
    return {ord(row["radical"]): row["character"] for row in seed_table("script/radicals.tsv")}


@cache
def _lexical() -> tuple[re.Pattern[str], dict[str, str]]:
    """Another usage's words, and the mainland's of the same length (clause rulings, section 11)."""
    words = {row["written"]: row["meant"] for row in seed_table("script/lexical.tsv")}
    return re.compile("|".join(map(re.escape, words))), words


def _standard_words(text: str) -> str:
    pattern, words = _lexical()
    return pattern.sub(lambda match: words[match[0]], text)


def _is_standard(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def fold(text: str) -> str:
    """Simplified script, full-width punctuation, look-alikes repaired; the same length as `text`."""
    return re.sub(r"(?<=\d)，(?=\d{3})", ",", _standard_words(text).translate(_table()))


def clean_name(name: str) -> str:
    """A name without noise: NFKC, Simplified, no white space or invisible characters."""
    while (plain := _cleaner(name)) != name:
        name = plain
    return name


def _cleaner(name: str) -> str:
    plain = unicodedata.normalize("NFKC", _NOISE.sub("", name.translate(radicals())))
    return _standard_words(plain).translate(_table())
