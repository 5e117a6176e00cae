"""The writer: what it writes, that it writes it once, and how an edition replaces another."""

from dataclasses import replace
from datetime import date

import pytest

from graph.difference import Outcome
from graph.errors import StoreFailure
from graph.store import Store
from graph.writer import remove_document, write_plan
from tests.plans import CITIES, DATA, INDUSTRY, plan_2024, plan_2025

EVERYTHING = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) WITH n, r, coalesce(m.id, m.code) AS end"
    " RETURN labels(n) AS labels, properties(n) AS node, type(r) AS type, properties(r) AS told, end"
    " ORDER BY coalesce(n.id, n.code), type, end, told.position"
)


def test_a_plan_is_written_whole(empty_store: Store) -> None:
    difference = write_plan(empty_store, plan_2024())
    assert difference.outcome is Outcome.NEW
    counts = "MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS n ORDER BY label"
    assert {row["label"]: row["n"] for row in empty_store.read(counts)} == {
        "Agency": 9,
        "Collective": 1,
        "Document": 1,
        "Domain": 1,
        "Goal": 2,
        "Jurisdiction": 3,
        "Task": 4,
    }
    types = "MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS n ORDER BY type"
    assert {row["type"]: row["n"] for row in empty_store.read(types)} == {
        "GUIDES": 1,
        "HAS_GOAL": 2,
        "IN": 5,
        "ISSUED": 1,
        "LEADS": 5,
        "MANAGED_BY": 2,
        "MEMBER_OF": 1,
        "OF": 9,
        "RESPONSIBLE_FOR": 3,
        "SUCCEEDED_BY": 1,
        "SUPPORTS": 1,
        "WITHIN": 2,
    }


def test_co_leads_are_found_in_the_order_written(empty_store: Store) -> None:
    write_plan(empty_store, plan_2024())
    question = (
        "MATCH (a:Agency)-[r:LEADS]->(t:Task {id: $task}) RETURN a.name AS name, r.mention AS mention,"
        " r.method AS method, r.score AS score ORDER BY r.position"
    )
    assert empty_store.read(question, {"task": "870000-2024-a.1"}) == [
        {"name": "广川省工业厅", "mention": "省工业厅", "method": "exact", "score": 1.0},
        {"name": "广川省科技厅", "mention": "省科技厅", "method": "exact", "score": 1.0},
    ]


def test_dates_are_dates_and_lists_are_lists(empty_store: Store) -> None:
    write_plan(empty_store, plan_2024())
    question = (
        "MATCH (t:Task) WHERE t.deadline <= date('2024-06-30') MATCH (d:Document)"
        " RETURN t.deadline AS due, t.open AS open, d.unread_reason AS unread,"
        " d.loaded_at IS NOT NULL AS loaded"
    )
    assert empty_store.read(question) == [
        {"due": "2024-06-30", "open": False, "unread": ["no rule"], "loaded": True}
    ]


def test_the_same_plan_again_changes_nothing(empty_store: Store) -> None:
    write_plan(empty_store, plan_2024())
    before = empty_store.read(EVERYTHING)
    difference = write_plan(empty_store, plan_2024())
    assert difference.outcome is Outcome.UNCHANGED
    assert not difference.tasks
    assert empty_store.read(EVERYTHING) == before


def test_the_same_bytes_under_another_file_name_change_nothing(empty_store: Store) -> None:
    plan = plan_2024()
    write_plan(empty_store, plan)
    renamed = replace(plan, document=replace(plan.document, source="副本.txt"))
    assert write_plan(empty_store, renamed).outcome is Outcome.UNCHANGED


