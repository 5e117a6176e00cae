"""A plan that is sent in: what the report says, and what is refused."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.store import Store

UPLOAD = "/api/v1/documents"
PLAN = """广东省试验工作方案
各有关单位：
现将《广东省试验工作方案》印发给你们。
广东省工业和信息化厅
2024年3月1日
一、产业
（一）建设园区。年底前新建园区5个。（省工业和信息化厅牵头，省财政厅配合）
（二）培养人才。培训工人1万人次。（省人力资源社会保障厅、省工业和信息化厅牵头）
"""
LARGEST = 200_000


@pytest.fixture
def service(empty_store: Store) -> Iterator[TestClient]:
    """A caller of a service over an empty store that takes small files."""
    with TestClient(create_app(empty_store, largest_upload=LARGEST), raise_server_exceptions=False) as caller:
        yield caller


def send(service, data: bytes, name="plan.txt"):
    return service.post(UPLOAD, files={"file": (name, data)})


def held(service):
    return [item["id"] for item in service.get(UPLOAD).json()["items"]]


def refused(answer, status):
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.json()


def test_report_says_what_was_read(service):
    answer = send(service, PLAN.encode())
    report = answer.json()
    assert answer.status_code == 201
    assert (report["outcome"], report["domains"], report["tasks"], report["goals"]) == ("new", 1, 2, 2)
    assert report["title"] == "广东省试验工作方案"
    assert report["agencies"] == 3
    assert report["unresolved"] == []
    assert service.get(answer.headers["location"]).json()["id"] == report["id"]


def test_what_was_sent_is_answered_at_once(service):
    send(service, PLAN.encode())
    tasks = service.get("/api/v1/agencies/工信厅/tasks", params={"role": "co-lead"}).json()["items"]
    assert [task["title"] for task in tasks] == ["培养人才"]


def test_same_plan_again_changes_nothing(service):
    send(service, PLAN.encode())
    answer = send(service, PLAN.encode())
    assert (answer.status_code, answer.json()["outcome"]) == (200, "unchanged")


def test_corrected_edition_replaces_and_says_what_changed(service):
    send(service, PLAN.encode())
    answer = send(service, PLAN.replace("省财政厅配合", "省商务厅配合").encode())
    report = answer.json()
    assert report["outcome"] == "replaced"
    assert any("财政厅" in name for name in report["differences"]["responsibilities"]["removed"])
    assert any("商务厅" in name for name in report["differences"]["responsibilities"]["added"])
    assert len(held(service)) == 1


@pytest.mark.parametrize(
    ("data", "name", "status"),
    [
        (b"", "empty.txt", 415),
        (b"   \n \n", "blank.txt", 415),
        (bytes(range(256)) * 40, "noise.bin", 415),
        (b"\x7fELF" + bytes(3000), "program", 415),
        ("今天天气很好。我们去公园走走。\n".encode(), "diary.txt", 422),
    ],
)
def test_what_is_no_plan_is_refused_with_its_name_and_nothing_is_written(service, data, name, status):
    said = refused(send(service, data, name), status)
    assert said["advice"]
    assert held(service) == []


def test_too_large_by_its_own_word(service):
    refused(send(service, b"x" * (LARGEST + 200_000)), 413)


def test_too_large_without_a_word(service):
    pieces = (b"x" * 50_000 for _ in range(10))
    form = {"content-type": "multipart/form-data; boundary=b"}
    start = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    refused(service.post(UPLOAD, content=(piece for piece in (start, *pieces)), headers=form), 413)


def test_body_that_is_no_form(service):
    refused(service.post(UPLOAD, json={"file": PLAN}), 415)
    refused(service.post(UPLOAD, content=PLAN.encode()), 415)


def test_form_that_lacks_the_file(service):
    said = refused(service.post(UPLOAD, files={"plan": ("plan.txt", PLAN.encode())}), 422)
    assert said["errors"][0]["field"] == "file"


def test_broken_form(service):
    answer = service.post(UPLOAD, content=b"nothing", headers={"content-type": "multipart/form-data"})
    refused(answer, 400)


def test_a_ledger_that_names_no_issuer_is_shown_like_any_plan(service):
    ledger = "某省2025年任务台账\n序号,任务,牵头单位,时限\n1,修路,省交通运输厅,6月底\n2,治水,省水利厅,年底\n"
    identity = send(service, ledger.encode("gb18030"), "台账.csv").json()["id"]
    assert [item["issuer"] for item in service.get(UPLOAD).json()["items"]] == [None]
    assert service.get(f"{UPLOAD}/{identity}").json()["issuer"] is None
    tasks = service.get("/api/v1/tasks").json()["items"]
    assert [task["title"] for task in tasks] == ["修路", "治水"]
    assert service.get(f"/api/v1/tasks/{tasks[0]['id']}").status_code == 200
