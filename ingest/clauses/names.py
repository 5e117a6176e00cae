"""The shape of names: where one ends, which are classes, which are no names of bodies at all."""

import re
from functools import cache, lru_cache

from ingest.agencies.jurisdictions import load_jurisdictions
from ingest.clauses.words import load_words, pattern
from ingest.seeds import any_of

REMEMBERED = 8192  # names recur within and across plans
_CONJUNCTIONS = re.compile("以及|和|及|与|暨")
_TOGETHER = re.compile("(?:要|应当?|须|可)?(?P<how>会同|联合)|(?P<consults>商)")
ZONE = re.compile(r"[\u4e00-\u9fff]{2,5}?(?:新区|高新区|经开区|开发区)(?=.)(?!管)")
_PAIRS = {"）": "（", "〕": "〔", "］": "［", "】": "【", ")": "(", "]": "["}
_PLAUSIBLE = re.compile(r"[\w（）〔〕［］【】“”‘’《》「」、和·\-—]{2,60}")
_LONGEST_STEM = 4  # of a place that no list of places has
_LOCAL = re.compile(
    "[\u4e00-\u9fff]{2,7}(?:镇|乡|街道|苏木|社区|村|新区|[区县市州旗])$|(?:兵团)?第?[一二三四五六七八九十百〇零\\d]{1,5}(?:[师团连]|团场)$"
)
_FIRM = re.compile("(?:中国|中核|中航|中车|中铁|中建|中交|国网|南网)[\u4e00-\u9fff]{2,6}")  # 中国一重
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CLASS = re.compile(
    r"各(?!族)|有关|相关|成员单位|所属|直属[各有]|沿线|沿[黄江海边]|属地|全体|所有|其他|直属(?:单位|机构|部门)|驻.{0,4}单位"
    r"|^[两三四](?:省|市|地|县|区)|^(?:省|市|县|区|州|盟|旗|自治区|兵团|中)(?:省)?[直属级].{0,4}(?:部门|单位|机关|企业|高校|医院)(?!.?工委|党|事务)"
    r"|^各地$|^地方(?:各级|人民政府|政府|有关)|^当地|^(?:国家|省|市)级.{0,8}(?:园区|开发区|高新区)(?:管委会)?$|所在地|市县(?:两级)?"
)


@cache
def _units() -> re.Pattern[str]:
    unit = any_of(load_words()["units"])
    return re.compile(f"(?:(?:{unit}|[（〔](?:{unit}|、)+[）〕]|管理)+)")


@cache
def _unit_body() -> re.Pattern[str]:
    government = any_of(load_words()["government"])
    return re.compile(f"{_units().pattern}(?:[两二三四]级)?(?P<head>{government}(?:（[^（）]*）)?)?")


@cache
def _one_unit_body() -> re.Pattern[str]:
    unit, government = any_of(load_words()["units"]), any_of(load_words()["government"])
    return re.compile(f"{unit}(?:（[^（）]*）)?{government}")


@cache
def _class_only() -> re.Pattern[str]:
    generic = any_of([*load_words()["generic"], *load_words()["units"]])
    return re.compile(f"(?:{generic}|[省市县区州]级|省属|市属|县属|区属|中央|国有|基层|人民)+")


def bare(name: str) -> str:
    """The name without the brackets at its end."""
    depth = 0
    if name[-1:] not in _PAIRS:
        return name
    for at in range(len(name) - 1, 0, -1):
        depth += (name[at] in _PAIRS) - (name[at] in _PAIRS.values())
        if depth == 0:
            return name[:at]
    return name


@lru_cache(maxsize=REMEMBERED)
def has_head(name: str) -> bool:
    """Whether the name ends like the whole name of a body (…厅, …局, …政府, …集团)."""
    name = bare(name)
    head = pattern("heads", "$").search(name) if len(name) > 1 else None
    if head is None:
        return False
    other = pattern("not_heads", "$").search(name)
    return other is None or head.start() < other.start()


@lru_cache(maxsize=REMEMBERED)
def has_strong_head(name: str) -> bool:
    """Whether the ending alone shows a body, wherever the name stands."""
    head = pattern("heads", "$").search(bare(name)) if has_head(name) else None
    return head is not None and head[0] not in load_words()["weak_heads"]


def is_place(name: str) -> bool:
    """Whether the name is a place's, full or short."""
    return load_jurisdictions().is_place(name)


def is_units(name: str) -> bool:
    """Unit types without a head: 县（市、区）, 街道."""
    return bool(_units().fullmatch(name))


def is_kind(name: str) -> bool:
    """A kind of institution, with what sort is meant: 高等院校, 职业院校, 医疗机构."""
    kind = re.fullmatch(f"[\u4e00-\u9fff]{{0,4}}{pattern('kinds').pattern}", name)
    return kind is not None and not is_placed(name)


