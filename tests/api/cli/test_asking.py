"""`zhize ask`: a table for people, one JSON object for programs, suggestions for a wrong name."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("filled")


def test_a_table_for_people(zhize):
    said = zhize("ask", "co-led", "--agency", "省工业厅")
    assert said.code == 0
    assert "Tasks an agency co-leads" in said.out
    for words in ("建园区", "总协调", "广川省科技厅", "广川省2024年重点工作", "省工业厅 (exact)", "2 rows"):
        assert words in said.out


def test_one_object_for_programs(zhize):
    said = zhize("ask", "co-led", "--agency", "省工业厅", "--json")
    answer = json.loads(said.out)
    assert set(answer) == {"query", "parameters", "rows", "took_ms"}
    assert answer["query"] == "co-led"
    assert answer["parameters"] == {"agency": "870000.miit", "year": None}
    assert [row["item"] for row in answer["rows"]] == ["1", "4"]


def test_an_answer_without_rows_says_so(zhize):
    said = zhize("ask", "co-led", "--agency", "省财政厅")
    assert said.code == 0
    assert "0 rows" in said.out


def test_a_parameter_with_two_words_and_one_that_python_keeps_for_itself(zhize):
    goals = zhize("ask", "goals", "--due-by", "2024-06-30", "--json")
    assert [row["goal"] for row in json.loads(goals.out)["rows"]] == ["通网的村达到95%以上"]
    path = zhize("ask", "path", "--from", "省科技厅", "--to", "省财政厅", "--json")
    assert json.loads(path.out)["rows"][0]["tasks"] == ["870000-2024-a.1"]


def test_an_unknown_agency_answers_with_suggestions(zhize):
    said = zhize("ask", "tasks", "--agency", "省工业所")
    assert said.code == 1
    assert said.out == ""
    assert "省工业所" in said.err
    assert "广川省工业厅" in said.err


@pytest.mark.parametrize(
    ("name", "value"), [("--year", "twenty"), ("--role", "boss"), ("--jurisdiction", "某某省")]
)
def test_a_value_that_does_not_fit_is_named(zhize, name, value):
    said = zhize("ask", "tasks", "--agency", "省工业厅", name, value)
    assert said.code == 1
    assert said.out == ""
    assert value in said.err


def test_an_empty_value_is_named(zhize):
    said = zhize("ask", "tasks", "--agency", " ")
    assert said.code == 1
    assert said.err.startswith("zhize: agency: ")
