"""Files of old office programs (.doc, .xls, .wps, .et): which one it is, by the streams it lists."""

import re
from collections.abc import Iterator

from ingest.errors import UnreadableFile

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What every compound file begins with."""

_SAVE_AS = "Open it in {} and save it as {} (文件 → 另存为)."
_WORKBOOK = ("A legacy workbook (.xls, .et) isn't read.", _SAVE_AS.format("Excel or WPS", ".xlsx"))
_KINDS = {
    "WordDocument": (
        "A legacy Word or WPS file (.doc, .wps) isn't read.",
        _SAVE_AS.format("Word or WPS", ".docx"),
    ),
    "Workbook": _WORKBOOK,
    "Book": _WORKBOOK,
    "PowerPoint Document": ("A presentation isn't read.", "Save its text as .docx or .txt."),
    "EncryptedPackage": ("The file is encrypted.", "Open it with its password and save it without one."),
}
_UNKNOWN = (
    "A file of an old office program isn't read.",
    _SAVE_AS.format("the program that made it", ".docx or .xlsx"),
)


def refusal(data: bytes) -> UnreadableFile:
    """Why a compound file isn't read, and how to convert it.

    Args:
        data: The whole file; documents embedded in it are listed behind its own streams.
    """
    found = min(_listed(data), default=None)
    what, advice = _UNKNOWN if found is None else _KINDS[found[1]]
    return UnreadableFile(what, advice=advice)


def _listed(data: bytes) -> Iterator[tuple[int, str]]:
    """Where the directory lists a stream that tells the program, and its name.

    An entry holds the name in 64 bytes, then the name's length and 2 for a stream ([MS-CFB] 2.6.1):
    the same word in a document's text or fonts is no entry.
    """
    for name in _KINDS:
        written = f"{name}\0".encode("utf-16-le")
        rest = b".{%d}" % (64 - len(written))
        entry = re.escape(written) + rest + re.escape(len(written).to_bytes(2, "little") + b"\2")
        if match := re.search(entry, data, re.DOTALL):
            yield match.start(), name
