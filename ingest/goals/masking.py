"""Hides what can't hold a target, so that the rules see only running text.

Brackets, responsibility labels and bold marks become spaces, quotations and titles a neutral
character: positions stay, and commas inside them no longer part anything.
"""

import re

FILL = "□"

_BRACKETS = {"（": "）", "〔": "〕", "【": "】", "［": "］", "[": "]"}
_QUOTES = {"“": "”", "‘": "’", "《": "》", "〈": "〉"}
_PAIRS = _BRACKETS | _QUOTES
_MARK = re.compile("[" + re.escape("".join(_PAIRS) + "".join(_PAIRS.values())) + "\n]")
_STRAIGHT_QUOTES = re.compile('"[^"\n]{1,40}"')
_LABEL = re.compile(
    "(?:牵头|责任|配合|协办|主办|承办|参与|参加|协助|支持|指导|督导|督办|监管|实施|落实|完成|包抓|分管|联系|推进)"
    "[县市区省]?(?:单位|部门|处室|科室|领导|时限|时间|期限|主体|人)[^：。\n]{0,8}：[^。\n]*"
)
_DONE_BY = re.compile(r"[^，、；：]{0,4}\d[^，、；：]{1,12}(?:完成|建成|投用|投入使用|竣工|完工|到位)")
_FIVE_YEARS = re.compile("十[二三四五六七八九]五")


def mask(text: str) -> str:
    """`text` (folded) with brackets, quotations and labels hidden; the same length.

    Kept: what brackets say after 其中 (it states targets of its own), by when something is done
    （12月底前完成）, a single character in brackets (台（套）), and quoted five-year plans
    (“十四五”末 is a date).
    """
    pieces: list[str] = []
    last = 0
    for start, end in _groups(text):
        inner = text[start + 1 : end - 1]
        if len(inner) <= 1 or _FIVE_YEARS.match(inner):
            continue
        filler = " " if text[start] in _BRACKETS else FILL
        speaks = inner.startswith("其中") or (filler == " " and _DONE_BY.fullmatch(inner))
        hidden = f"，{inner}，" if speaks else filler * (end - start)
        pieces += (text[last:start], hidden)
        last = end
    masked = ("".join(pieces) + text[last:]).replace("**", "  ")
    if '"' in masked:
        masked = _STRAIGHT_QUOTES.sub(lambda m: FILL * len(m[0]), masked)
    return _LABEL.sub(lambda m: " " * len(m[0]), masked) if "：" in masked else masked


def _groups(text: str) -> list[tuple[int, int]]:
    """Outermost balanced groups of each line, in text order; an unclosed mark opens none."""
    found: list[tuple[int, int]] = []
    open_marks: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, position = match[0], match.start()
        if mark == "\n":
            open_marks.clear()
        elif mark in _PAIRS:
            open_marks.append((_PAIRS[mark], position))
        elif open_marks and open_marks[-1][0] == mark:
            start = open_marks.pop()[1]
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, position + 1))
    return found
