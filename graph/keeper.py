"""The embedded server's keeper: starts it, and ends it when nobody uses it any more.

Runs as a process of its own (`python keeper.py FOLDER PORT -- COMMAND…`), so that the server
outlives the command that started it while another one still uses it, and outlives nobody:
users hold a shared lock that the kernel lets go however they die, and the server dies with
its keeper. Standard library only: it is run by path, in isolation.
"""

import ctypes
import fcntl
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

USERS = "users.lock"
RUNNING = "running.lock"
STATE = "state.json"
LOG = "server.log"
_GRACE = 20.0
_PR_SET_PDEATHSIG = 1


def main(arguments: Sequence[str]) -> int:
    """Keep the server of one folder running while somebody holds `users.lock`.

    Args:
        arguments: The folder, the Bolt port, `--`, and the server's command line.

    Returns:
        0 when the server ended because it was asked to, else its exit code.
    """
    folder, port, command = Path(arguments[0]), int(arguments[1]), arguments[3:]
    with (folder / RUNNING).open("w") as running:
        fcntl.flock(running, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with (folder / LOG).open("wb") as log:
            server = subprocess.Popen(  # noqa: S603 — the command comes from our own starter
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_parent,
            )
        return _watch(folder, port, server)


def _watch(folder: Path, port: int, server: subprocess.Popen[bytes]) -> int:
    ending = threading.Event()

    def end(_signal: int = 0, _frame: FrameType | None = None) -> None:
        ending.set()
        server.terminate()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, end)
    _write_state(folder, port, server.pid)
    threading.Thread(target=_when_unused, args=(folder, server, end), daemon=True).start()
    code = server.wait()
    (folder / STATE).unlink(missing_ok=True)
    return 0 if ending.is_set() else code


def _when_unused(folder: Path, server: subprocess.Popen[bytes], end: Callable[[], None]) -> None:
    with (folder / USERS).open("w") as users:
        fcntl.flock(users, fcntl.LOCK_EX)
        end()
        try:
            server.wait(_GRACE)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _write_state(folder: Path, port: int, server: int) -> None:
    draft = folder / f"{STATE}.new"
    draft.write_text(json.dumps({"port": port, "keeper": os.getpid(), "server": server}))
    draft.replace(folder / STATE)


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
