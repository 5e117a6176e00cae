"""What the resources answer with."""

import pytest

V1 = "/api/v1"
FIRST, SECOND, THIRD, FOURTH = (f"870000-2024-a.{n}" for n in range(1, 5))
LATER = "870000-2025-b.1"


def got(client, path, **parameters):
    answer = client.get(V1 + path, params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(page):
    return [item["id"] for item in page["items"]]


def test_task_in_a_list_says_who_is_responsible(client):
    task = got(client, "/tasks", document="870000-2024-a")["items"][0]
    assert (task["id"], task["number"], task["title"]) == (FIRST, "1", "建园区")
    assert task["document"] == {"id": "870000-2024-a", "title": "广川省2024年重点工作"}
    assert task["domain"] == {"id": "870000-2024-a.d1", "number": "一", "name": "产业"}
    assert [part["name"] for part in task["leads"]] == ["广川省工业厅", "广川省科技厅"]
    assert [part["name"] for part in task["supports"]] == ["广川省财政厅"]
    assert task["responsible"] == task["guides"] == []


def test_part_carries_its_evidence(client):
    part = got(client, f"/tasks/{FIRST}")["leads"][0]
    text = got(client, "/documents/870000-2024-a")["text"]
    assert text[part["start"] : part["end"]] == part["mention"] == "省工业厅"
    assert (part["wording"], part["method"], part["score"], part["position"]) == ("牵头", "exact", 1.0, 1)


def test_unresolved_name_and_class_are_marked(client):
    assert got(client, f"/tasks/{THIRD}")["responsible"][0]["resolved"] is False
    assert got(client, f"/tasks/{SECOND}")["responsible"][0]["collective"] is True


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, [FIRST, SECOND, THIRD, FOURTH, LATER]),
        ({"year": 2025}, [LATER]),
        ({"document": "2024年重点工作"}, [FIRST, SECOND, THIRD, FOURTH]),
        ({"domain": "870000-2024-a.d1"}, [FIRST, SECOND, THIRD]),
        ({"q": "网"}, [SECOND, LATER]),
    ],
)
def test_tasks_by_document_domain_year_and_words(client, filters, found):
    assert ids(got(client, "/tasks", **filters)) == found


def test_task_has_its_text_clause_and_goals(client):
    task = got(client, f"/tasks/{SECOND}")
    assert task["clause"] == "（省信息化局牵头，各市人民政府负责）"
    (goal,) = task["goals"]
    assert (goal["value"], goal["unit"], goal["comparator"], goal["deadline"]) == (
        95,
        "%",
        ">=",
        "2024-06-30",
    )


def test_chain_from_issuer_to_agencies(client):
    chain = got(client, f"/tasks/{FIRST}/chain")
    assert chain["issuer"]["name"] == "广川省人民政府办公厅"
    assert chain["document"]["number"] == "广川府办〔2024〕7号"
    assert [domain["name"] for domain in chain["domains"]] == ["产业"]
    assert [goal["statement"] for goal in chain["goals"]] == ["新建园区5个"]
    assert [(link["role"], link["agency"]["name"]) for link in chain["agencies"]] == [
        ("lead", "广川省工业厅"),
        ("lead", "广川省科技厅"),
        ("support", "广川省财政厅"),
    ]


@pytest.mark.parametrize("name", ["870000.miit", "广川省工业厅", "省工业厅", "工业厅"])
def test_agency_by_id_or_any_name(client, name):
    assert got(client, f"/agencies/{name}")["id"] == "870000.miit"


def test_agency_tells_where_it_comes_from_and_belongs(client):
    body = got(client, "/agencies/广川省数据局")
    assert [(before["name"], before["kind"]) for before in body["predecessors"]] == [
        ("广川省信息化局", "renamed")
    ]
    assert body["managed_by"]["name"] == "广川省工业厅"
    assert body["tasks"] == {"lead": 1, "responsible": 0, "support": 0, "guide": 0}
    assert body["jurisdiction"] == {"code": "870000", "name": "广川省"}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"q": "科技"}, ["870000.dst"]),
        ({"resolved": "false"}, ["870000.unresolved.省智慧湾区统筹局"]),
    ],
)
def test_agencies_by_words_and_state(client, filters, found):
    assert ids(got(client, "/agencies", **filters)) == found


