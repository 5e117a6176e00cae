"""Restores the ending that names in a list share: 拱北、江门海关 (clause rulings, section 5)."""

import re
from functools import lru_cache

from ingest.agencies.jurisdictions import load_jurisdictions
from ingest.clauses import names
from ingest.clauses.levels import LEVEL_ENDS, PARKS, TOWNS
from ingest.clauses.words import pattern

_NO_TOWN = re.compile("[员者部队]$|^[省市县区州盟旗镇乡直]|干部")
_SMALL = (*TOWNS, "村")
_EACH = re.compile("各(?!族)")
_RIVER = re.compile(
    "(?P<stem>[\u4e00-\u9fff]{1,4}(?:江|河|湖|水库)|松辽)(?P<level>)(?P<rest>流域.+|水利委员会|水利委)$"
)
_BRANCH = re.compile("[\u4e00-\u9fff]+?银行(?P<rest>.+(?:分行|支行))$")
_PARK_BODY = re.compile(
    f"(?P<stem>.+?)(?P<level>(?:(?:高新|经济)?技术|经济)?(?:{PARKS.pattern}))(?P<rest>管委会?|管理委员会)$"
)
_GOVERNED = re.compile(
    "^(?P<stem>.+?)(?P<level>自治县|自治旗|地区|新区|街道|社区|[市县区州盟旗镇乡省]|(?<!新)村)"
    "(?P<rest>(?:人民)?政府.*|行署|行政公署|公署|党委.*|管委会?|办事处|居委会|委会|两委)$"
)
_OWN_NOTE = re.compile("^（[^（）]*）(?=.)")  # 儋州市（洋浦）政府: the bracket is that city's alone
_STANDING = re.compile("(?:小组|专班|指挥部|联席会议)$")
_MEMBERS = re.compile("(?:小组|专班|指挥部|联席会议)(各?成员单位)$")
_GOVERNMENT = re.compile("(?:人民)?政府|党委|行署|公署|管委会?|管理委员会")
_TOWN_ON = re.compile("[\u4e00-\u9fff]{0,3}[镇乡](?:人民)?政府")  # 三江水族乡: no 三江 of its own
_STREET_BODY = re.compile("(?P<stem>[\u4e00-\u9fff]{2,}?)(?P<level>街道)(?P<rest>.+)$")
_ORDINAL = re.compile("第[一二三四五六七八九十百\\d]+$")
_NUMBERED = re.compile("第[一二三四五六七八九十百\\d]+(?P<rest>(?:师|团|连|营|医院|人民医院|中学|小学).*)$")
_OFFICE = re.compile("(?:主管部门|部门|管理部门|厅|局|委|办|部|院)$")


def with_endings(run: list[str]) -> list[str]:
    """Names parted by 、 or 和 only, each with the ending it shares (clause rulings, section 5).

    拱北、江门、湛江海关 → 拱北海关, 江门海关, 湛江海关.
    """
    full = list(run)
    donor: str | None = None
    level = ""
    for index in range(len(run) - 1, -1, -1):
        name = run[index]
        if numbered := _with_number(name, full[index + 1 :]):
            full[index] = numbered
        elif _is_donor(name) and not _is_town(name, donor):
            full[index] = _with_members(name, donor)
            donor, level = name, ""
        elif donor is not None or index + 1 < len(run):
            level = level or _own_level(run[index + 1]) or _village(run[index + 1], donor)
            full[index] = _shared(name, donor, level)
            level = _own_level(name) or level
    return full


def _village(following: str, donor: str | None) -> str:
    """村 of a village that ends a list (桐木、红星村); before another head it is part of a street's name."""
    return "村" if donor is None and re.fullmatch("[\u4e00-\u9fff]{2,4}村", following) else ""


def _with_number(name: str, following: list[str]) -> str:
    """兵团第三、第十四师: the first is a division too; empty for any other name."""
    numbered = _NUMBERED.search(following[0]) if following and _ORDINAL.search(name) else None
    return name + numbered["rest"] if numbered else ""


def _with_members(name: str, following: str | None) -> str:
    """甲专班、乙专班各成员单位: the members of both."""
    members = _MEMBERS.search(following or "")
    return name + members[1] if members and _STANDING.search(name) else name


def _is_donor(name: str) -> bool:
    return names.has_head(name) and not names.is_place(name) and not pattern("operators").fullmatch(name)


def _is_town(name: str, donor: str | None) -> bool:
    """菜园 before 洋山镇人民政府: a town's name that only seems to end like a body's."""
    governed = _GOVERNED.match(donor or "")
    town = governed is not None and governed["level"] in _SMALL
    return town and len(name) < 4 and name.endswith(("园", "场", "港"))


def _own_level(name: str) -> str:
    if not _bears_level(name):
        return ""
    return next((end for end in LEVEL_ENDS if name.endswith(end) and len(name) > len(end)), "")


def _bears_level(name: str) -> bool:
    """Whether the name's last word is a level (藤县, 宁波市), not just a syllable (杭州)."""
    places = load_jurisdictions().named(name)
    if not places:
        return _looks_local(name)
    return any(
        place.name == name or ((len(name) > 2 or name[-1] in "州盟旗") and place.name[-1] == name[-1])
        for place in places
    )


def _looks_local(name: str) -> bool:
    levelled = len(name) > 2 and name.endswith(LEVEL_ENDS)
    return levelled and not names.is_units(name) and _EACH.search(name) is None


