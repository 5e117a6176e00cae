"""Files into the graph: read, parse, write, one after the other, and a report of what came of it.

A file that can't be loaded is reported and the rest is still loaded. When the store breaks off
the loading stops: what was written before stays, and of the file in hand nothing is written.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from api.files import plan_files, read_bytes, shown_name
from api.judging import current_resolver
from graph.errors import Failure, StoreFailure
from graph.model import Plan
from graph.store import Store
from graph.writer import Difference, write_plan
from ingest.pipeline import read_plan

Progress = Callable[[int, int, Path], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """One document in the graph, and what was read in it.

    `agencies`, `collectives`: ids of those named in responsibilities. `unresolved`: names that no
    body was found for. `unread`: pieces of text that no rule claimed. `warnings`: what the reader had to
    leave out of the file.
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
    warnings: tuple[str, ...] = ()


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
            loaded.append(load_bytes(store, read_bytes(file), shown_name(file)))
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
    plan = read_plan(data, name, current_resolver())
    return _loaded(plan, name, write_plan(store, plan))


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
        warnings=plan.document.warnings,
    )


def _broken_off(failure: StoreFailure, file: Path) -> StoreFailure:
    advice = f"{failure.advice} Then load again: what is loaded already stays as it is."
    return StoreFailure(failure.what, where=shown_name(file), advice=advice)
