"""Lists a page at a time."""

import pytest

LISTS = ["/tasks", "/agencies", "/goals", "/documents", "/domains", "/agencies/省工业厅/tasks"]
CUT = ["/agencies/省工业厅/partners", "/chains?from=省财政厅&to=省府办公厅"]


def _key(item):
    return item.get("id") or item.get("agency") or item["route"]


@pytest.mark.parametrize("path", LISTS + CUT)
def test_pages_of_one_hold_what_one_page_holds(client, path):
    whole = client.get("/api/v1" + path).json()["items"]
    found, address = [], client.get("/api/v1" + path).request.url.copy_merge_params({"limit": 1})
    while address:
        answer = client.get(address)
        page = answer.json()
        assert len(page["items"]) <= 1
        link = answer.headers.get("link")
        assert link == (f'<{page["next"]}>; rel="next"' if page["next"] else None)
        found += page["items"]
        address = page["next"]
    assert [_key(item) for item in found] == [_key(item) for item in whole]
    assert whole


def test_next_page_keeps_the_filters(client):
    page = client.get("/api/v1/tasks", params={"year": 2024, "limit": 3}).json()
    assert [item["id"] for item in client.get(page["next"]).json()["items"]] == ["870000-2024-a.4"]


@pytest.mark.parametrize("path", LISTS + CUT)
@pytest.mark.parametrize("cursor", ["x", "WzFd", "WyJhIiwiYiIsImMiXQ", "%F0%9F"])
def test_foreign_cursor_is_refused(client, path, cursor):
    joint = "&" if "?" in path else "?"
    answer = client.get(f"/api/v1{path}{joint}cursor={cursor}")
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "cursor")


@pytest.mark.parametrize("limit", ["0", "201", "many"])
def test_limit_has_bounds(client, limit):
    answer = client.get("/api/v1/tasks", params={"limit": limit})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "limit")
