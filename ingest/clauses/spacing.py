"""White space in a clause: noise inside a name, or the only separator between two."""

import re

from ingest.clauses import names
from ingest.clauses.roles import label_at, trailing_chain
from ingest.clauses.view import View
from ingest.clauses.words import pattern

_BLANK = re.compile(r"[ \n]")
_LEVELS = "省市县区州盟旗镇乡"
_STOPS = "、，；。：（）〔〕［］【】/｜|"
_STOP_OUTSIDE = re.compile("[、，；：](?![^（）]*）)")  # not the one in 县（市、区）
_TOWN = re.compile("[\u4e00-\u9fff]{1,3}(?:[乡镇](?:人民)?政府|街道办事处)")
_NEW_NAME = re.compile("省|市|县|区|州|盟|旗|自治区|兵团|各|有关|国家|中国|团[省市县区州]委")


def resolve_spaces(view: View) -> View:
    """Drops blanks inside names; puts 、 or ； where a blank parts names or labels."""
    if not _BLANK.search(view.text):
        return view
    return view.replaced(_BLANK, lambda match: _meaning(view.text, match.start()))


def part_glued(view: View) -> View:
    """Parts what a flattened table ran together (牵头单位区教育局配合单位区财政局)."""
    label = label_at(view.text)
    if label is None or view.text[label.end - 1] == "：" or _STOP_OUTSIDE.search(view.text):
        return view
    cuts: dict[int, str] = {}
    last = label.end
    for at in range(label.end + 1, len(view.text)):
        mark = _glue(view.text, last, at)
        if mark:
            cuts[at] = mark
            last = at
    return view.replaced(re.compile(""), lambda match: cuts.get(match.start(), ""))


def _glue(text: str, last: int, at: int) -> str:
    """The separator lost before `at`, if a whole name ends there and another, or a label, begins."""
    left = text[last:at]
    label = label_at(text, at)
    if label and label.role and names.is_whole(left):
        return "；"
    if left.startswith("各") and names.is_units(left[1:]) and names.is_units(left[1:] + text[at]):
        return ""
    town = _TOWN.match(text, at)
    if town and names.has_strong_head(left):
        return "、"
    if not re.match("各(?!成员|有关|部门|科室|单位)|自治区|[省市县区州旗](?!监|民)", text[at : at + 3]):
        return ""
    units = left.startswith("各") and names.is_units(left[1:])
    return "、" if units or names.has_strong_head(left) else ""


def _meaning(text: str, at: int) -> str:
    left = _piece(text[max(0, at - 40) : at][::-1])[::-1].replace(" ", "")
    rest = text[at + 1 : at + 60].lstrip()
    if not rest or at == 0:
        return ""
    label = label_at(re.sub(r"(?<=\w) (?=\w)", "", rest[:12]) + rest[12:])
    if label and (text[at + 1 + label.end - 1 : at + 1 + label.end] == "：" or text[at] == "\n"):
        return "；"
    right = _piece(rest)
    if not left or not right or not (names.is_whole(left) or names.is_bearer(left)):
        return ""
    chain = trailing_chain(right)
    name = right[: chain.start] if chain else right
    if names.is_place(left) and left[-1] not in _LEVELS and names.has_head(name):
        return ""  # 云南 建投集团
    return "、" if _starts_name(name, surely=not names.has_strong_head(left)) else ""


def _starts_name(right: str, *, surely: bool) -> bool:
    """Whether a name begins here.

    `surely`: it must begin like one, as the name before is whole only perhaps (社⏎会保障局).
    """
    if len(right) < 3 or right in ("办公室", "委员会", "指挥部", "管委会", "人民政府"):
        return len(right) == 2 and right[0] == "各"
    if _NEW_NAME.match(right):
        return True
    begins = (
        pattern("functions").match(right) or pattern("whole_starts").match(right) or names.is_placed(right)
    )
    return (names.has_head(right) or names.is_bearer(right)) and (bool(begins) or not surely)


def _piece(text: str) -> str:
    """Up to the next separator, blanks included only inside."""
    match = re.match(f"[^{_STOPS} \n]*", text)
    return match[0] if match else ""
