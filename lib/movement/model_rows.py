"""The rows of a tab as models: one row one model, what it states recognised or listed."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lib.movement.register_choices import (
    ModelKind,
    ModelOwner,
    ModelSector,
    ModelState,
    RecognitionLevel,
    recognise_choice,
)
from lib.movement.register_fields import RegisterField
from lib.movement.register_records import Dataset, MovementModel, UnreadCell
from lib.movement.register_row import RegisterRow
from lib.movement.register_tabs import RegisterTab
from lib.movement.stated_times import stated_day, stated_span, stated_year
from lib.movement.written_places import (
    WrittenPlace,
    communes_holding,
    locate_place,
    locate_unit,
    split_names,
)
from lib.survey.model.places import Places
from lib.survey.model.vietnamese_text import fold_accents, link_slug
from lib.wording import mark

_NO_NAME = mark("the name of the model is missing")
UNKNOWN_WORD = mark("the word is not among those that this column may hold")
UNKNOWN_PLACE = mark("no list of places knows “{place}”")
_NO_YEAR = mark("no year is recognised")
_NO_TIME = mark("no date or period is recognised")
SAME_NAME = mark("row {first} has a model of the same name; told apart in links by unit or number")

_QUESTION = re.compile(r"(?:c|cau)?\s*(\d+)")

_TEXTS = {
    "name": RegisterField.NAME,
    "unit": RegisterField.UNIT,
    "place": RegisterField.PLACE,
    "content": RegisterField.CONTENT,
    "outcome": RegisterField.OUTCOME,
    "recognised_by": RegisterField.RECOGNISED_BY,
    "decision": RegisterField.DECISION,
    "award": RegisterField.AWARD,
    "priority": RegisterField.PRIORITY,
    "note": RegisterField.NOTE,
    "source": RegisterField.SOURCE,
}  # of a model, as the office wrote them
_CHOICES: dict[str, tuple[RegisterField, Any]] = {
    "kind": (RegisterField.KIND, ModelKind),
    "owner": (RegisterField.OWNER, ModelOwner),
    "sector": (RegisterField.SECTOR, ModelSector),
    "state": (RegisterField.STATE, ModelState),
    "level": (RegisterField.LEVEL, RecognitionLevel),
    "registered_with": (RegisterField.REGISTERED_WITH, RecognitionLevel),
}


class ReadModel(NamedTuple):
    """A model with the row it came from, and what of that row was not understood."""

    model: MovementModel
    row: RegisterRow
    tab: RegisterTab
    unread: tuple[UnreadCell, ...]


@dataclasses.dataclass(frozen=True)
class PlacesOnDay:
    """What places mean: the list, and the day of the reading."""

    places: Places
    today: dt.date


def row_dataset(row: RegisterRow) -> Dataset:
    """Return which rows a row belongs to; a register that does not divide itself is one."""
    name = row.text(RegisterField.DATASET)
    return Dataset(link_slug(name), name)


def read_models(tab: RegisterTab, ground: PlacesOnDay) -> Iterator[ReadModel]:
    """Yield the models of a tab; where a row is a result, a model recurs and is read once."""
    seen: set[tuple[str, str, str]] = set()
    for row in tab.rows:
        if row.is_heading:
            continue
        which = (
            row_dataset(row).code,
            fold_accents(row.text(RegisterField.NAME)),
            fold_accents(row.text(RegisterField.UNIT)),
        )
        if tab.holds_results and (which in seen or not which[1]):
            continue
        seen.add(which)
        yield _model(tab, row, ground)


def boundary_day(row: RegisterRow, ground: PlacesOnDay, begun: dt.date | None = None) -> dt.date:
    """Return the day whose boundaries a row speaks of: its start, its source's day, or today."""
    dated = (stated_day(row.text(at)) for at in (RegisterField.SOURCE, RegisterField.DATASET))
    return begun or next(filter(None, dated), ground.today)


def question_ids_in_text(text: str) -> tuple[str, ...]:
    """Return the ids of the survey's questions that a cell names: "c6, câu 7" is c6 and c7."""
    named = (part for part in re.split(r"[,;/\s]+(?!\d+\b)|[,;/]\s*", text) if part)
    numbered = ((part, _QUESTION.fullmatch(fold_accents(part))) for part in named)
    return tuple(dict.fromkeys(f"c{int(n[1])}" if n else part for part, n in numbered))


