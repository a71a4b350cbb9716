"""What an address asks for: its parameters, read into a view and named where they make no sense.

Pure: knows no screen. A value that does not exist is said in words; where a parameter holds
nothing that exists, the view shows nothing rather than everything.
"""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from lib.survey.model.periods import Period
from lib.survey.model.places import Places
from lib.survey.model.survey_form import ColumnRole, Question
from lib.survey.model.vietnamese_text import link_slug
from lib.survey.responses import Place, Responses
from lib.survey.selection import Selection, communes_by_slug
from lib.ui.shell.address_reader import AddressQuery, AddressReader
from lib.ui.shell.value_parameter import VALUE_PARAMETER, with_addressed_values
from lib.wording import SCREEN_LANGUAGES, format_day, gettext

PIN_PARAMETERS = ("luc", "ban")  # which reading is shown, and as what: see `shown`
SURVEY_PARAMETERS = (
    "ky",
    "xa",
    "ap",
    "linh_vuc",
    "cau",
    VALUE_PARAMETER,
    "dg",
    "lang",
    *PIN_PARAMETERS,
)
BOUNDARY_CODES = {"xua": False, "nay": True}


@dataclasses.dataclass(frozen=True)
class ViewHint:
    """A sentence about the view and where it leads: the parameters to change."""

    text: str
    query: Mapping[str, list[str]]


@dataclasses.dataclass(frozen=True)
class SurveyView:
    """A decoded address; `unknown` names the parameters of which nothing was understood."""

    selection: Selection
    problems: tuple[str, ...] = ()
    unknown: frozenset[str] = frozenset()
    hints: tuple[ViewHint, ...] = ()
    unrated: tuple[str, ...] = ()  # ids of questions that the address names and that are in no rate

    def but(self, other: "SurveyView") -> "SurveyView":
        """Return the same view with what else could not be understood."""
        return dataclasses.replace(
            self,
            problems=(*other.problems, *self.problems),
            unknown=self.unknown | other.unknown,
            hints=(*other.hints, *self.hints),
        )


def asked_language(query: AddressQuery) -> str:
    """Return the language an address asks for, Vietnamese where it asks for none we speak."""
    asked = (query.get("lang") or ["vi"])[-1].lower()
    return asked if asked in SCREEN_LANGUAGES else "vi"


def decode_survey_view(
    query: AddressQuery, responses: Responses, places: Places, *, any_question: bool = False
) -> SurveyView:
    """Return the view of an address, with a sentence for all that could not be understood.

    A question that is in no rate chooses nothing and is told apart. One that is to be confirmed
    is not understood, but where `any_question` can be shown.
    """
    unrated = _unrated_named(query, responses, to_confirm=any_question)
    rest = [value for value in query.get("cau", []) if link_slug(value) not in unrated]
    reading = AddressReader({**query, "cau": rest})
    today = reading.single("dg", BOUNDARY_CODES) or False
    units = _units(responses, places, today=today)
    named = reading.several("xa", communes_by_slug(units))
    communes = tuple(place for places_named in named for place in places_named)
    period = reading.period()
    selection = Selection(
        period=period,
        communes=tuple(dict.fromkeys(place.code for place in communes)),
        hamlets=reading.several("ap", {link_slug(h.code): h.code for h in responses.hamlets}),
        sectors=reading.several("linh_vuc", {link_slug(s.code): s.code for s in responses.sectors}),
        questions=reading.several(
            "cau", questions_by_slug(responses.form.rated), _open_questions(responses)
        ),
        today=today,
    )
    selection = with_addressed_values(selection, responses, reading)
    reading.single("lang", dict.fromkeys(SCREEN_LANGUAGES, True))
    hints = tuple(_moved(communes, period, places, query))
    return SurveyView(
        selection,
        tuple(reading.problems),
        frozenset(reading.unknown),
        hints,
        tuple(dict.fromkeys(unrated.values())),
    )


def _unrated_named(
    query: AddressQuery, responses: Responses, *, to_confirm: bool
) -> dict[str, str]:
    """Return the ids of the questions that an address names and that are in no rate, by slug."""
    names = {
        link_slug(name): question.id
        for question in responses.form.questions
        if question.role is not ColumnRole.SATISFACTION
        and (to_confirm or question.role is not ColumnRole.UNDECIDED)
        for name in (*question.aliases, question.id)
    }
    rated = questions_by_slug(responses.form.rated)
    asked = map(link_slug, query.get("cau", []))
    return {slug: names[slug] for slug in asked if slug in names and slug not in rated}


def _units(responses: Responses, places: Places, *, today: bool) -> dict[str, Place]:
    if not today:
        return {place.code: place for place in responses.communes}
    now = {place.code: place for place in responses.today}
    former = {place.code: places.today(place) for place in responses.communes}
    return {code: place for code, place in (former | now).items() if place.code in now}


def questions_by_slug(questions: Sequence[Question]) -> dict[str, str]:
    """Return the ids of these questions by the slugs under which links name them."""
    aliases = {link_slug(alias): q.id for q in questions for alias in q.aliases}
    return aliases | {link_slug(q.id): q.id for q in questions}


def _open_questions(responses: Responses) -> dict[str, str]:
    """Return why nothing is told of a question that a link may have named when it counted."""
    return {
        link_slug(name): gettext(
            "It is not known how the answers to “{question}” count: it is to be confirmed.",
            question=question.label,
        )
        for question in responses.form.to_confirm
        for name in (question.id, *question.aliases)
    }


def _place_name(place: Place) -> str:
    """Return "xã Xuân Đông"."""
    return f"{place.rank} {place.name}".strip()


def _moved(
    communes: Iterable[Place], period: Period | None, places: Places, query: AddressQuery
) -> Iterable[ViewHint]:
    """Say where a unit went when the period lies after its end, and lead there."""
    for place in communes:
        moved = places.moved(place)
        if moved and period and period.first and period.first >= moved[0]:
            text = gettext(
                "{place}: since {day} part of {successor}.",
                place=_place_name(place),
                day=format_day(moved[0]),
                successor=_place_name(moved[1]),
            )
            yield ViewHint(text, {**query, "xa": [moved[1].code]})
