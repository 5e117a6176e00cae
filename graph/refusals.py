"""Why a store said no, in words a person can act on."""

from collections.abc import Mapping
from typing import Final

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.address import Address
from graph.errors import StoreFailure

# What a person meets, by the store's own code: what to say and what to do.
_KNOWN: Final[Mapping[str, tuple[str, str]]] = {
    "Neo.ClientError.Database.DatabaseNotFound": (
        "The store has no database {database!r}.",
        "Check ZHIZE_NEO4J_DATABASE.",
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        "The store wants user {user!r} to choose a new password first.",
        "Choose it in Neo4j Browser or cypher-shell, then set ZHIZE_NEO4J_PASSWORD to it.",
    ),
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        "The store refuses the login of user {user!r} for a while, after too many wrong passwords.",
        "Correct ZHIZE_NEO4J_PASSWORD, wait some seconds, then try again.",
    ),
}


def explained(error: Exception, address: Address) -> StoreFailure:
    """Turn the driver's error into a failure that says what happened, where, and what to do.

    Args:
        error: What the driver raised.
        address: The store it was talking to.
    """
    what, advice = _explain(error, address)
    return StoreFailure(what, where=address.uri, advice=advice)


def _explain(error: Exception, address: Address) -> tuple[str, str]:
    if isinstance(error, Neo4jError) and error.code in _KNOWN:
        what, advice = _KNOWN[error.code]
        return what.format(user=address.user, database=address.database), advice
    if isinstance(error, AuthError):
        return (
            f"The store refuses the login of user {address.user!r}.",
            "Check ZHIZE_NEO4J_USER and ZHIZE_NEO4J_PASSWORD.",
        )
    if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
        return (
            "The store can't be reached, or broke off; nothing of the work under way was kept.",
            "See that it runs and, where ZHIZE_NEO4J_URI is set, that this is right; then try again.",
        )
    if isinstance(error, TransientError):
        return (
            "The store was too busy to finish; nothing of the work was kept.",
            "Try again when other writers are done.",
        )
    if isinstance(error, ConfigurationError | ValueError):
        return (
            f"That is no address of a store ({error}).",
            "Give ZHIZE_NEO4J_URI as bolt://HOST:PORT or neo4j://HOST:PORT (+s for TLS).",
        )
    return (f"The store refused ({_reason(error)}).", "Please report this with the command that led here.")


def _reason(error: Exception) -> str:
    if isinstance(error, Neo4jError):
        return f"{error.code}: {error.message}"
    return f"{type(error).__name__}: {error}"
