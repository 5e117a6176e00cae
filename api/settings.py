"""What the environment decides: where the store is and where the service listens."""

from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.home import home_folder
from graph.embedded import embedded
from graph.errors import Failure
from graph.store import Address, Store

PREFIX = "ZHIZE_"


class Settings(BaseSettings):
    """Settings from the environment, each `ZHIZE_` and the field's name in capitals.

    Attributes:
        host: Address the service listens on.
        port: TCP port of the service; 0 lets the system choose.
        neo4j_uri: Bolt address of a Neo4j; without one the embedded store serves.
        neo4j_user: Its user.
        neo4j_password: Its password, required with `neo4j_uri`.
        neo4j_database: Its database.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True)

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    neo4j_uri: str | None = None
    neo4j_user: str = "neo4j"
    neo4j_password: SecretStr | None = None
    neo4j_database: str = "neo4j"


def load_settings() -> Settings:
    """The settings of this process.

    Raises:
        Failure: A variable holds something that can't be meant.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise Failure(f"{first['msg']}.", where=name, advice=f"Correct or unset {name}.") from error


@contextmanager
def open_store(settings: Settings) -> Iterator[Store]:
    """The connected store: the Neo4j that the settings name, else the embedded one in the home folder.

    Raises:
        StoreFailure: It can't be reached, started or logged in to.
    """
    if settings.neo4j_uri:
        with Store(neo4j_address(settings)) as store:
            yield store
        return
    with embedded(home_folder()) as address, Store(address) as store:
        yield store


def neo4j_address(settings: Settings) -> Address:
    """The address of the Neo4j that the settings name.

    Raises:
        Failure: They name one without its password.
    """
    if settings.neo4j_password is None:
        raise Failure(
            f"No password for the Neo4j at {settings.neo4j_uri}.",
            where=f"{PREFIX}NEO4J_PASSWORD",
            advice="Set it, or unset ZHIZE_NEO4J_URI to use the embedded store.",
        )
    return Address(
        uri=settings.neo4j_uri or "",
        user=settings.neo4j_user,
        password=settings.neo4j_password.get_secret_value(),
        database=settings.neo4j_database,
    )
