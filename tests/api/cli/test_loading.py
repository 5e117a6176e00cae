"""`zhize load`: what can be loaded is loaded, what not is named with why, nothing half-written."""

import os
from pathlib import Path

import pytest

from api.loading import load_paths
from graph.store import Address

PLAN = """广东省政务服务和数据管理局
2024年3月1日
广东省数字建设2024年工作要点
一、夯实基础
(一)建设算力平台。2024年底前建成3个算力中心。(省工业和信息化厅、科技厅牵头,省财政厅配合)
(二)培养数字人才。面向基层开展培训。(省人力资源社会保障厅牵头,省智慧湾区统筹局配合)
"""
CORRECTED = PLAN.replace("科技厅牵头", "教育厅牵头").replace("3个算力中心", "4个算力中心")
TASKS = "MATCH (t:Task) RETURN t.title AS title ORDER BY title"


def titles(store):
    return [row["title"] for row in store.read(TASKS)]


@pytest.fixture
def plan(tmp_path):
    file = tmp_path / "要点.txt"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_a_plan_is_loaded_and_summed_up(zhize, at_store, plan):
    said = zhize("load", plan)
    assert (said.code, said.err) == (0, "")
    assert "广东省数字建设2024年工作要点" in said.out
    for words in ("new", "1 domain, 2 tasks, 1 goal", "4 agencies", "1 unresolved name", "省智慧湾区统筹局"):
        assert words in said.out
    assert titles(at_store) == ["培养数字人才", "建设算力平台"]


def test_what_the_reader_left_out_of_a_file_is_told(zhize, at_store, tmp_path):
    file = tmp_path / "要点.txt"
    file.write_text(PLAN.replace("培养数字人才", "培养\ufffd字人才"), encoding="utf-8")
    assert "Warning: 1 characters were lost" in zhize("load", file).out
    told = at_store.read("MATCH (d:Document) RETURN d.warnings AS warnings, d.addressees AS addressees")
    assert [len(row["warnings"]) for row in told] == [1]


def test_loading_twice_changes_nothing(zhize, at_store, plan):
    zhize("load", plan)
    said = zhize("load", plan)
    assert said.code == 0
    assert "unchanged" in said.out
    assert len(titles(at_store)) == 2


def test_a_corrected_edition_replaces_and_says_what_changed(zhize, at_store, plan):
    zhize("load", plan)
    plan.write_text(CORRECTED, encoding="utf-8")
    said = zhize("load", plan)
    assert said.code == 0
    assert "replaces the edition before" in said.out
    lines = [line.strip() for line in said.out.splitlines()]
    assert [line for line in lines if "responsibilities" in line] == [
        "+ responsibilities: 省教育厅 lead 一 建设算力平台",
        "- responsibilities: 省科技厅 lead 一 建设算力平台",
    ]
    assert any(line.startswith(("+ goals", "~ goals")) and "4个" in line for line in lines)
    assert len(titles(at_store)) == 2


@pytest.mark.usefixtures("at_store", "plan")
def test_the_same_plan_in_other_bytes_is_one_document_that_reads_the_same(zhize, tmp_path):
    (tmp_path / "要点-2.txt").write_bytes(PLAN.encode("gb18030"))
    said = zhize("load", tmp_path)
    assert "replaces the edition before; what was read is the same" in said.out
    assert "1 document: 1 domain, 2 tasks, 1 goal" in said.out


