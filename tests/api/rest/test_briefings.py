"""A meeting's paper over REST."""

import pytest
from fastapi.testclient import TestClient

PATH = "/api/v1/briefings"


@pytest.mark.parametrize(("form", "media_type"), [("md", "text/markdown"), ("html", "text/html")])
def test_a_briefing_names_the_agencies_and_their_source(
    client: TestClient, form: str, media_type: str
) -> None:
    answer = client.get(PATH, params={"agencies": "省工业厅,科技厅", "form": form})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media_type)
    assert "广川省科技厅" in answer.text
    assert "来源：" in answer.text


def test_one_agency_is_no_meeting(client: TestClient) -> None:
    answer = client.get(PATH, params={"agencies": "省工业厅"})
    assert answer.status_code == 422
    assert "two or more" in answer.json()["detail"]


def test_an_unknown_name_is_a_problem_with_suggestions(client: TestClient) -> None:
    answer = client.get(PATH, params={"agencies": "省工业厅,省工业所"})
    assert answer.status_code == 404
    assert answer.json()["suggestions"]
