"""What every test may use, and what none may leave behind."""

from collections.abc import Iterator

import hypothesis
import pytest

from lib import wording

pytest_plugins = ["tests.emulator.fixture", "tests.oidc.fixture", "tests.postgres.fixture"]

# A rule holds however slow the machine is.
hypothesis.settings.register_profile("any machine", deadline=None)
hypothesis.settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Speak Vietnamese before each test and again after one that spoke English."""
    wording.use("vi")
    yield
    wording.use("vi")
