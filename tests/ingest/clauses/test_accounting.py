"""Every letter of a clause is read as something, or reported unread."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clauses import read_clauses
from ingest.clauses.body import BodyReader
from ingest.readers.normalise import text_of
from ingest.records import Clause

GOLD = Path("../shared/gold/clauses_dev.jsonl")
CLAUSES = [
    "（省农业厅牵头，省财政厅、水利厅，各市、县（市、区）人民政府按职责分工负责，10月底前完成）",
    "（牵头单位：市住建局；配合单位：市城管局、各区政府；责任人：分管副市长；完成时限：年内）",
    "（城区由市城管局、乡村由县农业农村局会同县水利局负责，列首位者为牵头单位，其余为配合单位，下同）",
    "牵头单位（列首位者为总牵头）：省科技厅、省教育厅等9个部门\n配合单位：各有关高校\n完成时限：持续推进\n",
    "（省商务厅（负责商超）、省文化和旅游厅（除景区外）、中国移动和电信某省分公司等有关单位参与）",
    "（省体育局。各项任务均需各市政府配合，下同）",
]
WITH_NONSENSE = [
    "（省科技厅牵头，{}，省财政厅配合）",
    "（省科技厅牵头{}，省财政厅配合）",
    "（省科技厅、{}、省财政厅负责）",
    "（省科技厅{}、省财政厅负责）",
    "（省科技厅（{}）、省财政厅负责）",
    "（省科技厅负责；{}配合；省财政厅指导）",
    "（省科技厅牵头，省财政厅会同{}，6月底前完成）",
    "（省科技厅等有关单位以及{}、省财政厅负责）",
    "（列首位的为牵头单位，{}，省科技厅、省教育厅负责）",
    "牵头单位（{}）：省科技厅",
    "牵头单位：省科技厅；{}；配合单位：省财政厅",
    "责任单位：省科技厅{}、省财政厅",
]
NONSENSE = ["适时泛读其余某某某", "某某某泛读", "绿水悠悠青山", "随缘而作某某某某"]


def clauses_of(content: str) -> tuple[Clause, ...]:
    text = text_of(content)
    return read_clauses(text, 0, len(text.content))


@pytest.mark.parametrize("content", CLAUSES)
def test_what_rules_know_leaves_nothing_unread(content: str) -> None:
    (clause,) = clauses_of("做好工作。" + content)
    assert clause.assignments
    assert clause.unread == ()


@pytest.mark.parametrize("words", NONSENSE)
@pytest.mark.parametrize("content", WITH_NONSENSE)
def test_a_fragment_that_no_rule_knows_is_reported_whole(content: str, words: str) -> None:
    found = clauses_of("做好工作。" + content.format(words))
    assert any(words in unread.text for clause in found for unread in clause.unread)


@given(
    st.text(
        alphabet="省市县各教育财政厅局牵头负责配合指导单位责任会同等由和及列首位为其余下同任务均需泛读某：，、；。（）\n",
        max_size=60,
    )
)
@settings(max_examples=400)
def test_every_letter_is_claimed_or_unread(words: str) -> None:
    body = BodyReader(words).read()
    covered = bytearray(len(words))
    for start, end in [*body.claimed, *((first, last) for first, last, _ in body.unread)]:
        assert 0 <= start <= end <= len(words)
        covered[start:end] = b"\1" * (end - start)
    assert [letter for at, letter in enumerate(words) if re.match(r"\w", letter) and not covered[at]] == []


@pytest.mark.skipif(not GOLD.exists(), reason="needs the gold clauses")
def test_nothing_in_the_gold_clauses_is_reported_without_cause() -> None:
    lines = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    unread = [
        piece.text for line in lines for clause in clauses_of(line["clause"]) for piece in clause.unread
    ]
    assert unread == []
