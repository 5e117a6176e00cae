"""Which format a file is in, by its content; formats that aren't read are refused with the way to convert."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from ingest.errors import UnreadableFile
from ingest.readers import compound, separated
from ingest.readers.charset import decode
from ingest.readers.lines import Draft

UNPACKED_LIMIT = 200_000_000
"""The most that an archive's parts may come to, in bytes: past it, it is a zip bomb."""

_TAG = re.compile(
    r"<!doctype html|<(?:html|head|body|meta|div|span|table|td|p|br|a|font|strong)\b[^<>]*>", re.IGNORECASE
)
_SURE_TAG = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)
_FEWEST_TAGS = 4

RECOGNISE = "Recognise its text (OCR) first, or find the published page."
"""The advice for text that is drawn, not written."""

_SAVE_AS = "Open it in Word or WPS and save it as {} (文件 → 另存为)."
_PICTURE = ("It is a picture, not text.", RECOGNISE)
_REFUSED_STARTS = (
    (b"{\\rtf", "An RTF file isn't read.", _SAVE_AS.format(".docx")),
    *((start, *_PICTURE) for start in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    (b"Rar!", "It is an archive.", "Unpack it and give the files in it."),
    (b"7z\xbc\xaf", "It is an archive.", "Unpack it and give the files in it."),
    (b"\x1f\x8b", "It is compressed.", "Unpack it and give the file in it."),
    (b"MIME-Version:", "A web archive (.mht) isn't read.", "Save the page as .html (网页，仅 HTML)."),
)
_REFUSED_PARTS = (
    ("OFD.xml", "An OFD file isn't read.", "Export it as PDF or Word from an OFD reader."),
    ("content.xml", "An OpenDocument file isn't read.", _SAVE_AS.format(".docx or .xlsx")),
    ("ppt/", "A presentation isn't read.", "Save its text as .docx or .txt."),
    ("xl/workbook.bin", "A binary workbook (.xlsb) isn't read.", "Save it as .xlsx."),
)


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
    _refuse_known(data)
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


def _refuse_known(data: bytes) -> None:
    if data.startswith(compound.START):
        raise compound.refusal(data)
    for start, what, advice in _REFUSED_STARTS:
        if data.startswith(start):
            raise UnreadableFile(what, advice=advice)


def _packed(data: bytes) -> Format:
    """DOCX or XLSX, by the parts of the archive."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise UnreadableFile(
            "The file is broken: it was cut short or damaged.", advice="Download or copy it again."
        ) from error
    if sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise UnreadableFile(
            f"Unpacked it would be larger than {UNPACKED_LIMIT // 1_000_000} MB.",
            advice="Don't open it unless you know where it comes from.",
        )
    return _office([part.filename for part in parts], data)


def _office(names: list[str], data: bytes) -> Format:
    for part, what, advice in _REFUSED_PARTS:
        if any(name.startswith(part) for name in names):
            raise UnreadableFile(what, advice=advice)
    if "word/document.xml" in names:
        return Format("docx", _reader("word", data))
    if any(name.startswith("xl/") for name in names):
        return Format("xlsx", _reader("ledger", data))
    raise UnreadableFile("It is an archive.", advice="Unpack it and give the files in it.")
