"""The rows of a tab as results of models, or as facts of a place where no model is named."""

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lib.movement import fields, numerals, sites, when
from lib.movement.fields import Field
from lib.movement.kinds import Sector, recognised
from lib.movement.models import UNKNOWN_PLACE, UNKNOWN_WORD, Ground, Read, dataset, day_of
from lib.movement.numerals import Notation
from lib.movement.quantity import Qualifier, Quantity, UnreadError, qualifier, read, together
from lib.movement.records import Fact, Model, Result, Unread
from lib.movement.rows import Row
from lib.movement.tabs import Tab
from lib.survey.text import fold, slug
from lib.table import Cell
from lib.wording import mark

NO_INDICATOR = mark("the indicator is missing")
NO_VALUE = mark("the value is missing")
NO_UNIT = mark("the unit is missing")
NO_MODEL = mark("no model has this name")
SEVERAL = mark("several models have this name: state its code or unit too")

_QUOTES = re.compile(r"[\"“”'‘’«»]")
_CALLED = re.compile(r"^(?:mo hinh|dien hinh)(?: dan van kheo)?\s*:?\s+")
_CUMULATIVE = frozenset(("luy ke", "cong don", "luy tien", "so luy ke"))


class Found(NamedTuple):
    """What a row gave: a result or a fact or neither, and what was not understood."""

    found: Result | Fact | None
    unread: tuple[Unread, ...]


class Known:
    """The models that results may belong to, by every way to name them."""

    def __init__(self, every: Iterable[Read]) -> None:
        """Remember the models of these rows."""
        self._coded: dict[str, Model] = {}
        self._named: dict[str, list[Model]] = {}
        for model in (one.model for one in every):
            self._coded[model.code] = model
            self._named.setdefault(_called(model.name), []).append(model)

    def called(self, row: Row) -> list[Model]:
        """Return the models that a row can mean: by code, else by name, then by unit or place."""
        within = dataset(row).code if row.text(Field.DATASET) else None
        coded = self._coded.get(slug(row.text(Field.CODE)))
        named = [coded] if coded else self._named.get(_called(row.text(Field.NAME)), [])
        found = [model for model in named if within in (None, model.dataset)]
        for at, stated in ((Field.UNIT, "unit"), (Field.PLACE, "place")):
            wanted = fold(row.text(at)) if len(found) > 1 else ""
            same = [model for model in found if wanted and fold(getattr(model, stated)) == wanted]
            found = same or found
        return found


def results(tab: Tab, known: Known, ground: Ground) -> Iterator[Found]:
    """Yield what the rows of a tab of results give."""
    rows = [row for row in tab.rows if not row.is_heading]
    written = numerals.notation(row.written(Field.VALUE) for row in rows)
    for row in rows:
        yield _found(tab, row, written, known, ground)


def of_models(tab: Tab, every: Sequence[Read]) -> Iterator[Found]:
    """Yield the results that stand beside a model in its own row: people, money, land."""
    texts = (
        text for one in every for header, _ in one.row.measured for text in [one.row.figure(header)]
    )
    written = numerals.notation(texts)
    for model, row, _, _ in every:
        for header, cell in row.measured:
            if row.figure(header):
                yield _measured(tab, row, model, header, cell, written)


def _measured(
    tab: Tab, row: Row, model: Model, header: str, cell: Cell, written: Notation
) -> Found:
    quantity, problem = _quantity(cell, fields.measure(header), written)
    unread = (tab.unread(row, header, problem),) if problem else ()
    result = Result(
        model=model.code,
        indicator=fields.indicator(header),
        text=row.figure(header),
        quantity=quantity,
        source=model.source,
        dataset=model.dataset,
    )
    return Found(result, unread)


def _found(tab: Tab, row: Row, written: Notation, known: Known, ground: Ground) -> Found:
    if not row.text(Field.INDICATOR):
        return Found(None, (tab.unread(row, Field.INDICATOR, NO_INDICATOR),))
    quantity, problem = _quantity(row.cell(Field.VALUE), row.text(Field.MEASURE), written)
    at = Field.MEASURE if problem == NO_UNIT and tab.header(Field.MEASURE) else Field.VALUE
    unread: tuple[Unread, ...] = (tab.unread(row, at, problem),) if problem else ()
    quantity, unknown = _as_exact(quantity, row.text(Field.QUALIFIER))
    unread += (tab.unread(row, Field.QUALIFIER, unknown),) if unknown else ()
    if not row.text(Field.NAME) and not row.text(Field.CODE):
        return _fact(tab, row, quantity, ground, unread)
    models = known.called(row)
    if len(models) != 1:
        name = Field.NAME if row.text(Field.NAME) else Field.CODE
        reason = SEVERAL if models else NO_MODEL
        return Found(None, (*unread, tab.unread(row, name, reason)))
    result = Result(
        model=models[0].code,
        indicator=row.text(Field.INDICATOR),
        text=row.written(Field.VALUE),
        quantity=quantity,
        period=when.period(row.cell(Field.PERIOD)),
        period_text=row.text(Field.PERIOD),
        cumulative=_is_cumulative(row),
        source=row.text(Field.SOURCE),
        dataset=models[0].dataset,
    )
    return Found(result, unread)


def _fact(
    tab: Tab, row: Row, quantity: Quantity | None, ground: Ground, unread: tuple[Unread, ...]
) -> Found:
    period = when.period(row.cell(Field.PERIOD))
    day = day_of(row, ground, period.last if period else None)
    site = sites.site(row.text(Field.PLACE), ground.places, day)
    sector = recognised(Sector, row.text(Field.SECTOR))
    unread += tuple(tab.unread(row, Field.PLACE, UNKNOWN_PLACE, place=p) for p in site.unknown)
    if row.text(Field.SECTOR) and sector is None:
        unread += (tab.unread(row, Field.SECTOR, UNKNOWN_WORD),)
    fact = Fact(
        indicator=row.text(Field.INDICATOR),
        place=row.text(Field.PLACE),
        text=row.written(Field.VALUE),
        communes=site.communes,
        communes_today=sites.on(site.communes, ground.places, ground.today),
        everywhere=site.everywhere,
        quantity=quantity,
        period=period,
        period_text=row.text(Field.PERIOD),
        cumulative=_is_cumulative(row),
        sector=sector,
        source=row.text(Field.SOURCE),
        dataset=dataset(row).code,
    )
    return Found(fact, unread)


def _quantity(cell: Cell, unit: str, written: Notation) -> tuple[Quantity | None, str]:
    """Return the quantity, or why there is none."""
    if cell is None or cell == "":
        return None, NO_VALUE
    try:
        quantity = read(cell, unit, written)
    except UnreadError as error:
        return None, error.reason
    return (quantity, "") if quantity.unit else (None, NO_UNIT)


def _as_exact(quantity: Quantity | None, stated: str) -> tuple[Quantity | None, str]:
    """Return the quantity as exact as a column of its own states, or why there is none.

    Beside a word that nobody knows a number may be less exact than it looks: it is not read.
    """
    how = qualifier(stated) if stated else Qualifier.EXACT
    if how is None:
        return None, UNKNOWN_WORD
    if quantity is None:
        return None, ""
    return dataclasses.replace(quantity, qualifier=together((how, quantity.qualifier))), ""


def _is_cumulative(row: Row) -> bool:
    return fold(row.text(Field.WAY)) in _CUMULATIVE


@functools.lru_cache(4096)
def _called(name: str) -> str:
    """Return what counts of a name: "Mô hình “Camera an ninh”" is "camera an ninh"."""
    return " ".join(_CALLED.sub("", fold(_QUOTES.sub("", name))).split())
