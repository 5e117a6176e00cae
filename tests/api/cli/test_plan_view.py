"""`zhize parse` for people: every part of a plan is shown, unresolved names and unread text too."""

from datetime import date

from api.cli.plan_view import plan_lines
from graph.model import Agency, Document, Domain, Goal, Method, Plan, Responsibility, Role, Task, Unread


def task(number, domain):
    return Task(f"d.{number}", str(number), f"任务{number}", "", number, domain, None, False, None, 0, 0)


def part(task_id, agency, role):
    return Responsibility(agency, task_id, role, 1, agency, "", None, 0, 0, Method.EXACT, 1.0)


def goal(task_id, statement, deadline):
    return Goal("g", task_id, statement, None, None, None, None, None, deadline, 0, 0)


PLAN = Plan(
    document=Document(
        *("d", "某省要点", None, "某省甲厅", None, date(2024, 5, 10), 2024, None, "x.txt", "", "正文"),
        warnings=("Page 2 is a picture.",),
    ),
    jurisdictions=(),
    agencies=(Agency("a", "甲厅", "甲厅"), Agency("b", "某某局", "某某局", resolved=False)),
    domains=(Domain("d.s1", "一", "第一部分", 1, 1, None),),
    tasks=(task(1, "d.s1"), task(2, "d.s1")),
    goals=(goal("d.1", "建成3个平台", date(2024, 12, 31)), goal(None, "增长8%", None)),
    responsibilities=(part("d.1", "a", Role.LEAD), part("d.1", "b", Role.SUPPORT)),
    unread=(Unread(3, 5, "残句", "no rule"),),
)


def test_everything_that_was_read_is_shown_once():
    lines = [line.strip() for line in plan_lines(PLAN)]
    assert lines == [
        "某省要点",
        "某省甲厅  2024-05-10",
        "Warning: Page 2 is a picture.",
        "",
        "一 第一部分",
        "1 任务1",
        "lead        甲厅",
        "support     某某局 (unresolved)",
        "goal        建成3个平台 (by 2024-12-31)",
        "2 任务2",
        "",
        "Of the whole document",
        "goal        增长8%",
        "",
        "Unread text",
        "3–5  残句  (no rule)",
    ]