@pytest.mark.parametrize("name", [b"\xff\xfe.txt", b"a\nb\x1b[31m.txt"])
def test_a_file_of_any_name_is_loaded_and_its_name_shown_harmlessly(zhize, at_store, tmp_path, name):
    (tmp_path / os.fsdecode(name)).write_text(PLAN, encoding="utf-8")
    said = zhize("load", tmp_path)
    assert (said.code, said.err) == (0, "")
    assert "\x1b" not in said.out
    (source,) = (row["source"] for row in at_store.read("MATCH (d:Document) RETURN d.source AS source"))
    assert source.isprintable()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_that_may_not_be_read_does_not_keep_out_the_rest(zhize, at_store, tmp_path, plan):
    closed = tmp_path / "closed.txt"
    closed.touch(0o000)
    said = zhize("load", closed, plan)
    assert said.code == 1
    assert said.err.startswith(f"zhize: {closed}: It can't be opened: Permission denied.")
    assert len(titles(at_store)) == 2


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_encodings_of_offices_are_read(zhize, at_store, plan, encoding):
    plan.write_bytes(PLAN.encode(encoding))
    assert zhize("load", plan).code == 0
    assert titles(at_store) == ["培养数字人才", "建设算力平台"]


def test_a_folder_is_loaded_to_the_bottom_and_the_rest_beside_what_can_not_be(zhize, at_store, tmp_path):
    deep = tmp_path / "2024" / "广东"
    deep.mkdir(parents=True)
    (deep / "要点.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    (tmp_path / ".hidden").write_bytes(b"\0")
    (tmp_path / "~$要点.docx").write_bytes(b"\0")
    said = zhize("load", tmp_path)
    assert said.code == 1
    assert len(titles(at_store)) == 2
    assert len(said.err.splitlines()) == 1
    assert str(tmp_path / "空.txt") in said.err


def huge(file: Path):
    with file.open("wb") as out:
        out.truncate(100_000_000)


BAD = {
    "empty.txt": lambda file: file.write_bytes(b""),
    "blank.txt": lambda file: file.write_text(" \n\u3000\n"),
    "binary.txt": lambda file: file.write_bytes(bytes(range(256)) * 40),
    "picture.png": lambda file: file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500)),
    "broken.docx": lambda file: file.write_bytes(b"PK\x03\x04" + bytes(500)),
    "broken.pdf": lambda file: file.write_bytes(b"%PDF-1.7\nnothing"),
    "novel.txt": lambda file: file.write_text("很久以前，山里住着一位老人。他每天种地。\n" * 20),
    "encoding.txt": lambda file: file.write_bytes("數字建設工作要點".encode("big5") + b"\xff\xff\x81"),
    "unknown.xyz": lambda file: file.write_bytes(b"\x01\x02\x03\x04" * 50),
    "huge.txt": huge,
    "missing.txt": lambda _: None,
    "pipe": os.mkfifo,
    "folder": os.mkdir,
}


@pytest.mark.parametrize("name", BAD)
def test_what_can_not_be_loaded_is_named_with_its_reason(zhize, at_store, tmp_path, name):
    file = tmp_path / name
    BAD[name](file)
    said = zhize("load", file)
    assert said.code == 1
    assert said.err.startswith(f"zhize: {file}: ")
    assert "zhize itself" not in said.err
    assert len(said.err.splitlines()) == 1
    assert titles(at_store) == []


@pytest.mark.parametrize("name", [name for name in BAD if name != "folder"])
def test_parse_names_it_too(zhize, tmp_path, name):
    file = tmp_path / name
    BAD[name](file)
    said = zhize("parse", file, "--json")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"zhize: {file}: ")


def test_a_store_that_dies_in_between_leaves_what_was_loaded_and_says_what_was_not(at_store, tmp_path):
    files = [tmp_path / name for name in ("1.txt", "2.txt", "3.txt")]
    for file in files:
        file.write_text(PLAN.replace("广东省数字", f"广东省第{file.stem}"), encoding="utf-8")
    alive = at_store.address

    def die_before_the_second(done, _total, _file):
        if done == 1:
            at_store.close()
            at_store.address = Address("bolt://127.0.0.1:1", "nobody", "nothing", "none")

    report = load_paths(at_store, files, die_before_the_second)
    at_store.close()
    at_store.address = alive
    assert not report.complete
    assert [loaded.source for loaded in report.loaded] == [str(files[0])]
    (failure,) = report.failures
    assert str(failure).startswith(f"{files[1]}: ")
    assert "load again" in failure.advice
    assert report.skipped == (files[2],)
    assert at_store.read("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 1}]
