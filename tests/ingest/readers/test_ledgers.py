"""Ledgers as offices keep them: workbooks and CSV files, with all that a sheet holds beside its tasks."""

import csv
import io

import pytest

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
