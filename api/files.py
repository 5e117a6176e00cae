"""Files and folders that a person names: which files they lead to, and their bytes."""

import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from graph.errors import Failure
from ingest.errors import UnreadableFile
from ingest.readers import SIZE_LIMIT

MEGABYTE = 1_000_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def read_bytes(file: Path) -> bytes:
    """The file's bytes.

    Raises:
        UnreadableFile: It can't be opened, isn't a file, or is larger than a plan can be.
    """
    try:
        _check(file.stat(), shown_name(file))
        return file.read_bytes()
    except OSError as error:
        raise _closed(error, file) from error


def _check(status: os.stat_result, where: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile("Not a file that holds data.", where=where, advice="Give a file or a folder.")
    if status.st_size > SIZE_LIMIT:
        raise UnreadableFile(
            f"{status.st_size // MEGABYTE} MB is too large for a plan (at most {SIZE_LIMIT // MEGABYTE} MB).",
            where=where,
            advice="Check that it is the right file, or split it.",
        )


def _closed(error: OSError, path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"It can't be opened: {error.strerror}.",
        where=shown_name(path),
        advice="Check its name and permissions.",
    )


def shown_name(path: Path) -> str:
    """The path as text that can be shown and stored, whatever bytes its name is made of."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


def plan_files(paths: Iterable[Path]) -> tuple[list[Path], list[Failure]]:
    """The files that the paths lead to, each once and in order, and a failure for each dead end."""
    files: dict[str, Path] = {}
    failures: list[Failure] = []
    for path in paths:
        told = len(failures)
        found = _files_in(path, failures) if os.path.isdir(path) else [path]
        if not found and len(failures) == told:
            where = shown_name(path)
            failures.append(Failure("No file in this folder.", where=where, advice="Check the path."))
        files.update((os.path.realpath(file), file) for file in found)
    return list(files.values()), failures


def _files_in(folder: Path, failures: list[Failure]) -> list[Path]:
    """All files below a folder but hidden ones and the lock files of word processors."""
    found: list[Path] = []
    for place, folders, names in os.walk(
        folder, onerror=lambda error: failures.append(_closed(error, Path(error.filename)))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(place, name) for name in sorted(names) if not name.startswith((".", "~$"))]
    return found
