"""Review over REST: list, one name, a verdict, and taking it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.judging import own_file
from graph.store import Store
from tests.api.review.plans import GUANGDONG, HUNAN, LATER, UNKNOWN

REVIEW = "/api/v1/review"
DATA = "440000.gsb"


@pytest.fixture
def service(empty_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A caller of a service with nothing judged yet."""
    monkeypatch.setenv("ZHIZE_HOME", str(tmp_path))
    with TestClient(create_app(empty_store), raise_server_exceptions=False) as caller:
        yield caller


def upload(service, *texts):
    for text in texts:
        answer = service.post("/api/v1/documents", files={"file": ("plan.txt", text.encode())})
        assert answer.status_code == 201, answer.text


def verdict(service, **said):
    return service.post(REVIEW, json={"name": UNKNOWN, "who": "王芳", **said})


def listed(service, **asked):
    return service.get(REVIEW, params=asked).json()["items"]


def test_the_list_turns_pages(service):
    upload(service, GUANGDONG, LATER, HUNAN)
    page = service.get(REVIEW, params={"limit": 1}).json()
    (item,) = page["items"]
    assert (item["name"], item["tasks"], item["jurisdiction"]["name"]) == (UNKNOWN, 3, "广东省")
    assert (item["first"]["role"], item["first"]["item"]) == ("lead", "一")
    rest = service.get(page["next"]).json()
    assert [item["jurisdiction"]["code"] for item in rest["items"]] == ["430000"]
    assert rest["next"] is None


def test_a_verdict_is_obeyed_at_once_and_by_the_next_upload(service):
    upload(service, GUANGDONG)
    answer = verdict(service, verdict="same", agency="省政务服务和数据管理局", why="见三定规定")
    told = answer.json()
    assert answer.status_code == 201
    assert (told["agency"]["id"], told["method"], told["responsibilities"]) == (DATA, "reviewed", 2)
    assert (told["judgement"]["who"], told["judgement"]["why"]) == ("王芳", "见三定规定")
    assert listed(service) == []
    upload(service, LATER)
    assert listed(service) == []
    tasks = service.get(f"/api/v1/agencies/{UNKNOWN}/tasks").json()["items"]
    assert [task["title"] for task in tasks] == ["建设算力平台", "培养数字人才", "扩建算力平台"]
    assert service.get("/api/v1/resolve", params={"name": UNKNOWN, "jurisdiction": "广东省"}).json()[
        "method"
    ] == ("reviewed")


def test_one_name_with_candidates_history_and_sentences(service):
    upload(service, GUANGDONG.replace(UNKNOWN, "省国资局"))
    verdict(service, name="省国资局", verdict="unsure")
    told = service.get(f"{REVIEW}/省国资局").json()
    assert told["candidates"][0]["reason"]
    assert [one["verdict"] for one in told["judgements"]] == ["unsure"]
    assert "省国资局牵头" in told["sentences"][0]["text"]
    assert told["links"][0]["resolved"] is False
    assert listed(service)[0]["judgement"]["verdict"] == "unsure"


def test_a_verdict_is_taken_back(service):
    upload(service, GUANGDONG)
    verdict(service, verdict="same", agency=DATA)
    answer = service.delete(f"{REVIEW}/{UNKNOWN}", params={"who": "李强"})
    assert answer.status_code == 200
    assert answer.json()["agency"] is None
    assert [item["name"] for item in listed(service)] == [UNKNOWN]
    again = service.delete(f"{REVIEW}/{UNKNOWN}", params={"who": "李强"})
    assert again.status_code == 404


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"verdict": "same"}, 422),
        ({"verdict": "unsure", "agency": DATA}, 422),
        ({"verdict": "withdrawn"}, 422),
        ({"verdict": "unsure", "who": " "}, 422),
        ({"verdict": "same", "agency": "省不存在厅"}, 404),
        ({"verdict": "unsure", "name": "省无人知晓局"}, 404),
        ({"verdict": "unsure", "jurisdiction": "无何有省"}, 404),
    ],
)
def test_what_can_not_be_meant_is_a_problem(service, said, status):
    upload(service, GUANGDONG)
    answer = verdict(service, **said)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert not own_file().exists()


def test_a_name_of_several_places_is_answered_with_them(service):
    upload(service, GUANGDONG, HUNAN)
    for answer in (service.get(f"{REVIEW}/{UNKNOWN}"), verdict(service, verdict="same", agency=DATA)):
        assert answer.status_code == 409
        assert [one["name"] for one in answer.json()["candidates"]] == ["湖南省", "广东省"]
    told = service.get(f"{REVIEW}/{UNKNOWN}", params={"jurisdiction": "湖南省"}).json()
    assert told["times"] == 1


def test_a_broken_file_of_judgements_is_the_service_s_fault(service):
    own_file().write_text("nonsense\n", encoding="utf-8")
    answer = service.get(REVIEW)
    assert answer.status_code == 500
    assert answer.json()["type"].endswith("broken-judgements")
