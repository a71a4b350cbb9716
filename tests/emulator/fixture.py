"""The fixtures that give a test an emulator of its own, stopped and checked when it ends."""

from collections.abc import Iterator

import pytest

from tests.emulator import discovery
from tests.emulator.server import Emulator


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """A fresh emulator; every answer it gave is held against Google's description."""
    server = Emulator()
    yield server
    server.stop()
    calls = [exchange for exchange in server.requests() if exchange.path != "/token"]
    assert [problem for call in calls for problem in discovery.problems(call)] == []
