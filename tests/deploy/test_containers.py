"""The compose file and the image: what they promise, as far as their text shows it."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]


def test_every_port_is_bound_to_this_machine(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service["ports"]]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_must_come_from_the_environment(services: dict[str, Any]) -> None:
    required = re.compile(r"\$\{NEO4J_PASSWORD:\?[^}]+\}")
    assert required.search(services["neo4j"]["environment"]["NEO4J_AUTH"])
    assert required.fullmatch(services["zhize"]["environment"]["ZHIZE_NEO4J_PASSWORD"])


def test_neo4j_is_the_long_term_release_and_is_asked_with_cypher_shell(services: dict[str, Any]) -> None:
    assert services["neo4j"]["image"] == "neo4j:5.26-community"
    check = services["neo4j"]["healthcheck"]
    assert check["test"][0] == "CMD-SHELL"
    assert check["test"][1].startswith("cypher-shell ")
    assert "$${" in check["test"][1]
    assert int(check["start_period"].removesuffix("s")) >= 60


def test_the_service_waits_until_neo4j_is_healthy(services: dict[str, Any]) -> None:
    assert services["zhize"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    host = services["zhize"]["environment"]["ZHIZE_NEO4J_URI"].removeprefix("bolt://").split(":")[0]
    assert host in services


def test_the_image_is_locked_names_no_index_and_runs_without_root() -> None:
    lines = (ROOT / "Dockerfile").read_text()
    assert "pip install --require-hashes -r requirements.lock" in lines
    assert "index" not in lines.partition("FROM")[2]
    user = lines.index("\nUSER zhize")
    assert user < lines.index('\nCMD ["zhize", "serve"]')


def test_the_image_gets_all_that_the_distribution_holds() -> None:
    copied = set(re.findall(r"^COPY (\w+) \1$", (ROOT / "Dockerfile").read_text(), re.MULTILINE))
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert copied == packages
    let_in = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().split()}
    assert packages | {"requirements.lock", "pyproject.toml", "README.md"} <= let_in
