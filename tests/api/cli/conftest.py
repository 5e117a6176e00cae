"""Runs commands as a person does, in this process: words in; exit code, stdout and stderr out."""

import io
import sys
from dataclasses import dataclass

import pytest

from api.cli import main
from graph.writer import write_plan
from tests.plans import plan_2024, plan_2025


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


@pytest.fixture
def zhize(monkeypatch, capsys):
    def run(*words, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["zhize", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Said(end.value.code or 0, said.out, said.err)

    return run


@pytest.fixture
def at_store(empty_store, monkeypatch):
    """An empty store, which the commands are told to use."""
    address = empty_store.address
    for name in ("uri", "user", "password", "database"):
        monkeypatch.setenv(f"ZHIZE_NEO4J_{name.upper()}", getattr(address, name))
    return empty_store


@pytest.fixture
def filled(at_store):
    """The store with the two made-up plans."""
    write_plan(at_store, plan_2024())
    write_plan(at_store, plan_2025())
    return at_store
