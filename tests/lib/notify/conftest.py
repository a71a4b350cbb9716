import contextlib
import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lib.journal.journal_store import JournalStore
from lib.journal.spreadsheet_store import SpreadsheetStore
from lib.journal.sql_store import SqlStore
from tests.lib.notify.post import Post


@pytest.fixture
def post() -> Iterator[Post]:
    """A mail server that runs."""
    post = Post()
    post.start()
    yield post
    post.stop()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a journal."""
    return tmp_path / "journal.db"


@pytest.fixture(params=["file", "postgres", "spreadsheet"])
def stores(request: pytest.FixtureRequest, file: Path) -> Iterator[Callable[[], JournalStore]]:
    """Open one and the same journal, as often as there are processes."""
    made: Callable[[], JournalStore]
    if request.param == "file":
        made = functools.partial(SqlStore.file, file)
    elif request.param == "postgres":
        made = functools.partial(SqlStore, request.getfixturevalue("database")())
    else:
        emulator = request.getfixturevalue("emulator")
        own = emulator.create(("Trang tính1", []))
        made = functools.partial(SpreadsheetStore, own.url, None, emulator.host)
    with contextlib.ExitStack() as opened:
        yield lambda: opened.enter_context(contextlib.closing(made()))
