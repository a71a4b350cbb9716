"""A database of one's own on a server that all tests of a process share."""

import os
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.postgres import server


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The server's URL, or a skip that says what is missing; required where the variable says."""
    programs = server.programs()
    if programs is None:
        if os.environ.get("SURVEY_POSTGRES_TESTS") == "required":
            pytest.fail("PostgreSQL is required, and its server is not installed")
        pytest.skip("tests of PostgreSQL skipped: its server is not installed")
    with tempfile.TemporaryDirectory() as folder, server.running(programs, Path(folder)) as url:
        yield url


@pytest.fixture
def database(postgres: str) -> Callable[[], str]:
    """Make an empty database and return its URL."""

    def database() -> str:
        name = f"t{uuid.uuid4().hex}"
        url = postgres.replace("postgresql://", "postgresql+pg8000://") + "/postgres"
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as open_:
            open_.execute(sa.text(f"create database {name}"))
        engine.dispose()
        return f"{postgres}/{name}"

    return database
