"""A person's judgement is data: it wins over every rule, is kept, and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Method
from ingest.agencies.judgements import (
    HEADER,
    Judgement,
    JudgementsFailure,
    Standing,
    Verdict,
    parse_judgements,
    standings,
    to_line,
)
from ingest.agencies.registry import load_registry
from ingest.agencies.resolver import Resolution, Resolver, load_resolver
from ingest.script import clean_name

GUANGDONG = "440000"
WHEN = datetime(2024, 5, 10, 8, 30, tzinfo=UTC)
NAME = "省智慧湾区统筹局"
INDUSTRY, FINANCE = "440000.miit", "440000.finance"


def said(verdict: str, agency_id: str | None = None, mention: str = NAME) -> Judgement:
    return Judgement(mention, GUANGDONG, Verdict(verdict), agency_id, "王芳", WHEN, "三定规定")


def resolved(mention: str, *judgements: Judgement) -> Resolution:
    resolver = Resolver(load_registry(), standings(judgements))
    return resolver.resolve(mention, resolver.registry.places.get(GUANGDONG), date(2024, 5, 10))


def test_same_leads_to_that_body_whatever_the_rules_say() -> None:
    for mention in (NAME, "省财政厅", "省智慧湾区统筹局主任"):
        found = resolved(mention, said("same", INDUSTRY, mention))
        assert found.agency
        assert (found.agency.id, found.method, found.score) == (INDUSTRY, Method.REVIEWED, 1.0)


def test_different_never_leads_to_that_body() -> None:
    before = resolved("省财政厅")
    assert before.agency
    found = resolved("省财政厅", said("different", before.agency.id, "省财政厅"))
    assert (found.agency, found.method) == (None, Method.UNRESOLVED)
    assert before.agency.id not in {suggestion.agency_id for suggestion in found.suggestions}
    assert "a person decided" in found.reason


def test_different_from_another_body_leaves_what_the_rules_say() -> None:
    assert resolved("省财政厅", said("different", INDUSTRY, "省财政厅")) == resolved("省财政厅")
    assert resolved(NAME, said("different", INDUSTRY)).reason == resolved(NAME).reason


def test_of_two_bodies_with_one_short_form_the_one_not_ruled_out_is_meant(find_shared: str) -> None:
    reason = resolved(find_shared).reason
    one, other = reason.removeprefix("the name fits several bodies: ").split(", ")
    found = resolved(find_shared, said("different", one, find_shared))
    assert found.agency
    assert found.agency.id == other
    both = resolved(find_shared, said("different", one, find_shared), said("different", other, find_shared))
    assert both.agency is None


@pytest.fixture(scope="module")
def find_shared() -> str:
    """A name that fits just two bodies in Guangdong, by the registry's own word."""
    resolver = load_resolver()
    place = resolver.registry.places.get(GUANGDONG)
    patterns = (pattern.replace("*", "省") for pattern in resolver.registry.index(place))
    for name in sorted(patterns):
        reason = resolver.resolve(name, place, date(2024, 5, 10)).reason
        if reason.startswith("the name fits several bodies: ") and reason.count(", ") == 1:
            return name
    pytest.fail("the registry has no name that fits just two bodies")


def test_unsure_stays_unresolved() -> None:
    found = resolved("省财政厅", said("unsure", mention="省财政厅"))
    assert (found.agency, found.method) == (None, Method.UNRESOLVED)
    assert "a person decided" in found.reason


def test_a_judgement_holds_at_its_own_place_only() -> None:
    resolver = Resolver(load_registry(), standings([said("same", INDUSTRY)]))
    elsewhere = resolver.registry.places.get("430000")
    assert resolver.resolve(NAME, elsewhere, None).agency is None
    assert resolver.resolve(NAME, None, None).agency is None


def test_a_body_that_the_registry_lost_leaves_the_name_for_review() -> None:
    found = resolved(NAME, said("same", "440000.no-such-body"))
    assert found.agency is None
    assert "440000.no-such-body" in found.reason


@pytest.mark.parametrize(
    ("judgements", "standing"),
    [
        ([said("same", INDUSTRY), said("same", FINANCE)], Standing(FINANCE)),
        (
            [said("different", INDUSTRY), said("different", FINANCE)],
            Standing(None, frozenset({INDUSTRY, FINANCE})),
        ),
        ([said("different", INDUSTRY), said("same", INDUSTRY)], Standing(INDUSTRY)),
        ([said("same", INDUSTRY), said("different", INDUSTRY)], Standing(None, frozenset({INDUSTRY}))),
        ([said("same", INDUSTRY), said("different", FINANCE)], Standing(INDUSTRY, frozenset({FINANCE}))),
        ([said("same", INDUSTRY), said("unsure")], Standing()),
        ([said("same", INDUSTRY), said("withdrawn")], None),
        ([said("withdrawn"), said("unsure")], Standing()),
    ],
)
def test_the_later_judgement_wins(judgements: list[Judgement], standing: Standing | None) -> None:
    assert standings(judgements).get((NAME, GUANGDONG)) == standing


PLAIN = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
JUDGEMENTS = st.builds(
    Judgement,
    mention=PLAIN.map(clean_name).filter(bool),
    place=st.sampled_from(["", "000000", "440000", "440104"]),
    verdict=st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]),
    agency_id=PLAIN,
    who=PLAIN,
    when=st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0)),
    why=st.one_of(st.just(""), PLAIN),
)


@given(st.lists(JUDGEMENTS, max_size=5))
def test_what_is_written_is_read_back(judgements: list[Judgement]) -> None:
    text = HEADER + "".join(map(to_line, judgements))
    assert parse_judgements(text, "a.tsv") == tuple(judgements)


def test_white_space_in_a_reason_breaks_no_line() -> None:
    told = replace(said("unsure"), why="第一行\n第二行\t表")
    (read,) = parse_judgements(to_line(told), "a.tsv")
    assert read.why == "第一行 第二行 表"


GOOD = to_line(said("same", INDUSTRY)).rstrip("\n")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda line: line + "\tmore", "8 columns"),
        (lambda line: line.replace("same", "maybe"), "no verdict"),
        (lambda line: line.replace("440000\t", "44\t"), "six digits"),
        (lambda line: line.replace(INDUSTRY, ""), "needs agency_id"),
        (lambda line: line.replace("same", "unsure"), "takes no agency_id"),
        (lambda line: line.replace("王芳", ""), "who is empty"),
        (lambda line: line.replace(NAME, ""), "mention"),
        (lambda line: line.replace(NAME, "省 智慧局"), "mention"),
        (lambda line: line.replace("2024-05-10T08:30:00Z", "yesterday"), "no moment"),
        (lambda line: line.replace("08:30:00Z", "08:30:00"), "no moment"),
    ],
)
def test_a_wrong_line_is_named_with_file_and_line(change: Callable[[str], str], what: str) -> None:
    with pytest.raises(JudgementsFailure, match=what) as wrong:
        parse_judgements(f"{HEADER}\n{GOOD}\n{change(GOOD)}\n", "mine.tsv")
    assert wrong.value.where == "mine.tsv:5"


def test_judgements_of_the_release_name_bodies_that_there_are() -> None:
    files = sorted(Path("seeds/judgements").glob("*.tsv"))
    assert files
    for file in files:
        for judgement in parse_judgements(file.read_text(encoding="utf-8"), str(file)):
            assert judgement.agency_id is None or load_resolver().agency(judgement.agency_id)
