"""The manifest of the reconciliation service, and what it leads to."""

import json
from urllib.parse import quote

import pytest

from tests.api.rest.reconcile_calls import HERE, check, clerk, match

ORIGIN = {"Origin": "http://127.0.0.1:3333"}


@pytest.fixture(scope="module")
def caller():
    return clerk()


@pytest.fixture(scope="module")
def manifest(caller):
    return check("manifest", caller.get(HERE).json())


def names(answer):
    return [one["name"] for one in answer.json()["result"]]


@pytest.fixture
def suggest(caller, manifest):
    """Ask where the manifest says."""

    def ask(what, prefix, **more):
        service = manifest["suggest"][what]
        answer = caller.get(
            service["service_url"] + service["service_path"], params={"prefix": prefix, **more}
        )
        check(f"suggest_{what}", answer.json())
        return answer

    return ask


def test_manifest(manifest):
    assert manifest["versions"] == ["0.2"]
    assert [kind["id"] for kind in manifest["defaultTypes"]] == ["Agency"]
    assert manifest.keys() >= {"view", "preview", "suggest", "batchSize", "documentation"}


def test_an_address_with_a_slash_behind_leads_there_too(caller, manifest):
    assert caller.get(f"{HERE}/").json() == manifest


def test_preview_shows_a_body_in_a_frame(caller, manifest):
    (body,) = match(caller, "广东省经济和信息化委员会")[:1]
    page = caller.get(manifest["preview"]["url"].replace("{{id}}", quote(body["id"], safe="")))
    assert page.headers["content-type"].startswith("text/html")
    for said in (body["name"], "政府组成部门", "广东省"):
        assert said in page.text
    assert "frame-ancestors" not in page.headers["content-security-policy"]
    assert "<script" not in page.text


@pytest.mark.parametrize("strange", ["nothing", "440000.nothing", "<b>", "."])
def test_preview_of_nothing_is_a_problem(caller, strange):
    answer = caller.get(f"{HERE}/preview", params={"id": strange})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_view_of_a_body_that_no_plan_names_says_so(client, manifest):
    (body,) = match(client, "广东省财政厅")
    page = client.get(manifest["view"]["url"].replace("{{id}}", quote(body["id"], safe="")))
    assert page.status_code == 404
    assert "广东省财政厅" in page.text
    assert "没有提到" in page.text


@pytest.mark.parametrize(
    ("prefix", "name"),
    [
        ("广东省工业和信息化厅", "广东省工业和信息化厅"),
        ("广东省工", "广东省工业和信息化厅"),
        ("广东省工信", "广东省工业和信息化厅"),
        ("广东工信厅", "广东省工业和信息化厅"),
        ("广东省工业和信息听", "广东省工业和信息化厅"),
        ("中共广东省委组", "中共广东省委组织部"),
        ("国家数", "国家数据局"),
        ("武侯区财", "成都市武侯区财政局"),
        (" 廣東省財政廳 ", "广东省财政厅"),
    ],
)
def test_the_beginning_of_any_name_leads_to_the_body(suggest, prefix, name):
    assert name in names(suggest("entity", prefix))[:5]


def test_a_beginning_without_a_place_offers_every_province(suggest):
    assert {"广东省财政厅", "四川省财政厅"} <= {
        *names(suggest("entity", "财政厅")),
        *names(suggest("entity", "财政厅", cursor=20)),
    }


def test_the_beginning_of_a_place_offers_its_bodies(suggest):
    assert all("深圳" in name for name in names(suggest("entity", "广东省深圳")))
    assert any("深圳" in name for name in names(suggest("entity", "广东省深")))


def test_an_id_is_completed_by_its_body(suggest, caller):
    (body,) = match(caller, "广东省财政厅")
    assert names(suggest("entity", body["id"]))[0] == "广东省财政厅"


def test_the_cursor_goes_on_where_the_page_before_ended(suggest):
    first, second = (names(suggest("entity", "广东省", cursor=cursor)) for cursor in (0, 20))
    assert len(first) == len(second) == 20
    assert not set(first) & set(second)
    assert names(suggest("entity", "广东省", cursor=100_000)) == []


@pytest.mark.parametrize("prefix", ["", " ", "\x00", "？", "a" * 200, "。" * 200])
def test_what_begins_nothing_is_answered(suggest, prefix):
    assert suggest("entity", prefix).status_code == 200


@pytest.mark.parametrize(
    ("prefix", "found"), [("", ["地点", "日期"]), ("juris", ["地点"]), ("日", ["日期"]), ("x", [])]
)
def test_properties(suggest, prefix, found):
    assert names(suggest("property", prefix)) == found


@pytest.mark.parametrize(
    ("prefix", "found"), [("", ["单位"]), ("AGEN", ["单位"]), ("单", ["单位"]), ("人", [])]
)
def test_types(suggest, prefix, found):
    assert names(suggest("type", prefix)) == found


@pytest.mark.parametrize(
    "path",
    [
        "",
        '?queries={"q0": {"query": "财政部"}}',
        "/suggest/entity?prefix=财政部",
        "/suggest/property",
        "/suggest/type",
    ],
)
def test_older_clients_get_a_call_of_their_function(caller, path):
    plain = caller.get(HERE + path).json()
    joined = "&" if "?" in path else "?"
    answer = caller.get(f"{HERE}{path}{joined}callback=jQuery34.read_1")
    assert answer.headers["content-type"].startswith("text/javascript")
    head, body = answer.text.split("(", 1)
    assert head == "/**/jQuery34.read_1"
    assert json.loads(body.removesuffix(");")) == plain


@pytest.mark.parametrize("callback", ["alert(1)//", "a b", "", "1x", "令"])
def test_a_callback_that_is_no_name_is_a_problem(caller, callback):
    assert caller.get(HERE, params={"callback": callback}).status_code == 422


@pytest.mark.parametrize("path", ["", "/", "/preview?id=nothing", "/suggest/entity?prefix=x", "?queries=["])
def test_pages_of_other_sites_may_call_the_service(caller, path):
    assert caller.get(HERE + path, headers=ORIGIN).headers["access-control-allow-origin"] == "*"


def test_browsers_that_ask_first_are_told_so(caller):
    asking = ORIGIN | {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "x-requested-with",
    }
    answer = caller.options(HERE, headers=asking)
    assert answer.status_code == 200
    assert "POST" in answer.headers["access-control-allow-methods"]


def test_pages_of_other_sites_may_call_nothing_else(caller):
    for path in ("/healthz", "/api/v1/openapi.json", "/api/v1/resolve?name=财政部"):
        assert "access-control-allow-origin" not in caller.get(path, headers=ORIGIN).headers
