"""Restores the level word that names in a list share: 省水利厅、财政厅 (clause rulings, section 4)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.clauses import names
from ingest.clauses.words import load_words, pattern

TOWNS = ("镇", "乡", "街道", "社区")
LEVEL_ENDS = ("自治区", "自治州", "自治县", "自治旗", "地区", "兵团", "新区", *TOWNS, *"省市县区州盟旗")
PARKS = pattern("parks")
_NATIONAL = re.compile("国家(.+)(?<!厅)$")  # a 厅 is a province's: 国家安全厅
_OF_LEVEL = re.compile("[省市县区州盟旗师][级直属]")
_AREA = re.compile(
    f"(?!自由|自贸|综合|国家|经济|高新|现代)[\u4e00-\u9fff]{{2,12}}?(?:{PARKS.pattern}|都市圈|城市群|经济圈|经济带|一体化)"
)


@dataclass
class Carry:
    """The level word in force, and the party committee beside it (省, 省委)."""

    level: str = ""
    party: str = ""

    def complete(self, name: str) -> str:
        """The name with the level word it takes from the names before; learns the name's own."""
        if names.is_class(name):
            return name
        if self._learn(name):
            return name
        return self._prefix(name)

    def _learn(self, name: str) -> bool:
        if match := re.match("团(自治区|兵团|[省市县区州盟旗])委", name):
            self.level, self.party = match[1], ""
            return True
        if match := _NATIONAL.match(name):
            if match[1] in load_words()["national"]:
                self.level, self.party = "国家", ""
            return True
        return self._learn_level(name)

    def _learn_level(self, name: str) -> bool:
        level = _level_of(name)
        if not level:
            return False
        rest = name[len(level) :]
        party = re.match("(?:党委|党工委|委)(?!员会|$)", rest)
        placed = names.is_place(level) or bool(PARKS.search(level))
        if placed and not party and not _is_department(rest):
            return True
        if level not in load_words()["levels"] and pattern("vertical").fullmatch(rest):
            return True
        self.level, self.party = level, level + party[0] if party else ""
        return True

    def _prefix(self, name: str) -> str:
        plain = names.bare(name)
        if self.level == "国家":
            return "国家" + name if plain in load_words()["national"] else name
        if not self.level or not _is_department(plain) or _OF_LEVEL.match(plain):
            return name
        if self.party and plain in load_words()["party"]:
            return self.party + name
        if plain == "团委" and len(self.level) == 1:
            return f"团{self.level}委"
        return self.level + name


@lru_cache(maxsize=names.REMEMBERED)
def _level_of(name: str) -> str:
    """The level word or the place with one that the name begins with; empty if none."""
    if names.starts_bare(name):
        return ""
    place = _place_prefix(name)
    if place:
        return place
    if name[0] in "镇乡" and names.is_place(name[:2]):
        return ""
    match = pattern("levels").match(name)
    return match[0] if match and len(name) > len(match[0]) else ""


def _place_prefix(name: str) -> str:
    end = 0
    for _ in range(3):
        ends = (k for k in range(min(len(name) - 1, end + 14), end + 1, -1))
        found = next((k for k in ends if name[:k].endswith(LEVEL_ENDS) and names.is_place(name[end:k])), None)
        if found is None:
            break
        end = found
    zone = names.ZONE.match(name) if not end else None
    return zone[0] if zone else name[:end]


@lru_cache(maxsize=names.REMEMBERED)
def _is_department(name: str) -> bool:
    """Whether a bare name can take a level word: a department's, not a name of its own."""
    if len(name) < 2 or not names.has_head(name):
        return False
    if pattern("whole_starts").match(name):
        return name.startswith("国家") and not _NATIONAL.match(name)
    if name.startswith("地方"):
        return True
    if (_AREA.match(name) and not pattern("functions").match(name)) or re.search("(?<!公)司$", name):
        return False
    if pattern("own_names", "$").search(name) or (
        re.search("部$", name) and name not in load_words()["party"]
    ):
        return False
    if pattern("functions").match(name):
        return True
    if any(names.is_place(name[:length]) for length in range(2, min(8, len(name)))):
        return False
    return not re.search(
        "管理局$|管理处$|水利委员会$|水利委$|(?<!产业发展)(?<!事业发展)中心$|处$|科$|站$", name
    )
