"""Synonym-spun copies: what a copier's machine wrote can't be trusted, so it is refused, not repaired."""

from functools import cache

from ingest.errors import UnreadableFile
from ingest.records import Text
from ingest.seeds import seed_table

_SURE = 2


@cache
def spun_terms() -> dict[str, str]:
    """Each telltale term with what a genuine text says instead."""
    return {row["term"]: row["genuine"] for row in seed_table("readers/spun.tsv")}


def spun_in(folded: str) -> tuple[str, ...]:
    """The telltale terms that a text holds."""
    return tuple(term for term in spun_terms() if term in folded)


def warning(found: tuple[str, ...]) -> str:
    """What a text with telltale terms makes its reader say."""
    pairs = ", ".join(f"{term} for {spun_terms()[term]}" for term in found[:5])
    return f"This looks like a synonym-spun copy: {pairs}."


def refuse_spun(text: Text) -> None:
    """Refuses a synonym-spun copy (clause rulings, section 11).

    Raises:
        UnreadableFile: Two different telltale terms stand in the text.
    """
    found = spun_in(text.folded)
    if len(found) >= _SURE:
        raise UnreadableFile(
            warning(found) + " Names and figures in it can't be trusted.",
            advice="Take the text from the issuing government's own site.",
        )
