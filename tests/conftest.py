"""What every test may use, and what none may leave behind."""

from collections.abc import Iterator

import hypothesis
import pytest

from lib.wording import use_language

pytest_plugins = ["tests.emulator.fixture", "tests.oidc.fixture", "tests.postgres.fixture"]

THOROUGH = "thorough"

# A rule holds however slow the machine is. Every run tries the same examples, so that a change is
# told by what it changed; `-m thorough` looks for new ones, and for more.
hypothesis.settings.register_profile("plain", deadline=None, max_examples=40, derandomize=True)
hypothesis.settings.register_profile(THOROUGH, deadline=None, max_examples=400)


def pytest_configure(config: pytest.Config) -> None:
    """Choose how deep to look: as deep as can be where the command names `thorough`."""
    if not config.getoption("--hypothesis-profile", None):
        hypothesis.settings.load_profile(THOROUGH if _thorough(config) else "plain")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked `thorough`, unless the command names it."""
    if not _thorough(config):
        deep = {item for item in items if item.get_closest_marker(THOROUGH)}
        config.hook.pytest_deselected(items=list(deep))
        items[:] = [item for item in items if item not in deep]


def _thorough(config: pytest.Config) -> bool:
    return THOROUGH in config.getoption("markexpr")


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Speak Vietnamese before each test and again after one that spoke English."""
    use_language("vi")
    yield
    use_language("vi")
