"""Asks the catalogue for what a briefing needs."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from api.ask import BadParameter, ask
from api.briefing.assemble import assemble
from api.briefing.model import Briefing
from graph.store import Store
from queries.catalogue import LISTS, load_catalogue

_HOSTS = 2


def gather(store: Store, agencies: str, day: date) -> Briefing:
    """A briefing for a meeting of these agencies, on the tasks that two or more of them share.

    Args:
        store: A connected store.
        agencies: Two or more names parted by commas, any they go by, or ids.
        day: The briefing's date.

    Raises:
        NameFailure: A name is unknown or means several bodies.
        BadParameter: Fewer than two agencies are given.
    """
    together = ask(store, load_catalogue()["together"], {"agencies": agencies})
    hosts = together.parameters["agencies"]
    if len(hosts) < _HOSTS:
        raise BadParameter(
            "A briefing is for two or more agencies.",
            where=agencies,
            advice="Name another one, or see `zhize ask tasks` for one alone.",
        )
    shared = [row["task"] for row in together.rows]
    chains = {task: _rows(store, "chain", {"task": task}) for task in shared}
    goals = [goal for host in hosts for goal in _rows(store, "goals", {"agency": host})]
    names = {host: _name(store, host) for host in hosts}
    return assemble(names, together.rows, chains, goals, day)


def _rows(store: Store, question: str, arguments: Mapping[str, str]) -> list[dict[str, Any]]:
    return ask(store, load_catalogue()[question], arguments).rows


def _name(store: Store, agency: str) -> str:
    (row,) = store.read(load_catalogue(LISTS)["agency"].cypher, {"agency": agency})
    return str(row["name"])
