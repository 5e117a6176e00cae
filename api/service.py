"""The service as a process: its port, its start and its end."""

import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from api.app import create_app
from graph.errors import Failure
from graph.store import Store

_GRACE_SECONDS = 3


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """The service's socket, taken first, so that a port in use is known before a store starts.

    Args:
        host: Name or address to listen on.
        port: TCP port; 0 lets the system choose.

    Raises:
        Failure: The port is in use or may not be taken, or the host isn't this machine's.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        taken = socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        raise _refused(error, host, port) from error
    with taken:
        yield taken


def _refused(error: Exception, host: str, port: int) -> Failure:
    where = f"{host}:{port}"
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EADDRINUSE:
        what = f"Port {port} is in use, perhaps by a zhize that already runs."
        return Failure(what, where=where, advice="End the other program, or set ZHIZE_PORT to a free port.")
    if number == errno.EACCES:
        return Failure(f"Port {port} needs more rights.", where=where, advice="Set ZHIZE_PORT above 1023.")
    return Failure("Can't listen on this address.", where=where, advice="Correct ZHIZE_HOST.")


def run_service(store: Store, listener: socket.socket, on_start: Callable[[str], None]) -> None:
    """Serve until the process is told to end.

    Args:
        store: A connected store.
        listener: From `listening`.
        on_start: Told the service's address once it answers.

    Raises:
        Failure: The service could not start.
    """
    server = _Announcing(
        uvicorn.Config(create_app(store), log_level="warning", timeout_graceful_shutdown=_GRACE_SECONDS),
        lambda: on_start(_address(listener)),
    )
    try:
        server.run(sockets=[listener])
    except KeyboardInterrupt:  # uvicorn has shut down and passes the signal on
        return
    if not server.started:
        raise Failure("The service could not start.", advice="The reason stands above.")


class _Announcing(uvicorn.Server):
    """A server that tells when it answers."""

    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._announce()


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
