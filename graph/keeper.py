"""The embedded server's keeper: starts it, starts it again if it dies, ends it when nobody uses it.

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
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import IO

USERS = "users.lock"
RUNNING = "running.lock"
STATE = "state.json"
LOG = "server.log"
_GRACE = 20.0
_CRASHING = 30.0
_PR_SET_PDEATHSIG = 1


def main(arguments: Sequence[str]) -> int:
    """Keep the server of one folder running while somebody holds `users.lock`.

    Args:
        arguments: The folder, the Bolt port, `--`, and the server's command line.

    Returns:
        0 when the server ended because it was to end, else its exit code.
    """
    folder, port, command = Path(arguments[0]), int(arguments[1]), arguments[3:]
    # Never closed: the lock is to last as long as this process.
    running = os.open(folder / RUNNING, os.O_CREAT | os.O_WRONLY, 0o600)
    fcntl.flock(running, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with (folder / LOG).open("wb") as log:
        return _Keeper(folder, port, command, log).run()


class _Keeper:
    def __init__(self, folder: Path, port: int, command: Sequence[str], log: IO[bytes]) -> None:
        self._folder, self._port, self._command, self._log = folder, port, command, log
        self._ending = threading.Event()
        self._server = self._start()

    def run(self) -> int:
        """Until nobody uses the server: start it again if it dies, unless it just had been started."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._end)
        threading.Thread(target=self._when_unused, daemon=True).start()
        while True:
            started = time.monotonic()
            code = self._server.wait()
            if self._ending.is_set() or time.monotonic() - started < _CRASHING:
                break
            self._server = self._start()
        (self._folder / STATE).unlink(missing_ok=True)
        return 0 if self._ending.is_set() else code

    def _start(self) -> subprocess.Popen[bytes]:
        server = subprocess.Popen(  # noqa: S603 — the command comes from our own starter
            self._command,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            preexec_fn=_die_with_parent,
        )
        draft = self._folder / f"{STATE}.new"
        draft.write_text(json.dumps({"port": self._port, "keeper": os.getpid(), "server": server.pid}))
        draft.replace(self._folder / STATE)
        return server

    def _end(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        self._ending.set()
        self._server.terminate()

    def _when_unused(self) -> None:
        with (self._folder / USERS).open("w") as users:
            fcntl.flock(users, fcntl.LOCK_EX)
            self._end()
            try:
                self._server.wait(_GRACE)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
