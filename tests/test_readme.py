"""What the README and the page on review tell people to type does what they say."""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from graph.embedded import embedded
from tests.api.review.plans import GUANGDONG

ROOT = Path(__file__).parents[1]
PROGRAM = [sys.executable, "-c", "from api.cli import main; main()"]
FENCED = re.compile(r"^```\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def commands(page: str) -> list[str]:
    blocks = FENCED.findall((ROOT / page).read_text(encoding="utf-8"))
    return [line for block in blocks for line in block.splitlines() if line.startswith("zhize ")]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Mapping[str, str]]]:
    """A folder like a clone, and an environment whose store holds the sample plan and one for review."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    (folder / "要点.txt").write_text(GUANGDONG, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ZHIZE_")}
    environment |= {"ZHIZE_HOME": str(folder / "home"), "ZHIZE_PORT": "0", "PYTHONPATH": str(ROOT)}
    with embedded(folder / "home"):
        loaded = run("zhize load seeds/plans 要点.txt", folder, environment)
        assert loaded.returncode == 0, loaded.stderr
        yield folder, environment


def run(line: str, folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    words = [*PROGRAM, *shlex.split(line)[1:]]
    return subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("line", [line for line in commands("README.md") if line != "zhize serve"])
def test_readme_s_commands_run(line, desk):
    done = run(line, *desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_readme_s_question_has_the_answer_that_is_shown(desk):
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([一二三四五六七八九十]+) \| (.+?) \| (.+?) \|$", page, re.MULTILINE)
    assert len(rows) == 3
    said = run("zhize ask co-led --agency 工信厅", *desk).stdout
    for row in rows:
        assert any(all(cell in line for cell in row) for line in said.splitlines()), row


def test_serve_answers_until_it_is_told_to_end(desk):
    folder, environment = desk
    with subprocess.Popen(
        [*PROGRAM, "serve"], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
    ) as served:
        assert served.stdout
        assert served.stdout.readline().startswith("Serving http://127.0.0.1:")
        served.send_signal(signal.SIGINT)
        assert served.wait(30) == 0


def test_both_readmes_show_the_same_commands():
    assert commands("README.zh-CN.md") == commands("README.md")


def test_the_commands_of_the_page_on_review_run_one_after_the_other(desk):
    lines = commands("docs/review.md")
    assert len(lines) == 6
    for line in lines:
        done = run(line, *desk)
        assert (done.returncode, done.stderr) == (0, ""), line


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "docs/review.md"])
def test_pages_lead_to_files_that_are_there(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert ((ROOT / page).parent / target).exists(), target
