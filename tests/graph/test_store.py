"""The connection: what it answers, what it refuses, and what it says when it can't."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from neo4j import GraphDatabase, ManagedTransaction

from graph.errors import StoreFailure
from graph.schema import STATEMENTS
from graph.store import Address, Store
from graph.writer import Outcome, write_plan
from tests.plans import plan_2024, plan_2025


def test_rows_are_plain(empty_store: Store) -> None:
    write_plan(empty_store, plan_2025())
    question = (
        "MATCH path = (d:Document)<-[:IN]-(:Domain) MATCH (:Agency)-[r:SUPPORTS]->(t:Task)"
        " RETURN d.issued_on AS day, r AS duty, t AS task, path, [date('2025-01-02'), {a: null}] AS list"
    )
    (row,) = empty_store.read(question)
    assert row["day"] == "2025-03-01"
    assert row["list"] == ["2025-01-02", {"a": None}]
    assert row["duty"]["type"] == "SUPPORTS"
    assert row["duty"]["mention"] == "省财政厅"
    assert row["task"]["title"] == "通网络"
    assert [node["id"] for node in row["path"]["nodes"]] == ["870000-2025-b", "870000-2025-b.d1"]
    assert [tie["type"] for tie in row["path"]["relationships"]] == ["IN"]


def test_connecting_again_leaves_the_schema_as_it_is(store: Store) -> None:
    def names() -> list[str]:
        return sorted(row["name"] for row in store.read("SHOW CONSTRAINTS"))

    before = names()
    with Store(store.address):
        pass
    assert names() == before
    assert before == sorted(s.split()[2] for s in STATEMENTS if s.startswith("CREATE CONSTRAINT"))


def test_a_write_that_breaks_off_leaves_nothing(empty_store: Store) -> None:
    def work(transaction: ManagedTransaction) -> None:
        transaction.run("CREATE (:Task {id: 'half'})").consume()
        raise KeyError

    with pytest.raises(KeyError):
        empty_store.write(work)
    assert empty_store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_two_writers_of_one_new_node_both_succeed(empty_store: Store) -> None:
    meeting = threading.Barrier(2, timeout=2)

    def work(transaction: ManagedTransaction) -> None:
        transaction.run("MATCH (n:Agency {id: 'a'}) RETURN n").consume()
        _meet(meeting)
        transaction.run("MERGE (n:Agency {id: 'a'}) SET n.n = coalesce(n.n, 0) + 1").consume()

    _at_once(*[lambda: empty_store.write(work)] * 2)
    assert empty_store.read("MATCH (n:Agency) RETURN n.n AS n") == [{"n": 2}]


def test_two_writers_of_the_first_node_with_a_pair_of_labels_both_succeed(empty_store: Store) -> None:
    for n in range(12):
        meeting = threading.Barrier(2, timeout=2)

        def work(transaction: ManagedTransaction, n: int = n, meeting: threading.Barrier = meeting) -> None:
            _meet(meeting)
            transaction.run(f"MERGE (:One{n}:Two{n} {{id: $id}})", id=threading.get_ident()).consume()

        _at_once(*[lambda work=work: empty_store.write(work)] * 2)
    assert empty_store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 24}]


def test_many_writers_at_once_write_what_one_would(empty_store: Store) -> None:
    plans = [
        replace(
            plan_2025(),
            document=replace(plan_2025().document, id=f"870000-{year}"),
            domains=(),
            goals=(),
            tasks=(replace(plan_2025().tasks[0], id=f"870000-{year}.1", domain=None),),
            responsibilities=tuple(
                replace(duty, task=f"870000-{year}.1") for duty in plan_2025().responsibilities
            ),
        )
        for year in range(2000, 2008)
    ]
    outcomes = _at_once(*[lambda plan=plan: write_plan(empty_store, plan).outcome for plan in plans])
    assert outcomes == [Outcome.NEW] * len(plans)
    ties = "MATCH (a:Agency)-[r:OF|MANAGED_BY]->() RETURN count(r) AS n"
    assert empty_store.read(ties) == [{"n": 5}]
    assert empty_store.read("MATCH ()-[r:LEADS]->() RETURN count(r) AS n") == [{"n": 8}]


def test_two_writers_of_one_document_wait_for_each_other(empty_store: Store) -> None:
    outcomes = _at_once(*[lambda: write_plan(empty_store, plan_2024()).outcome] * 4)
    assert sorted(outcomes) == [Outcome.NEW] + [Outcome.UNCHANGED] * 3
    assert empty_store.read("MATCH ()-[r:LEADS]->() RETURN count(r) AS n") == [{"n": 5}]


def test_a_wrong_password_is_told(store: Store) -> None:
    with pytest.raises(StoreFailure, match="refuses the login") as failure:
        Store(replace(store.address, password="not this")).connect()
    assert "ZHIZE_NEO4J_PASSWORD" in failure.value.advice
    assert "not this" not in str(failure.value)


def test_a_wrong_database_is_told(store: Store) -> None:
    with pytest.raises(StoreFailure, match="no database 'elsewhere'"):
        Store(replace(store.address, database="elsewhere")).connect()


@pytest.fixture
def new_user(store: Store, request: pytest.FixtureRequest) -> Iterator[Address]:
    """A user of Neo4j who has to choose a password first."""
    if request.node.callspec.params["store"] == "embedded":
        pytest.skip("the embedded store has one user")
    address = store.address
    given = replace(address, user="new", password="given-first")
    with GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        made = "CREATE USER new SET PASSWORD $given CHANGE REQUIRED"
        driver.execute_query(made, given=given.password, database_="system")
        yield given
        driver.execute_query("DROP USER new", database_="system")


def test_a_password_that_must_be_changed_is_told(new_user: Address) -> None:
    with pytest.raises(StoreFailure, match="'new' to choose a new password"):
        Store(new_user).connect()


def test_too_many_wrong_passwords_are_told(new_user: Address) -> None:
    for _ in range(3):
        with pytest.raises(StoreFailure, match="refuses the login"):
            Store(replace(new_user, password="a guess")).connect()
    with pytest.raises(StoreFailure, match="for a while"):
        Store(replace(new_user, password="a guess")).connect()


def test_a_statement_that_is_no_cypher_is_told(store: Store) -> None:
    with pytest.raises(StoreFailure, match="SyntaxError"):
        store.read("MATCH (n RETURN n")


@pytest.mark.parametrize(
    ("uri", "what"),
    [
        ("bolt://127.0.0.1:9", "can't be reached"),
        ("bolt://nowhere.invalid:7687", "can't be reached"),
        ("neo4j://127.0.0.1:9", "can't be reached"),
        ("http://127.0.0.1:7474", "no address of a store"),
        ("127.0.0.1:7687", "no address of a store"),
        ("", "no address of a store"),
        ("bolt://127.0.0.1:port", "no address of a store"),
    ],
)
def test_an_address_where_no_store_answers_is_told(uri: str, what: str) -> None:
    with pytest.raises(StoreFailure, match=what) as failure, Store(Address(uri, "neo4j", "secret", "neo4j")):
        pass
    assert failure.value.where == uri
    assert failure.value.advice


def _meet(meeting: threading.Barrier) -> None:
    with suppress(threading.BrokenBarrierError):
        meeting.wait()


def _at_once(*jobs: Callable[[], Any]) -> list[Any]:
    with ThreadPoolExecutor(len(jobs)) as pool:
        return [job.result() for job in [pool.submit(job) for job in jobs]]
