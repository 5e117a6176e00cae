"""Bytes to characters: decided strictly, and never by replacing what doesn't fit."""

import codecs
import re

from ingest.errors import UnreadableFile
from ingest.script import fold

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE
)
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936"})
_SAMPLE = 20_000
_PLAUSIBLE = 0.6


def decode(data: bytes) -> str:
    """The text that `data` holds: UTF-8, UTF-16 or GB18030, or what an HTML page declares.

    Raises:
        UnreadableFile: The bytes are none of these; says at which byte UTF-8 breaks off.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], charset)
    for charset in _declared(data):
        if (text := _strict(data, charset)) is not None:
            return text
    if b"\0" not in data[:_SAMPLE] and (text := _strict(data, "utf-8")) is not None:
        return text
    return _likeliest(data)


def _declared(data: bytes) -> list[str]:
    found = _META.search(data[:4096])
    name = found[1].decode("ascii").lower() if found else ""
    if name in _CHINESE:
        return ["utf-8", "gb18030"]
    return [name] if name in {"utf-8", "big5", "big5-hkscs"} else []


def _marked(data: bytes, charset: str) -> str:
    if (text := _strict(data, charset)) is not None:
        return text
    raise UnreadableFile(
        f"It begins as {charset.upper()} and goes on as something else.",
        advice="Save it again as UTF-8 text.",
    )


def _strict(data: bytes, charset: str) -> str | None:
    """All of `data` decoded, but for a character cut off at its end; None if a byte doesn't fit."""
    try:
        return codecs.getincrementaldecoder(charset)().decode(data)
    except UnicodeError:
        return None


def _likeliest(data: bytes) -> str:
    """The reading that looks most like Chinese text.

    UTF-16 without a mark mostly decodes as GB18030 too, so the characters decide.
    """
    readings = [(likeness(data, charset), charset) for charset in ("gb18030", "utf-16-le", "utf-16-be")]
    for score, charset in sorted(readings, reverse=True):
        if score >= _PLAUSIBLE and (text := _strict(data, charset)) is not None:
            return text
    raise UnreadableFile(
        f"It isn't text in UTF-8, UTF-16 or GB18030 (UTF-8 breaks off at byte {_first_bad(data)}).",
        advice="If it is text, save it again as UTF-8; if not, give the DOCX, PDF or web page.",
    )


def likeness(data: bytes, charset: str) -> float:
    """The share of characters that Chinese text is made of, 0 to 1; 0 if a byte doesn't fit."""
    text = _strict(data[:_SAMPLE], charset)
    return sum(map(_is_usual, fold(text))) / len(text) if text else 0.0


def _is_usual(character: str) -> bool:
    if character.isascii():
        return character.isprintable() or character in "\t\r\n"
    return (
        "\u4e00" <= character <= "\u9fa5" and _in_gb2312(character)
    ) or character in "\u3000，。、；：？！（）“”《》〔〕—"


def _in_gb2312(character: str) -> bool:
    try:
        return character.encode("gb2312") < b"\xd8"
    except UnicodeEncodeError:
        return False


def _first_bad(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0
