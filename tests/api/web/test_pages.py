"""The pages: what is loaded, an agency's tasks by role, a task's chain, each with its source."""

import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from api.web.routes import router
from graph.store import Address, Store
from queries.catalogue import load_catalogue


def text(response):
    return re.sub(r"\s+", " ", LexborHTMLParser(response.text).text())


def links(response):
    nodes = LexborHTMLParser(response.text).css("main a")
    return {node.text().strip(): node.attributes["href"] for node in nodes}


def test_the_home_page_says_what_is_loaded(pages):
    said = text(pages.get("/"))
    assert "文件2 领域2 任务5 目标3 单位6 类别单位1 待核实名称1" in said
    assert "《广川省2024年重点工作》" in said
    assert "4项任务" in said


def test_the_home_page_of_an_empty_store_says_how_to_load(empty_pages):
    assert "zhize load" in text(empty_pages.get("/"))


def test_every_question_has_a_chinese_title():
    for query in load_catalogue():
        assert re.search("[一-鿿]", query.title_zh or ""), query.path


@pytest.mark.parametrize("name", ["广川省工业厅", "省工业厅", "870000.miit"])
def test_an_agency_is_found_by_any_name(pages, name):
    response = pages.get("/agency", params={"name": name})
    assert response.status_code == 200
    said = text(response)
    assert "牵头 2项" in said
    assert "《广川省2024年重点工作》第1项" in said
    assert links(response)["建园区"] == "/task/870000-2024-a.1"
    assert links(response)["广川省科技厅"] == "/agency?name=870000.dst"


def test_a_task_shows_its_chain_in_order_with_evidence(pages):
    said = text(pages.get("/task/870000-2024-a.3"))
    chain = said[said.index("责任链") :]
    assert chain.index("省智慧湾区统筹局") < chain.index("广川省科技厅") < chain.index("广川省人民政府办公厅")
    assert "待核实" in chain
    assert "与全称一致" in chain
    assert "（省智慧湾区统筹局、省科技厅按职责分工负责，省府办公厅指导）" in chain


def test_an_unknown_agency_gets_suggestions(pages):
    response = pages.get("/agency", params={"name": "省工业所"})
    assert response.status_code == 404
    assert links(response)["广川省工业厅"] == "/agency?name=870000.miit"


@pytest.mark.parametrize("address", ["/agency", "/agency?name=%20", "/task/nothing"])
def test_what_is_not_there_is_a_page_too(pages, address):
    response = pages.get(address)
    assert response.status_code == 404
    assert response.headers["content-type"] == "text/html; charset=utf-8"


def test_words_typed_by_anyone_are_no_markup(pages):
    response = pages.get("/agency", params={"name": "<script>alert(1)</script>"})
    assert LexborHTMLParser(response.text).css_first("script") is None
    assert "script-src" not in response.headers["content-security-policy"]
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_a_store_that_is_down_is_said_in_chinese():
    app = FastAPI()
    app.state.store = Store(Address("bolt://127.0.0.1:1", "nobody", "nothing", "none"))
    app.include_router(router)
    response = TestClient(app).get("/")
    assert response.status_code == 503
    assert "暂时查不到" in text(response)
