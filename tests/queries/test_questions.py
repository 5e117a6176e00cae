"""Each question with its answer on the small plans, on both stores."""

import pytest

from api.ask import BadParameter, ask
from api.names import AmbiguousName, UnknownAgency, UnknownName
from queries.catalogue import load_catalogue

FIRST, SECOND, THIRD, FOURTH = (f"870000-2024-a.{n}" for n in range(1, 5))
LATER = "870000-2025-b.1"


def answers(store, question, **arguments):
    return ask(store, load_catalogue()[question], arguments).rows


def pick(rows, *keys):
    return [tuple(row[key] for key in keys) for row in rows]


def test_tasks_of_an_agency_newest_plan_first(small):
    assert pick(answers(small, "tasks", agency="省财政厅"), "task", "role") == [
        (LATER, "support"),
        (FIRST, "support"),
    ]


@pytest.mark.parametrize(
    ("role", "tasks"), [("lead", [FIRST, FOURTH]), ("co-lead", [FIRST, FOURTH]), ("support", [])]
)
def test_tasks_of_an_agency_by_role(small, role, tasks):
    assert [row["task"] for row in answers(small, "tasks", agency="工业厅", role=role)] == tasks


def test_sole_lead_is_no_co_lead(small):
    assert answers(small, "tasks", agency="广川省数据局", role="co-lead") == []


def test_tasks_say_where_they_are_written(small):
    (row,) = answers(small, "tasks", agency="省信息化局", year="2024")
    evidence = row["evidence"]
    text = small.read("MATCH (d:Document {id: $id}) RETURN d.text AS text", {"id": evidence["document"]})[0][
        "text"
    ]
    assert text[evidence["start"] : evidence["end"]] == evidence["mention"] == "省信息化局"
    assert (evidence["item"], evidence["wording"], evidence["method"]) == ("2", "牵头", "exact")


def test_last_years_plan_answers_under_this_years_name(small):
    rows = answers(small, "tasks", agency="广川省数据局")
    assert pick(rows, "task", "via") == [(LATER, None), (SECOND, "广川省信息化局")]


def test_old_name_leads_to_todays_body(small):
    assert answers(small, "tasks", agency="信息化局") == answers(small, "tasks", agency="广川省数据局")


def test_old_bodys_id_means_that_body(small):
    assert [row["task"] for row in answers(small, "tasks", agency="870000.info")] == [SECOND]


def test_member_has_the_tasks_of_its_class(small):
    rows = answers(small, "tasks", agency="临江市人民政府")
    assert pick(rows, "task", "role", "via") == [(SECOND, "responsible", "各市人民政府")]


def test_co_led_tasks_name_the_other_leads(small):
    rows = answers(small, "co-led", agency="省工业厅")
    assert pick(rows, "task", "with_agencies") == [
        (FIRST, ["广川省科技厅"]),
        (FOURTH, ["广川省人民政府办公厅"]),
    ]


def test_chain_has_issuer_domain_goals_and_agencies_in_order(small):
    rows = answers(small, "chain", task=FIRST)
    assert pick(rows, "position", "role", "agency") == [
        (1, "lead", "广川省工业厅"),
        (2, "lead", "广川省科技厅"),
        (3, "support", "广川省财政厅"),
    ]
    assert {(row["issuer"], row["domain"], *row["goals"]) for row in rows} == {
        ("广川省人民政府办公厅", "产业", "新建园区5个")
    }


def test_chain_takes_words_of_the_title(small):
    assert answers(small, "chain", task="育人才") == answers(small, "chain", task=THIRD)


def test_agencies_of_a_domain(small):
    rows = answers(small, "domain-agencies", domain="870000-2024-a.d1")
    assert pick(rows, "agency", "leads", "responsible", "supports", "guides", "items") == [
        ("广川省科技厅", 1, 1, 0, 0, ["1", "3"]),
        ("广川省信息化局", 1, 0, 0, 0, ["2"]),
        ("广川省工业厅", 1, 0, 0, 0, ["1"]),
        ("各市人民政府", 0, 1, 0, 0, ["2"]),
        ("省智慧湾区统筹局", 0, 1, 0, 0, ["3"]),
        ("广川省财政厅", 0, 0, 1, 0, ["1"]),
        ("广川省人民政府办公厅", 0, 0, 0, 1, ["3"]),
    ]


def test_partners_with_shared_tasks_and_roles(small):
    rows = answers(small, "partners", agency="省工业厅")
    assert pick(rows, "agency", "tasks", "both_lead", "asked_leads", "partner_leads") == [
        ("广川省科技厅", 1, 1, 0, 0),
        ("广川省人民政府办公厅", 1, 1, 0, 0),
        ("广川省财政厅", 1, 0, 1, 0),
    ]
    assert [(task["item"], task["own_role"], task["role"]) for task in rows[2]["shared"]] == [
        ("1", "lead", "support")
    ]


def test_goals_soonest_first_and_those_of_the_document_last(small):
    rows = answers(small, "goals")
    assert pick(rows, "deadline", "goal", "value", "unit", "task") == [
        ("2024-06-30", "通网的村达到95%以上", 95, "%", SECOND),
        ("2024-12-31", "新建园区5个", 5, "个", FIRST),
        (None, "村村通网", None, None, None),
    ]


