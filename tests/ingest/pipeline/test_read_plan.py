"""Bytes to plan: what holds for any text, and the shape of what comes out."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import Method, Plan
from ingest.errors import NotAPlan, UnreadableFile
from ingest.pipeline import plan_record, read_plan
from tests.ingest.pipeline import plans

REAL = Path(__file__).parents[4] / "shared" / "documents" / "000_494edf870ba2e618.txt"


def spans(plan: Plan):
    for record in (*plan.tasks, *plan.goals, *plan.responsibilities, *plan.unread):
        yield record.start, record.end


def check(plan: Plan) -> None:
    """What holds for every plan."""
    text = plan.document.text
    assert all(0 <= a <= b <= len(text) for a, b in spans(plan))
    for records in (plan.domains, plan.tasks, plan.goals, plan.agencies):
        ids = [record.id for record in records]
        assert len(ids) == len(set(ids))
    agencies = {agency.id for agency in plan.agencies}
    places = {place.code for place in plan.jurisdictions}
    assert all(edge.agency in agencies for edge in plan.responsibilities)
    assert all(agency.jurisdiction in places for agency in plan.agencies if agency.jurisdiction)
    assert all(task.text == text[task.start : task.end] for task in plan.tasks)
    assert [task.ordinal for task in plan.tasks] == list(range(1, len(plan.tasks) + 1))
    domains = {domain.id for domain in plan.domains}
    assert all(task.domain is None or task.domain in domains for task in plan.tasks)


@pytest.mark.parametrize("content", plans.WHOLE, ids=lambda content: content[:12])
def test_composed_plans_hold_together(content):
    check(read_plan(content.encode(), "plan.txt"))


PIECES = st.sampled_from([line for plan in plans.WHOLE for line in plan.split("\n")])


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=40))
def test_any_text_gives_a_sound_plan_or_is_refused(lines):
    try:
        plan = read_plan("\n".join(lines).encode(), "plan.txt")
    except (NotAPlan, UnreadableFile):
        return
    check(plan)


@pytest.mark.parametrize(
    "content",
    ["床前明月光，疑是地上霜。\n", "一、春眠不觉晓\n二、处处闻啼鸟\n", "会议通知\n定于周五开会。\n"],
)
def test_what_holds_no_task_is_no_plan(content):
    with pytest.raises(NotAPlan) as refusal:
        read_plan(content.encode(), "note.txt")
    assert "note.txt" in str(refusal.value)


def test_the_same_bytes_give_the_same_plan():
    data = plans.ANNEXES.encode()
    assert read_plan(data, "plan.txt") == read_plan(data, "plan.txt")


def test_the_document_is_named_by_place_year_issuer_and_title():
    plan = read_plan(plans.THREE_LEVELS.encode(), "plan.txt")
    document = plan.document
    mark = hashlib.sha256(f"{document.issuer}{document.title}".encode()).hexdigest()[:8]
    assert document.id == f"330502-2026-{mark}"
    assert document.sha256 == hashlib.sha256(plans.THREE_LEVELS.encode()).hexdigest()
    corrected = plans.THREE_LEVELS.replace("2000亩", "2100亩")
    assert read_plan(corrected.encode(), "other.txt").document.id == document.id


def test_numbers_that_begin_anew_are_told_apart_by_their_section():
    plan = read_plan(plans.COVER_CONVENTION.encode(), "plan.txt")
    assert [task.id.removeprefix(plan.document.id) for task in plan.tasks] == [".1.1", ".1.2", ".2.1"]


def test_a_name_nobody_knows_is_kept():
    content = "安顺市2025年工作要点\n一、任务\n（一）建站。建站5座。（市智慧云谷统筹局牵头）\n"
    [edge] = read_plan(content.encode(), "plan.txt").responsibilities
    assert (edge.mention, edge.method, edge.agency) == (
        "市智慧云谷统筹局",
        Method.UNRESOLVED,
        "520400.unresolved.市智慧云谷统筹局",
    )


def test_the_record_is_plain_json():
    made = plan_record(read_plan(plans.PARAGRAPHS.encode(), "plan.txt"))
    record = {name: [*value] if isinstance(value, Iterator) else value for name, value in made.items()}
    assert json.loads(json.dumps(record)) == record
    assert record["document"]["jurisdiction"] == "陕西省榆林市横山区"
    assert record["document"]["issued_on"] == "2023-03-20"
    assert record["tasks"][2]["deadline"] == "2023-10-31"
    assert record["tasks"][0]["domain"] == "扩大养殖规模"


@pytest.mark.skipif(not REAL.exists(), reason="the real plan isn't beside this checkout")
def test_the_real_plan():
    plan = read_plan(REAL.read_bytes(), REAL.name)
    document = plan.document
    assert (document.title, document.issuer) == ("数字广东建设2024年工作要点", "广东省政务服务和数据管理局")
    assert (document.number, str(document.issued_on), document.jurisdiction) == (None, "2024-05-10", "440000")
    assert (len(plan.domains), len(plan.tasks), len(plan.responsibilities)) == (5, 21, 63)
    assert [task.id.rsplit(".", 1)[1] for task in plan.tasks] == [str(n) for n in range(1, 22)]
    assert [piece.text[:5] for piece in plan.unread] == ["(二十一)"]
    check(plan)
