"""The rows of a tab as models: one row one model, what it states recognised or listed."""

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lib.movement import sites, when
from lib.movement.fields import Field
from lib.movement.kinds import Kind, Level, Owner, Sector, State, recognised
from lib.movement.records import Dataset, Model, Unread
from lib.movement.rows import Row
from lib.movement.sites import Site
from lib.movement.tabs import Tab
from lib.survey.places import Places
from lib.survey.text import fold, slug
from lib.wording import mark

NO_NAME = mark("the name of the model is missing")
UNKNOWN_WORD = mark("the word is not among those that this column may hold")
UNKNOWN_PLACE = mark("no list of places knows “{place}”")
NO_YEAR = mark("no year is recognised")
NO_TIME = mark("no date or period is recognised")
SAME_NAME = mark("row {first} has a model of the same name; told apart in links by unit or number")

_QUESTION = re.compile(r"(?:c|cau)?\s*(\d+)")

TEXTS = {
    "name": Field.NAME,
    "unit": Field.UNIT,
    "place": Field.PLACE,
    "content": Field.CONTENT,
    "outcome": Field.OUTCOME,
    "recognised_by": Field.RECOGNISED_BY,
    "decision": Field.DECISION,
    "award": Field.AWARD,
    "priority": Field.PRIORITY,
    "note": Field.NOTE,
    "source": Field.SOURCE,
}  # of a model, as the office wrote them
CHOICES: dict[str, tuple[Field, Any]] = {
    "kind": (Field.KIND, Kind),
    "owner": (Field.OWNER, Owner),
    "sector": (Field.SECTOR, Sector),
    "state": (Field.STATE, State),
    "level": (Field.LEVEL, Level),
    "registered_with": (Field.REGISTERED_WITH, Level),
}


class Read(NamedTuple):
    """A model with the row it came from, and what of that row was not understood."""

    model: Model
    row: Row
    tab: Tab
    unread: tuple[Unread, ...]


@dataclasses.dataclass(frozen=True)
class Ground:
    """What places mean: the list, and the day of the reading."""

    places: Places
    today: dt.date


def dataset(row: Row) -> Dataset:
    """Return which rows a row belongs to; a register that does not divide itself is one."""
    name = row.text(Field.DATASET)
    return Dataset(slug(name), name)


def models(tab: Tab, ground: Ground) -> Iterator[Read]:
    """Yield the models of a tab; where a row is a result, a model recurs and is read once."""
    seen: set[tuple[str, str, str]] = set()
    for row in tab.rows:
        if row.is_heading:
            continue
        which = (dataset(row).code, fold(row.text(Field.NAME)), fold(row.text(Field.UNIT)))
        if tab.holds_results and (which in seen or not which[1]):
            continue
        seen.add(which)
        yield _model(tab, row, ground)


def day_of(row: Row, ground: Ground, begun: dt.date | None = None) -> dt.date:
    """Return the day whose boundaries a row speaks of: its start, its source's day, or today."""
    dated = (when.stated_day(row.text(at)) for at in (Field.SOURCE, Field.DATASET))
    return begun or next(filter(None, dated), ground.today)


def questions(text: str) -> tuple[str, ...]:
    """Return the ids of the survey's questions that a cell names: "c6, câu 7" is c6 and c7."""
    named = (part for part in re.split(r"[,;/\s]+(?!\d+\b)|[,;/]\s*", text) if part)
    found = ((part, _QUESTION.fullmatch(fold(part))) for part in named)
    return tuple(dict.fromkeys(f"c{int(n[1])}" if n else part for part, n in found))


def told_apart(every: Sequence[Read]) -> Iterator[Read]:
    """Yield the models with codes of their own; the first of a name keeps it, whatever comes."""
    taken: set[str] = set()
    first: dict[tuple[str, str], int] = {}
    for read in every:
        own = slug(read.row.text(Field.CODE))
        code = next(c for c in _codes(own, read.model) if c not in taken)
        taken.add(code)
        earlier = first.setdefault((read.model.dataset, fold(read.model.name)), read.row.number)
        unread = read.unread
        if earlier != read.row.number and code != own:
            unread += (read.tab.unread(read.row, Field.NAME, SAME_NAME, first=earlier),)
        yield read._replace(model=dataclasses.replace(read.model, code=code), unread=unread)


