"""Stores to test against: the embedded one, and a real Neo4j from wherever one can be had."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import docker
from docker.errors import DockerException

from graph.embedded import embedded
from graph.store import Address, Store
from tests.neo4j_jars import PASSWORD, NoNeo4jError, from_jars, version

__all__ = ["NoNeo4jError", "empty", "opened"]


@contextmanager
def opened(name: str) -> Iterator[Store]:
    """A connected store by its name, with nobody else's data in it.

    Raises:
        NoNeo4jError: There is no way to a Neo4j here.
    """
    with _embedded() if name == "embedded" else _neo4j() as address, Store(address) as store:
        yield store


def empty(store: Store) -> None:
    """Take everything out of a store; its schema stays."""
    store.write(lambda transaction: transaction.run("MATCH (n) DETACH DELETE n").consume())


@contextmanager
def _embedded() -> Iterator[Address]:
    with tempfile.TemporaryDirectory(prefix="zhize-embedded-") as home, embedded(Path(home)) as address:
        yield address


@contextmanager
def _neo4j() -> Iterator[Address]:
    if uri := os.environ.get("ZHIZE_TEST_NEO4J_URI"):
        yield _given(uri)
    elif _docker_answers():
        with _container() as address:
            yield address
    else:
        with from_jars() as address:
            yield address


def _given(uri: str) -> Address:
    def told(name: str, otherwise: str) -> str:
        return os.environ.get(f"ZHIZE_TEST_NEO4J_{name}", otherwise)

    return Address(uri, told("USER", "neo4j"), told("PASSWORD", ""), told("DATABASE", "neo4j"))


def _docker_answers() -> bool:
    try:
        docker.from_env(timeout=2).ping()
    except DockerException:
        return False
    return True


@contextmanager
def _container() -> Iterator[Address]:
    from testcontainers.neo4j import Neo4jContainer

    with Neo4jContainer(f"neo4j:{version()}-community", password=PASSWORD) as neo4j:
        yield Address(neo4j.get_connection_url(), "neo4j", PASSWORD, "neo4j")
