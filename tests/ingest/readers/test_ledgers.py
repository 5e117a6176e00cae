"""Ledgers as offices keep them: workbooks and CSV files, with all that a sheet holds beside its tasks."""

import csv
import io

import pytest
import xlsxwriter

from ingest.readers import read
from tests.ingest.readers.plan import LEDGER, PLAN


def separated(text: str, **form: str) -> str:
    file = io.StringIO()
    csv.writer(file, **form).writerows(line.split("\t") for line in text.split("\n"))
    return file.getvalue()


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_ledger_reads_as_a_workbook_does(separator, charset):
    text = read(separated(LEDGER, delimiter=separator).encode(charset), "ledger.csv")
    assert text.content == LEDGER


def test_a_spreadsheet_pads_the_rows_and_quotes_what_holds_a_separator():
    padded = (
        "云溪市任务台账,,,\r\n序号,任务,牵头单位,完成时限\r\n"
        '1,"清淤,排涝\n改造",市水务局,年底前\r\n,,,\r\n2,"建设""云""平台",市大数据局,\r\n'
    )
    text = read(padded.encode("gb18030"), "ledger.csv")
    assert text.format == "csv"
    assert text.content.split("\n") == [
        "云溪市任务台账",
        "序号\t任务\t牵头单位\t完成时限",
        "1\t清淤,排涝 改造\t市水务局\t年底前",
        '2\t建设"云"平台\t市大数据局\t',
    ]


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        PLAN.replace("，", ","),
        "任务,措施,责任单位要落实\n各单位要抓好落实,按时完成,按月报送,不得延误\n",
        '序号,任务,牵头单位\n1,"清淤,市水务局\n2,改造,市水务局\n',
    ],
)
def test_prose_with_commas_or_tabs_stays_text(text):
    assert read(text.encode(), "plan.txt").format == "txt"


def workbook(
    *rows: list, formats: dict[tuple[int, int], str] | None = None, hidden: int | None = None
) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                form = (formats or {}).get((at, column), "General")
                sheet.write(at, column, value, book.add_format({"num_format": form}))
        if hidden is not None:
            sheet.set_row(hidden, None, None, {"hidden": True})
    return file.getvalue()


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (2025.1, "0.00", "2025.10"),
        (2025.1, "0.00_ ", "2025.10"),
        (2025.9, "General", "2025.9"),
        (12.56, "0.0", "12.56"),
        (35, "0.00", "35"),
        (1, "0%", "100%"),
        (35, '0"万亩"', "35万亩"),
        (1200, "#,##0家", "1200家"),
        (12000, '0!.0,"万"', "12000"),
        (20250100001, "0", "20250100001"),
    ],
)
def test_a_figure_keeps_the_noughts_and_the_unit_of_its_format(value, form, shown):
    data = workbook(["任务", "目标", "牵头单位"], ["清淤", value, "市水务局"], formats={(1, 1): form})
    assert read(data, "ledger.xlsx").content.split("\n")[1] == f"清淤\t{shown}\t市水务局"


def test_a_deadline_whose_nought_may_be_lost_is_warned_of():
    rows = [
        ["序号", "任务", "完成时限"],
        [1, "增长2025.1吨", 2025.1],
        [2, "改造", "2025.1"],
        [3, "排涝", 2025.9],
    ]
    (warning,) = read(workbook(*rows), "ledger.xlsx").warnings
    assert "C2 shows 2025.1" in warning


def test_hidden_rows_are_left_out_with_a_warning():
    rows = [["序号", "任务", "牵头单位"], [1, "清淤", "市水务局"], [2, "取消", "市民政局"]]
    text = read(workbook(*rows, hidden=2), "ledger.xlsx")
    assert text.content.split("\n") == ["序号\t任务\t牵头单位", "1\t清淤\t市水务局"]
    assert "Hidden rows" in text.warnings[0]


@pytest.mark.parametrize(
    "total", [["合计", "3项"], ["", "小  计", "45", "公里"], [3, "总计", 12], ["合计："]]
)
def test_rows_of_sums_are_left_out_with_a_warning(total):
    rows = [
        ["序号", "任务", "牵头单位", "备注"],
        [1, "清淤", "市水务局", "合计"],
        total,
        [2, "改造", "市水务局"],
    ]
    text = read(workbook(*rows), "ledger.xlsx")
    assert text.content.split("\n")[1:] == ["1\t清淤\t市水务局\t合计", "2\t改造\t市水务局\t"]
    assert "合计" in text.warnings[0]


def test_a_heading_that_names_sums_is_no_row_of_sums():
    text = read("合计\t牵头单位\t任务\n3\t市水务局\t清淤\n".encode(), "plan.txt")
    assert text.content.startswith("合计\t牵头单位")
    assert text.warnings == ()


HEADS = ["序号", "指标", "目标值", "计量单位", "牵头单位"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [
                HEADS,
                [1, "农田", 35, "万亩", "市农业局"],
                [2, "产值", "≥50以上", "亿元", "市工信局"],
                [3, "满意", "—", "—"],
            ],
            ["35万亩\t市农业局", "≥50亿元以上\t市工信局", "—\t"],
        ),
        (
            [["序号", "指标", "单 位", "2024年目标", "牵头单位"], [1, "农田", "万亩", 35, "市农业局"]],
            ["35万亩\t市农业局"],
        ),
        (
            [["序号", "任务", "金额", "单位", "完成时限"], [1, "农田", 35, "市农业局", "年底"]],
            ["35\t市农业局\t年底"],
        ),
        ([["序号", "任务", "单位", "完成时限"], [1, "农田", "万亩", 2025.9]], ["万亩\t2025.9"]),
        ([["任务", "序号", "单位", "牵头"], ["农田", 1, "户", "市农业局"]], ["1\t户\t市农业局"]),
    ],
)
def test_a_column_of_units_joins_the_figures_beside_it(rows, expected):
    found = read(workbook(*rows), "ledger.xlsx").content.split("\n")[1:]
    assert [line.split("\t", 1 if rows[0][0] == "任务" else 2)[-1] for line in found] == expected
