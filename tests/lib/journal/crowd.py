"""People who act on cases at random, in threads of processes such as the app's servers are."""

import contextlib
import dataclasses
import datetime as dt
import multiprocessing
import queue
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from lib.desk import Desk
from lib.errors import ChangedMeanwhileError, JournalError
from lib.followup.case_arrays import Cases
from lib.followup.case_events import Case
from lib.followup.working_days import WorkingDays
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.journal.shared_journal import Journal
from lib.journal.spreadsheet_store import SpreadsheetStore
from lib.journal.sql_store import SqlStore
from lib.settings import TrackingRules
from lib.survey.responses import Responses
from tests.building import responses

CASES = 200
STEPS: tuple[tuple[EventKind, dict[str, str]], ...] = (
    (EventKind.TAKEN_UP, {"person": "Công chức Địa chính"}),
    (EventKind.TAKEN_UP, {"person": "Công chức Tư pháp", "due": "2026-12-01"}),
    (EventKind.CHANGED, {"due": "2026-12-24"}),
    (EventKind.CHANGED, {"due": "", "cause": "Khác"}),
    (EventKind.CLOSED, {"cause": "Giải quyết trễ hẹn", "outcome": "da-khac-phuc"}),
    (EventKind.REOPENED, {}),
    (EventKind.HELD, {}),
    (EventKind.RELEASED, {}),
)
TRIES = 20  # of one who presses the button again
Result = TypeVar("Result")


def dissatisfied() -> Responses:
    """Return responses with a dissatisfied answer, a minute apart."""
    rows = (f"01/10/2026 {8 + n // 60:02d}:{n % 60:02d}:00,Không hài lòng" for n in range(CASES))
    return responses("\n".join(["Dấu thời gian,Ông/Bà có hài lòng không?", *rows]))


def desk(place: str) -> Desk:
    """Return a desk whose journal lies there: at a database's URL, or "SPREADSHEET EMULATOR"."""
    url, _, emulator = place.partition(" ")
    store = SpreadsheetStore(url, None, emulator) if emulator else SqlStore(url)
    return Desk(Journal(store), TrackingRules(since=dt.date(2026, 10, 1)), WorkingDays())


def insisting(step: Callable[[], Result]) -> Result:
    """Return what a step returns that is tried again where the store does not answer."""
    for _ in range(TRIES - 1):
        with contextlib.suppress(JournalError):
            return step()
    return step()


@dataclasses.dataclass(frozen=True)
class Crowd:
    """So many people; each acts so often, unless the time is over before."""

    place: str
    seed: int
    people: int
    actions: int
    seconds: float = 600.0

    def act(self, desk: Desk, done: Callable[[Sequence[str]], object]) -> Counter[str]:
        """Act; `done` is told the ids that were confirmed at once. Return what happened."""
        end, cases = time.monotonic() + self.seconds, dissatisfied()

        def person(number: int) -> Counter[str]:
            dice, happened = random.Random(f"{self.seed} {number}"), Counter[str]()
            for _ in range(self.actions):
                if time.monotonic() > end:
                    break
                happened[_act(desk, desk.cases(cases), dice, done)] += 1
            return happened

        with ThreadPoolExecutor(self.people) as pool:
            return sum(pool.map(person, range(self.people)), Counter())


def _act(
    desk: Desk, cases: Cases, dice: random.Random, done: Callable[[Sequence[str]], object]
) -> str:
    """Do something to one case or to three at once; who is told of another gives up or insists."""
    chosen = dice.sample(range(cases.n), dice.choice((1, 1, 1, 3)))
    events = _events([cases.case(at) for at in chosen], dice)
    insists = False
    try:
        insisting(lambda: desk.add(events))
    except ChangedMeanwhileError:
        insists = dice.random() < 0.5
        if not insists:
            return "gave up, as somebody was first"
    except JournalError:
        return "not kept"
    if insists:
        insisting(lambda: desk.add(events, although_moved=True))
    done([event.id for event in events])
    return "insisted, though somebody was first" if insists else "kept"


def _events(cases: Sequence[Case], dice: random.Random) -> list[Event]:
    """Return what is done at once; the texts tell which belong together, and how many."""
    who, now, together = "canbo@xa.vn", dt.datetime.now(dt.UTC), new_id()
    texts = {"note": f"{together} {len(cases)}"}
    steps = (dice.choice(STEPS) for _ in cases)
    return [
        Event(new_id(), case.code, kind, now, who, case.last, fields, texts)
        for case, (kind, fields) in zip(cases, steps, strict=True)
    ]


def shown(desk: Desk) -> dict[str, Any]:
    """Return what the page of cases shows: the cases in their order, and each as it stands."""
    cases = desk.cases(dissatisfied())
    arrays = ("state", "tracked", "restricted", "due", "left", "took")
    return {
        "cases": {code: cases.case(at) for at, code in enumerate(cases.codes)},
        **{name: getattr(cases, name).tolist() for name in arrays},
    }


def await_event(journal: Journal, id_: str, seconds: float = 60.0) -> None:
    """Return as soon as the live journal has told its screens of this event."""
    told: queue.Queue[int] = queue.Queue()
    off = journal.listen(told.put)
    while not any(event.id == id_ for event in reversed(journal.events)):
        told.get(timeout=seconds)
    off()


def work(crowd: Crowd, pipe: Connection) -> None:
    """Act; tell what was confirmed; once the last event of all is known, tell what is shown."""
    live, confirmed = _started(crowd), list[str]()
    happened = crowd.act(live, confirmed.extend)
    pipe.send((confirmed, happened))
    await_event(live.journal, pipe.recv())
    pipe.send(shown(live))
    live.journal.stop()


def work_until_killed(crowd: Crowd, pipe: Connection) -> None:
    """Act, and tell what was confirmed as soon as it was."""
    lock = threading.Lock()

    def done(ids: Sequence[str]) -> None:
        with lock:
            pipe.send(ids)

    crowd.act(_started(crowd), done)


def _started(crowd: Crowd) -> Desk:
    live = desk(crowd.place)
    live.journal.start()
    insisting(lambda: live.cases(dissatisfied()))  # all give codes at once
    return live


@contextlib.contextmanager
def process(
    step: Callable[[Crowd, Connection], object], crowd: Crowd
) -> Iterator[tuple[BaseProcess, Connection]]:
    """Start the step in a process of its own, yield it and the pipe to it, and end it."""
    here, there = _CONTEXT.Pipe()
    made = _CONTEXT.Process(target=step, args=(crowd, there), daemon=True)
    made.start()
    there.close()  # so that the pipe ends with the process
    try:
        yield made, here
    finally:
        made.kill()
        made.join()


_QUICK = "forkserver" in multiprocessing.get_all_start_methods()
_CONTEXT: Any = multiprocessing.get_context("forkserver" if _QUICK else "spawn")
if _QUICK:
    _CONTEXT.set_forkserver_preload([__name__])
