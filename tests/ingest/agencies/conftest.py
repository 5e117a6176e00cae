from collections.abc import Callable
from datetime import date

import pytest

from ingest.agencies.resolver import Resolution, Resolver, load_resolver

Resolve = Callable[..., Resolution]


@pytest.fixture(scope="session")
def resolver() -> Resolver:
    return load_resolver()


@pytest.fixture(scope="session")
def resolve(resolver: Resolver) -> Resolve:
    def named(mention: str, place: str, as_of: str | None = "2024-05-10") -> Resolution:
        day = date.fromisoformat(as_of) if as_of else None
        return resolver.resolve(mention, resolver.registry.places.find(place), day)

    return named
