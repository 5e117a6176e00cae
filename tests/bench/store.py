"""Writing and asking, the embedded store against Neo4j."""

from dataclasses import replace

from rich.console import Console
from rich.table import Table

from graph.image import image_of
from graph.model import Plan, Responsibility, Role
from graph.store import Store
from graph.writer import write_plan
from tests import stores
from tests.bench._measure import best_of
from tests.plans import plan_2024

_CO_LEADS = (
    "MATCH (a:Agency {id: '870000.miit'})-[:LEADS]->(t:Task)<-[:LEADS]-(o:Agency)"
    " RETURN t.id AS task, collect(o.name) AS others ORDER BY task"
)


def table() -> Table:
    """Seconds to write plans of a hundred tasks, again and anew, and to ask for co-leads over all of them."""
    result = Table(
        "store",
        "nodes",
        "relationships",
        "write s",
        "a second",
        "again s",
        "co-leads ms",
        title="Stores, 20 plans of 100 tasks",
    )
    for name in ("embedded", "neo4j"):
        try:
            with stores.opened(name) as store:
                result.add_row(name, *_measure(store))
        except stores.NoNeo4jError as reason:
            result.add_row(name, str(reason))
    return result


def main() -> None:
    """Print the table."""
    Console().print(table())


def _measure(store: Store) -> tuple[str, ...]:
    plans = [_plan(f"870000-{number}") for number in range(20)]
    write_plan(store, plan_2024())  # warm

    def write() -> None:
        for plan in plans:
            write_plan(store, plan)

    seconds, again = best_of(1, write), best_of(2, write)
    nodes = sum(len(image_of(plan).nodes) for plan in plans)
    edges = sum(len(image_of(plan).edges) for plan in plans)
    asked = best_of(5, lambda: store.read(_CO_LEADS))
    written = f"{(nodes + edges) / seconds:,.0f}"
    return str(nodes), str(edges), f"{seconds:.2f}", written, f"{again:.2f}", f"{asked * 1000:.0f}"


def _plan(identity: str) -> Plan:
    small = plan_2024()
    task, duty = small.tasks[0], small.responsibilities[0]
    domain = replace(small.domains[0], id=f"{identity}.d1")
    numbers = range(1, 101)
    return replace(
        small,
        document=replace(small.document, id=identity),
        domains=(domain,),
        tasks=tuple(
            replace(task, id=f"{identity}.{n}", number=str(n), ordinal=n, domain=domain.id) for n in numbers
        ),
        goals=tuple(
            replace(small.goals[0], id=f"{identity}.{n}.g1", task=f"{identity}.{n}") for n in numbers
        ),
        responsibilities=tuple(each for n in numbers for each in _duties(duty, f"{identity}.{n}", n)),
    )


def _duties(duty: Responsibility, task: str, number: int) -> tuple[Responsibility, ...]:
    agencies = ("870000.miit", "870000.dst", "870000.dof", "870000.go")
    first = agencies[number % 4 :] + agencies[: number % 4]
    return (
        replace(duty, task=task, agency=first[0], position=1),
        replace(duty, task=task, agency=first[1], position=2),
        replace(duty, task=task, agency=first[2], position=3, role=Role.SUPPORT),
    )


if __name__ == "__main__":
    main()
