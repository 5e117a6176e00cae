"""`zhize parse`, `zhize clause`, `zhize resolve`: what scripts get, line by line."""

import json

import pytest

from tests.api.cli.test_loading import PLAN


def lines(*records):
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


def answers(said):
    return [json.loads(line) for line in said.out.splitlines()]


def test_a_plan_for_programs(zhize, tmp_path):
    file = tmp_path / "要点.txt"
    file.write_text(PLAN, encoding="utf-8")
    said = zhize("parse", file, "--json")
    assert (said.code, said.err) == (0, "")
    plan = json.loads(said.out)
    assert set(plan) == {"document", "domains", "tasks", "goals", "unread"}
    assert plan["document"]["title"] == "广东省数字建设2024年工作要点"
    first = plan["tasks"][0]["assignments"][0]
    assert {"mention", "role", "collective", "agency", "method", "score", "start", "end"} <= set(first)
    assert (first["mention"], first["role"]) == ("省工业和信息化厅", "lead")
    assert first["agency"]["name"] == "广东省工业和信息化厅"


def test_a_plan_for_people(zhize, tmp_path):
    file = tmp_path / "要点.txt"
    file.write_text(PLAN, encoding="utf-8")
    said = zhize("parse", file)
    assert said.code == 0
    assert "lead        广东省工业和信息化厅、广东省科学技术厅" in said.out
    assert "省智慧湾区统筹局 (unresolved)" in said.out


def test_clauses_line_by_line(zhize):
    said = zhize(
        "clause",
        "--jsonl",
        stdin=lines(
            {"id": "1", "jurisdiction": "广东省", "clause": "（省财政厅牵头，省教育厅、民政厅配合）"},
            {"id": "2", "jurisdiction": None, "clause": ""},
        ),
    )
    assert (said.code, said.err) == (0, "")
    first, second = answers(said)
    assert set(first) == {"id", "assignments", "open", "convention"}
    assert [(a["mention"], a["role"], a["collective"]) for a in first["assignments"]] == [
        ("省财政厅", "lead", False),
        ("省教育厅", "support", False),
        ("省民政厅", "support", False),
    ]
    assert (second["id"], second["assignments"]) == ("2", [])


def test_names_line_by_line(zhize):
    said = zhize(
        "resolve",
        "--jsonl",
        stdin=lines(
            {"id": 1, "jurisdiction": "广东省", "mention": "省工信厅", "as_of": "2024-05-10"},
            {"id": 2, "jurisdiction": "广东省", "mention": "省智慧湾区统筹局", "as_of": None},
            {"id": 3, "mention": "国家数据局"},
        ),
    )
    assert (said.code, said.err) == (0, "")
    known, unknown, national = answers(said)
    assert {"id", "agency", "agency_id", "method", "score", "successor", "suggestions"} <= set(known)
    assert known["agency"] == "广东省工业和信息化厅"
    assert (unknown["agency"], unknown["method"]) == (None, "unresolved")
    assert national["agency"] == "国家数据局"


@pytest.mark.parametrize(
    ("command", "bad"),
    [
        ("clause", {"id": "x"}),
        ("clause", {"id": "x", "clause": 5}),
        ("resolve", {"id": "x", "jurisdiction": "广东省"}),
        ("resolve", {"id": "x", "mention": "省财政厅", "as_of": "last year"}),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_answered(zhize, command, bad):
    good = {"id": "good", "jurisdiction": "广东省", "clause": "（省财政厅）", "mention": "省财政厅"}
    said = zhize(command, "--jsonl", stdin=lines(good, bad, good))
    assert said.code == 1
    assert [answer["id"] for answer in answers(said)] == ["good", "good"]
    assert said.err.startswith("zhize: line 2: ")
    assert len(said.err.splitlines()) == 1


def test_the_registry_is_in_order(zhize):
    said = zhize("registry", "check")
    assert (said.code, said.out) == (0, "The registry is in order.\n")
