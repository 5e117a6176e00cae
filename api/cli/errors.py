"""What a person sees when something goes wrong: one clear message on stderr and an exit code."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from graph.errors import Failure

DEBUG = "ZHIZE_DEBUG"


def complain(message: object) -> None:
    """Say what went wrong, on stderr, in one paragraph."""
    print(f"zhize: {message}", file=sys.stderr, flush=True)


def guarded(command: Callable[[], object]) -> None:
    """Run a command; end with a message and exit code 1, never with a traceback.

    With `ZHIZE_DEBUG=1` the traceback is shown after all.
    """
    _close_on_signals()
    try:
        command()
    except Exception as error:
        complain(explain(error))
        sys.exit(1)


def explain(error: Exception) -> str:
    """What an error means to a person.

    Raises:
        Exception: The error itself, where `ZHIZE_DEBUG` asks for its traceback.
    """
    if os.environ.get(DEBUG):
        raise error
    if isinstance(error, Failure):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}." if error.filename else f"{error.strerror}."
    if isinstance(error, UnicodeEncodeError):
        return "This terminal's encoding can't carry the text. Set LC_ALL=C.UTF-8, or give it in UTF-8."
    first_line = next(iter(str(error).splitlines()), "")
    return (
        f"An error in zhize itself: {type(error).__name__}: {first_line} "
        f"({DEBUG}=1 shows the traceback; please report it.)"
    )


def _close_on_signals() -> None:
    """Let `with` blocks close, and stop the embedded store, when the process is told to end."""
    for number, end in ((signal.SIGTERM, _exit_on_signal), (signal.SIGHUP, _end_as_told)):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def _exit_on_signal(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _end_as_told(_number: int, _frame: FrameType | None) -> None:
    """A closed terminal ends the process as SIGTERM does, whoever listens to that by then."""
    signal.raise_signal(signal.SIGTERM)
