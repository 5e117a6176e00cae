"""`zhize serve` and `zhize demo`: the service in the foreground until Ctrl-C."""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from api.settings import Settings


def serve() -> None:
    """Serve the pages and the REST interface at ZHIZE_HOST and ZHIZE_PORT."""
    from api.service import listening, run_service
    from api.settings import load_settings, open_store

    settings = load_settings()
    with listening(settings.host, settings.port) as socket, open_store(settings) as store:
        run_service(store, socket, lambda address: typer.echo(f"Serving {address}  (Ctrl-C ends it)"))


def demo() -> None:
    """Load the sample plan into the embedded store, serve it and show what to ask."""
    from api.service import listening, run_service
    from api.settings import load_settings, open_store

    settings = load_settings().model_copy(update={"neo4j_uri": None})
    with listening(settings.host, settings.port) as socket, open_store(settings) as store:
        _load_samples(store)
        run_service(store, socket, _show_examples)
