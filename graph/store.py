"""The connection to the store, whichever it is: one address, one driver, transactions with retries."""

import logging
from collections.abc import Callable, Mapping
from types import MappingProxyType, TracebackType
from typing import Any, Self, TypeVar, cast

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
)
from neo4j.exceptions import ConstraintError, DriverError, Neo4jError, TransientError

from graph.address import Address
from graph.refusals import explained
from graph.schema import STATEMENTS
from graph.values import plain

__all__ = ["Address", "Store"]

# What the driver would log, the person is told by a StoreFailure.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

T = TypeVar("T")
_NONE: Mapping[str, object] = MappingProxyType({})
_CONNECT_SECONDS = 10.0
_RETRY_SECONDS = 8.0
_TRIES = 5
_SCHEMES = ("bolt", "neo4j")
_SEMANTIC = "Neo.ClientError.Statement.SemanticError"
_NO_REASON = "Error executing Cypher command"


class Store:
    """A graph store that speaks Bolt.

    Args:
        address: Where it answers. Nothing is tried before `connect`.
    """

    def __init__(self, address: Address) -> None:
        self.address = address
        self._driver: Driver | None = None

    def __enter__(self) -> Self:
        self.connect()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def connect(self) -> None:
        """Reach the store, check the login, and make the schema where it is missing.

        Raises:
            StoreFailure: With the reason, and what to do about it.
        """
        try:
            self._driver = self._driver or _open(self.address)
            self._driver.verify_connectivity()
            with self._driver.session(database=self.address.database) as session:
                for statement in STATEMENTS:
                    session.run(statement).consume()
        except (DriverError, Neo4jError, ValueError, OSError) as error:
            self.close()
            raise explained(error, self.address) from error

    def read(self, cypher: str, parameters: Mapping[str, object] = _NONE) -> list[dict[str, Any]]:
        """Answer a question.

        Args:
            cypher: A statement that only reads.
            parameters: Its parameters.

        Returns:
            Plain rows, fit for JSON; dates as ISO strings, a node as its properties.

        Raises:
            StoreFailure: The store can't be reached, or refused the statement.
        """

        def ask(transaction: ManagedTransaction) -> list[dict[str, Any]]:
            result = transaction.run(cypher, dict(parameters))
            return [dict(zip(record.keys(), map(plain, record.values()), strict=True)) for record in result]

        return self._managed(ask, READ_ACCESS)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Do `work` in one transaction: all of it or none.

        It is done again where another writer was in the way, so it may run more than once.

        Raises:
            StoreFailure: The store broke off or refused; nothing of the work is kept.
        """
        return self._managed(work, WRITE_ACCESS)

    def close(self) -> None:
        """Let go of the connection; a closed store can be connected again."""
        if self._driver is not None:
            self._driver.close()
            self._driver = None

    def _managed(self, work: Callable[[ManagedTransaction], T], access: str) -> T:
        if self._driver is None:
            self.connect()
        driver = cast(Driver, self._driver)
        try:
            with driver.session(database=self.address.database, default_access_mode=access) as session:
                return _insist(session.execute_read if access == READ_ACCESS else session.execute_write, work)
        except (DriverError, Neo4jError, OSError) as error:
            raise explained(error, self.address) from error


def _open(address: Address) -> Driver:
    scheme = address.uri.partition("://")[0].partition("+")[0]
    if scheme not in _SCHEMES:
        raise ValueError("it starts with neither bolt:// nor neo4j://")
    return GraphDatabase.driver(
        address.uri,
        auth=(address.user, address.password),
        connection_timeout=_CONNECT_SECONDS,
        max_transaction_retry_time=_RETRY_SECONDS,
        initial_retry_delay=0.1,
        warn_notification_severity=NotificationMinimumSeverity.OFF,
    )


def _insist(
    run: Callable[[Callable[[ManagedTransaction], T]], T], work: Callable[[ManagedTransaction], T]
) -> T:
    """Run `work` again where another writer was in the way for longer than the driver itself waits."""
    for _ in range(_TRIES - 1):
        try:
            return run(work)
        except Neo4jError as error:
            if not _passes(error):
                raise
    return run(work)


def _passes(error: Neo4jError) -> bool:
    """Whether the same work may well succeed next time.

    A constraint error does: two writers made the same node at once. The embedded store calls it a
    semantic error, with no reason, when two are the first to join the same labels in one node.
    """
    if isinstance(error, ConstraintError | TransientError):
        return True
    return error.code == _SEMANTIC and (error.message or "").startswith(_NO_REASON)
