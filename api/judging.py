"""The files of judgements, and the resolver that obeys them.

The release's own lie under `seeds/judgements`, a person's in `ZHIZE_HOME/judgements.tsv`. Both are
read again whenever one of them has changed, so a running service hears of what a command wrote.
"""

import fcntl
import os
from functools import lru_cache
from itertools import chain
from pathlib import Path

from api.home import home_folder
from graph.errors import Failure
from ingest.agencies.judgements import (
    HEADER,
    Judgement,
    JudgementsFailure,
    parse_judgements,
    standings,
    to_line,
)
from ingest.agencies.registry import load_registry
from ingest.agencies.resolver import Resolver

RELEASED = Path(__file__).parents[1] / "seeds" / "judgements"
Stamp = tuple[tuple[Path, int, int], ...]


def own_file() -> Path:
    """Where this person's judgements are kept; the file may not be there yet."""
    return home_folder() / "judgements.tsv"


def load_judgements() -> tuple[Judgement, ...]:
    """All judgements in force and withdrawn, the release's first, a person's own last.

    Raises:
        JudgementsFailure: A file can't be read, or one of its lines is no judgement.
    """
    return _read(_stamp())


def current_resolver() -> Resolver:
    """The rules for names under all judgements. Raises as `load_judgements`."""
    return _resolver(_stamp())


def keep(judgement: Judgement) -> None:
    """Add a judgement to this person's file, to last.

    Raises:
        Failure: The file can't be written, or the judgement not be read again; the file is as it was.
    """
    file = own_file()
    parse_judgements(to_line(judgement), "this judgement")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a+b") as out:
            fcntl.flock(out, fcntl.LOCK_EX)
            out.write((_opening(file) + to_line(judgement)).encode())
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        advice = "Make it writable, or set ZHIZE_HOME to a folder that is."
        raise Failure(f"{error.strerror}.", where=str(file), advice=advice) from error


def _opening(file: Path) -> str:
    """What has to stand before the next line: a header, or the line break that a person left out."""
    size = file.stat().st_size
    if size == 0:
        return HEADER
    with file.open("rb") as read:
        read.seek(size - 1)
        return "" if read.read(1) == b"\n" else "\n"


def _stamp() -> Stamp:
    """The files that there are, with when and how they were last changed."""
    there = [file for file in (*sorted(RELEASED.glob("*.tsv")), own_file()) if file.exists()]
    return tuple((file, (stat := file.stat()).st_mtime_ns, stat.st_size) for file in there)


@lru_cache(maxsize=4)
def _read(stamp: Stamp) -> tuple[Judgement, ...]:
    return tuple(chain.from_iterable(parse_judgements(_text(file), str(file)) for file, _, _ in stamp))


@lru_cache(maxsize=4)
def _resolver(stamp: Stamp) -> Resolver:
    return Resolver(load_registry(), standings(_read(stamp)))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "not UTF-8"
        advice = "Make it a readable text in UTF-8."
        raise JudgementsFailure(f"It can't be read: {why}.", where=str(file), advice=advice) from error
