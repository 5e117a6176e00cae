"""`zhize store`, and what every command says of a store that it can't use."""

import stat

import pytest


def test_the_store_says_where_it_answers_and_what_it_holds(zhize, filled):
    said = zhize("store")
    assert said.code == 0
    facts = dict(line.split(maxsplit=1) for line in said.out.splitlines() if "unresolved" not in line)
    assert facts["address"] == filled.address.uri
    assert facts["user"] == filled.address.user
    assert facts["database"] == filled.address.database
    assert (facts["documents"], facts["tasks"], facts["goals"]) == ("2", "5", "3")
    assert filled.address.password not in said.out


def test_the_embedded_store_tells_its_size_and_its_password(zhize, tmp_path, monkeypatch):
    monkeypatch.setenv("ZHIZE_HOME", str(tmp_path))
    said = zhize("store")
    assert said.code == 0
    assert "embedded" in said.out
    assert f"MB in {tmp_path / 'embedded'}" in said.out
    secret = zhize("store", "password")
    assert len(secret.out.strip()) > 20
    assert stat.S_IMODE((tmp_path / "embedded").stat().st_mode) == 0o700


def test_a_store_that_is_down_is_said(zhize, monkeypatch):
    monkeypatch.setenv("ZHIZE_NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD", "anything")
    said = zhize("store")
    assert said.code == 1
    assert said.err.startswith("zhize: bolt://127.0.0.1:1: ")


def test_a_wrong_password_is_said_and_not_shown(zhize, at_store, monkeypatch):
    monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD", "not-the-password")
    said = zhize("ask", "load")
    assert said.code == 1
    assert "password" in said.err.lower()
    assert at_store.address.uri in said.err
    assert "not-the-password" not in said.err


def test_an_address_without_a_password_is_said(zhize, monkeypatch):
    monkeypatch.setenv("ZHIZE_NEO4J_URI", "bolt://127.0.0.1:7687")
    monkeypatch.delenv("ZHIZE_NEO4J_PASSWORD", raising=False)
    said = zhize("store")
    assert said.code == 1
    assert "ZHIZE_NEO4J_PASSWORD" in said.err


@pytest.mark.parametrize("value", ["bolt//nowhere", "http://127.0.0.1", "bolt://", "neo4j"])
def test_an_address_that_is_none_is_said(zhize, monkeypatch, value):
    monkeypatch.setenv("ZHIZE_NEO4J_URI", value)
    monkeypatch.setenv("ZHIZE_NEO4J_PASSWORD", "anything")
    said = zhize("store")
    assert said.code == 1
    assert "zhize itself" not in said.err


def test_a_home_that_can_not_be_made_is_said(zhize, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ZHIZE_HOME", str(tmp_path / "file"))
    said = zhize("store")
    assert said.code == 1
    assert "ZHIZE_HOME" in said.err


@pytest.mark.parametrize("value", ["abc", "70000", "-1"])
def test_a_setting_that_can_not_be_meant_is_named(zhize, monkeypatch, value):
    monkeypatch.setenv("ZHIZE_PORT", value)
    said = zhize("store")
    assert said.code == 1
    assert said.err.startswith("zhize: ZHIZE_PORT: ")
