"""The patterns that an organ goes by: its names with * for the place."""

import re

from ingest.agencies.grammar import spellings
from ingest.agencies.organs import Organ

SLOTS = re.compile(r"\{[PpQ]\}")
_PARTY = ("中共*委", "中共*委员会", "中共*党委", "*委", "*党委", "中共*地委", "*地委", "中共*工委", "*工委")


def patterns(organ: Organ) -> dict[str, bool]:
    """Every pattern an organ goes by, and whether it is the official one."""
    found = dict.fromkeys(organ.shorts, False)
    if organ.name.startswith("{W}"):
        tail = organ.name[3:]
        for head in _PARTY:
            found.update(dict.fromkeys((head + form for form in (spellings(tail) if tail else [""])), False))
        return found | {"中共*委" + tail: True, "中共*委员会" + tail: True}
    name = SLOTS.sub("*", organ.name.replace("{U}", "市"))
    if name.startswith("*"):
        found.update(("*" + form, False) for form in spellings(name[1:]))
    elif organ.at == "N":
        found.update((form, False) for form in spellings(name))
    return found | {name: True}
