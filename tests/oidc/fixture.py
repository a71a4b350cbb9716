"""The fixture that gives a module of tests a provider of its own."""

from collections.abc import Iterator

import pytest

from tests.oidc.provider import Provider
from tests.serving import served


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """A provider that listens on loopback."""
    told = Provider()
    with served(told.app) as port:
        told.url = f"http://127.0.0.1:{port}"
        yield told