def _shared(name: str, donor: str | None, level: str) -> str:
    """The name with what it shares with the next whole one; itself if nothing fits."""
    if donor is None:
        bare = (_is_bare_place(name) or _is_town_stem(name, level)) and not _own_level(name)
        return _with_level(name, level) if bare and level else name
    if pattern("operators").fullmatch(name):
        if name.endswith("行") and (branch := _BRANCH.match(donor)):
            return name + branch["rest"]
        match = pattern("operators").match(donor)
        return name + donor[match.end() :] if match else name
    if _EACH.search(name) or (names.is_class(donor) and names.is_units(name)):
        return _class_shared(name, donor)
    if _RIVER.match(donor) and name[-1] not in "江河湖海淮辽池":
        return name
    parts = _split_place(donor)
    if parts and not parts[1] and (system := _system_before_place(name)):
        return system + _with_level(name[len(system) :], level) + parts[2]
    if parts and (
        _own_level(name) or _is_bare_place(name) or _is_short(name, donor) or _is_town_stem(name, parts[1])
    ):
        return _place_shared(name, parts, level)
    office = _OFFICE.search(donor)
    return name + office[0] if office and _is_stem(name) else name


@lru_cache(maxsize=names.REMEMBERED)
def _system_before_place(name: str) -> str:
    """中国铁路 of 中国铁路武汉, 民航 of 民航福建: a system's name with a bare place behind; empty if none."""
    whole = pattern("whole_starts").match(name)
    if whole is None or names.has_head(name):
        return ""
    ends = (at for at in range(whole.end(), len(name) - 1) if names.is_place(name[at:]))
    at = next(ends, None)
    return name[:at] if at is not None else ""


def _class_shared(name: str, donor: str) -> str:
    parts = _split_place(donor)
    units = name.startswith("各") and names.is_units(name[1:])
    if units and parts and re.search("部门$|局$", parts[2]):
        return name + parts[2]
    return name


def _is_bare_place(name: str) -> bool:
    return names.is_place(name) and not pattern("functions").match(name)


def _is_short(name: str, donor: str) -> bool:
    return (
        2 <= len(name) <= 4
        and bool(pattern("place_heads", "$").search(donor))
        and not pattern("functions").search(name)
    )


def _is_town_stem(name: str, level: str) -> bool:
    """Whether a name may be a town's or a street's without its level word (天平、湖南街道)."""
    stem = 2 <= len(name) <= 5 and not pattern("functions").search(name) and not _NO_TOWN.search(name)
    if not stem or pattern("operators").fullmatch(name) or _is_province(name):
        return False
    return level in _SMALL and not name.endswith(level) and _EACH.search(name) is None


def _is_province(name: str) -> bool:
    return any(place.level == "province" for place in load_jurisdictions().named(name))


def _is_stem(name: str) -> bool:
    return (
        not _own_level(name)
        and not _is_bare_place(name)
        and not pattern("whole_starts").match(name)
        and (bool(pattern("functions").search(name)) or len(name) <= 6)
    )


def _place_shared(name: str, parts: tuple[str, str, str], level: str) -> str:
    donor_level, rest = parts[1], _OWN_NOTE.sub("", parts[2])
    alike = donor_level and name.endswith(donor_level)
    if alike and (names.is_units(name) or len(name) == 2 or donor_level in _SMALL):
        return name + rest  # 高新区、经开区管委会; 古乡、玉普乡人民政府
    if _own_level(name):
        if not donor_level and not _GOVERNMENT.match(rest):
            return name
        return name + rest if _governs(rest, name) else name
    return _with_level(name, level or donor_level) + rest


def _governs(rest: str, name: str) -> bool:
    """Whether the shared head can be that of a place: 管委会 heads a park, 政府 what is none."""
    if rest in ("管委", "管委会", "管理委员会"):
        return bool(PARKS.search(name))
    return not _GOVERNMENT.match(rest) or not PARKS.search(name) or names.is_place(name)


def _with_level(name: str, level: str) -> str:
    """平湖 + 市; a place that has only one full name keeps that one's level (蒙山 → 蒙山县)."""
    if not level or level in _SMALL or PARKS.search(level) or names.is_place(name + level):
        return name + level
    fulls = {place.name for place in load_jurisdictions().named(name) if place.name.startswith(name)}
    near = [full for full in fulls if len(full) <= len(name) + 2]
    return near[0] if len(fulls) == 1 and near else name + level


def _split_place(donor: str) -> tuple[str, str, str] | None:
    """Place, its level word and the shared rest: 安庆 | 市 | 人民政府; 湛江 | | 海关."""
    if river := _RIVER.match(donor):
        return river["stem"], river["level"], river["rest"]
    if pattern("whole_starts").match(donor):
        return None
    if named := _PARK_BODY.match(donor) or _town_body(donor):
        return named["stem"], named["level"], named["rest"]
    for length in range(min(12, len(donor) - 1), 1, -1):
        place = donor[:length]
        if names.is_place(place) and not (
            pattern("functions").match(place) and not place.endswith(LEVEL_ENDS)
        ):
            level = _own_level(place)
            if not level and _TOWN_ON.match(donor[length:]):
                continue
            return place[: length - len(level)], level, donor[length:]
    zone = names.ZONE.match(donor)
    if zone and zone[0].endswith("新区"):
        return zone[0][:-2], "新区", donor[zone.end() :]
    if governed := _GOVERNED.match(donor):
        return governed["stem"], governed["level"], governed["rest"]
    head = pattern("place_heads", "$").search(donor)
    if head and 2 <= head.start() <= 6 and not pattern("levels").match(donor):
        level = head[0] if head[0] in LEVEL_ENDS else ""
        return donor[: head.start()], level, "" if level else head[0]
    return None


def _town_body(donor: str) -> re.Match[str] | None:
    """A body of a town or street (南湖西园社区党委), whose name may begin like a listed place's."""
    street = _STREET_BODY.match(donor)
    town = _GOVERNED.match(donor)
    found = street or (town if town and town["level"] in _SMALL else None)
    return None if found is None or names.is_place(found["stem"]) else found
