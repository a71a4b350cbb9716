"""The journal as this process knows it: read once, then only what is new, and told to screens."""

import logging
import threading
import time
import traceback
from collections.abc import Callable, Collection, Sequence

from lib.errors import FollowUpError, JournalError
from lib.journal.journal_file import ReplacedJournalError
from lib.journal.journal_lines import Event, EventKind, Sighting
from lib.journal.journal_store import JournalStore
from lib.journal.sighting_arrays import SightingArrays
from lib.sources.change_signal import ChangeListener, ChangeSignal

_log = logging.getLogger(__name__)


class Journal:
    """All events and sightings of one store; everybody in the process shares it.

    `events` only grows, so that whoever read it up to some position goes on from there; where
    texts were erased, or another file lies in the store's place, `generation` moves and
    everything is to be read anew.
    """

    BUSY, IDLE = 2.0, 30.0  # seconds between two looks at what other processes added

    def __init__(self, store: JournalStore) -> None:
        """Prepare; nothing is read before `start` or the first `take_in`."""
        self.store = store
        self.events: list[Event] = []
        self.generation = 0
        self._bell = ChangeSignal()
        self.sightings = SightingArrays()
        self.trouble: JournalError | None = None  # why the store's newest lines are not known
        self.watched: Callable[[], bool] = lambda: True  # whether somebody looks at a page
        self.chores: list[Callable[[], object]] = []  # done by the thread at each look
        self._at = self._sightings_at = 0
        self._begun = False  # whether something was read that may be erased later
        self._lock = threading.RLock()
        self._stopped, self._wake = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)

    @property
    def number(self) -> int:
        """Moves whenever there is something new to draw."""
        return self._bell.number

    def start(self) -> None:
        """Begin to look for what other processes add."""
        self._thread.start()

    def stop(self, seconds: float = 3.0) -> None:
        """End the thread and let go of the store, unless a slow look still uses it."""
        self._stopped.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(seconds)
        if not self._thread.is_alive():  # SQLite crashes where it is closed under a statement
            self.store.close()

    def add(self, events: Sequence[Event], *, although_moved: bool = False) -> None:
        """Keep the events and know of them; raises as Store.add does."""
        try:
            self.store.add(events, although_moved=although_moved)
        except FollowUpError:
            self._look()  # the reader is to see what happened meanwhile
            raise
        self._look()

    def register(self, sightings: Sequence[Sighting]) -> None:
        """Keep the codes of newly seen responses; another process's may have been first."""
        self.store.register(sightings)
        self.take_in()

    def erase(self, ids: Collection[str], erasure: Event) -> None:
        """Delete the texts of these events for good and keep the event that tells of it.

        Raises as Store.add does; done again, it is done once. Other processes let go of the
        texts once they read the event.
        """
        self.store.erase(ids)
        self.add([erasure], although_moved=True)

    def knows(self, event: Event) -> bool:
        """Tell whether this event is kept and known."""
        return any(known.id == event.id for known in reversed(self.events))

    def wake(self) -> None:
        """Look, and do the chores, now."""
        self._wake.set()

    def listen(self, callback: ChangeListener) -> Callable[[], None]:
        """Call back with each new `number`, from whatever thread; return what ends it."""
        return self._bell.listen(callback)

    def take_in(self) -> None:
        """Read what is new in the store; raises JournalError, and then knows what it knew."""
        with self._lock:
            try:
                self._take_in()
            except ReplacedJournalError:
                self._forget()
                self._take_in()

    def look_anew(self) -> None:
        """Read all events once more; raises JournalError.

        What was changed behind those read last is known after it, and `generation` moved then.
        """
        self.take_in()
        with self._lock:
            events, at = self.store.events()
            if list(map(_as_kept, events)) != list(map(_as_kept, self.events)):
                self._replace(events, at)

    def _take_in(self) -> None:
        with self._lock:
            begun, self._begun = self._begun, True
            events, at = self.store.events(self._at)
            sightings, sightings_at = self.store.sightings(self._sightings_at)
            self.events.extend(events)
            self.sightings = self.sightings.more(sightings)
            self._at, self._sightings_at = at, sightings_at
            if begun and any(event.kind is EventKind.ERASED for event in events):
                self._reread()
            # what somebody took along changes no page; one drawn anew would drop the file just made
            if sightings or any(event.kind is not EventKind.EXPORTED for event in events):
                self.tell()

    def _forget(self) -> None:
        """Begin anew with what lies in the store's place now."""
        _log.warning("another file lies in the journal's place: it is read anew")
        with self._lock:
            self.store.close()
            self.events, self.sightings = [], SightingArrays()
            self._at = self._sightings_at = 0
            self.generation += 1
            self.tell()

    def _reread(self) -> None:
        with self._lock:
            self._replace(*self.store.events())

    def _replace(self, events: Sequence[Event], at: int) -> None:
        self.events, self._at = list(events), at
        self.generation += 1
        self.tell()

    def tell(self) -> None:
        """Have every screen drawn anew."""
        for callback in self._bell.advance():
            callback(self.number)

    def _look(self) -> None:
        """Take in what is new; a store that does not answer is told of, not raised."""
        before = self.trouble
        try:
            self.take_in()
            self.trouble = None
        except JournalError as error:
            self.trouble = error.with_traceback(None)
        if (before is None) != (self.trouble is None):
            with self._lock:
                self.tell()

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._attempt(self._look)
            for chore in tuple(self.chores):
                self._attempt(chore)
            self._sleep()

    def _sleep(self) -> None:
        """Wait for the next look; it is soon where somebody looks at a page or begins to."""
        end = time.monotonic() + self.IDLE
        while not self._wake.wait(self.BUSY) and not self.watched() and time.monotonic() < end:
            pass
        self._wake.clear()

    def _attempt(self, step: Callable[[], object]) -> None:
        """Go on whatever happens, as the feed does: a dead reader would show old work as new."""
        try:
            step()
        except Exception as error:
            lines = "".join(traceback.format_tb(error.__traceback__))
            _log.error("%s in the journal\n%s", type(error).__name__, lines)


def _as_kept(event: Event) -> tuple[object, ...]:
    """Return what differs wherever the store holds another event, or other words of it."""
    return event.leaf, event.forged, event.texts
