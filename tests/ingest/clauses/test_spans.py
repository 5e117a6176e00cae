"""Spans, coverage and the parts of a clause that are no assignments."""

from graph.model import Role
from ingest.clauses import column_role, read_cell, read_clauses, read_declarations
from ingest.readers.normalise import text_of
from ingest.records import Clause, Reach, Text
from ingest.script import clean_name


def read(content: str) -> tuple[Text, tuple[Clause, ...]]:
    text = text_of(content)
    return text, read_clauses(text, 0, len(text.content))


def test_span_shows_the_bare_name_whose_level_word_is_shared() -> None:
    text, (clause,) = read("完善制度。（省教育厅、财政厅牵头）")
    second = clause.assignments[1]
    assert second.mention == "省财政厅"
    assert text.content[second.start : second.end] == "财政厅"


def test_clause_span_holds_the_brackets() -> None:
    text, (clause,) = read("修渠。（县水利局牵头）种树。")
    assert text.content[clause.start : clause.end] == "（县水利局牵头）"


def test_each_sentence_has_its_own_clause() -> None:
    _, clauses = read("修渠。（县水利局负责）种树。（县林业局负责）")
    assert [[a.mention for a in clause.assignments] for clause in clauses] == [["县水利局"], ["县林业局"]]


def test_label_lines_are_one_clause_with_their_deadline() -> None:
    text, (clause,) = read(
        "修渠一条。\n牵头单位：县水利局\n配合单位：县财政局、\n　　　县林业局\n完成时限：6月底前\n"
    )
    assert [a.role for a in clause.assignments] == [Role.LEAD, Role.SUPPORT, Role.SUPPORT]
    assert text.content[clause.start : clause.end].startswith("牵头单位")
    assert clause.deadline is not None
    assert text.content[slice(*clause.deadline)] == "6月底前"


def test_deadline_inside_a_clause_is_kept() -> None:
    text, (clause,) = read("（市财政局牵头，9月底前完成）")
    assert clause.deadline is not None
    assert text.content[slice(*clause.deadline)] == "9月底前完成"


def test_words_that_no_rule_claims_are_reported() -> None:
    _text, (clause,) = read("（责任单位：市财政局、？？、市科技局）")
    assert [a.mention for a in clause.assignments] == ["市财政局", "市科技局"]
    assert [u.text for u in clause.unread] == ["？？"]


def test_scope_of_a_body_stays_with_it() -> None:
    _, (clause,) = read("（工业领域由省工信厅牵头，市场由省商务厅（负责商超）配合）")
    assert [a.scope for a in clause.assignments] == ["工业领域", "商超"]


def test_note_reaches_the_following_tasks_only() -> None:
    _, (clause,) = read("（责任单位：省水利厅。以下任务均涉及各市政府，不再列出）")
    (note,) = clause.notes
    assert note.reach is Reach.FOLLOWING
    assert [a.mention for a in note.assignments] == ["各市政府"]
    assert [a.mention for a in clause.assignments] == ["省水利厅"]


def test_heading_note_holds_for_the_section() -> None:
    _, (clause,) = read("三、强化保障（本部分均由市水务局牵头）")
    assert [note.reach for note in clause.notes] == [Reach.SECTION]


def test_only_lists_without_rank_take_a_convention() -> None:
    _, (ranked,) = read("责任单位：市教育局、市财政局")
    _, (stated,) = read("牵头单位：市教育局\n责任单位：市财政局")
    assert ranked.ranked
    assert not stated.ranked


def test_convention_of_a_covering_notice() -> None:
    text = text_of("各单位要抓好落实。任务清单中列第一位的为牵头单位，其余为配合单位。")
    convention = read_declarations(text, 0, len(text.content))
    assert convention is not None
    assert convention.rest is Role.SUPPORT
    assert convention.continues


def test_columns_say_the_role() -> None:
    headers = ["牵头单位", "责任部门", "配合", "督导单位", "完成时限", "分管领导", "建设任务"]
    roles = [Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT, Role.GUIDE, None, None, None]
    assert [column_role(header) for header in headers] == roles


def test_cell_gives_its_role_and_carries_level_words() -> None:
    text = text_of("县水利局、林业局")
    clause = read_cell(Role.SUPPORT, text, 0, len(text.content))
    assert [(a.mention, a.role) for a in clause.assignments] == [
        ("县水利局", Role.SUPPORT),
        ("县林业局", Role.SUPPORT),
    ]


def test_dash_in_a_cell_is_nobody() -> None:
    text = text_of("—")
    assert read_cell(Role.GUIDE, text, 0, 1) == Clause(0, 1, ())


def test_name_broken_over_lines_keeps_its_whole_span() -> None:
    text, (clause,) = read("（责任单位：县农业\n农村局）")
    (assignment,) = clause.assignments
    assert assignment.mention == "县农业农村局"
    assert clean_name(text.content[assignment.start : assignment.end]) == "县农业农村局"
