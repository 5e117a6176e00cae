"""Where a store answers."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Address:
    """A Bolt URI (`bolt://`, `neo4j://`, `neo4j+s://` …), a login and a database."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str
