"""`zhize brief`: a file in the form its name asks for."""

import pytest

pytestmark = pytest.mark.usefixtures("filled")


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_briefing_is_written_in_the_form_asked_for(zhize, tmp_path, form):
    file = tmp_path / f"简报.{form}"
    said = zhize("brief", "--agencies", "省工业厅，省科技厅", "-o", file)
    assert (said.code, said.out) == (0, f"Wrote {file}\n")
    text = file.read_text(encoding="utf-8")
    for words in (
        "关于广川省工业厅、广川省科技厅共同任务的简报",
        "牵头1项",
        "《广川省2024年重点工作》第1项",
        "建园区",
        "广川省财政厅",
        "2024年12月31日：新建园区5个",
    ):
        assert words in text
    assert text.startswith("<!doctype html>") == (form == "html")


def test_without_a_file_it_goes_to_the_screen(zhize):
    said = zhize("brief", "--agencies", "省工业厅,省科技厅")
    assert said.code == 0
    assert said.out.startswith("# 关于广川省工业厅、广川省科技厅共同任务的简报\n")


def test_a_renamed_body_is_one_with_its_successor(zhize):
    said = zhize("brief", "--agencies", "省信息化局,省财政厅")
    assert said.code == 0
    assert "# 关于广川省数据局、广川省财政厅共同任务的简报" in said.out
    assert "通网络" in said.out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--agencies", "省工业厅"], "two or more agencies"),
        (["--agencies", "省工业厅,省某某厅"], "省某某厅"),
        (["--agencies", "省工业厅,省科技厅", "-o", "简报.docx"], "Use .md or .html"),
        (["--agencies", "省工业厅,省科技厅", "-o", "no/such/folder/x.md"], "no/such/folder/x.md"),
    ],
)
def test_what_can_not_be_done_is_said(zhize, words, reason):
    said = zhize("brief", *words)
    assert said.code == 1
    assert reason in said.err
