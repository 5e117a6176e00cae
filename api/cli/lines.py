"""JSON lines in, JSON lines out: how scripts use the readers."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, BinaryIO

from api.cli.errors import complain
from graph.errors import Failure

Record = dict[str, Any]
_LINE_BREAKS = {ord(character): f"\\u{ord(character):04x}" for character in "\x85\u2028\u2029"}


def answer_lines(
    lines: Iterable[bytes], out: BinaryIO, answer: Callable[[Mapping[str, Any]], Mapping[str, Any]]
) -> bool:
    """Answer each line with a line; say on stderr which lines could not be answered, and why.

    Args:
        lines: JSON objects in UTF-8, one a line; empty lines are passed over.
        out: Where the answers go, one a line, flushed each, so that a script can converse.
        answer: Makes the answer to one object; raises Failure where it can't.

    Returns:
        Whether every line was answered.
    """
    complete = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            reply = to_line(answer(_record(line)))
        except Failure as failure:
            complain(f"line {number}: {failure}")
            complete = False
            continue
        out.write(reply)
        out.flush()
    return complete


def to_line(record: Mapping[str, Any]) -> bytes:
    """One line of JSON in UTF-8, without a character that any reader takes for a line break."""
    text = json.dumps(record, ensure_ascii=False).translate(_LINE_BREAKS)
    return text.encode("utf-8", "backslashreplace") + b"\n"


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
