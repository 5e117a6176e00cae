"""The pages over a store that holds the two made-up plans."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.web.routes import router
from graph.writer import write_plan
from tests.plans import plan_2024, plan_2025


@pytest.fixture
def app(empty_store):
    app = FastAPI()
    app.state.store = empty_store
    app.include_router(router)
    return app


@pytest.fixture
def filled_app(app, empty_store):
    write_plan(empty_store, plan_2024())
    write_plan(empty_store, plan_2025())
    return app


@pytest.fixture
def pages(filled_app):
    return TestClient(filled_app)


@pytest.fixture
def empty_pages(app):
    return TestClient(app)
