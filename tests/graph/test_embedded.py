"""The embedded server: started once, joined by others, gone with its last user, never half-written."""

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from neo4j import ManagedTransaction

from graph import embedded as server
from graph import store as store_module
from graph.embedded import data_folder, embedded, password
from graph.errors import StoreFailure
from graph.store import Store
from graph.writer import write_plan
from tests.plans import plan_2024

COUNT = "MATCH (n) RETURN count(n) AS n"
USER = """
import sys
from pathlib import Path
from graph.embedded import embedded
with embedded(Path(sys.argv[1])) as address:
    print(address.uri, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def _nothing_stays(tmp_path: Path) -> Iterator[None]:
    yield
    assert not psutil.wait_procs(_processes(tmp_path), timeout=2)[1]


def test_a_second_user_joins_and_the_last_one_ends_it(tmp_path: Path) -> None:
    with _user(tmp_path) as other:
        assert other.stdout is not None
        uri = other.stdout.readline().strip()
        with embedded(tmp_path) as address:
            assert address.uri == uri
            other.communicate("")
            assert other.returncode == 0
            with Store(address) as store:
                assert store.read("RETURN 1 AS one") == [{"one": 1}]


def test_users_that_come_at_once_share_one_server(tmp_path: Path) -> None:
    with _user(tmp_path) as one, _user(tmp_path) as two, _user(tmp_path) as three:
        uris = {user.stdout.readline() for user in (one, two, three) if user.stdout}
        assert len(uris) == 1
        assert uris.pop().startswith("bolt://127.0.0.1:")


def test_a_home_that_can_not_be_written_is_told_with_what_to_do(tmp_path: Path) -> None:
    password(tmp_path)
    (data_folder(tmp_path) / "users.lock").mkdir()
    with pytest.raises(StoreFailure, match="can't keep its data") as failure, embedded(tmp_path):
        pass
    assert "ZHIZE_HOME" in failure.value.advice


def test_a_home_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    with embedded(Path("职责 图谱")) as address, Store(address) as store:
        assert store.read(COUNT) == [{"n": 0}]
    assert (data_folder(tmp_path / "职责 图谱") / "databases" / "zhize").is_dir()


def test_data_outlives_the_server(tmp_path: Path) -> None:
    for expected in ("new", "unchanged"):
        with embedded(tmp_path) as address, Store(address) as store:
            assert write_plan(store, plan_2024()).outcome == expected


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_the_server_goes_however_its_user_dies(tmp_path: Path, number: signal.Signals) -> None:
    with _user(tmp_path) as user:
        assert user.stdout is not None
        assert user.stdout.readline()
        running = _processes(tmp_path)
        user.send_signal(number)
        user.wait()
    assert len(running) == 2
    assert not psutil.wait_procs(running, timeout=20)[1]


def test_the_server_goes_when_its_keeper_is_killed(tmp_path: Path) -> None:
    with embedded(tmp_path):
        running = _processes(tmp_path)
        os.kill(_state(tmp_path)["keeper"], signal.SIGKILL)
        assert not psutil.wait_procs(running, timeout=20)[1]


def test_a_stale_state_file_is_passed_over(tmp_path: Path) -> None:
    folder = data_folder(tmp_path)
    folder.mkdir()
    (folder / "state.json").write_text(json.dumps({"port": 9, "keeper": os.getpid(), "server": os.getpid()}))
    with embedded(tmp_path) as address, Store(address) as store:
        assert store.read(COUNT) == [{"n": 0}]


def test_a_server_killed_in_mid_write_holds_all_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_RETRY_SECONDS", 0.5)
    with embedded(tmp_path) as address, Store(address) as store:
        write_plan(store, plan_2024())
        before = store.read(COUNT)

        def work(transaction: ManagedTransaction) -> None:
            transaction.run("UNWIND range(1, 5000) AS i CREATE (:Task {id: toString(i)})").consume()
            os.kill(_state(tmp_path)["server"], signal.SIGKILL)
            transaction.run("CREATE (:Task {id: 'last'})").consume()

        with pytest.raises(StoreFailure, match="nothing of the work"):
            store.write(work)
    with embedded(tmp_path) as address, Store(address) as store:
        assert store.read(COUNT) == before
        assert write_plan(store, plan_2024()).outcome == "unchanged"


def test_a_server_that_dies_after_a_while_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    patient = (tmp_path / "keeper.py").resolve()
    patient.write_text(
        Path(server.keeper.__file__).read_text().replace("_CRASHING = 30.0", "_CRASHING = 0.0")
    )
    monkeypatch.setattr(server.keeper, "__file__", str(patient))
    with embedded(tmp_path) as address, Store(address) as store:
        write_plan(store, plan_2024())
        before = store.read(COUNT)
        os.kill(_state(tmp_path)["server"], signal.SIGKILL)
        assert store.read(COUNT) == before


def test_the_password_is_random_and_its_owners_only(tmp_path: Path) -> None:
    secret = password(tmp_path)
    folder = data_folder(tmp_path)
    assert len(secret) >= 24
    assert secret != password(tmp_path / "other")
    assert stat.S_IMODE((folder / "password").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with embedded(tmp_path):
        assert all(secret not in " ".join(process.cmdline()) for process in _processes(tmp_path))


def test_a_lost_password_is_made_anew(tmp_path: Path) -> None:
    with embedded(tmp_path) as address:
        first = address.password
    (data_folder(tmp_path) / "password").unlink()
    with embedded(tmp_path) as address, Store(address) as store:
        assert address.password != first
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


def test_it_listens_on_the_loopback_interface_only(tmp_path: Path) -> None:
    with embedded(tmp_path):
        (java,) = (process for process in _processes(tmp_path) if process.name() == "java")
        listening = [c.laddr.ip for c in java.net_connections("tcp") if c.status == psutil.CONN_LISTEN]
    assert listening
    assert {address.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.touch()
    with pytest.raises(StoreFailure, match="ZHIZE_HOME"), embedded(home):
        pass


def _user(home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", USER, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def _processes(home: Path) -> list[psutil.Process]:
    """The keeper and the server of one home."""
    folder = str(data_folder(home))
    mine = (p for p in psutil.process_iter(["cmdline"]) if p.info["cmdline"])
    return [p for p in mine if any(part == folder or folder + "/" in part for part in p.info["cmdline"])]


def _state(home: Path) -> dict[str, int]:
    state: dict[str, int] = json.loads((data_folder(home) / "state.json").read_text())
    return state
