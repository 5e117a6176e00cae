"""One plan, five formats, the same text; and what isn't a plan's file is refused with a reason."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import UnreadableFile
from ingest.pipeline import read_plan
from ingest.readers import SIZE_LIMIT, read
from tests.files import as_docx, as_ledger, as_page, as_pdf
from tests.ingest.readers.plan import LINES, PLAN

FORMATS = {"html": as_page, "docx": as_docx, "pdf": as_pdf}
GOLD = sorted(Path(__file__).parents[3].parent.glob("shared/gold/docs/*.txt"))


def refusal(data: bytes, name: str = "file") -> UnreadableFile:
    with pytest.raises(UnreadableFile) as caught:
        read(data, name)
    assert caught.value.where == name
    assert caught.value.advice
    return caught.value


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_gives_the_same_text(form):
    text = read(FORMATS[form](PLAN), "plan")
    assert text.content == LINES
    assert text.format == form
    assert len(text.folded) == len(text.content)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_gives_the_same_plan(form):
    expected = read_plan(PLAN.encode(), "plan.txt")
    plan = read_plan(FORMATS[form](PLAN), f"plan.{form}")
    assert len(expected.tasks) >= 6
    assert plan.domains == expected.domains
    assert plan.tasks == expected.tasks
    assert plan.goals == expected.goals
    assert plan.responsibilities == expected.responsibilities
    same = {"source": expected.document.source, "sha256": expected.document.sha256}
    assert replace(plan.document, **same) == expected.document


@pytest.mark.parametrize("form", ["html", "docx"])
@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_plans_come_through_word_and_the_web_unchanged(path, form):
    text = read(path.read_bytes(), path.name)
    assert read(FORMATS[form](text.content), "plan").content == text.content


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_plans_come_through_pdf_with_the_same_paragraphs(path):
    expected = read(path.read_bytes(), path.name).content.replace("**", "")
    found = read(as_pdf(expected), "plan").content
    squeezed = [line.replace(" ", "") for line in found.split("\n")]
    assert squeezed == [line.replace(" ", "") for line in expected.split("\n")]


def test_the_content_decides_not_the_name():
    assert read(as_docx(PLAN), "plan.txt").format == "docx"
    assert read(PLAN.encode(), "plan.pdf").format == "txt"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_text_is_read_in_every_charset_that_offices_use(charset):
    assert read(PLAN.encode(charset), "plan.txt").content == LINES


def test_traditional_text_in_gb18030_is_read():
    text = "（省發展改革委牽頭，省財政廳、省資訊化廳負責）推進產業發展與環境保護。\n"
    assert read(text.encode("gb18030"), "plan.txt").content == text.strip()


def test_a_character_cut_off_at_the_end_does_not_spoil_the_file():
    assert read(PLAN.strip().encode()[:-1], "plan.txt").content == LINES[:-1]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \r\n\0", "empty"),
        ("　\n\u200b".encode(), "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"Rar!\x1a\x07\x00" + bytes(50), "archive"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (bytes(range(256)) * 8, "UTF-8"),
        (b"PK\x03\x04" + bytes(40), "broken"),
        (as_docx(PLAN)[:5000], "broken"),
        (as_pdf(PLAN)[:400], "broken"),
    ],
)
def test_what_is_not_text_is_refused_with_the_reason(data, what):
    assert what in refusal(data).what


def compound(*streams: str, text: bytes = b"") -> bytes:
    """A file of an old office program: the names of its streams as its directory lists them."""
    names = [f"{name}\0".encode("utf-16-le") for name in streams]
    listed = [name.ljust(64, b"\0") + len(name).to_bytes(2, "little") + b"\2" + bytes(61) for name in names]
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + text + b"".join(listed)


@pytest.mark.parametrize(
    ("data", "what", "advice"),
    [
        (compound("1Table", "WordDocument"), ".doc", ".docx"),
        (compound("Workbook"), ".xls", ".xlsx"),
        (compound("WordDocument", text="Book Antiqua Workbook\0".encode("utf-16-le")), ".doc", ".docx"),
        (compound("WordDocument", "Workbook"), ".doc", ".docx"),
        (compound("Workbook", "WordDocument"), ".xls", ".xlsx"),
        (compound("PowerPoint Document"), "presentation", ".docx"),
        (compound("EncryptedPackage"), "encrypted", "password"),
        (compound("Contents"), "old office program", "另存为"),
    ],
)
def test_a_legacy_file_is_refused_with_the_way_to_convert_it(data, what, advice):
    refused = refusal(data)
    assert what in refused.what
    assert advice in refused.advice


def packed(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return file.getvalue()


def test_other_archives_are_refused_by_what_they_are():
    assert "OFD" in refusal(packed(OFD_xml=b"<ofd/>")).what
    assert "OpenDocument" in refusal(packed(content_xml=b"<office/>")).what
    assert "archive" in refusal(packed(plan_txt=PLAN.encode())).what


def rewritten(old: str, new: str) -> bytes:
    """A Word file with something else written in its parts and in their names."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_docx(PLAN))) as whole, zipfile.ZipFile(file, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name.replace(old, new), whole.read(name).replace(old.encode(), new.encode()))
    return file.getvalue()