def test_a_corrected_edition_replaces_the_one_before(empty_store: Store) -> None:
    old = plan_2024()
    write_plan(empty_store, old)
    new = replace(
        old,
        document=replace(old.document, sha256="0" * 64),
        tasks=(replace(old.tasks[0], title="建好园区"), *old.tasks[1:3]),
        goals=(old.goals[0],),
        responsibilities=(replace(old.responsibilities[1], position=1), *old.responsibilities[2:8]),
    )
    difference = write_plan(empty_store, new)
    assert difference.outcome is Outcome.REPLACED
    assert difference.tasks.removed == ("4 总协调",)
    assert difference.tasks.changed == ("1 建好园区",)
    assert difference.goals.removed == ("通网的村达到95%以上",)
    assert difference.responsibilities.removed == (
        "省工业厅 lead 1 建园区",
        "省府办公厅 lead 4 总协调",
        "省工业厅 lead 4 总协调",
    )
    assert not difference.responsibilities.changed
    replaced = empty_store.read(EVERYTHING)
    remove_document(empty_store, old.document.id)
    write_plan(empty_store, new)
    assert [_lasting(row) for row in empty_store.read(EVERYTHING)] == [_lasting(row) for row in replaced]


def test_bodies_that_only_a_replaced_edition_named_go_with_it(empty_store: Store) -> None:
    old = plan_2024()
    write_plan(empty_store, old)
    kept = tuple(duty for duty in old.responsibilities if duty.agency.count(".") == 1)
    agencies = tuple(agency for agency in old.agencies if agency.resolved and not agency.collective)
    write_plan(empty_store, replace(old, agencies=agencies, responsibilities=kept))
    names = [row["id"] for row in empty_store.read("MATCH (a:Agency) RETURN a.id AS id ORDER BY id")]
    assert names == sorted(agency.id for agency in agencies)


def test_a_shared_name_stays_while_another_document_needs_it(empty_store: Store) -> None:
    first, second = plan_2024(), plan_2025()
    duty = replace(second.responsibilities[1], agency=CITIES.id)
    second = replace(
        second,
        jurisdictions=first.jurisdictions,
        agencies=first.agencies,
        responsibilities=(second.responsibilities[0], duty),
    )
    write_plan(empty_store, first)
    write_plan(empty_store, second)
    remove_document(empty_store, first.document.id)
    left = empty_store.read("MATCH (a:Agency) WHERE a.collective OR NOT a.resolved RETURN a.name AS name")
    assert left == [{"name": "各市人民政府"}]


def test_removing_a_document_leaves_the_others_alone(empty_store: Store) -> None:
    write_plan(empty_store, plan_2025())
    write_plan(empty_store, plan_2024())
    assert remove_document(empty_store, "870000-2024-a").outcome is Outcome.REPLACED
    assert remove_document(empty_store, "870000-2024-a").outcome is Outcome.UNCHANGED
    left = empty_store.read("MATCH (n) WHERE n:Document OR n:Task OR n:Goal RETURN n.id AS id ORDER BY id")
    assert [row["id"] for row in left] == ["870000-2025-b", "870000-2025-b.1", "870000-2025-b.g1"]
    assert write_plan(empty_store, plan_2025()).outcome is Outcome.UNCHANGED


def test_what_the_registry_says_anew_reaches_the_graph(empty_store: Store) -> None:
    old = plan_2025()
    write_plan(empty_store, old)
    moved = replace(DATA, managed_by=None, valid_from=date(2024, 11, 1))
    agencies = tuple(moved if agency.id == DATA.id else agency for agency in old.agencies)
    assert write_plan(empty_store, replace(old, agencies=agencies)).agencies.changed == ("广川省数据局",)
    assert empty_store.read("MATCH (:Agency)-[r:MANAGED_BY]->() RETURN count(r) AS n") == [{"n": 0}]


def test_a_plan_that_lacks_a_body_is_refused_whole(empty_store: Store) -> None:
    plan = plan_2024()
    agencies = tuple(agency for agency in plan.agencies if agency.id != INDUSTRY.id)
    with pytest.raises(StoreFailure, match=r"870000\.miit"):
        write_plan(empty_store, replace(plan, agencies=agencies))
    assert empty_store.read("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def _lasting(row: dict[str, object]) -> dict[str, object]:
    node = row["node"]
    assert isinstance(node, dict)
    return {**row, "node": {name: value for name, value in node.items() if name != "loaded_at"}}
