"""Formats that are known but not read: which one a file is in, and the way to convert it."""

import re
from collections.abc import Iterable

from ingest.errors import UnreadableFile
from ingest.readers import compound

RECOGNISE = "Recognise its text (OCR) first, or find the published page."
"""The advice for text that is drawn, not written."""

_SAVE_AS = "Open it in Word or WPS and save it as {} (文件 → 另存为)."
_XML = rb"<\?xml[^>]*>\s*(?:<\?mso-application[^>]*>\s*)?<(?:\w+:)?"
_PICTURE = ("It is a picture, not text.", RECOGNISE)
_REFUSED_STARTS = (
    (b"{\\rtf", "An RTF file isn't read.", _SAVE_AS.format(".docx")),
    *((start, *_PICTURE) for start in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")),
    (b"Rar!", "It is an archive.", "Unpack it and give the files in it."),
    (b"7z\xbc\xaf", "It is an archive.", "Unpack it and give the files in it."),
    (b"\x1f\x8b", "It is compressed.", "Unpack it and give the file in it."),
)
_REFUSED_HEADS = (
    (
        re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE),
        "A web archive (.mht) or mail isn't read.",
        "Save the page as .html (网页，仅 HTML).",
    ),
    (
        re.compile(_XML + rb"(?:wordDocument|package)\b"),
        "A Word XML file isn't read.",
        _SAVE_AS.format(".docx"),
    ),
    (
        re.compile(_XML + rb"Workbook\b"),
        "An XML spreadsheet of Excel 2003 isn't read.",
        "Open it in Excel or WPS and save it as .xlsx (文件 → 另存为).",
    ),
)
_HEAD = 4096
_REFUSED_PARTS = (
    ("OFD.xml", "An OFD file isn't read.", "Export it as PDF or Word from an OFD reader."),
    ("content.xml", "An OpenDocument file isn't read.", _SAVE_AS.format(".docx or .xlsx")),
    ("ppt/", "A presentation isn't read.", "Save its text as .docx or .txt."),
    ("xl/workbook.bin", "A binary workbook (.xlsb) isn't read.", "Save it as .xlsx."),
)
_STRICT = b"purl.oclc.org/ooxml"


def refuse(data: bytes) -> None:
    """Refuses a file that is in a format known but not read.

    Raises:
        UnreadableFile: With the way to convert it.
    """
    if data.startswith(compound.START):
        raise compound.refusal(data)
    for start, what, advice in _REFUSED_STARTS:
        if data.startswith(start):
            raise UnreadableFile(what, advice=advice)
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    for form, what, advice in _REFUSED_HEADS:
        if form.match(head):
            raise UnreadableFile(what, advice=advice)


def refuse_parts(names: Iterable[str], relations: bytes) -> None:
    """Refuses an archive by its parts.

    Args:
        names: What its parts are called.
        relations: Which part is what, as the archive says it.

    Raises:
        UnreadableFile: A document in a format that isn't read, with the way to convert it.
    """
    for part, what, advice in _REFUSED_PARTS:
        if any(name.startswith(part) for name in names):
            raise UnreadableFile(what, advice=advice)
    if _STRICT in relations:
        raise UnreadableFile(
            "A Strict Open XML file isn't read.",
            advice="Save it as an ordinary Word document (.docx) or workbook (.xlsx), not “Strict”.",
        )
