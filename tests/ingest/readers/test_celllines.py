"""Tables with one cell a line become rows again; anything else stays as it is."""

from ingest.readers.celllines import rows_again

HEADINGS = ["序号", "任务名称", "牵头单位", "完成时限"]
ONE = ["1", "修路", "市交通局", "6月底"]
TWO = ["2", "架桥", "市住建局", "—"]


def test_cells_are_counted_off_by_the_headings():
    lines, warnings = rows_again(["一、交通", *HEADINGS, *ONE, "", *TWO, "注：另有要求的除外。"])
    assert lines == [
        "一、交通",
        "\t".join(HEADINGS),
        "\t".join(ONE),
        "\t".join(TWO),
        "注：另有要求的除外。",
    ]
    assert warnings == []


def test_a_line_between_rows_groups_those_below():
    lines, _ = rows_again([*HEADINGS, *ONE, "（二）桥梁", *TWO])
    assert lines[2:] == ["（二）桥梁", "\t".join(TWO)]


def test_a_row_that_lacks_a_cell_ends_the_table_and_is_told():
    lines, warnings = rows_again([*HEADINGS, *ONE, "2", "架桥", "市住建局", "3", "通航", "市水利局", "年底"])
    assert lines[2:] == ["2", "架桥", "市住建局", "3", "通航", "市水利局", "年底"]
    assert len(warnings) == 1
    assert "Row 2" in warnings[0]


def test_headings_without_numbered_rows_are_no_table():
    lines = ["序号", "任务名称", "牵头单位", "本表由市政府办公室解释。"]
    assert rows_again(lines) == (lines, [])
