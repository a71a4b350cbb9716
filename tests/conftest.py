"""What every test may use, and what none may leave behind."""

from collections.abc import Iterator

import pytest

from lib import wording

pytest_plugins = ["tests.emulator.fixture"]


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Speak Vietnamese before each test and again after one that spoke English."""
    wording.use("vi")
    yield
    wording.use("vi")
