"""A real Neo4j from its jars: fetched once with Maven, started as a process, ended after the tests."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j import GraphDatabase

from graph.store import Address

POM = Path(__file__).parent / "neo4j" / "pom.xml"
PASSWORD = "only-for-tests"
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")
_PATIENCE = 90.0


class NoNeo4jError(Exception):
    """Why no Neo4j can be had here."""


@contextmanager
def from_jars() -> Iterator[Address]:
    """Start Neo4j on free loopback ports, with a home of its own that is gone afterwards.

    Raises:
        NoNeo4jError: Java or Maven is missing, or the server didn't start.
    """
    java = shutil.which("java")
    if java is None:
        raise NoNeo4jError("there is no java")
    library = jars()
    with tempfile.TemporaryDirectory(prefix="zhize-neo4j-") as home:
        port = _configure(Path(home))
        log = Path(home) / "out.log"
        server = subprocess.Popen(
            _command(java, library, home), stdout=log.open("wb"), stderr=subprocess.STDOUT
        )
        try:
            _await_start(server, log)
            _set_password(port)
            yield Address(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD, "neo4j")
        finally:
            server.kill()  # its home goes with it, so there is nothing to save
            server.wait()


def jars(cache: Path | None = None) -> Path:
    """The folder of Neo4j's jars, fetched with Maven where it is missing.

    Args:
        cache: Where to keep them; by default outside the checkout, under the user's cache.

    Raises:
        NoNeo4jError: They aren't there and can't be fetched.
    """
    folder = cache or _cache()
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise NoNeo4jError("there is no mvn to fetch Neo4j's jars with")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=folder.parent))
    fetched = subprocess.run(
        [maven, "-q", "-B", "-f", POM, "dependency:copy-dependencies", f"-DoutputDirectory={draft}"],
        capture_output=True,
        text=True,
    )
    if fetched.returncode != 0:
        shutil.rmtree(draft)
        raise NoNeo4jError(f"mvn could not fetch Neo4j's jars: {fetched.stdout[-500:]}")
    draft.rename(folder)
    return folder


def version() -> str:
    """The version of Neo4j that the tests use."""
    found = re.search(r"<version>(5\.[\d.]+)</version>", POM.read_text())
    assert found, "tests/neo4j/pom.xml names no version of Neo4j"
    return found[1]


def _cache() -> Path:
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "zhize" / f"neo4j-{version()}" / "lib"


def _configure(home: Path) -> int:
    bolt, http = _free_port(), _free_port()
    settings = {
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.http.listen_address": f"127.0.0.1:{http}",
        "server.memory.heap.max_size": "512m",
        "server.memory.pagecache.size": "64m",
        "dbms.usage_report.enabled": "false",
    }
    (home / "conf").mkdir()
    lines = "".join(f"{name}={value}\n" for name, value in settings.items())
    (home / "conf" / "neo4j.conf").write_text(lines)
    return bolt


def _command(java: str, library: Path, home: str) -> list[str]:
    return [
        *(java, "-Xmx512m", "-XX:+UseG1GC"),
        *(f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENED),
        *("-cp", f"{library}/*", "org.neo4j.server.CommunityEntryPoint"),
        *("--console-mode", f"--home-dir={home}", f"--config-dir={home}/conf"),
    ]


def _await_start(server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while "Started." not in log.read_text():
        if server.poll() is not None or time.monotonic() > deadline:
            raise NoNeo4jError(f"Neo4j did not start: {log.read_text()[-500:]}")
        time.sleep(0.1)


def _set_password(port: int) -> None:
    with GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=("neo4j", "neo4j")) as driver:
        driver.execute_query(
            "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=PASSWORD, database_="system"
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
