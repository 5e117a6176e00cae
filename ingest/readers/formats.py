"""Which format a file is in, by its content."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from ingest.errors import UnreadableFile
from ingest.readers import separated
from ingest.readers.charset import decode
from ingest.readers.lines import Draft
from ingest.readers.refused import refuse, refuse_parts

UNPACKED_LIMIT = 200_000_000
"""The most that an archive's parts may come to, in bytes: past it, it is a zip bomb."""

_TAG = re.compile(
    r"<!doctype html|<(?:html|head|body|meta|div|span|table|td|p|br|a|font|strong)\b[^<>]*>", re.IGNORECASE
)
_SURE_TAG = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)
_FEWEST_TAGS = 4
_RELATIONS = "_rels/.rels"
_HEAD = 4096
_LARGEST_TEXT = 60_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name, and what takes the text out of its bytes."""

    name: str
    content: Callable[[], Draft]


def detect(data: bytes) -> Format:
    """The format of a file.

    Raises:
        UnreadableFile: Empty, not text, or a format that isn't read.
    """
    if not data.strip(b"\0\r\n\t "):
        raise UnreadableFile("The file is empty.", advice="Check that it was saved or downloaded whole.")
    refuse(data)
    if b"%PDF-" in data[:1024]:
        return Format("pdf", _reader("pdf", data))
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    return _written(decode(data))


def _written(text: str) -> Format:
    """A web page, a ledger or plain text."""
    if _is_page(text):
        return Format("html", _reader("webpage", text))
    if (lines := separated.lines(text)) is not None:
        return Format("csv", lambda: Draft("\n".join(lines)))
    return Format("txt", lambda: Draft(text))


def _reader(module: str, data: bytes | str) -> Callable[[], Draft]:
    """What reads `data`; its library is loaded only when such a file comes."""

    def content() -> Draft:
        draft: Draft = import_module(f"ingest.readers.{module}").content(data)
        return draft

    return content


def _is_page(text: str) -> bool:
    if _SURE_TAG.match(text):
        return True
    return (
        "<" in text
        and sum(1 for _ in zip(range(_FEWEST_TAGS), _TAG.finditer(text), strict=False)) >= _FEWEST_TAGS
    )


def _packed(data: bytes) -> Format:
    """DOCX or XLSX, by the parts of the archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            names = archive.namelist()
            relations = archive.open(_RELATIONS).read(_HEAD) if _RELATIONS in names else b""
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError) as error:
        raise UnreadableFile(
            "The file is broken: it was cut short or damaged.", advice="Download or copy it again."
        ) from error
    _refuse_large(parts)
    refuse_parts(names, relations)
    if any(name.startswith("word/") for name in names):
        return Format("docx", _reader("word", data))
    if any(name.startswith("xl/") for name in names):
        return Format("xlsx", _reader("ledger", data))
    raise UnreadableFile("It is an archive.", advice="Unpack it and give the files in it.")


def _refuse_large(parts: Sequence[zipfile.ZipInfo]) -> None:
    if sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise UnreadableFile(
            f"Unpacked it would be larger than {UNPACKED_LIMIT // 1_000_000} MB.",
            advice="Don't open it unless you know where it comes from.",
        )
    for part in parts:
        if part.file_size > _LARGEST_TEXT and part.filename.startswith("word/document"):
            raise UnreadableFile(
                f"Its text takes {part.file_size // 1_000_000} MB, far more than a plan's.",
                advice="Copy it into a new document without its formatting (只保留文本), and save that.",
            )
