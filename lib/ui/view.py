"""What an address asks for: its parameters, read into a view and named where they make no sense.

Pure: knows no screen. A value that does not exist is said in words; where a parameter holds
nothing that exists, the view shows nothing rather than everything.
"""

import dataclasses
from collections.abc import Iterable, Mapping

from lib.survey import periods
from lib.survey.filters import Selection
from lib.survey.places import Places
from lib.survey.responses import Place, Responses
from lib.survey.text import slug
from lib.ui.asked import Asked, Query
from lib.wording import LANGUAGES, day, gettext

PINNING = ("luc", "ban")  # which reading is shown, and as what: see `shown`
NAMES = ("ky", "xa", "ap", "linh_vuc", "cau", "dg", "lang", *PINNING)
BOUNDARIES = {"xua": False, "nay": True}


@dataclasses.dataclass(frozen=True)
class Hint:
    """A sentence about the view and where it leads: the parameters to change."""

    text: str
    query: Mapping[str, list[str]]


@dataclasses.dataclass(frozen=True)
class View:
    """A decoded address; `unknown` names the parameters of which nothing was understood."""

    selection: Selection
    problems: tuple[str, ...] = ()
    unknown: frozenset[str] = frozenset()
    hints: tuple[Hint, ...] = ()

    def but(self, other: "View") -> "View":
        """Return the same view with what else could not be understood."""
        return dataclasses.replace(
            self,
            problems=(*other.problems, *self.problems),
            unknown=self.unknown | other.unknown,
            hints=(*other.hints, *self.hints),
        )


def language(query: Query) -> str:
    """Return the language an address asks for, Vietnamese where it asks for none we speak."""
    asked = (query.get("lang") or ["vi"])[-1].lower()
    return asked if asked in LANGUAGES else "vi"


def decode(query: Query, responses: Responses, places: Places) -> View:
    """Return the view of an address, with a sentence for all that could not be understood."""
    reading = Asked(query)
    today = reading.one("dg", BOUNDARIES) or False
    units = _units(responses, places, today=today)
    communes = reading.several("xa", {slug(code): place for code, place in units.items()})
    period = reading.period()
    selection = Selection(
        period=period,
        communes=tuple(dict.fromkeys(place.code for place in communes)),
        hamlets=reading.several("ap", {slug(h.code): h.code for h in responses.hamlets}),
        sectors=reading.several("linh_vuc", {slug(s.code): s.code for s in responses.sectors}),
        questions=reading.several("cau", _question_codes(responses)),
        today=today,
    )
    reading.one("lang", dict.fromkeys(LANGUAGES, True))
    hints = tuple(_moved(communes, period, places, query))
    return View(selection, tuple(reading.problems), frozenset(reading.unknown), hints)


def _units(responses: Responses, places: Places, *, today: bool) -> dict[str, Place]:
    if not today:
        return {place.code: place for place in responses.communes}
    now = {place.code: place for place in responses.today}
    former = {place.code: places.today(place) for place in responses.communes}
    return {code: place for code, place in (former | now).items() if place.code in now}


def _question_codes(responses: Responses) -> dict[str, str]:
    rated = responses.form.rated
    aliases = {slug(alias): q.id for q in rated for alias in q.aliases}
    return aliases | {slug(q.id): q.id for q in rated}


def named(place: Place) -> str:
    """Return "xã Xuân Đông"."""
    return f"{place.rank} {place.name}".strip()


def _moved(
    communes: Iterable[Place], period: periods.Period | None, places: Places, query: Query
) -> Iterable[Hint]:
    """Say where a unit went when the period lies after its end, and lead there."""
    for place in communes:
        moved = places.moved(place)
        if moved and period and period.first and period.first >= moved[0]:
            text = gettext(
                "{place}: since {day} part of {successor}.",
                place=named(place),
                day=day(moved[0]),
                successor=named(moved[1]),
            )
            yield Hint(text, {**query, "xa": [moved[1].code]})
