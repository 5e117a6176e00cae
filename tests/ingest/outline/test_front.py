"""Title, issuer, number, date, year, place and addressees, wherever they stand."""

from datetime import date

import pytest

from ingest.outline import read_outline
from ingest.readers.normalise import text_of

ITEMS = "一、重点任务\n（一）建设站点。新建站点5座。（市水务局牵头）\n"


def front_of(content: str):
    return read_outline(text_of(content)).front


COVERED = (
    "安顺市人民政府办公室关于印发安顺市2025年水源保护工作方案的通知\n"
    "安府办发〔2025〕14号\n"
    "各县（区）人民政府，市直各部门：\n"
    "《安顺市2025年水源保护工作方案》已经市人民政府同意，现印发给你们，请认真贯彻落实。\n"
    "安顺市人民政府办公室\n"
    "二〇二五年四月十八日\n"
    "安顺市2025年水源保护工作方案\n"
    "根据《水源条例》（国发〔2015〕17号）制定本方案。\n" + ITEMS
)


def test_a_covering_notice_gives_issuer_number_date_and_addressees():
    front = front_of(COVERED)
    assert front.title == "安顺市2025年水源保护工作方案"
    assert front.issuer == "安顺市人民政府办公室"
    assert front.number == "安府办发〔2025〕14号"
    assert front.issued_on == date(2025, 4, 18)
    assert front.year == 2025
    assert front.jurisdiction is not None
    assert front.jurisdiction.code == "520400"
    assert front.addressees == ("各县（区）人民政府", "市直各部门")


def test_a_covering_notice_may_follow_the_plan():
    front = front_of(
        "安顺市2025年水源保护工作方案\n" + ITEMS + "安顺市人民政府办公室\n"
        "关于印发《安顺市2025年水源保护工作方案》的通知\n安府办发〔2025〕14号\n各县（区）人民政府：\n"
        "现将《安顺市2025年水源保护工作方案》印发给你们，请贯彻落实。\n安顺市人民政府办公室\n2025年4月18日\n"
    )
    assert front.title == "安顺市2025年水源保护工作方案"
    assert (front.issuer, front.number) == ("安顺市人民政府办公室", "安府办发〔2025〕14号")
    assert front.issued_on == date(2025, 4, 18)


def test_a_plan_without_notice_is_signed_at_its_end():
    front = front_of(
        "赤水市2026年竹产业发展工作要点\n赤府办发〔2026〕3号\n各镇人民政府：\n"
        + ITEMS
        + "赤水市人民政府办公室\n2026年2月10日\n"
    )
    assert (front.title, front.issuer) == ("赤水市2026年竹产业发展工作要点", "赤水市人民政府办公室")
    assert (front.number, front.issued_on) == ("赤府办发〔2026〕3号", date(2026, 2, 10))


def test_what_a_web_page_prints_above_is_neither_number_nor_date():
    front = front_of(
        "索引号：00318-2024-0052    公开时间：2024-03-15\n来源时间为：2024-09-02\n"
        "兴安盟2024年防火工作要点\n" + ITEMS + "兴安盟行政公署办公室\n2024年3月9日\n"
    )
    assert front.number is None
    assert front.issued_on == date(2024, 3, 9)
    assert front.issuer == "兴安盟行政公署办公室"


def test_labelled_metadata_serves_where_nothing_is_signed():
    front = front_of(
        "发文机关：昌吉回族自治州人民政府办公室\n成文日期：2025-02-26\n发文字号：昌州政办发〔2025〕7号\n"
        "昌吉州2025年煤炭清洁利用任务清单\n" + ITEMS
    )
    assert front.issuer == "昌吉回族自治州人民政府办公室"
    assert (front.number, front.issued_on) == ("昌州政办发〔2025〕7号", date(2025, 2, 26))


def test_a_title_may_run_over_lines_and_end_in_brackets():
    front = front_of(
        "国家市场监督管理总局关于印发质量强链工作计划（2025—2026年）的通知\n各省市场监管局：\n现印发给你们。\n"
        "市场监管总局\n2025年5月20日\n质量强链\n工作计划\n（2025—2026年）\n" + ITEMS
    )
    assert front.title == "质量强链工作计划（2025—2026年）"
    assert front.jurisdiction is not None
    assert front.jurisdiction.code == "000000"


def test_joint_issuers_are_all_named():
    front = front_of(
        "中共梅州市委办公室 梅州市人民政府办公室印发《关于推进绿美建设的若干措施》的通知\n"
        "各县（市、区）党委和人民政府：\n《关于推进绿美建设的若干措施》已经同意，现印发给你们。\n"
        "中共梅州市委办公室\n梅州市人民政府办公室\n2024年4月11日\n关于推进绿美建设的若干措施\n" + ITEMS
    )
    assert front.title == "关于推进绿美建设的若干措施"
    assert front.issuer == "中共梅州市委办公室、梅州市人民政府办公室"


def test_a_notice_may_be_the_plan_itself():
    front = front_of(
        "重庆市商务委员会关于做好2024年促消费工作的通知\n渝商务发〔2024〕8号\n各区县商务委：\n"
        + ITEMS
        + "重庆市商务委员会\n2024年3月1日\n"
    )
    assert front.title == "重庆市商务委员会关于做好2024年促消费工作的通知"
    assert front.issuer == "重庆市商务委员会"


@pytest.mark.parametrize(
    ("title", "signed", "year"),
    [
        ("某领域2030年前达峰行动方案", "2024年5月6日", 2024),
        ("三年行动方案（2026—2028年）", "2025年12月11日", 2026),
        ("2023年任务分工方案", "2023年2月17日", 2023),
        ("专项行动方案", "2022年2月17日", 2022),
    ],
)
def test_the_year_is_the_one_in_the_title_near_the_date(title, signed, year):
    assert front_of(f"{title}\n{ITEMS}安顺市人民政府\n{signed}\n").year == year


@pytest.mark.parametrize(
    ("issuer", "code"),
    [
        ("国务院办公厅", "000000"),
        ("农业农村部办公厅", "000000"),
        ("国家税务总局深圳市税务局", "440300"),
        ("新疆生产建设兵团办公厅", "990000"),
        ("苏州市相城区人民政府办公室", "320507"),
        ("中共梅州市委办公室", "441400"),
        ("民勤县人民政府", "620621"),
    ],
)
def test_the_issuer_tells_the_place(issuer, code):
    front = front_of(f"2024年水利工作要点\n{ITEMS}{issuer}\n2024年5月6日\n")
    assert front.jurisdiction is not None
    assert front.jurisdiction.code == code


def test_a_place_of_many_is_told_by_the_places_around_it():
    front = front_of(f"2024年水利工作要点\n在江苏省南京市部署下制定。\n{ITEMS}鼓楼区人民政府\n2024年5月6日\n")
    assert front.jurisdiction is not None
    assert front.jurisdiction.code == "320106"
