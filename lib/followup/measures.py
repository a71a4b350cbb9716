"""Measures: what the office did on a day for some questions and communes."""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping

from lib.analysis.effect import Effect, effect, of_places
from lib.journal.event import Event
from lib.survey.responses import Responses


@dataclasses.dataclass(frozen=True)
class Measure:
    """One measure, as its events add up to it."""

    code: str
    title: str
    date: dt.date
    questions: tuple[str, ...]  # ids; none means all
    communes: tuple[str, ...]  # codes; none means all
    model: str = ""  # code of the Dân vận khéo model behind it
    withdrawn: bool = False
    events: tuple[Event, ...] = ()


def measure(code: str, events: Iterable[Event]) -> Measure:
    """Return the measure that these events, in the journal's order, add up to."""
    told = tuple(events)
    fields: dict[str, str] = {}
    for event in told:
        fields |= event.fields
    return Measure(
        code=code,
        title=fields.get("title", ""),
        date=dt.date.fromisoformat(fields["date"]),
        questions=tuple(fields.get("questions", "").split()),
        communes=tuple(fields.get("communes", "").split()),
        model=fields.get("model", ""),
        withdrawn=fields.get("withdrawn") == "yes",
        events=told,
    )


def measures(events: Mapping[str, Iterable[Event]]) -> list[Measure]:
    """Return the measures that stand, newest first."""
    every = (measure(code, of_it) for code, of_it in events.items())
    return sorted((one for one in every if not one.withdrawn), key=lambda one: one.date)[::-1]


def effect_of(one: Measure, responses: Responses, today: dt.date) -> Effect | None:
    """Return what it changed so far; None before its day."""
    rated = responses.form.rated
    asked = [at for at, q in enumerate(rated) if not one.questions or q.id in one.questions]
    return effect(responses, of_places(responses, one.communes), asked, one.date, today)
