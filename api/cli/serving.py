"""`zhize serve` and `zhize demo`: the service in the foreground until Ctrl-C."""

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import typer

if TYPE_CHECKING:
    from graph.store import Store

_EXAMPLES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("Which tasks does 工信厅 co-lead?", "co-led", {"agency": "工信厅"}),
    ("Who works with 省科技厅, and on what?", "partners", {"agency": "省科技厅"}),
    ("Which tasks have no lead?", "without-lead", {}),
)


def serve() -> None:
    """Serve the pages and the REST interface.

    At ZHIZE_HOST (else 127.0.0.1) and ZHIZE_PORT (else 8000), until Ctrl-C.
    """
    from api.service import listening, run_service
    from api.settings import load_settings, open_store

    settings = load_settings()
    with listening(settings.host, settings.port) as socket, open_store(settings) as store:
        run_service(store, socket, lambda address: typer.echo(f"Serving {address}  (Ctrl-C ends it)"))


def demo() -> None:
    """Load the sample plan, serve it, show what to ask."""
    from api.service import listening, run_service
    from api.settings import load_settings, open_store

    settings = load_settings().model_copy(update={"neo4j_uri": None})
    with listening(settings.host, settings.port) as socket, open_store(settings) as store:
        _load_samples(store)
        run_service(store, socket, _show_examples)


def _load_samples(store: "Store") -> None:
    from api.cli.loading import show_loading
    from ingest.seeds import SEEDS

    show_loading(store, [SEEDS / "plans"])


def _show_examples(address: str) -> None:
    typer.echo("\nThree questions to begin with:")
    for question, name, parameters in _EXAMPLES:
        given = f"?{urlencode(parameters)}" if parameters else ""
        typer.echo(f"  {question}\n    {address}/api/v1/queries/{name}{given}")
    typer.echo(f"\nPages {address}/   interface {address}/docs   (Ctrl-C ends it)")