def _codes(own: str, model: Model) -> Iterator[str]:
    base = own or slug(model.name) or "mo-hinh"
    yield base
    longer = "-".join(filter(None, (base, slug(model.unit) or slug(model.place))))
    yield longer
    number = 2
    while True:
        yield f"{longer}-{number}"
        number += 1


def _model(tab: Tab, row: Row, ground: Ground) -> Read:
    time, of_time = _times(tab, row)
    choices, of_choices = _choices(tab, row)
    begun = Model("", "", **time).begun
    places, of_places = _places(tab, row, ground, day_of(row, ground, begun))
    told = {name: row.text(at) for name, at in TEXTS.items()}
    asked = questions(row.text(Field.QUESTIONS))
    fields = {**told, **choices, **time, **places, "questions": asked}
    unread = [*of_choices, *of_time, *of_places]
    if not told["name"]:
        unread.append(tab.unread(row, Field.NAME, NO_NAME))
    return Read(Model(code="", dataset=dataset(row).code, **fields), row, tab, tuple(unread))


def _choices(tab: Tab, row: Row) -> tuple[dict[str, Any], list[Unread]]:
    """Return what stands in the columns of choice, and the cells that hold another word."""
    words = {name: row.text(at) for name, (at, _) in CHOICES.items()}
    found = {
        name: recognised(kind, words[name]) if words[name] else None
        for name, (_, kind) in CHOICES.items()
    }
    unknown = (name for name in CHOICES if words[name] and found[name] is None)
    return found, [tab.unread(row, CHOICES[name][0], UNKNOWN_WORD) for name in unknown]


def _places(
    tab: Tab, row: Row, ground: Ground, day: dt.date
) -> tuple[dict[str, Any], list[Unread]]:
    """Return where a model is and where it went by the list of that day, and unknown places."""
    place = _place(row, ground.places, day)
    reached = row.text(Field.REPLICATED)
    fields = {
        "communes": place.communes,
        "communes_today": sites.on(place.communes, ground.places, ground.today),
        "everywhere": place.everywhere,
        "replicated_to": sites.parted(reached),
        "replicated_communes": sites.site(reached, ground.places, day).communes,
    }
    unread = [tab.unread(row, Field.PLACE, UNKNOWN_PLACE, place=part) for part in place.unknown]
    return fields, unread


def _place(row: Row, places: Places, day: dt.date) -> Site:
    """Return where a model is; where its place names no commune, its unit's name may."""
    stated = sites.site(row.text(Field.PLACE), places, day)
    if stated.communes or stated.unknown:
        return stated
    return sites.of_unit(row.text(Field.UNIT), places, day)


def _times(tab: Tab, row: Row) -> tuple[dict[str, Any], list[Unread]]:
    """Return the year, the first and the last day, and the cells of these that hold none.

    A column for both may say "thường xuyên": that is a text and no mistake.
    """
    whole, year = when.span(row.cell(Field.TIME)), when.year(row.cell(Field.YEAR))
    ends = {at: when.span(row.cell(at)) for at in (Field.SINCE, Field.UNTIL)}
    unread = [
        tab.unread(row, at, NO_TIME) for at, end in ends.items() if row.text(at) and end is None
    ]
    if row.text(Field.YEAR) and year is None:
        unread.append(tab.unread(row, Field.YEAR, NO_YEAR))
    begin, end = ends[Field.SINCE] or whole, ends[Field.UNTIL] or whole
    fields = {
        "year": year,
        "since": begin.first if begin else None,
        "until": end.last if end else None,
        "time": _time(row),
    }
    return fields, unread


def _time(row: Row) -> str:
    ends = [row.text(at) for at in (Field.SINCE, Field.UNTIL)]
    return row.text(Field.TIME) or " – ".join(filter(None, ends))
