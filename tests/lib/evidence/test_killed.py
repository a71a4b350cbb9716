"""Killed at any moment, a ledger stays whole: nothing confirmed is lost, nothing false found."""

import contextlib
import datetime as dt
import random
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from lib.evidence.ledger_line import LineKind
from tests.emulator.server import Emulator
from tests.lib.evidence.sheets import Office
from tests.lib.evidence.watching import Watch, edited, store, watch
from tests.lib.journal.crowd import process

KILLS, FIRST = (1, pytest.param(4, marks=pytest.mark.thorough)), 6


def until(end: float, pipe: Connection) -> list[tuple[int, str]]:
    """Return what the process tells until this moment, or until it has gone."""
    told = []
    with contextlib.suppress(EOFError):
        while pipe.poll(max(0.0, end - time.monotonic())):
            told.append(pipe.recv())
    return told


@pytest.fixture(params=["file", "postgres", "spreadsheet"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where the journal lies."""
    if request.param == "spreadsheet":
        google = Emulator(keep_answers=False)
        yield f"{google.create(('Trang tính1', [])).url} {google.host}"
        google.stop()
    elif request.param == "postgres":
        yield request.getfixturevalue("database")()
    else:
        yield f"sqlite:///{(tmp_path / 'journal.db').as_posix()}"


@pytest.mark.parametrize("kills", KILLS)
def test_a_killed_process_leaves_a_whole_ledger_and_the_next_goes_on(place, tmp_path, kills):
    dice, heads, n = random.Random(place), tmp_path / "ledger.json", FIRST
    for _ in range(kills):
        with process(watch, Watch(place, heads, n)) as (made, pipe):
            first = pipe.recv()
            told = [first, *until(time.monotonic() + dice.uniform(0.05, 0.5), pipe)]
            made.kill()
            told += until(time.monotonic() + 60, pipe)
        office = Office(store(place), heads)
        n = told[-1][0] + 1
        office.rows = edited(n)
        office.clock.now = dt.datetime.now(dt.UTC)
        office.look(after=0)
        n += 1
        readings = office.evidence.readings()
        assert sum(one.new_count for one in readings) == len(office.rows)
        found = office.evidence.ledger.alterations(readings[0].number)
        assert found.findings_by_kind == {LineKind.EDITED: len(readings) - 1}
        known = {str(one.head) for one in readings}
        assert {head for _, head in told} <= known
        office.journal.stop()
