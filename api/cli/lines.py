"""JSON lines in, JSON lines out: how scripts use the readers."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, BinaryIO

import typer

from api.cli.errors import complain, explain
from graph.errors import Failure

Record = Mapping[str, Any]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_LINE_BREAKS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}


def answer_lines(lines: Iterable[bytes], out: BinaryIO, answer: Callable[[Record], Record]) -> bool:
    """Answer each line with a line; say on stderr which lines could not be answered, and why.

    Args:
        lines: JSON objects in UTF-8, one a line; empty lines are passed over.
        out: Where the answers go, one a line, flushed each, so that a script can converse.
        answer: Makes the answer to one object; raises where it can't.

    Returns:
        Whether every line was answered.
    """
    complete = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            reply = to_line(answer(_record(line)))
        except Exception as error:
            complain(f"line {number}: {explain(error)}")
            complete = False
            continue
        out.write(reply)
        out.flush()
    return complete


def check_fields(record: Record, *, texts: Iterable[str] = (), days: Iterable[str] = ()) -> None:
    """Check the fields of one line.

    Args:
        record: The line's object.
        texts: Fields that must be there and hold text.
        days: Fields that hold a day such as 2024-05-10, or nothing.

    Raises:
        Failure: A field is missing or holds something else.
    """
    for name in texts:
        if not isinstance(record.get(name), str):
            raise Failure(f'"{name}" must be there and hold text.')
    for name in days:
        if (day := record.get(name)) is not None and not _is_day(day):
            raise Failure(f'"{name}" must be a day such as 2024-05-10, or null.')


def _is_day(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def to_line(record: Record) -> bytes:
    """One line of JSON in UTF-8, without a character that any reader takes for a line break."""
    return b"".join(_pieces(record))


def print_record(record: Record) -> None:
    """The record on standard output, as one line of JSON, written as it is made.

    An iterator among its values is a list; what it yields is let go of again.
    """
    for piece in _pieces(record):
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def _pieces(record: Record) -> Iterator[bytes]:
    before = "{"
    for name, value in record.items():
        yield _written(f"{before}{_ENCODE(name)}: ")
        if isinstance(value, Iterator):
            yield from _list(value)
        else:
            yield _written(_ENCODE(value))
        before = ", "
    yield b"}\n" if record else b"{}\n"


def _list(items: Iterator[Any]) -> Iterator[bytes]:
    before = "["
    for item in items:
        yield _written(before + _ENCODE(item))
        before = ", "
    yield b"[]" if before == "[" else b"]"


def _written(text: str) -> bytes:
    return text.translate(_LINE_BREAKS).encode("utf-8", "backslashreplace")


def _record(line: bytes) -> Record:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Failure("Not UTF-8.", advice="Save the input as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise Failure(f"Not JSON: {error}.", advice="Each line must be one JSON object.") from error
    if not isinstance(record, dict):
        raise Failure("Not a JSON object.", advice='Each line must be an object such as {"id": "1", …}.')
    return record
