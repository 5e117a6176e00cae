"""What a briefing says, from rows as the catalogue answers them."""

from datetime import date

from api.briefing.assemble import assemble

HOSTS = {"j": "甲厅", "y": "乙局"}


def part(agency, role, task, *, method="exact", scope=None, now=()):
    names = {"j": "甲厅", "y": "乙局", "b": "丙委", "d": "丁办"}
    return {
        "agency_id": agency,
        "agency": names.get(agency, agency),
        "role": role,
        "scope": scope,
        "now": list(now),
        "via": None,
        **place(task),
        "evidence": {"method": method, "task": task},
    }


def place(task):
    number = task.split(".")[1]
    return {"task": task, "item": number, "title": f"任务{number}", "document": "某省要点", "deadline": None}


def briefing(*tasks, goals=()):
    """A briefing on tasks, each given as its parts; hosts' parts make the rows of `together`."""
    chains = {parts[0]["task"]: list(parts) for parts in tasks}
    shared = [
        {**place(task), "parts": [p for p in parts if p["agency_id"] in HOSTS]}
        for task, parts in chains.items()
    ]
    return assemble(HOSTS, shared, chains, goals, date(2024, 5, 10))


def titles(section):
    return [item.title for item in section.items]


def test_tasks_are_sorted_by_who_of_the_hosts_leads():
    told = briefing(
        [part("j", "lead", "d.1"), part("y", "lead", "d.1")],
        [part("j", "lead", "d.2"), part("y", "support", "d.2")],
        [part("j", "responsible", "d.3"), part("y", "responsible", "d.3")],
    )
    together, for_another, neither = told.sections
    assert titles(together) == ["任务1"]
    assert titles(for_another) == ["任务2"]
    assert titles(neither) == ["任务3"]


def test_a_seat_says_why_and_where_from():
    told = briefing(
        [part("j", "lead", "d.1"), part("y", "lead", "d.1")],
        [part("j", "lead", "d.2"), part("y", "support", "d.2")],
    )
    first, second = told.hosts
    assert (first.name, first.why, first.source) == ("甲厅", "牵头2项", "《某省要点》第1、2项")
    assert (second.name, second.why) == ("乙局", "牵头1项、配合1项")


def test_a_host_without_a_common_task_is_not_left_out():
    told = assemble(HOSTS, [], {}, [], date(2024, 5, 10))
    assert [(seat.name, seat.why) for seat in told.hosts] == [
        ("甲厅", "与其他参会单位没有共同任务"),
        ("乙局", "与其他参会单位没有共同任务"),
    ]


def test_guests_are_the_others_in_the_tasks_leaders_first():
    told = briefing(
        [part("j", "lead", "d.1"), part("y", "support", "d.1"), part("b", "support", "d.1")],
        [part("j", "support", "d.2"), part("y", "support", "d.2"), part("d", "lead", "d.2")],
    )
    assert [(seat.name, seat.why) for seat in told.guests] == [("丁办", "牵头1项"), ("丙委", "配合1项")]


def test_a_host_under_its_earlier_name_is_no_guest_and_is_shown_with_today_s_name():
    told = briefing([part("老甲厅", "lead", "d.1", now=["甲厅"]), part("y", "support", "d.1")])
    assert told.guests == ()
    roles = [item.roles for section in told.sections for item in section.items]
    assert roles == [(("牵头", "老甲厅（现甲厅）"), ("配合", "乙局"))]


def test_everyone_s_part_is_told_in_the_order_written():
    told = briefing(
        [
            part("j", "lead", "d.1"),
            part("y", "responsible", "d.1", scope="平台建设"),
            part("b", "responsible", "d.1"),
            part("某某局", "responsible", "d.1", method="unresolved"),
        ]
    )
    (item,) = told.sections[1].items
    assert item.roles == (("牵头", "甲厅"), ("负责", "乙局（平台建设）、丙委、某某局（待核实）"))
    assert item.source == "《某省要点》第1项"


def test_unresolved_names_are_listed_for_review_and_are_no_guests():
    told = briefing(
        [
            part("j", "lead", "d.1"),
            part("y", "lead", "d.1"),
            part("某某局", "support", "d.1", method="unresolved"),
        ]
    )
    assert [(name.name, name.source) for name in told.open_names] == [("某某局", "《某省要点》第1项")]
    assert told.guests == ()


def goal(task, statement, deadline):
    return {**place(task), "goal": statement, "deadline": deadline}


def test_goals_of_the_tasks_come_once_soonest_first():
    tasks = [part("j", "lead", "d.1"), part("y", "lead", "d.1")]
    late, soon, never = (
        goal("d.1", "晚", "2025-12-31"),
        goal("d.1", "早", "2024-06-30"),
        goal("d.1", "长期", None),
    )
    told = briefing(tasks, goals=[never, late, soon, late, goal("d.9", "别的任务", "2024-01-01")])
    assert [(target.statement, target.deadline) for target in told.targets] == [
        ("早", date(2024, 6, 30)),
        ("晚", date(2025, 12, 31)),
        ("长期", None),
    ]


def test_a_task_s_own_deadline_is_a_target():
    row = {**place("d.1"), "deadline": "2024-09-30", "parts": []}
    told = assemble(HOSTS, [row], {"d.1": []}, [], date(2024, 5, 10))
    assert [(target.statement, target.deadline) for target in told.targets] == [
        ("完成“任务1”", date(2024, 9, 30))
    ]
