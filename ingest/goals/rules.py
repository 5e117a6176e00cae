"""What makes a quantity a target, and what makes it a condition, a subsidy, a fact or a label."""

import re
from typing import NamedTuple

from graph.model import Comparator
from ingest.goals.quantities import Quantity
from ingest.goals.wording import NOT_OBJECT
from ingest.goals.words import Lexicon, UnitKind, load_words

_SEPARATOR = re.compile("[、和及与并暨]|以及")
_MONEY = re.compile("元$")
_LEADS_TO = re.compile(r"(?:[提升]高?到|提高至|达到|达|增至|增加到|提标至|上调至|调整为|调整到)\s*$")
_BASELINE = re.compile(r"[由从](?:\d{4}年的?|[上去]年的?|现[在有行]的?|目前的?|原来的?)?\s*$")
_RISES_TO = re.compile(r"\s*(?:左右)?[^，；、\d]{0,4}(?:到|至|为)")
_LENGTH_OF_TIME = re.compile(r"(?:天数|时间|时长|时限|年限|寿命|学时|课时)\s*$")
_PER_HEAD = re.compile(
    r"每(?:个|家|项|户|人|村|镇|县)[^，]{0,4}(?:支持|补助|资助|奖励|奖补|安排)[^，]{0,4}$"
    r"|(?:^|[^到至达于过])每(?:个[^，]{0,3}|[人户亩辆家座件床套台吨场次])(?:每[年月日次])?\s*$"
)
_FORMERLY = re.compile(
    r"[^，]{1,12}以来|\s*(?:截[至止])?(?:目前|现阶段|前期|过去.{1,2}年|[^，到至]{0,8}年以?来)\s*"
)
_DONE = re.compile("已(?:经|累计)?[^，、；的率比]{1,6}$")
_ACTS = re.compile("开展|实施|进行")
_GIVES = re.compile("给予|予以|按[^，]{1,16}(?:补助|补贴|奖励|奖补|贴息)")
_BY_RULE = re.compile(r"\s*(?:按照?|参照)")
_RULE = re.compile("的(?:比例|标准|(?:进度|目标|时限)?要求|时间节点|原则|方式|频次)")
_RULE_SHARE = re.compile("(?:按(?!时|期)|以)[^，；]{0,8}$")
_RULE_TAIL = re.compile("的?(?:比例|标准|要求|额度|系数)|的(?:投入|努力|服务)|征收|收取|缴纳|计征")


class Place(NamedTuple):
    """Where a quantity stands: the sentence, its segment's bounds, what follows it up to the next stop.

    `tail`: text after it up to 、 or the segment's end. `next_figure`: another quantity stands in
    that tail. `rewards`: the segment speaks of a reward; `rewarded`: an earlier one of the sentence does.
    """

    sentence: str
    start: int
    end: int
    tail: str
    next_figure: Quantity | None
    rewards: bool
    rewarded: bool


def is_target(quantity: Quantity, place: Place) -> bool:
    """Whether a quantity is a target, by the words around it."""
    if quantity.kind is UnitKind.NONE and not _is_seed_count(quantity):
        return False
    if quantity.unit is None and quantity.kind is None and not _is_plain_index(quantity, place):
        return False
    for rejects in _REJECTIONS:  # noqa: SIM110 (no generator for every figure of a plan)
        if rejects(quantity, place):
            return False
    return True


def _is_seed_count(quantity: Quantity) -> bool:
    """增殖放流苗种8亿单位: no plan counts bodies by the hundred thousand."""
    return quantity.unit == "单位" and quantity.value >= 100_000


def _others(kind: str) -> Lexicon[str]:
    return load_words().others[kind]


def _verb(kind: str, text: str, position: int) -> str | None:
    return load_words().verbs[kind].before(text, position)


def tells_past(segment: str) -> bool:
    """The segment says what is already so (现有…, 截至…) or what something builds on.

    盘活现有… acts on what is there and is not such a segment.
    """
    if _others("base").occurs(segment, 0, len(segment)) is not None:
        return True
    said = _others("past").occurs(segment, 0, len(segment))
    return said is not None and _verb("govern", segment, said.start()) is None


def looks_back(segment: str) -> bool:
    """A segment like 目前 or 近年来, which puts the rest of its sentence into the past."""
    return _FORMERLY.fullmatch(segment) is not None


