"""A file's bytes to `Text`, one module a format."""

from dataclasses import replace

from ingest.errors import UnreadableFile
from ingest.readers.formats import Format, detect
from ingest.readers.lines import Draft
from ingest.readers.normalise import text_of
from ingest.readers.spun import refuse_spun
from ingest.records import Text

SIZE_LIMIT = 50_000_000
"""The largest file that is opened at all, in bytes; the longest plans are below 5 MB."""


def read(data: bytes, name: str) -> Text:
    """The text of a plan, whatever format it comes in; the content decides, not the name.

    Args:
        data: The whole file.
        name: Its name, for messages.

    Raises:
        UnreadableFile: Empty, too large, broken, encrypted, a scan, a synonym-spun copy, or of a
            format that isn't read; says which, and what to do.
    """
    try:
        if len(data) > SIZE_LIMIT:
            raise UnreadableFile(
                f"{len(data) // 1_000_000} MB is too large for a plan (limit {SIZE_LIMIT // 1_000_000} MB).",
                advice="Check that it is the right file, or split it.",
            )
        return _read(data)
    except UnreadableFile as error:
        error.where = error.where or name
        raise


def _read(data: bytes) -> Text:
    form = detect(data)
    draft = _draft(form)
    text = text_of(draft.content, form.name)
    text = replace(text, warnings=draft.warnings + text.warnings)
    if not text.content.strip():
        raise UnreadableFile("It holds no text.", advice="Check that it is the right file.")
    refuse_spun(text)
    return text


def _draft(form: Format) -> Draft:
    """What the format's reader finds; a reader's own stumble is the file's fault, and said so."""
    try:
        return form.content()
    except UnreadableFile:
        raise
    except Exception as error:
        raise UnreadableFile(
            f"It is a broken {form.name} file ({type(error).__name__}).",
            advice="Open it in the program that made it and save it again.",
        ) from error
