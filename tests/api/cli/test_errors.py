"""Errors: one clear message on stderr, an exit code, never a traceback unless it is asked for."""

import os
import signal
import subprocess
import sys

import pytest

from api.cli.errors import guarded
from graph.errors import Failure


def run(error, capsys):
    def command():
        raise error

    with pytest.raises(SystemExit) as end:
        guarded(command)
    assert end.value.code == 1
    return capsys.readouterr()


def test_a_failure_says_where_what_and_what_to_do(capsys):
    said = run(Failure("It is empty.", where="plan.txt", advice="Give another file."), capsys)
    assert said.err == "zhize: plan.txt: It is empty. Give another file.\n"
    assert said.out == ""


def test_an_error_of_the_system_names_its_file(capsys):
    said = run(PermissionError(13, "Permission denied", "brief.md"), capsys)
    assert said.err == "zhize: brief.md: Permission denied.\n"


def test_an_error_of_the_system_without_a_file_says_what_happened(capsys):
    assert run(OSError(28, "No space left on device"), capsys).err == "zhize: No space left on device.\n"


def test_text_that_the_terminal_can_not_carry_is_told(capsys):
    said = run(UnicodeEncodeError("latin-1", "厅", 0, 1, "ordinal not in range"), capsys)
    assert "LC_ALL=C.UTF-8" in said.err


def test_an_unexpected_error_is_one_line_that_says_how_to_see_more(capsys):
    said = run(ZeroDivisionError("division by zero\nsecond line"), capsys)
    assert said.err.count("\n") == 1
    assert "ZeroDivisionError: division by zero" in said.err
    assert "ZHIZE_DEBUG=1" in said.err


def test_the_traceback_is_there_for_who_asks(monkeypatch):
    monkeypatch.setenv("ZHIZE_DEBUG", "1")

    def command():
        raise Failure("It is empty.")

    with pytest.raises(Failure):
        guarded(command)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_with_blocks_close_when_the_process_is_told_to_end(number):
    program = (
        "import contextlib, time\n"
        "from api.cli.errors import guarded\n"
        "@contextlib.contextmanager\n"
        "def held():\n"
        "    try:\n"
        "        yield\n"
        "    finally:\n"
        "        print('closed')\n"
        "def command():\n"
        "    with held():\n"
        "        print('ready', flush=True)\n"
        "        time.sleep(60)\n"
        "guarded(command)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        os.kill(process.pid, number)
        assert process.stdout.read() == "closed\n"
        assert process.wait() == 128 + signal.SIGTERM