@pytest.mark.parametrize(
    ("filters", "goals"),
    [
        ({"agency": "省财政厅"}, ["新建园区5个"]),
        ({"agency": "广川省数据局"}, ["通网的村达到95%以上"]),
        ({"domain": "870000-2024-a.d1"}, ["通网的村达到95%以上", "新建园区5个"]),
        ({"due_by": "2024-06-30"}, ["通网的村达到95%以上"]),
        ({"due_from": "2024-07-01"}, ["新建园区5个"]),
        ({"year": "2025"}, ["村村通网"]),
    ],
)
def test_goals_by_agency_domain_and_due_date(small, filters, goals):
    assert [row["goal"] for row in answers(small, "goals", **filters)] == goals


def test_path_leads_through_shared_tasks(small):
    (way,) = answers(small, "path", **{"from": "省财政厅", "to": "省府办公厅"})[:1]
    assert way["tasks_between"] == 2
    assert way["route"][0] == "广川省财政厅"
    assert way["route"][-1] == "广川省人民政府办公厅"
    assert way["route"][1] == "建园区"


def test_no_path_leads_from_an_agency_to_itself(small):
    assert answers(small, "path", **{"from": "省财政厅", "to": "省财政厅"}) == []


def test_load_counts_old_names_for_todays_body(small):
    rows = {row["agency"]: row for row in answers(small, "load")}
    assert "广川省信息化局" not in rows
    counted = [rows[name] for name in ("广川省数据局", "广川省工业厅", "广川省科技厅")]
    assert pick(counted, "leads", "co_leads", "responsible", "supports", "guides", "tasks") == [
        (2, 0, 0, 0, 0, 2),
        (2, 2, 0, 0, 0, 2),
        (1, 1, 1, 0, 0, 2),
    ]


def test_tasks_without_a_lead(small):
    (row,) = answers(small, "without-lead")
    assert row["task"] == THIRD
    assert row["agencies"] == ["省智慧湾区统筹局", "广川省科技厅", "广川省人民政府办公厅"]


def test_unresolved_names_with_their_place(small):
    (row,) = answers(small, "unresolved")
    assert (row["name"], row["task"], row["role"]) == ("省智慧湾区统筹局", THIRD, "responsible")
    assert row["evidence"]["method"] == "unresolved"


def test_table_seats_the_asked_first(small):
    rows = answers(small, "table", agencies="省工业厅、省财政厅", year="2024")
    assert pick(rows, "agency", "asked") == [
        ("广川省工业厅", True),
        ("广川省财政厅", True),
        ("广川省科技厅", False),
        ("广川省人民政府办公厅", False),
    ]


def test_together_are_the_tasks_shared_by_two_of_them(small):
    (row,) = answers(small, "together", agencies="省工业厅, 省财政厅, 省府办公厅", year="2024")[:1]
    assert (row["task"], row["leads"], row["others"]) == (FIRST, ["广川省工业厅"], ["广川省财政厅"])


def test_unknown_agency_is_answered_with_suggestions(small):
    with pytest.raises(UnknownAgency) as unknown:
        answers(small, "tasks", agency="广川省公业厅")
    assert "870000.miit" in [choice.id for choice in unknown.value.choices]


def test_name_of_several_is_answered_with_all_of_them(small):
    with pytest.raises(AmbiguousName) as several:
        answers(small, "chain", task="通网络")
    assert {choice.id for choice in several.value.choices} == {SECOND, LATER}


@pytest.mark.parametrize(
    ("question", "arguments", "field"),
    [
        ("tasks", {"agency": "省工业厅", "role": "boss"}, "role"),
        ("tasks", {"agency": "省工业厅", "year": "二〇二四"}, "year"),
        ("tasks", {"agency": "省工业厅", "colour": "red"}, "colour"),
        ("goals", {"due_by": "2024-02-30"}, "due_by"),
        ("chain", {}, "task"),
        ("tasks", {"agency": " "}, "agency"),
    ],
)
def test_bad_argument_is_named(small, question, arguments, field):
    with pytest.raises(BadParameter) as bad:
        answers(small, question, **arguments)
    assert bad.value.where == field


def test_unknown_place_is_said(small):
    with pytest.raises(UnknownName, match="No such place"):
        answers(small, "tasks", agency="省工业厅", jurisdiction="无何有省")


def test_changes_between_two_plans_follow_a_renamed_body(small):
    rows = {row["agency"]: row for row in answers(small, "changes", before="2024年重点", after="2025年重点")}
    assert "广川省数据局" not in rows  # it led 通网络 in both, under two names
    assert "广川省信息化局" not in rows
    finance = rows["广川省财政厅"]
    assert (finance["now_shares"], finance["no_longer_shares"]) == (["通网络"], ["建园区"])
    assert rows["广川省工业厅"]["no_longer_leads"] == ["建园区", "总协调"]


def test_each_step_of_a_path_says_where_it_is_written(small):
    (way,) = answers(small, "path", **{"from": "省财政厅", "to": "省科技厅"})
    assert pick(way["evidence"], "role", "document", "item", "mention") == [
        ("support", "870000-2024-a", "1", "省财政厅"),
        ("lead", "870000-2024-a", "1", "省科技厅"),
    ]
