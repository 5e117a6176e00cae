"""The pages in a real browser: they fit a desk and a telephone, and the search leads to a chain."""

import os
import shutil
import socket
import threading
from contextlib import contextmanager

import pytest
import uvicorn
from playwright.sync_api import expect, sync_playwright

pytestmark = pytest.mark.browser

QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]
WIDE, NARROW = (1280, 900), (390, 844)


@pytest.fixture(scope="module")
def chromium():
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is needed: apt-get install chromium")
        pytest.skip("no Chromium here (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET, chromium_sandbox=False)
        yield browser
        browser.close()


@contextmanager
def served(app):
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(params=[WIDE, NARROW], ids=["desk", "telephone"])
def page(chromium, filled_app, request):
    width, height = request.param
    with served(filled_app) as address:
        page = chromium.new_page(base_url=address, viewport={"width": width, "height": height})
        outside, refused = [], []
        page.on("request", lambda sent: sent.url.startswith((address, "data:")) or outside.append(sent.url))
        page.on("console", lambda said: "Security Policy" not in said.text or refused.append(said.text))
        yield page
        page.close()
    assert outside == []
    assert refused == []


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_from_a_name_to_the_chain_of_a_task(page):
    page.goto("/")
    assert fits(page)
    page.get_by_label("单位名称").fill("省工业厅")
    page.get_by_role("button", name="查职责").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("广川省工业厅")
    assert fits(page)
    page.get_by_role("link", name="建园区").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("建园区")
    expect(page.get_by_role("row").filter(has_text="广川省财政厅")).to_contain_text("配合")
    assert fits(page)


def test_a_wrong_name_leads_to_the_right_one(page):
    page.goto("/")
    page.get_by_label("单位名称").fill("省工业所")
    page.get_by_label("单位名称").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("没有找到")
    page.get_by_role("link", name="广川省工业厅").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("广川省工业厅")
