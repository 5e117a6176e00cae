"""`zhize review`: the list, one name, verdicts, and taking them back."""

import json

import pytest

from tests.api.review.plans import GUANGDONG, HUNAN, UNKNOWN

pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture
def loaded(zhize, at_store, tmp_path, monkeypatch):  # noqa: ARG001 (what the commands use)
    monkeypatch.setenv("ZHIZE_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    for name, text in (("a.txt", GUANGDONG), ("b.txt", HUNAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert zhize("load", tmp_path).code == 0


def test_names_are_listed_shown_judged_and_taken_back(zhize):
    listed = zhize("review")
    assert listed.code == 0
    for words in (UNKNOWN, "广东省", "湖南省", "建设算力平台", "2 names for review"):
        assert words in listed.out
    place = ("--jurisdiction", "广东省")
    shown = zhize("review", "show", UNKNOWN, *place)
    assert "省智慧湾区统筹局牵头" in shown.out
    assert "leads to nobody" in shown.out
    judged = zhize("review", "same", UNKNOWN, "省政数局", *place, "--who", "王芳", "--why", "见三定规定")
    assert (judged.code, judged.err) == (0, "")
    assert "means 广东省政务服务和数据管理局" in judged.out
    assert "2 responsibilities in 1 document" in judged.out
    assert "1 name for review" in zhize("review").out
    assert "王芳" in zhize("review", "show", UNKNOWN, *place).out
    assert "is unresolved" in zhize("review", "undo", UNKNOWN).out
    assert "2 names for review" in zhize("review").out


def test_the_same_for_programs(zhize):
    place = ("--jurisdiction", "湖南省")
    items = json.loads(zhize("review", "--json").out)["items"]
    assert [(item["name"], item["tasks"]) for item in items] == [(UNKNOWN, 2), (UNKNOWN, 1)]
    judged = json.loads(zhize("review", "different", UNKNOWN, "430000.finance", *place, "--json").out)
    assert (judged["judgement"]["agency_id"], judged["agency"]) == ("430000.finance", None)
    shown = json.loads(zhize("review", "show", UNKNOWN, *place, "--json").out)
    assert [one["verdict"] for one in shown["judgements"]] == ["different"]
    assert json.loads(zhize("review", "unsure", UNKNOWN, *place, "--json").out)["method"] == "unresolved"


def test_reading_and_resolving_obey_too(zhize, tmp_path):
    zhize("review", "same", UNKNOWN, "440000.gsb", "--jurisdiction", "440000")
    line = {"id": "1", "jurisdiction": "广东省", "mention": UNKNOWN, "as_of": None}
    said = zhize("resolve", "--jsonl", stdin=json.dumps(line).encode())
    assert json.loads(said.out)["method"] == "reviewed"
    assert "unresolved" not in zhize("parse", tmp_path / "a.txt").out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("same", UNKNOWN, "440000.gsb"), "several places"),
        (("same", "省无人知晓局", "440000.gsb"), "No plan has the name"),
        (("same", UNKNOWN, "省不存在厅", "--jurisdiction", "广东省"), "No body is known"),
        (("undo", UNKNOWN), "No judgement"),
        (("show", "省无人知晓局"), "No plan has the name"),
    ],
)
def test_what_can_not_be_meant_is_said(zhize, words, reason):
    said = zhize("review", *words)
    assert said.code == 1
    assert reason in said.err


def test_a_broken_file_of_judgements_is_named_with_its_line(zhize, tmp_path):
    (tmp_path / "home" / "judgements.tsv").write_text("nonsense\n", encoding="utf-8")
    said = zhize("review")
    assert said.code == 1
    assert "judgements.tsv:1: 1 columns instead of 7" in said.err
