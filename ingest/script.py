"""Script and width: what makes two spellings of the same text equal.

`fold` keeps the length, so that a span found in folded text is a span of the text itself.
"""

import re
import unicodedata
from functools import cache

import opencc

_WIDTH = {ord(a): b for a, b in zip("(),:;?!､∶", "（），：；？！、：", strict=True)}
_LOOKALIKE = {ord("巿"): "市"}
_IDEOGRAPHS = range(0x3400, 0xA000)


@cache
def _table() -> dict[int, str]:
    """Traditional → Simplified for every ideograph that isn't itself standard Simplified."""
    candidates = [chr(c) for c in _IDEOGRAPHS if not _is_standard(chr(c))]
    simplified = opencc.OpenCC("t2s").convert("\n".join(candidates)).split("\n")
    table = {ord(a): b for a, b in zip(candidates, simplified, strict=True) if a != b and len(b) == 1}
    return table | _WIDTH | _LOOKALIKE


def _is_standard(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def fold(text: str) -> str:
    """Simplified script, full-width punctuation, look-alikes repaired; the same length as `text`."""
    return re.sub(r"(?<=\d)，(?=\d{3})", ",", text.translate(_table()))


def clean_name(name: str) -> str:
    """A name without noise: NFKC, Simplified, no white space or invisible characters."""
    plain = unicodedata.normalize("NFKC", name).translate(_table())
    return re.sub(r"[\s\u200b-\u200f\u2028\u2029\u2060\ufeff\u00ad]+", "", plain)
