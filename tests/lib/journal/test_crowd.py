"""Many people at once, processes killed at any moment, Google failing: nothing lost or doubled.

The suite lets them act a bounded number of times. By hand they act for a minute on each store,
and the figures are printed:

    SURVEY_CROWD_SECONDS=60 pytest -n 0 -s tests/lib/journal/test_crowd.py
"""

import contextlib
import dataclasses
import itertools
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from lib.followup.case_events import Case, case_from_events
from lib.journal.journal_lines import Event
from tests.emulator import faults
from tests.emulator.faults import Fault
from tests.emulator.server import Emulator
from tests.lib.journal import crowd
from tests.lib.journal.crowd import Crowd, await_event, desk, insisting, process, shown

SECONDS = float(os.environ.get("SURVEY_CROWD_SECONDS", "0"))
PEOPLE, PROCESSES = 100, 2
# in the suite; `-m thorough` tries more
ACTIONS = (1, pytest.param(3, marks=pytest.mark.thorough))  # of each
KILLS = (2, pytest.param(6, marks=pytest.mark.thorough))  # of one that starts, of one at work
NEVER = 10**9
WRONG = (
    dataclasses.replace(faults.refused(503), before=True),
    faults.refused(500),  # done, and not confirmed
    faults.cut(),  # done, and the connection ends
    faults.truncated(),
    dataclasses.replace(faults.cut(), before=True),
    dataclasses.replace(faults.too_many(), before=True),
)


class Unreliable(Emulator):
    """A Google of which one answer in ten goes wrong."""

    def __init__(self, seed: str) -> None:
        """Begin with these dice; answers are not kept, as there are too many."""
        self.dice = random.Random(seed)
        super().__init__(keep_answers=False)

    def fault(self, path: str) -> Fault:
        """Return what goes wrong with this request."""
        return self.dice.choice(WRONG) if self.dice.random() < 0.1 else Fault()


@pytest.fixture(params=["file", "postgres", "spreadsheet"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where the journal lies."""
    if request.param == "file":
        yield f"sqlite:///{(tmp_path / 'journal.db').as_posix()}"
    elif request.param == "postgres":
        yield request.getfixturevalue("database")()
    else:
        google = Unreliable(request.node.name)
        yield f"{google.create(('Trang tính1', [])).url} {google.host}"
        google.stop()


def kept(place: str) -> Sequence[Event]:
    """Return what a process reads that starts now."""
    journal = desk(place).journal
    insisting(journal.take_in)
    journal.stop()
    return journal.events


def replayed(events: Sequence[Event]) -> dict[str, Case]:
    """Return the cases as the events add up to them."""
    of_each: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        of_each[event.subject].append(event)
    return {code: case_from_events(code, its) for code, its in of_each.items()}


def lost_or_doubled(confirmed: Sequence[str], events: Sequence[Event]) -> dict[str, int]:
    """Return the ids that are not there exactly once, and how often they are."""
    times = Counter(event.id for event in events)
    return {id_: times[id_] for id_ in {*confirmed, *times} if times[id_] != 1}


def in_part(events: Sequence[Event]) -> dict[str, int]:
    """Return what was done at once and is not there with all that belongs to it."""
    times = Counter(event.texts["note"] for event in events)
    return {note: n for note, n in times.items() if not note or int(note.split()[1]) != n}


def report(place: str, words: str) -> None:
    if SECONDS:
        name = "spreadsheet" if place.startswith("https") else place.split(":")[0]
        sys.stdout.write(f"\n{name}: {words}\n")


@pytest.mark.parametrize("actions", ACTIONS)
def test_a_hundred_people_lose_nothing_and_all_see_the_same(place: str, actions: int) -> None:
    each = PEOPLE // PROCESSES
    told = (NEVER, SECONDS) if SECONDS else (actions,)
    began = time.monotonic()
    with contextlib.ExitStack() as stack:
        crowds = [Crowd(place, seed, each, *told) for seed in range(PROCESSES)]
        pipes = [stack.enter_context(process(crowd.work, one))[1] for one in crowds]
        told_confirmed, happened = zip(*(answer(pipe) for pipe in pipes), strict=True)
        took = time.monotonic() - began
        confirmed, events = list(itertools.chain(*told_confirmed)), kept(place)
        for pipe in pipes:
            pipe.send(events[-1].id)
        screens = [answer(pipe) for pipe in pipes]

    report(place, f"{sum(happened, Counter())} in {took:.0f} s, {len(events)} kept")
    assert len(confirmed) >= PEOPLE
    assert lost_or_doubled(confirmed, events) == {}
    assert in_part(events) == {}
    here = desk(place)
    insisting(here.journal.take_in)
    screens.append(shown(here))
    here.journal.stop()
    assert screens[0] == screens[1] == screens[2]
    acted = {code: one for code, one in screens[0]["cases"].items() if one.events}
    assert acted == replayed(events)


def answer(pipe: Connection) -> tuple[list[str], Counter[str]]:
    """Return what a process sends, once it does."""
    assert pipe.poll(SECONDS + 120), "the process never answered"
    return pipe.recv()


@pytest.mark.parametrize("least", KILLS)
def test_whoever_is_killed_has_lost_nothing_that_was_confirmed(place: str, least: int) -> None:
    dice, confirmed, kills = random.Random(place), list[str](), 0
    end = time.monotonic() + SECONDS
    while kills < least or time.monotonic() < end:
        with process(crowd.work_until_killed, Crowd(place, kills, 4, NEVER)) as (made, pipe):
            if kills % 2:  # every other one is killed at its work, not while it starts
                assert pipe.poll(60), "nothing was ever confirmed"
            confirmed += until(time.monotonic() + dice.uniform(0.02, 0.8), pipe)
            made.kill()
            confirmed += until(time.monotonic() + 60, pipe)
        kills += 1
        events = kept(place)
        assert lost_or_doubled(confirmed, events) == {}
        assert in_part(events) == {}
    report(place, f"{kills} kills, {len(confirmed)} of {len(events)} confirmed")
    assert confirmed


def until(end: float, pipe: Connection) -> list[str]:
    """Return the ids that the process tells until this moment, or until it has gone."""
    told: list[str] = []
    with contextlib.suppress(EOFError):
        while pipe.poll(max(0.0, end - time.monotonic())):
            told += pipe.recv()
    return told


def test_what_is_done_in_one_process_is_known_in_another_within_five_seconds(place: str) -> None:
    here = desk(place)
    here.journal.start()
    with process(crowd.work_until_killed, Crowd(place, 1, 1, 1)) as (_, pipe):
        assert pipe.poll(60)
        began = time.monotonic()
        for id_ in pipe.recv():
            await_event(here.journal, id_, 5)
        report(place, f"known after {time.monotonic() - began:.1f} s")
    here.journal.stop()
