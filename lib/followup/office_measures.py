"""Measures: what the office did on a day for some questions and communes."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence

from lib.analysis.impact_estimate import ImpactAim, RateBeforeAfter, estimate_impact
from lib.journal.journal_lines import Event
from lib.office_clock import OfficeClock
from lib.survey.model.survey_form import Form
from lib.survey.responses import Responses
from lib.wording import format_count, format_points, gettext


@dataclasses.dataclass(frozen=True)
class Measure:
    """One measure, as its events add up to it."""

    code: str
    title: str  # its code where the journal tells none
    date: dt.date
    questions: tuple[str, ...]  # ids; none means all
    communes: tuple[str, ...]  # codes; none means all
    model: str = ""  # code of the Dân vận khéo model behind it
    person: str = ""  # in charge, by title
    due: dt.date | None = None  # of one that is still to be done
    withdrawn: bool = False
    dated: bool = True  # False: no day can be read, that of its first line stands instead
    events: tuple[Event, ...] = ()


def is_complete_measure(event: Event) -> bool:
    """Tell whether this can be a measure's first event: it names a title and a day."""
    return bool(event.fields.get("title")) and _day(event.fields.get("date", "")) is not None


def measure_from_events(code: str, events: Sequence[Event]) -> Measure:
    """Return the measure that these events, in the journal's order, add up to; there are some.

    None is left out, whatever a hand in the journal's spreadsheet made of its lines.
    """
    fields: dict[str, str] = {}
    days = (_day(event.fields["date"]) for event in events if "date" in event.fields)
    dates = [day for day in days if day is not None]
    for event in events:
        fields |= event.fields
    return Measure(
        code=code,
        title=fields.get("title") or code,
        date=dates[-1] if dates else OfficeClock.local(events[0].at).date(),
        questions=tuple(fields.get("questions", "").split()),
        communes=tuple(fields.get("communes", "").split()),
        model=fields.get("model", ""),
        person=fields.get("person", ""),
        due=_day(fields.get("due", "")),
        withdrawn=fields.get("withdrawn") == "yes",
        dated=bool(dates),
        events=tuple(events),
    )


def measures_in_force(events: Mapping[str, Sequence[Event]]) -> list[Measure]:
    """Return the measures that stand, newest first."""
    every = (measure_from_events(code, of_it) for code, of_it in events.items())
    in_force = (measure for measure in every if not measure.withdrawn)
    return sorted(in_force, key=lambda measure: measure.date)[::-1]


def measure_effect(
    measure: Measure, responses: Responses, today: dt.date
) -> RateBeforeAfter | None:
    """Return what it changed so far where it aims; None before a whole month has passed."""
    impact = estimate_impact(responses, measure_aim(measure), today)
    return impact.there if impact else None


def measure_aim(measure: Measure) -> ImpactAim:
    """Return when it began, for which questions and communes."""
    return ImpactAim(measure.date, measure.questions, measure.communes)


def aimed_labels(form: Form, questions: Sequence[str]) -> list[str]:
    """Return what the questions of a measure are called, those in no rate too."""
    return [q.label for q in form.questions if q.id in questions]


def no_effect_sentence(form: Form, aim: ImpactAim, today: dt.date) -> str:
    """Return why nothing can be said yet of the effect of what began on a day."""
    if not [q for q in form.rated if not aim.questions or q.id in aim.questions]:
        return gettext("How the answers to its question count is to be confirmed first.")
    begun = aim.day
    if begun > today:
        return gettext("Its day has not come yet.")
    return gettext("No whole month has passed since it began.")


def effect_conclusion(effect: RateBeforeAfter) -> str:
    """Return in careful words whether it is better, or how much is missing to say so."""
    if effect.missing:
        return gettext(
            "not enough responses to conclude, {n} missing", n=format_count(effect.missing)
        )
    if effect.missing_before or effect.change is None:
        n = format_count(effect.missing_before)
        return gettext("not enough responses before it to conclude, {n} missing", n=n)
    moved = effect.change
    if not moved.clear:
        return gettext("not statistically significant: chance could explain the difference")
    words = (
        gettext("significantly up {points}")
        if moved.difference > 0
        else gettext("significantly down {points}")
    )
    return words.format(points=format_points(moved.difference))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