def speaks_of_reward(segment: str) -> bool:
    """The segment sets a subsidy, reward or fine; paying out a budget (发放补贴3亿元) does not."""
    if _GIVES.search(segment):
        return True
    match = _others("reward").occurs(segment, 0, len(segment))
    if match is not None and segment.startswith("性", match.end()):
        return False
    return match is not None and _others("release").occurs(segment, 0, match.start()) is None


def _is_plain_index(quantity: Quantity, place: Place) -> bool:
    """收入比缩小到2.2以内: a figure without a unit that a verb leads to and nothing follows."""
    led = quantity.start < quantity.figure or _verb("reach", place.sentence, quantity.start) is not None
    return led and not place.tail.strip() and not quantity.plain_chinese


def is_condition(quantity: Quantity, place: Place, next_is_condition: bool) -> bool:
    """研发占比3%以上的企业, and what is listed before it with 以上 or 以下 of its own."""
    if not quantity.qualified and quantity.start == quantity.figure:
        return False
    if quantity.qualified and next_is_condition and not place.tail.strip():
        return True
    if quantity.kind is UnitKind.COUNT or not place.tail.startswith("的"):
        return False
    head = place.sentence[place.start : quantity.start].rstrip()
    verbs = load_words().verbs
    led = any(verbs[kind].before(head, len(head)) for kind in ("lead", "govern", "reach"))
    return head != "" and not led


def _is_qualifier(quantity: Quantity, place: Place) -> bool:
    """工龄不足5年; but 控制在5% and 保持在90% lead to a target."""
    if _verb("reach", place.sentence, quantity.start) is not None:
        return False
    if place.sentence.endswith(("至少在", "至少于"), 0, quantity.start):
        return False
    return _others("condition").before(place.sentence, quantity.start) is not None


def _is_reference(quantity: Quantity, place: Place) -> bool:
    """围绕6条产业链, 落实33条政策措施: the figure points at things already named."""
    if _others("reference").before(place.sentence, quantity.start) is not None:
        return True
    if quantity.kind is not UnitKind.COUNT or not place.tail.strip():
        return False
    said = _others("cited").occurs(place.sentence, place.start, quantity.start)
    return said is not None and not _has_verb(place.sentence[said.end() : quantity.start])


def _is_quality(quantity: Quantity, place: Place) -> bool:
    """10万吨级泊位, 5公里范围."""
    if quantity.kind in (UnitKind.SHARE, UnitKind.COUNT):
        return False
    return _others("tail").at(place.sentence, quantity.end) is not None


def _counts_abstractions(quantity: Quantity, place: Place) -> bool:
    return quantity.kind is UnitKind.COUNT and _others("noun").at(place.sentence, quantity.end) is not None


def _is_reward(quantity: Quantity, place: Place) -> bool:
    money = _MONEY.search(quantity.unit or "") is not None
    if not money and quantity.kind is not UnitKind.SHARE:
        return False
    before = place.sentence[place.start : quantity.start]
    if money and _PER_HEAD.search(before):
        return True
    if _others("ceiling").occurs(before, 0, len(before)) is not None:
        return True
    limited = "每" in before or (quantity.comparator is Comparator.AT_MOST and (money or "按" in before))
    rewarding = place.rewards or (place.rewarded and limited)
    return rewarding and not _LEADS_TO.search(before)


def _is_done(quantity: Quantity, place: Place) -> bool:
    """已交付1.6万套; but 已启动的20个项目年底前竣工 and 已供地项目开工率95% say what is to come."""
    return _DONE.search(place.sentence, place.start, quantity.start) is not None


def _is_score(_: Quantity, place: Place) -> bool:
    return _others("appraisal").occurs(place.sentence, place.start, place.end) is not None


def _is_report(quantity: Quantity, place: Place) -> bool:
    return (
        quantity.unit == "次" and _others("report").occurs(place.sentence, place.start, place.end) is not None
    )


def _is_baseline(quantity: Quantity, place: Place) -> bool:
    """从30%提高到50%: the first is where it starts."""
    if not _BASELINE.search(place.sentence, place.start, quantity.start):
        return False
    return place.next_figure is not None and _RISES_TO.match(place.tail) is not None


def _is_rule(quantity: Quantity, place: Place) -> bool:
    """按不低于8%的比例提取, 按每千名老人配备1名社工的标准."""
    if _BY_RULE.match(place.sentence, place.start) and _RULE.search(place.sentence, quantity.end, place.end):
        return True
    if quantity.kind is not UnitKind.SHARE:
        return False
    return (
        _RULE_SHARE.search(place.sentence, place.start, quantity.start) is not None
        and _RULE_TAIL.match(place.tail) is not None
    )