def is_one_unit_body(name: str) -> bool:
    """One unit type and the head of a government: 街道办事处, 市人民政府; not 县开发区管委会."""
    return bool(_one_unit_body().fullmatch(name))


def is_unit_body(name: str) -> bool:
    """Unit types, with or without the head of a government: 县（市、区）人民政府, 街道办事处."""
    return bool(_unit_body().fullmatch(name))


@lru_cache(maxsize=REMEMBERED)
def is_class(name: str) -> bool:
    """Whether the words name a class or set, not one body (clause rulings, section 6)."""
    if _CLASS.search(name) or _class_only().fullmatch(name):
        return True
    return bool(re.search("部门(?:（[^（）]*）)?$", name)) and not is_placed(name)


def is_placed(name: str) -> bool:
    """Whether a level word, a zone or a place opens the name (省教育部门)."""
    if pattern("levels").match(name) and not starts_bare(name):
        return True
    if ZONE.match(name):
        return True
    return any(is_place(name[:length]) for length in range(2, min(12, len(name))))


@cache
def _bare_starts() -> re.Pattern[str]:
    return re.compile(
        any_of(load_words()["bare_starts"])
        + "(?!(?<=市)[场政容民]|(?<=市监)委|(?<=县乡)村振兴|(?<=[旗县]区)域|(?<=镇村)镇)"
    )


def starts_bare(name: str) -> bool:
    """Whether the name only seems to begin with a level word (市场监管局)."""
    return bool(_bare_starts().match(name))


def is_whole(name: str) -> bool:
    """Whether a name can end here: it has a head, is a place, or a class of units."""
    return has_head(name) or is_place(name) or (name.startswith("各") and is_units(name[1:]))


def looks_like_body(name: str) -> bool:
    """Whether anything about the name, its ending first, shows that it is a body's, a class's or a place."""
    if has_head(name) or is_class(name) or is_place(name):
        return True
    return bool(_LOCAL.fullmatch(name) or _FIRM.fullmatch(name))


def is_stem(name: str) -> bool:
    """Whether the words may share the next name's ending: a body's work (应急管理) or a place (拱北)."""
    return len(name) <= _LONGEST_STEM or bool(pattern("functions").search(name))


def runs_on(name: str) -> bool:
    """Whether words that are no part of it follow a whole name (省科技厅适时泛读, 省科技厅（适时泛读）)."""
    if bare(name) != name:
        return not is_class(name)
    if has_head(name) or not pattern("levels").match(name):
        return False
    return any(has_strong_head(name[:length]) for length in range(3, len(name) - 1))


@lru_cache(maxsize=REMEMBERED)
def is_plausible(name: str) -> bool:
    """Whether the words can be a name at all, known or not."""
    if not _PLAUSIBLE.fullmatch(name) or name.count("（") != name.count("）") or len(_HAN.findall(name)) < 2:
        return False
    if is_person(name) or re.match(r"\d{3,4}年|\d{1,2}月", name):
        return False
    if re.match("依托|通过|支持|鼓励|引导", name):
        return False
    return has_head(name) or is_place(name) or not is_content(name)


@cache
def _persons() -> re.Pattern[str]:
    titles = any_of(load_words()["persons"])
    return re.compile(f"{titles}[：:]?(?:[\\u4e00-\\u9fff]{{2,3}})?(?:（[^（）]*）)?$")


@lru_cache(maxsize=REMEMBERED)
def is_person(name: str) -> bool:
    """Whether the words name a person or an office holder (分管副市长, 王海峰副市长)."""
    match = _persons().search(name)
    return bool(match) and not has_strong_head(name)


def may_be_person(name: str) -> bool:
    """Whether the words are as short as a person's name and like no body's, for lists of people."""
    return bool(re.fullmatch("[\u4e00-\u9fff]{2,3}", name)) and not looks_like_body(name)


@lru_cache(maxsize=REMEMBERED)
def is_content(name: str) -> bool:
    """Whether the words begin like a piece of work, not like a name."""
    return bool(pattern("content_starts").match(name)) and not re.search(
        "办公室$|小组$|专班$|指挥部$|中心$", name
    )


@lru_cache(maxsize=REMEMBERED)
def is_content_body(name: str) -> bool:
    """Enterprises, universities, 牵头单位 and the like: subjects of content, not bearers of the task."""
    return bool(pattern("content_bodies", "$").search(name)) and not re.match("省|市|县|区|州|国家", name)


@lru_cache(maxsize=REMEMBERED)
def is_bearer(name: str) -> bool:
    """Whether the name surely is a body's or a class of bodies', even in running text."""
    if is_content(name) or not is_plausible(name) or is_content_body(name):
        return False
    return has_strong_head(name) or (is_class(name) and _ends_as_class(name)) or _is_local(name)