def assign_model_codes(every: Sequence[ReadModel]) -> Iterator[ReadModel]:
    """Yield the models with codes of their own; the first of a name keeps it, whatever comes."""
    taken: set[str] = set()
    first: dict[tuple[str, str], int] = {}
    for read in every:
        own = link_slug(read.row.text(RegisterField.CODE))
        code = next(c for c in _codes(own, read.model) if c not in taken)
        taken.add(code)
        earlier = first.setdefault(
            (read.model.dataset, fold_accents(read.model.name)), read.row.number
        )
        unread = read.unread
        if earlier != read.row.number and code != own:
            unread += (read.tab.unread(read.row, RegisterField.NAME, SAME_NAME, first=earlier),)
        yield read._replace(model=dataclasses.replace(read.model, code=code), unread=unread)


def _codes(own: str, model: MovementModel) -> Iterator[str]:
    base = own or link_slug(model.name) or "mo-hinh"
    yield base
    longer = "-".join(filter(None, (base, link_slug(model.unit) or link_slug(model.place))))
    yield longer
    number = 2
    while True:
        yield f"{longer}-{number}"
        number += 1


def _model(tab: RegisterTab, row: RegisterRow, ground: PlacesOnDay) -> ReadModel:
    time, of_time = _times(tab, row)
    choices, of_choices = _choices(tab, row)
    begun = MovementModel("", "", **time).begun
    places, of_places = _places(tab, row, ground, boundary_day(row, ground, begun))
    texts = {name: row.text(at) for name, at in _TEXTS.items()}
    asked = question_ids_in_text(row.text(RegisterField.QUESTIONS))
    fields = {**texts, **choices, **time, **places, "questions": asked}
    unread = [*of_choices, *of_time, *of_places]
    if not texts["name"]:
        unread.append(tab.unread(row, RegisterField.NAME, _NO_NAME))
    return ReadModel(
        MovementModel(code="", dataset=row_dataset(row).code, **fields), row, tab, tuple(unread)
    )


def _choices(tab: RegisterTab, row: RegisterRow) -> tuple[dict[str, Any], list[UnreadCell]]:
    """Return what stands in the columns of choice, and the cells that hold another word."""
    words = {name: row.text(at) for name, (at, _) in _CHOICES.items()}
    recognised = {
        name: recognise_choice(kind, words[name]) if words[name] else None
        for name, (_, kind) in _CHOICES.items()
    }
    unknown = (name for name in _CHOICES if words[name] and recognised[name] is None)
    return recognised, [tab.unread(row, _CHOICES[name][0], UNKNOWN_WORD) for name in unknown]


def _places(
    tab: RegisterTab, row: RegisterRow, ground: PlacesOnDay, day: dt.date
) -> tuple[dict[str, Any], list[UnreadCell]]:
    """Return where a model is and where it went by the list of that day, and unknown places."""
    place = _place(row, ground.places, day)
    reached = row.text(RegisterField.REPLICATED)
    fields = {
        "communes": place.communes,
        "communes_today": communes_holding(place.communes, ground.places, ground.today),
        "everywhere": place.everywhere,
        "replicated_to": split_names(reached),
        "replicated_communes": locate_place(reached, ground.places, day).communes,
    }
    unread = [
        tab.unread(row, RegisterField.PLACE, UNKNOWN_PLACE, place=part) for part in place.unknown
    ]
    return fields, unread


def _place(row: RegisterRow, places: Places, day: dt.date) -> WrittenPlace:
    """Return where a model is; where its place names no commune, its unit's name may."""
    stated = locate_place(row.text(RegisterField.PLACE), places, day)
    if stated.communes or stated.unknown:
        return stated
    return locate_unit(row.text(RegisterField.UNIT), places, day)


def _times(tab: RegisterTab, row: RegisterRow) -> tuple[dict[str, Any], list[UnreadCell]]:
    """Return the year, the first and the last day, and the cells of these that hold none.

    A column for both may say "thường xuyên": that is a text and no mistake.
    """
    whole, year = (
        stated_span(row.cell(RegisterField.TIME)),
        stated_year(row.cell(RegisterField.YEAR)),
    )
    ends = {at: stated_span(row.cell(at)) for at in (RegisterField.SINCE, RegisterField.UNTIL)}
    unread = [
        tab.unread(row, at, _NO_TIME) for at, end in ends.items() if row.text(at) and end is None
    ]
    if row.text(RegisterField.YEAR) and year is None:
        unread.append(tab.unread(row, RegisterField.YEAR, _NO_YEAR))
    begin, end = ends[RegisterField.SINCE] or whole, ends[RegisterField.UNTIL] or whole
    fields = {
        "year": year,
        "since": begin.first if begin else None,
        "until": end.last if end else None,
        "time": _time(row),
    }
    return fields, unread


def _time(row: RegisterRow) -> str:
    ends = [row.text(at) for at in (RegisterField.SINCE, RegisterField.UNTIL)]
    return row.text(RegisterField.TIME) or " – ".join(filter(None, ends))
