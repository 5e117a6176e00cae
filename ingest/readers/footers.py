"""The foot of a web page (主办单位：…, 网站标识码：…) that a copied or printed text still carries."""

import re
from collections.abc import Sequence
from functools import cache

from ingest.readers.paragraphs import is_numbered
from ingest.seeds import seed_lists

_LONGEST = 20


def without_footer(lines: Sequence[str]) -> list[str]:
    """Lines without the page's own at their end, if one of these surely is a web page's.

    主办单位：某局 alone may be part of a plan; above 网站标识码 it names who runs the site.

    Args:
        lines: A text's lines, blank ones included.

    Returns:
        The lines above the foot; all of them where there is none.
    """
    furniture, sure = _patterns()
    end, first = len(lines), len(lines)
    for at in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        line = lines[at].strip()
        if line and (is_numbered(line) or not furniture.fullmatch(line)):
            break
        if line:
            first = at
    foot = lines[first:end]
    return list(lines[:first] if any(map(sure.search, foot)) else lines)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A line of a page's foot, and what no plan says."""
    pages = seed_lists("readers/pages.toml")
    return re.compile("|".join([*pages["furniture"], *pages["foot"]])), re.compile("|".join(pages["sure"]))
