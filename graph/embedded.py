"""The embedded store: a Bolt server as a child process, shared by all commands that use it."""

import fcntl
import json
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import IO

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

from graph import keeper
from graph.address import Address
from graph.errors import StoreFailure

USER = "root"
DATABASE = "zhize"
_START = "start.lock"
_PASSWORD = "password"  # noqa: S105 — the name of a file
_PATIENCE = 60.0
_STEP = 0.05
_MESSAGE = 128 * 1024 * 1024  # bytes; a document travels with its whole text


@contextmanager
def embedded(home: Path) -> Iterator[Address]:
    """Start the embedded server under `home`, or join the one that runs there.

    The last user to leave ends it, however that user ends; no process stays behind.

    Args:
        home: The folder of all of Zhize's data; the server's lies in `home/embedded`.

    Yields:
        Where the server answers, on the loopback interface only.

    Raises:
        StoreFailure: The folder can't be written, or the server doesn't start.
    """
    folder = _prepare(home)
    with _opened(folder / keeper.USERS) as users:
        with _locked(folder / _START):
            _wait(lambda: _try_lock(users, fcntl.LOCK_SH), folder, "The store before this one doesn't end.")
        try:
            with _locked(folder / _START):
                address = _join_or_start(folder)
            yield address
        finally:
            _leave(folder, users)


def password(home: Path) -> str:
    """The embedded store's password, made at first use.

    Raises:
        StoreFailure: The folder can't be written.
    """
    return _password(_prepare(home))


def data_folder(home: Path) -> Path:
    """Where the embedded store under `home` keeps its data."""
    return home / "embedded"


def _prepare(home: Path) -> Path:
    folder = data_folder(home.absolute())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        _password(folder)
    except OSError as error:
        raise _unwritable(error, folder) from error
    return folder


def _opened(path: Path) -> IO[str]:
    try:
        return path.open("w")
    except OSError as error:
        raise _unwritable(error, path.parent) from error


def _unwritable(error: OSError, folder: Path) -> StoreFailure:
    return StoreFailure(
        f"The embedded store can't keep its data there ({error.strerror}).",
        where=str(folder),
        advice="Set ZHIZE_HOME to a folder you may write to.",
    )


def _password(folder: Path) -> str:
    path = folder / _PASSWORD
    if not path.exists():
        # A server that has users keeps their passwords; without them it takes the new one.
        (folder / "config" / "server-users.jsonl").unlink(missing_ok=True)
        draft = folder / f"{_PASSWORD}.{os.getpid()}"
        draft.touch(0o600)
        draft.write_text(secrets.token_urlsafe(24))
        draft.replace(path)
    return path.read_text()


def _join_or_start(folder: Path) -> Address:
    with (folder / keeper.RUNNING).open("a") as running:
        free = _try_lock(running, fcntl.LOCK_EX)
    if free:
        _start(folder)
    port = _port(folder)
    address = Address(f"bolt://127.0.0.1:{port}", USER, _password(folder), DATABASE)
    _wait(lambda: _answers(address, folder), folder, "The embedded store doesn't answer.")
    return address


def _port(folder: Path) -> int:
    _wait((folder / keeper.STATE).exists, folder, "The embedded store doesn't say where it answers.")
    return int(json.loads((folder / keeper.STATE).read_text())["port"])


def _start(folder: Path) -> None:
    port = _free_port()
    (folder / keeper.STATE).unlink(missing_ok=True)
    started = subprocess.Popen(  # noqa: S603 — our own keeper
        [sys.executable, "-I", keeper.__file__, str(folder), str(port), "--", *_command(folder, port)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # Or else Java can't read a folder's name that isn't ASCII.
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    )
    # It may outlive us; if it doesn't, somebody has to take note of its end.
    threading.Thread(target=started.wait, daemon=True).start()


def _command(folder: Path, port: int) -> list[str]:
    package, http = files("arcadedb_embedded"), _free_port()
    settings = {
        "server.rootPath": folder,
        "server.rootPasswordPath": folder / _PASSWORD,
        "server.logsDirectory": folder / "log",
        "server.defaultDatabases": f"{DATABASE}[{USER}]",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": f"{http}-{http + 20}",
        "server.httpWorkerThreads": 4,
        "bolt.host": "127.0.0.1",
        "bolt.port": port,
        "bolt.maxMessageSize": _MESSAGE,
        "bolt.packstream.maxValueLength": _MESSAGE,
        "txWalFlush": 2,
    }
    return [
        str(package / "jre" / "bin" / "java"),
        *("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"),
        *("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"),
        "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
        "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        *("-cp", str(package / "jars" / "*"), "com.arcadedb.server.ArcadeDBServer"),
    ]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(address: Address, folder: Path) -> bool:
    if not (folder / keeper.STATE).exists():
        raise _failure(folder, "The embedded store ended while it started.")
    host, port = "127.0.0.1", int(address.uri.rsplit(":", 1)[1])
    try:
        socket.create_connection((host, port), timeout=1).close()
        with (
            GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver,
            driver.session(database=address.database) as session,
        ):
            return session.run("RETURN 1 AS one").single() is not None
    except (OSError, DriverError, Neo4jError):
        return False


def _leave(folder: Path, users: IO[str]) -> None:
    """Let go; whoever is the last to do so waits until the server has ended."""
    with _locked(folder / _START):
        last = _try_lock(users, fcntl.LOCK_EX) or not _try_lock(users, fcntl.LOCK_SH)
        fcntl.flock(users, fcntl.LOCK_UN)
        if last:
            _wait(lambda: _ended(folder), folder, "The embedded store doesn't end.")


def _ended(folder: Path) -> bool:
    with (folder / keeper.RUNNING).open("a") as running:
        return _try_lock(running, fcntl.LOCK_EX)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        _wait(lambda: _try_lock(file, fcntl.LOCK_EX), path.parent, "Another command holds the store's lock.")
        yield


def _try_lock(file: IO[str], kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(ready: Callable[[], bool], folder: Path, otherwise: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not ready():
        if time.monotonic() > deadline:
            raise _failure(folder, otherwise)
        time.sleep(_STEP)


def _failure(folder: Path, what: str) -> StoreFailure:
    return StoreFailure(
        what, where=str(folder), advice=f"Read {folder / keeper.LOG}, then run the command again."
    )
