"""`zhize serve` and `zhize demo` as processes: they answer, say what is wrong, and leave nothing behind."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager

import psutil
import pytest

COMMAND = [sys.executable, "-c", "from api.cli import main; main()"]


@contextmanager
def running(*words, **environment):
    """A command at work; whatever is left of it afterwards is an error."""
    given = {**os.environ, "ZHIZE_PORT": "0", **environment}
    with subprocess.Popen(
        [*COMMAND, *words], env=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def address_in(process):
    """The first address that the service says, and all lines up to it."""
    lines = []
    for line in process.stdout:
        lines.append(line)
        if match := re.search(r"http://\S+", line):
            return match[0], lines
    pytest.fail(f"no address: {lines} {process.stderr.read()}")


def everything_of(home):
    """The processes that serve the store under a folder."""
    return [p for p in psutil.process_iter(["cmdline"]) if str(home) in " ".join(p.info["cmdline"] or [])]


def ask(url):
    with urllib.request.urlopen(url, timeout=20) as answer:
        return json.load(answer)


def test_the_demo_says_what_it_loaded_and_answers_what_it_proposes(tmp_path):
    with running("demo", ZHIZE_HOME=str(tmp_path)) as process:
        first, before = address_in(process)
        assert "5 domains, 21 tasks, 4 goals" in "".join(before)
        proposed = [first] + [
            line.strip() for line in iter(process.stdout.readline, "\n") if "/queries/" in line
        ]
        answers = [ask(url) for url in proposed]
        assert [row["item"] for row in answers[0]["rows"]] == ["九", "十", "十九"]
        assert len(answers) == 3
        assert all(answer["rows"] for answer in answers)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0
    assert everything_of(tmp_path) == []


def test_ctrl_c_while_it_starts_leaves_nothing_behind(tmp_path):
    with running("demo", ZHIZE_HOME=str(tmp_path)) as process:
        process.stdout.readline()  # the plan is loaded, the service is about to start
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert process.returncode in (0, 130)
        assert "Traceback" not in said
    assert everything_of(tmp_path) == []


@pytest.mark.usefixtures("at_store")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_service_ends_when_it_is_told_to(number):
    with running("serve") as process:
        address, _ = address_in(process)
        assert ask(f"{address}/api/v1/documents")["items"] == []
        process.send_signal(number)
        assert process.wait(timeout=30) == 128 + signal.SIGTERM


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_in_use_is_said_before_anything_starts(zhize, tmp_path, monkeypatch, command):
    monkeypatch.setenv("ZHIZE_HOME", str(tmp_path / "home"))
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        monkeypatch.setenv("ZHIZE_PORT", str(port))
        said = zhize(command)
    assert said.code == 1
    assert said.err.startswith(f"zhize: 127.0.0.1:{port}: Port {port} is in use")
    assert "ZHIZE_PORT" in said.err
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("host", ["203.0.113.7", "no such host", "x" * 300])
def test_a_host_that_is_not_here_is_said(zhize, monkeypatch, host):
    monkeypatch.setenv("ZHIZE_HOST", host)
    said = zhize("serve")
    assert said.code == 1
    assert "ZHIZE_HOST" in said.err