def _is_duration(quantity: Quantity, place: Place) -> bool:
    """A time is a target only where something is cut, kept or brought to it and nothing follows."""
    if quantity.kind is not UnitKind.TIME:
        return False
    rest = place.tail.strip()
    if (rest and not (place.next_figure and rest[0] in "和及与")) or quantity.plain_chinese:
        return True
    led = _verb("reach", place.sentence, quantity.start) is not None or quantity.start < quantity.figure
    led = led or place.sentence.find("分别", place.start, quantity.start) >= 0
    named = _LENGTH_OF_TIME.search(place.sentence, place.start, quantity.start) is not None
    return not (led or quantity.qualified or named)


def _is_attribute(quantity: Quantity, place: Place) -> bool:
    """20年以上的船舶, 投资5000万元以上项目25个, 110千伏变电站3座."""
    tail = place.tail
    if not tail.strip() or quantity.kind is UnitKind.SHARE:
        return False
    governed = _verb("govern", place.sentence, quantity.start) or place.sentence.endswith(
        "为", 0, quantity.start
    )
    counts = quantity.kind is UnitKind.COUNT or quantity.kind is None
    if quantity.qualified and counts and _acts_on(quantity, place):
        return False
    if quantity.qualified:
        return place.next_figure is not None or not governed or (tail.startswith("的") and not counts)
    if counts:
        return _is_subject(quantity, place)
    if place.next_figure is None:
        return tail.startswith("的")
    between = place.sentence[quantity.end : place.next_figure.start]
    return _SEPARATOR.search(between) is None and not _starts_with_verb(between)


def _acts_on(quantity: Quantity, place: Place) -> bool:
    """对1000家以上企业开展培训: as many as something is done with."""
    return place.sentence.endswith("对", 0, quantity.start) and _ACTS.search(place.tail) is not None


def _is_subject(quantity: Quantity, place: Place) -> bool:
    """22个产粮大县产量占比达到65%: what another figure is said of."""
    if place.next_figure is None or _has_verb(place.sentence[place.start : quantity.start]):
        return False
    between = place.sentence[quantity.end : place.next_figure.start]
    return _SEPARATOR.search(between) is None and _verb("reach", between, len(between)) is not None


def _has_verb(text: str) -> bool:
    return load_words().verbs["govern"].occurs(text, 0, len(text)) is not None


def _starts_with_verb(text: str) -> bool:
    """投入5亿元建设…; but 500米覆盖率 is a noun."""
    verb = load_words().verbs["govern"].at(text, 0)
    return verb is not None and not NOT_OBJECT.match(text, len(verb))


def _is_figure_of_speech(quantity: Quantity, place: Place) -> bool:
    """A Chinese numeral before its noun counts only under a verb; 一 to 十 only under one that makes.

    After its noun (航线三条) or with a comparator it is a figure like any other, save 二期 and 一次.
    """
    compared = quantity.start < quantity.figure or quantity.qualified
    if not quantity.chinese or quantity.kind is UnitKind.SHARE or compared:
        return False
    if place.tail.strip():
        return not _is_made(quantity, place)
    head = place.sentence[place.start : quantity.start].strip()
    if not quantity.plain_chinese:
        return False
    if quantity.unit == "期" or (quantity.unit == "次" and quantity.value < 2):
        return True
    return not head or head[-1] in "等分第每、" or _verb("make", place.sentence, quantity.start) is not None


def _is_made(quantity: Quantity, place: Place) -> bool:
    """打造两个集群, 推动四百家企业转型."""
    if not quantity.plain_chinese:
        served = place.sentence.endswith(("为", "让", "使", "给"), 0, quantity.start)
        return served or _verb("govern", place.sentence, quantity.start) is not None
    common = quantity.unit in _others("plain").meanings
    return quantity.value > 1 and common and _verb("make", place.sentence, quantity.start) is not None


_REJECTIONS = (
    _is_qualifier,
    _is_done,
    _is_reference,
    _is_quality,
    _counts_abstractions,
    _is_reward,
    _is_score,
    _is_report,
    _is_baseline,
    _is_rule,
    _is_duration,
    _is_attribute,
    _is_figure_of_speech,
)
