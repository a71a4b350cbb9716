"""A case: a response with a dissatisfied answer seen as work, as its events add up to it."""

import dataclasses
import datetime as dt
import enum
import functools
from collections.abc import Callable, Iterable
from typing import Any

from lib.journal.journal_lines import Event, EventKind
from lib.wording import mark


class CaseState(enum.StrEnum):
    """Where the work stands; lateness is no state. Values are permanent, as links hold them."""

    NEW = "moi"
    WORKING = "dang-xu-ly"
    DONE = "da-xong"


class CaseOutcome(enum.StrEnum):
    """What came of it; values are permanent, as the journal holds them."""

    FIXED = "da-khac-phuc"
    ANSWERED = "da-tra-loi"
    NOT_ENOUGH = "khong-du-thong-tin"
    PASSED_ON = "chuyen-co-quan-khac"
    DUPLICATE = "trung"


STATE_NAMES = {
    CaseState.NEW: mark("New"),
    CaseState.WORKING: mark("In progress"),
    CaseState.DONE: mark("Done"),
}
OUTCOME_NAMES = {
    CaseOutcome.FIXED: mark("put right"),
    CaseOutcome.ANSWERED: mark("answered, published"),
    CaseOutcome.NOT_ENOUGH: mark("not enough information"),
    CaseOutcome.PASSED_ON: mark("passed on to another authority"),
    CaseOutcome.DUPLICATE: mark("duplicate"),
}


EXCERPT_TEXT = "excerpt"  # the text of an approval: what may be shown of a comment


@dataclasses.dataclass(frozen=True)
class Case:
    """What is known of one case; empty texts are not known yet."""

    code: str
    state: CaseState = CaseState.NEW
    person: str = ""  # in charge, by title
    due: dt.date | None = None  # set by hand; None: the office's target counts
    cause: str = ""
    outcome: CaseOutcome | None = None
    duplicate_of: str = ""  # code of the case that this one repeats
    measure: str = ""  # code of the measure that answers it
    model: str = ""  # code of the Dân vận khéo model that answers it
    restricted: bool | None = None  # for leaders only; None: undecided, the words hint or not
    approved: dt.datetime | None = None  # UTC, its comment for showing to a room
    taken_in: dt.datetime | None = None  # by hand into tracking (UTC)
    done_at: dt.datetime | None = None  # UTC, of the last closing
    events: tuple[Event, ...] = ()

    @property
    def last(self) -> str:
        """The id of the last event, "" where nothing happened yet."""
        return self.events[-1].id if self.events else ""

    def text(self, name: str) -> str:
        """Return the newest text of this name ("done", "note"), "" where none is left."""
        said = (event.texts.get(name) for event in reversed(self.events))
        return next(filter(None, said), "")

    @property
    def excerpt(self) -> str:
        """What may be shown to a room of its comment; "" where nothing may, or was erased."""
        if not self.approved or self.restricted:
            return ""
        return self.text(EXCERPT_TEXT)

    def crossed(self, event: Event) -> bool:
        """Tell whether who did this had not seen the event before it."""
        at = self.events.index(event)
        return event.after != (self.events[at - 1].id if at else "")


def case_from_events(code: str, events: Iterable[Event]) -> Case:
    """Return the case that these events of it, in the journal's order, add up to."""
    return functools.reduce(case_after, events, Case(code))


def case_after(before: Case, event: Event) -> Case:
    """Return the case as this event leaves it."""
    changes = _STEPS.get(event.kind, {}) | _changes(event)
    if event.kind is EventKind.CLOSED:
        changes["done_at"] = event.at
    if event.kind is EventKind.TAKEN_IN:
        changes["taken_in"] = event.at
    if event.kind is EventKind.APPROVED:
        changes["approved"] = event.at
    return dataclasses.replace(before, **changes, events=(*before.events, event))


_STEPS: dict[EventKind, dict[str, Any]] = {
    EventKind.TAKEN_UP: {"state": CaseState.WORKING},
    EventKind.CLOSED: {"state": CaseState.DONE},
    EventKind.REOPENED: {"state": CaseState.WORKING, "outcome": None, "done_at": None},
    EventKind.HELD: {"restricted": True},
    EventKind.RELEASED: {"restricted": False},
    EventKind.WITHDRAWN: {"approved": None},
}


# what an event writes, by its name there: the field of a case, and how it is read
_WRITTEN: dict[str, tuple[str, Callable[[str], object]]] = {
    "person": ("person", str),
    "cause": ("cause", str),
    "duplicate_of": ("duplicate_of", str),
    "measure": ("measure", str),
    "model": ("model", str),
    "due": ("due", lambda text: dt.date.fromisoformat(text) if text else None),
    "outcome": ("outcome", lambda text: CaseOutcome(text) if text else None),
}


def is_readable_event(event: Event) -> bool:
    """Tell whether each of the event's fields says something that a case can hold."""
    return all(_change(name, text) for name, text in event.fields.items() if name in _WRITTEN)


def _changes(event: Event) -> dict[str, Any]:
    """Return what the event changed; what cannot be read changes nothing, the event keeps it."""
    written = (item for item in event.fields.items() if item[0] in _WRITTEN)
    return dict(filter(None, (_change(name, text) for name, text in written)))


def _change(name: str, text: str) -> tuple[str, object] | None:
    field, read = _WRITTEN[name]
    try:
        return field, read(text)
    except ValueError:  # a hand in the office's spreadsheet, or a newer version's word
        return None


def fold_cases(events: Iterable[Event], known: dict[str, Case] | None = None) -> dict[str, Case]:
    """Return the cases as these events leave them, by code; added to `known` where it is given."""
    cases = {} if known is None else known
    for event in events:
        if event.subject and event.kind is not EventKind.MEASURE:
            cases[event.subject] = case_after(
                cases.get(event.subject) or Case(event.subject), event
            )
    return cases
