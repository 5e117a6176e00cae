"""The command line's frame: help, mistakes in typing, and what may not be slow."""

import subprocess
import sys

import pytest


def test_without_words_it_says_what_it_can_do(zhize):
    said = zhize()
    for command in (
        "load",
        "ask",
        "brief",
        "serve",
        "demo",
        "store",
        "parse",
        "clause",
        "resolve",
        "registry",
    ):
        assert f"  {command} " in said.out + said.err


def test_an_unknown_command_is_a_clear_mistake(zhize):
    said = zhize("laod", "x")
    assert said.code == 2
    assert "laod" in said.err


def test_ask_alone_lists_the_questions(zhize):
    said = zhize("ask")
    assert said.code == 0
    assert "co-led" in said.out
    assert "Tasks an agency co-leads" in said.out


def test_a_question_explains_its_options(zhize):
    said = zhize("ask", "path", "--help")
    assert said.code == 0
    assert "--from AGENCY" in said.out
    assert "--jurisdiction" in said.out


def test_an_unknown_question_is_a_clear_mistake(zhize):
    said = zhize("ask", "co-lead")
    assert said.code == 2
    assert "co-lead" in said.err


def test_a_missing_parameter_is_named(zhize):
    said = zhize("ask", "chain")
    assert said.code == 2
    assert "--task" in said.err


@pytest.mark.parametrize("command", ["clause", "resolve"])
def test_reading_lines_needs_no_store_and_no_service(command):
    program = (
        "import sys; from api.cli import main; sys.argv = ['zhize', sys.argv[1], '--jsonl']\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
        "heavy = {'neo4j', 'fastapi', 'uvicorn', 'pdfplumber', 'pydantic_settings'} & set(sys.modules)\n"
        "sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, command], input="", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
