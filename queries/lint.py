"""What can be said of a piece of Cypher without running it."""

import re
from dataclasses import dataclass

_QUIET = re.compile(
    r"'(?:\\.|[^'\\])*'"  # strings, quoted names and comments can't write
    r'|"(?:\\.|[^"\\])*"'
    r"|`(?:``|[^`])*`"
    r"|//[^\n]*"
    r"|/\*.*?\*/",
    re.DOTALL,
)
_PARAMETER = re.compile(r"\$(\w+)")
_WRITE = re.compile(
    r"(?<![.:$\w])(?:"
    r"CREATE|MERGE|SET|DELETE|REMOVE|DROP|FOREACH|INSERT|LOAD\s+CSV|IN\s+(?:\d+\s+)?(?:CONCURRENT\s+)?TRANSACTIONS"
    r"|ALTER|GRANT|DENY|REVOKE"
    r"|CALL(?=\s+[\w.]+\s*(?:\(|$|YIELD))"  # a procedure may write, and isn't common to the stores
    r")(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A word in a query and the line it stands on, from 1."""

    text: str
    line: int


def bare(cypher: str) -> str:
    """The query with strings, quoted names and comments blanked out; lines stay where they are."""
    return _QUIET.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), cypher)


def used_parameters(code: str) -> tuple[Found, ...]:
    """Every `$name` in bare code."""
    return tuple(Found(match[1], _line(code, match)) for match in _PARAMETER.finditer(code))


def write_clause(code: str) -> Found | None:
    """The first clause in bare code that writes, or that may: procedures, administration."""
    match = _WRITE.search(code)
    return Found(" ".join(match[0].upper().split()), _line(code, match)) if match else None


def _line(code: str, match: re.Match[str]) -> int:
    return code.count("\n", 0, match.start()) + 1
