"""Which responses and which questions somebody chose to look at."""

import dataclasses
import datetime as dt
from collections.abc import Container, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from lib.errors import LinkError
from lib.survey.dimensions import dimensions_by_slug, find_dimension
from lib.survey.model.periods import Period
from lib.survey.model.survey_form import Form
from lib.survey.model.vietnamese_text import link_slug
from lib.survey.responses import Place, Responses, ValueCodes

RowMask = npt.NDArray[np.bool_]


@dataclasses.dataclass(frozen=True)
class Selection:
    """What is looked at, by the codes of links; nothing of a dimension means all of it."""

    period: Period | None = None
    communes: tuple[str, ...] = ()
    hamlets: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()  # ids; these choose questions, not responses
    today: bool = False  # communes by today's boundaries, not as at the time
    # By the id of each other dimension the codes of its chosen values; see `choosing`.
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def chosen_of(self, dimension: str) -> tuple[str, ...]:
        """Return the codes chosen of a dimension, by the parameter that a link gives it."""
        if dimension in _FIELDS:
            codes: tuple[str, ...] = getattr(self, _FIELDS[dimension])
            return codes
        return dict(self.values).get(dimension, ())

    def choosing(self, dimension: str, codes: Sequence[str]) -> "Selection":
        """Return the selection with these values of a dimension chosen; of none, all of it."""
        if dimension in _FIELDS:
            changed: dict[str, Any] = {_FIELDS[dimension]: tuple(codes)}
            return dataclasses.replace(self, **changed)
        chosen = {**dict(self.values), dimension: tuple(codes)}
        kept = sorted(each for each in chosen.items() if each[1])
        return dataclasses.replace(self, values=tuple(kept))

    @property
    def is_within_communes(self) -> bool:
        """Whether only a part of what a commune answered is chosen, whatever the period."""
        return bool(self.hamlets or self.sectors or self.values)

    def concerns(self, communes: Sequence[str], questions: Sequence[str]) -> bool:
        """Tell whether something for these communes and questions is for one of those chosen.

        Whoever names none, here or there, means all.
        """
        pairs = ((communes, self.communes), (questions, self.questions))
        return all(not own or not asked or set(own) & set(asked) for own, asked in pairs)


_FIELDS = {"xa": "communes", "ap": "hamlets", "linh_vuc": "sectors"}  # by their parameters


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


def chosen_rows(responses: Responses, selection: Selection) -> RowMask:
    """Return which responses a selection holds; a code that does not exist holds none.

    A response of unknown time is in no period, only where none is chosen.
    """
    rows = np.ones(responses.n, dtype=np.bool_)
    if selection.period:
        rows &= _during(responses.submitted, selection.period)
    places, codes = communes_with_codes(responses, selection.today)
    for wanted, of, held in (
        (_each_of_name(selection.communes, places), places, codes),
        (selection.hamlets, responses.hamlets, responses.hamlet),
        (selection.sectors, responses.sectors, responses.sector),
    ):
        if wanted:
            rows &= _among(wanted, of, held)
    for name, wanted in selection.values:
        dimension = find_dimension(responses, name)
        rows &= dimension.rows_of(wanted) if dimension else False
    return rows


def selection_from_codes(
    responses: Responses,
    period: Period | None,
    communes: Sequence[str],
    values: Sequence[str] = (),
) -> Selection:
    """Return what a period, communes as at the time and answers choose, as links name them.

    Raises a LinkError that names what does not exist.
    """
    known = communes_by_slug({place.code: place for place in responses.communes})
    if unknown := [code for code in communes if link_slug(code) not in known]:
        raise LinkError(values=", ".join(unknown))
    found = (place.code for code in communes for place in known[link_slug(code)])
    selection = Selection(period, tuple(dict.fromkeys(found)))
    names = dimensions_by_slug(responses)
    for value in values:
        written = value.rpartition(".")[0]
        dimension = find_dimension(responses, names.get(link_slug(written), written))
        code = dimension and dimension.codes_by_slug(written).get(link_slug(value))
        if not dimension or not code:
            raise LinkError(values=value)
        others = (each for each in selection.chosen_of(dimension.id) if each != code)
        selection = selection.choosing(dimension.id, (*others, code))
    return selection


def communes_by_slug(units: Mapping[str, Place]) -> dict[str, list[Place]]:
    """Return the communes by the slugs under which links name them: one, or all of one name."""
    found = {link_slug(code): [place] for code, place in units.items()}
    for place in units.values():
        if place.shared and place.shared not in units:
            found.setdefault(link_slug(place.shared), []).append(place)
    return found


def without_places(selection: Selection) -> Selection:
    """Return the same selection with no place chosen."""
    return dataclasses.replace(selection, communes=(), hamlets=())


def communes_with_codes(responses: Responses, today: bool) -> tuple[tuple[Place, ...], ValueCodes]:
    """Return the communes and each response's, as at the time or by today's boundaries."""
    if today:
        return responses.today, responses.commune_today
    return responses.communes, responses.commune


def chosen_rated_questions(form: Form, selection: Selection) -> tuple[int, ...]:
    """Return the chosen questions' positions among the form's rated questions."""
    wanted = selection.questions
    return tuple(at for at, q in enumerate(form.rated) if not wanted or q.id in wanted)


def _each_of_name(wanted: Sequence[str], places: Sequence[Place]) -> tuple[str, ...]:
    """Return these codes with those of the communes that one of them names together."""
    return (*wanted, *(place.code for place in places if place.shared in wanted))


def _during(submitted: npt.NDArray[np.datetime64], period: Period) -> RowMask:
    """Return which times lie in a period; an unknown time lies in none."""
    seconds = submitted.view(np.int64)  # an unknown time is the smallest of all numbers
    inside = seconds > np.iinfo(np.int64).min
    if period.first:
        inside &= seconds >= _midnight(period.first)
    if period.last:
        inside &= seconds < _midnight(period.last + dt.timedelta(days=1))
    return inside


def _midnight(day: dt.date) -> int:
    return int(np.datetime64(day, "s").astype(np.int64))


def _among(wanted: Container[str], of: Sequence[_Coded], held: ValueCodes) -> RowMask:
    allowed = np.array([each.code in wanted for each in of] + [False])  # -1 is not stated
    return allowed[held]
