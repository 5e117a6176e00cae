"""Whether the service lives, and whether it can answer."""

from anyio import move_on_after, to_thread
from fastapi import APIRouter

from api.routes.common import InStore
from api.schemas_service import Health
from graph.errors import StoreFailure
from graph.store import Store
from queries.catalogue import LOOKUPS, load_catalogue

router = APIRouter(tags=["health"])
PATIENCE_SECONDS = 3


@router.get("/healthz", summary="Alive")
def healthz() -> Health:
    """The process answers; says nothing of the store."""
    return Health(status="alive")


@router.get("/readyz", summary="Ready")
async def readyz(store: InStore) -> Health:
    """The store answers, so questions can be answered."""
    with move_on_after(PATIENCE_SECONDS):
        documents = await to_thread.run_sync(_count, store, abandon_on_cancel=True)
        return Health(status="ready", documents=documents)
    raise StoreFailure(
        f"The store has not answered for {PATIENCE_SECONDS} s.", advice="See that it runs, then try again."
    )


def _count(store: Store) -> int:
    return int(store.read(load_catalogue(LOOKUPS)["ready"].cypher)[0]["documents"])
