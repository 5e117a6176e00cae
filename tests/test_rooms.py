"""Which room may import what: the further in, the less it knows of the others."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("graph", "ingest", "queries", "api", "seeds")
MAY_IMPORT = {
    "graph": ("graph",),
    "ingest": ("ingest", "graph.model", "graph.errors"),
    "queries": ("queries", "graph.errors"),
    "seeds": (),
    "api": ("api", "graph", "ingest", "queries"),
}
ONLY_IN = {"neo4j": "graph", "fastapi": "api", "starlette": "api", "typer": "api"}


def imports(room: str) -> list[tuple[str, str]]:
    """Every import of a room, as the file and the module or name imported; "." for a relative one."""
    files = sorted((ROOT / room).rglob("*.py"))
    assert files, f"no modules in {room}"
    return [(str(file.relative_to(ROOT)), name) for file in files for name in imported_by(file)]


def imported_by(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." if node.level else node.module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def lies_in(name: str, module: str) -> bool:
    return f"{name}.".startswith(f"{module}.")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_the_rooms_below_it(room: str) -> None:
    ours = [(file, name) for file, name in imports(room) if name.split(".")[0] in (*ROOMS, "tests")]
    strange = [
        (file, name) for file, name in ours if not any(lies_in(name, known) for known in MAY_IMPORT[room])
    ]
    assert strange == []


@pytest.mark.parametrize("room", ROOMS)
def test_the_database_and_the_web_each_have_one_room(room: str) -> None:
    tops = [(file, name, name.split(".")[0]) for file, name in imports(room)]
    assert [(file, name) for file, name, top in tops if ONLY_IN.get(top, room) != room] == []


@pytest.mark.parametrize("room", ROOMS)
def test_what_a_module_keeps_to_itself_no_other_takes(room: str) -> None:
    private = [(file, name) for file, name in imports(room) if name.rpartition(".")[2].startswith("_")]
    assert private == []


def test_imports_say_the_whole_way() -> None:
    every = chain.from_iterable(map(imports, ROOMS))
    assert [(file, name) for file, name in every if name.startswith(".")] == []
