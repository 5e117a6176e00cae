"""Files into the graph: read, parse, write, one after the other, and a report of what came of it.

A file that can't be loaded is reported and the rest is still loaded. When the store breaks off
the loading stops: what was written before stays, and of the file in hand nothing is written.
"""

import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.errors import Failure, StoreFailure
from graph.model import Plan
from graph.store import Store
from graph.writer import Difference, write_plan
from ingest.errors import UnreadableFile
from ingest.pipeline import read_plan
from ingest.readers import SIZE_LIMIT

Progress = Callable[[int, int, Path], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """One document in the graph, and what was read in it.

    `agencies`, `collectives`: ids of those named in responsibilities. `unresolved`: names that no
    body was found for. `unread`: pieces of text that no rule claimed.
    """

    source: str
    document: str
    title: str
    difference: Difference
    domains: int
    tasks: int
    goals: int
    agencies: frozenset[str]
    collectives: frozenset[str]
    unresolved: frozenset[str]
    unread: int


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of every file. `skipped`: files not tried, because the store broke off."""

    loaded: tuple[Loaded, ...]
    failures: tuple[Failure, ...]
    skipped: tuple[Path, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for is in the graph."""
        return not self.failures and not self.skipped


def load_paths(store: Store, paths: Iterable[Path], on_progress: Progress) -> LoadReport:
    """Load files, and all files in folders, each in a transaction of its own.

    Args:
        store: A connected store.
        paths: Files and folders; folders are searched to the bottom, hidden files left out.
        on_progress: Told before each file how many are done, of how many, and its path.
    """
    files, failures = plan_files(paths)
    loaded: list[Loaded] = []
    for done, file in enumerate(files):
        on_progress(done, len(files), file)
        try:
            loaded.append(load_bytes(store, read_bytes(file), str(file)))
        except StoreFailure as failure:
            failures.append(_broken_off(failure, file))
            return LoadReport(tuple(loaded), tuple(failures), tuple(files[done + 1 :]))
        except Failure as failure:
            failures.append(failure)
    return LoadReport(tuple(loaded), tuple(failures))


def load_bytes(store: Store, data: bytes, name: str) -> Loaded:
    """Read one document from its bytes and write it.

    Raises:
        UnreadableFile: The bytes aren't a text of a known format.
        NotAPlan: The text holds no task.
        StoreFailure: The store broke off; nothing of the document is written.
    """
    plan = read_plan(data, name)
    return _loaded(plan, name, write_plan(store, plan))


def read_bytes(file: Path) -> bytes:
    """The file's bytes.

    Raises:
        UnreadableFile: It can't be opened, isn't a file, or is larger than a plan can be.
    """
    try:
        _check(file.stat(), str(file))
        return file.read_bytes()
    except OSError as error:
        raise _closed(error, file) from error


def _check(status: os.stat_result, where: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile("Not a file that holds data.", where=where, advice="Give a file or a folder.")
    if status.st_size > SIZE_LIMIT:
        raise UnreadableFile(
            f"{status.st_size // 1_000_000} MB is too large for a plan (at most {SIZE_LIMIT // 1_000_000} MB).",
            where=where,
            advice="Check that it is the right file, or split it.",
        )


def _closed(error: OSError, path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"It can't be opened: {error.strerror}.", where=str(path), advice="Check its name and permissions."
    )


def plan_files(paths: Iterable[Path]) -> tuple[list[Path], list[Failure]]:
    """The files that the paths lead to, each once and in order, and a failure for each dead end."""
    files: dict[str, Path] = {}
    failures: list[Failure] = []
    for path in paths:
        found = _files_in(path, failures) if os.path.isdir(path) else [path]
        if not found:
            failures.append(Failure("No file in this folder.", where=str(path), advice="Check the path."))
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


def _loaded(plan: Plan, source: str, difference: Difference) -> Loaded:
    named = {r.agency for r in plan.responsibilities}
    agencies = [agency for agency in plan.agencies if agency.id in named]
    return Loaded(
        source=source,
        document=plan.document.id,
        title=plan.document.title,
        difference=difference,
        domains=len(plan.domains),
        tasks=len(plan.tasks),
        goals=len(plan.goals),
        agencies=frozenset(a.id for a in agencies if a.resolved and not a.collective),
        collectives=frozenset(a.id for a in agencies if a.collective),
        unresolved=frozenset(a.name for a in agencies if not a.resolved),
        unread=len(plan.unread),
    )


def _broken_off(failure: StoreFailure, file: Path) -> StoreFailure:
    return StoreFailure(
        f"The store broke off, nothing of this file was written: {failure.what}",
        where=str(file),
        advice=f"{failure.advice} Then load again: what is loaded already stays as it is.".strip(),
    )