MAIN = "openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"vnd.{MAIN}", "vnd.ms-word.document.macroEnabled.main+xml"),
        (MAIN, MAIN.replace("document.main", "template.main")),
        ("document.xml", "document2.xml"),
    ],
)
def test_templates_documents_with_macros_and_other_names_of_the_main_part_are_read(old, new):
    assert read(rewritten(old, new), "plan").content == LINES


def test_a_strict_file_is_refused_with_the_way_to_save_it():
    strict = rewritten(
        "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/x"
    )
    assert "Strict" in refusal(strict).what


XML = '<?xml version="1.0"?>\n<?mso-application progid="{}"?>\n'


@pytest.mark.parametrize(
    ("head", "what"),
    [
        ("MIME-Version: 1.0\n\n", ".mht"),
        (
            "From: <Saved by Blink>\r\nSubject: =?utf-8?B?5Li0?=\r\n =?x?=\r\nMIME-Version: 1.0\r\n\r\n",
            ".mht",
        ),
        (XML.format("Excel.Sheet") + '<Workbook xmlns="urn:x">', "spreadsheet"),
        (XML.format("Word.Document") + '<w:wordDocument xmlns:w="x">', "Word XML"),
        ('\ufeff<?xml version="1.0"?><pkg:package xmlns:pkg="x">', "Word XML"),
    ],
)
def test_pages_and_documents_saved_as_text_are_refused_as_what_they_are(head, what):
    assert what in refusal((head + PLAN).encode()).what


def test_a_text_that_speaks_of_mail_is_read():
    assert read(f"联系人: 张三\n{PLAN}\nMIME-Version: 1.0\n".encode(), "plan.txt").format == "txt"


def test_a_part_far_larger_than_a_plan_is_not_waited_for():
    assert "60 MB" in refusal(packed(word__document_xml=bytes(60_900_000))).what


def test_a_zip_bomb_is_not_unpacked():
    assert "larger than" in refusal(packed(word__document_xml=bytes(201_000_000))).what


def test_a_file_past_the_limit_is_refused_before_it_is_decoded():
    assert "too large" in refusal(b"\xff" * (SIZE_LIMIT + 1)).what


def test_a_spun_copy_is_refused_and_not_repaired():
    spun = "云溪市2024年事情要点\n（一）推进改造。（市生长改造委牵头卖力，市财政局配合）\n"
    assert "synonym-spun" in refusal(spun.encode()).what


def test_one_odd_word_is_only_a_warning():
    (warning,) = read("（一）推进改革。（市生长改造委牵头）".encode(), "plan.txt").warnings
    assert "生长改造" in warning


@given(st.binary(max_size=400))
@settings(max_examples=150)
def test_random_bytes_are_read_or_refused(data):
    read_or_refused(data)


@pytest.fixture(scope="module")
def whole_files() -> list[bytes]:
    """Made once: a file made again differs by its time stamps, and so may its length."""
    makers = (as_page, as_docx, as_pdf, as_ledger)
    return [make("云溪市要点\n序号\t任务\n一、总则\n1.做事。（市水务局负责）") for make in makers]


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_files_are_read_or_refused(whole_files, data):
    whole = data.draw(st.sampled_from(whole_files))
    at = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(st.binary(max_size=8))
    cut = data.draw(st.integers(at, len(whole)))
    read_or_refused(whole[:at] + damage + whole[at + len(damage) : cut])


@given(st.text(max_size=200))
def test_whatever_the_text_no_line_holds_what_a_line_may_not(content):
    read_or_refused(content.encode("utf-8", "ignore"))


def read_or_refused(data: bytes) -> None:
    try:
        text = read(data, "file")
    except UnreadableFile:
        return
    assert len(text.folded) == len(text.content)
    assert not set("\r\0\ufeff\u200b\u3000") & set(text.content)