@pytest.mark.parametrize(
    ("name", "role", "tasks"),
    [
        ("省工业厅", "co-lead", [FIRST, FOURTH]),
        ("省工业厅", "lead", [FIRST, FOURTH]),
        ("广川省数据局", "co-lead", []),
        ("省科技厅", "responsible", [THIRD]),
        ("省财政厅", "support", [FIRST, LATER]),
        ("省府办公厅", "guide", [THIRD]),
    ],
)
def test_tasks_of_an_agency_by_role(client, name, role, tasks):
    assert ids(got(client, f"/agencies/{name}/tasks", role=role)) == tasks


def test_earlier_name_and_class_are_shown_as_the_way_to_a_task(client):
    tasks = {task["id"]: task["own"] for task in got(client, "/agencies/广川省数据局/tasks")["items"]}
    assert tasks == {
        SECOND: [{"role": "lead", "via": "广川省信息化局"}],
        LATER: [{"role": "lead", "via": None}],
    }
    (task,) = got(client, "/agencies/临江市人民政府/tasks")["items"]
    assert task["own"] == [{"role": "responsible", "via": "各市人民政府"}]


def test_partners(client):
    partners = got(client, "/agencies/省工业厅/partners")["items"]
    assert [(p["agency"]["name"], p["tasks"], p["both_lead"]) for p in partners] == [
        ("广川省科技厅", 1, 1),
        ("广川省人民政府办公厅", 1, 1),
        ("广川省财政厅", 1, 0),
    ]


def test_domains_and_documents(client):
    domain = got(client, "/domains", document="870000-2024-a")["items"][0]
    assert (domain["name"], domain["number"], domain["tasks"]) == ("产业", "一", 3)
    documents = got(client, "/documents")["items"]
    assert [(d["id"], d["tasks"], d["unread"]) for d in documents] == [
        ("870000-2025-b", 1, 0),
        ("870000-2024-a", 4, 1),
    ]


def test_document_says_what_was_not_understood(client):
    (piece,) = got(client, "/documents/870000-2024-a")["unread"]
    assert piece["text"] == "本句无人认领。"


def test_document_says_to_whom_it_is_sent_and_what_its_reader_left_out(client):
    document = got(client, "/documents/870000-2024-a")
    assert document["addressees"] == ["各市人民政府", "省府各部门"]
    assert document["warnings"] == ["Page 2 is a picture and was not read."]
    assert [d["warnings"] for d in got(client, "/documents")["items"]] == [0, 1]


def test_goals_by_agency_and_due_date(client):
    goals = got(client, "/goals", agency="省财政厅", due_by="2024-12-31")["items"]
    assert [(goal["statement"], goal["task"]["id"], goal["leads"][0]["id"]) for goal in goals] == [
        ("新建园区5个", FIRST, "870000.miit")
    ]


def test_chains_between_two_agencies(client):
    ways = got(client, "/chains", **{"from": "省财政厅", "to": "省科技厅"})["items"]
    assert [[stop["name"] for stop in way["stops"]] for way in ways] == [
        ["广川省财政厅", "建园区", "广川省科技厅"]
    ]
    assert [step["role"] for step in ways[0]["steps"]] == ["support", "lead"]


def test_questions_are_listed_and_each_is_answered_at_its_address(client):
    questions = {question["name"]: question for question in got(client, "/queries")["items"]}
    answer = client.get(questions["co-led"]["url"], params={"agency": "省工业厅"}).json()
    assert [row["task"] for row in answer["rows"]] == [FIRST, FOURTH]
    assert answer["parameters"] == {"agency": "870000.miit", "year": None}


def test_resolve_says_what_a_name_means_or_why_not(client):
    found = got(client, "/resolve", name="省工信厅", jurisdiction="广东省")
    assert found["agency"]["name"] == "广东省工业和信息化厅"
    nothing = got(client, "/resolve", name="各有关单位", jurisdiction="广东省")
    assert nothing["agency"] is None
    assert nothing["reason"]


def test_alive_and_ready(client):
    assert client.get("/healthz").json()["status"] == "alive"
    assert client.get("/readyz").json() == {"status": "ready", "documents": 2}
    assert client.get(f"{V1}/readyz").status_code == 200