@cache
def _class_end() -> re.Pattern[str]:
    words = load_words()
    return re.compile(
        any_of([*words["generic"], *words["units"], *words["government"], *words["heads"], "地"]) + "$"
    )


def _ends_as_class(name: str) -> bool:
    """Whether the last word names bodies; not so in 各责任单位要明确专人."""
    return bool(_class_end().search(bare(name)))


def _is_local(name: str) -> bool:
    """A place as a body: a listed one with its level word, or a town by its ending (洋山镇, 高刘街道)."""
    if re.fullmatch("[\u4e00-\u9fff]{1,5}(?:(?<![小古城乡集村])镇|(?<![城老家])乡|街道|苏木)", name):
        return True
    return is_place(name) and name[-1] in "省市县区州盟旗" and len(name) > 2


def conjunction_at(name: str) -> tuple[int, int] | None:
    """The first conjunction between two names; None where all of it is inside one (工业和信息化厅)."""
    for match in _CONJUNCTIONS.finditer(name):
        if _depth(name, match.start()) == 0 and _parts(name[: match.start()], name[match.end() :]):
            return match.span()
    return None


def _parts(left: str, right: str) -> bool:
    if not right or not is_whole(left):
        return False
    if is_unit_body(right) and ("各" in left or is_class(left)) and not right.startswith("各"):
        return False
    if left.endswith("委") and right in ("政府", "人民政府"):
        return False
    if is_class(left) and _class_only().fullmatch(right):
        return False
    if _is_half_of_one(left, right):
        return False
    if has_strong_head(left):
        return not re.match("[会社委办]$", right)
    return right[0] in "各省市县区州有相自" or is_place(left) or is_whole(right)


def _is_half_of_one(left: str, right: str) -> bool:
    """区水务 + 湖泊局: two kinds of work before one head, though the first could stand for a company."""
    head = pattern("heads", "$").search(left)
    weak = head is not None and head[0] in load_words()["weak_heads"] and head[0] in load_words()["functions"]
    return weak and bool(re.fullmatch("[\u4e00-\u9fff]{2,4}[局委厅]", right)) and not is_placed(right)


def together_at(name: str) -> tuple[int, int] | None:
    """A 会同, 联合 or 商 between two bodies (or at the start)."""
    for match in _TOGETHER.finditer(name):
        left, right = name[: match.start()], name[match.end() :]
        how = match["how"] or "商"
        county = how == "会同" and not left and right == "县"  # 会同县、靖州县政府
        if not right or county or _depth(name, match.start()):
            continue
        if how == "会同" and (not left or is_whole(left) or trimmed(left) != left):
            return match.span()
        if how != "会同" and (has_strong_head(left) or left.endswith("司")) and _second(how, right):
            return match.span()
    return None


def _second(word: str, right: str) -> bool:
    if word == "商":
        return len(right) > 2 and not re.match("务|会|业|贸|标|联|品|场|检|管|社", right)
    return len(right) > 2 and not re.match("会|社|总会|国(?!家|务院)|体(?!育)|办公|指挥|工作组", right)


def goes_on_as_body(rest: str) -> bool:
    """Whether what follows a verb makes it part of a body's name: 督查 in 督查室."""
    return rest[:1] in tuple("室组办处科员")


def trimmed(name: str) -> str:
    """The name without an unfinished list's 等 at its end."""
    found = etc_at(name)
    return name[: found[0]] if found else name


@cache
def _etc() -> re.Pattern[str]:
    generic = any_of(load_words()["generic"])
    kinds = (
        "(?:各|有关|相关|其他|多|主要|中央|所属|涉及|行业|专业|职能|省属|中省直|国家|群团|企事业|地方|成员|驻."
        "|[省市县区州][级直]?)"
    )
    count = r"(?P<count>\d+|[一二三四五六七八九十两]{1,3}|多|数)?(?:个|家|所|大)?"
    return re.compile(
        f"(?<![高中初平同对均优劣特])等(?!级|次|保)(?P<what>{count}(?:{kinds}*|[\u4e00-\u9fff]{{1,6}}?)(?:(?:{generic})+(?:和(?:单位|部门|企业))?)?)(?=$|和|及|与|以及)"
    )


def etc_at(name: str) -> tuple[int, int, str | None] | None:
    """Where 等, 等有关单位 or 等9部门 stands: start, end, the count as written."""
    for match in _etc().finditer(name):
        return match.start(), match.end(), match["count"]
    return None


def outer_colon(piece: str) -> int:
    """Where the first colon outside brackets stands; -1 if there is none."""
    found = (match.start() for match in re.finditer("：", piece))
    return next((at for at in found if _depth(piece, at) == 0), -1)


def _depth(name: str, position: int) -> int:
    before = name[:position]
    return sum(map(before.count, "（〔［【(")) - sum(map(before.count, "）〕］】)"))
