"""Classes of bodies whose members are certain: 各地级以上市人民政府, 各市（州）人民政府."""

import re

from graph.model import Jurisdiction
from ingest.agencies.registry import Registry

_GOVERNMENTS = re.compile(r"^(?:全省|全区|全市|省内)?各(?P<kinds>[^各有关]{1,14}?)(?:人民)?政府(?:、?行署)?$")
_PREFECTURES = {
    "地级以上市": ("副省级市", "地级市"),
    "设区的市": ("副省级市", "地级市"),
    "设区市": ("副省级市", "地级市"),
    "地级市": ("副省级市", "地级市"),
    "自治州": ("自治州",),
    "盟": ("盟",),
    "地区": ("地区",),
    "地": ("地区",),
    "州": ("自治州",),
    "市": ("副省级市", "地级市"),
}
_COUNTIES = {
    "县级市": ("县级市",),
    "自治县": ("自治县",),
    "市": ("县级市",),
    "县": ("县", "自治县"),
    "区": ("区", "新区"),
    "旗": ("旗", "自治旗"),
}
_PARTS = re.compile(r"地级以上市|设区的市|设区市|地级市|县级市|自治州|自治县|地区|[市州盟地县区旗]")


def members(registry: Registry, name: str, place: Jurisdiction | None) -> tuple[str, ...]:
    """The ids of the governments that a collective name covers; () where they aren't certain.

    Args:
        registry: Who there is.
        name: The clean collective name.
        place: The document's jurisdiction.
    """
    match = _GOVERNMENTS.match(name)
    if match is None or place is None or place.level not in ("province", "prefecture"):
        return ()
    table = _COUNTIES if place.level == "prefecture" or place.kind == "直辖市" else _PREFECTURES
    plain = re.sub(r"[（）〔〕、和]", "", match["kinds"])
    parts = _PARTS.findall(plain)
    if not parts or "".join(parts) != plain or any(part not in table for part in parts):
        return ()
    kinds = {kind for part in parts for kind in table[part]}
    below = [
        one for one in registry.places.children(place.code) if one.kind in kinds and one.valid_to is None
    ]
    found = (registry.at(one, "gov") for one in below)
    return tuple(sorted(body.id for body in found if body))
