"""The rows of a tab as results of models, or as facts of a place where no model is named."""

import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lib.movement.model_rows import (
    UNKNOWN_PLACE,
    UNKNOWN_WORD,
    PlacesOnDay,
    ReadModel,
    boundary_day,
    row_dataset,
)
from lib.movement.numerals import NumberNotation, column_notation
from lib.movement.quantity import (
    Qualifier,
    Quantity,
    UnreadError,
    combine_qualifiers,
    parse_qualifier,
    read_quantity,
)
from lib.movement.register_choices import ModelSector, recognise_choice
from lib.movement.register_fields import RegisterField, indicator_in_header, unit_in_header
from lib.movement.register_records import ModelResult, MovementModel, PlaceFact, UnreadCell
from lib.movement.register_row import RegisterRow
from lib.movement.register_tabs import RegisterTab
from lib.movement.stated_times import stated_period
from lib.movement.written_places import communes_holding, locate_place
from lib.source_table import CellValue
from lib.survey.model.vietnamese_text import fold_accents, link_slug
from lib.wording import mark

_NO_INDICATOR = mark("the indicator is missing")
NO_VALUE = mark("the value is missing")
NO_UNIT = mark("the unit is missing")
_NO_MODEL = mark("no model has this name")
_SEVERAL = mark("several models have this name: state its code or unit too")

_QUOTES = re.compile(r"[\"“”'‘’«»]")
_CALLED = re.compile(r"^(?:mo hinh|dien hinh)(?: dan van kheo)?\s*:?\s+")
_CUMULATIVE = frozenset(("luy ke", "cong don", "luy tien", "so luy ke"))


class ReadResult(NamedTuple):
    """What a row gave: a result or a fact or neither, and what was not understood."""

    entry: ModelResult | PlaceFact | None
    unread: tuple[UnreadCell, ...]


class KnownModels:
    """The models that results may belong to, by every way to name them."""

    def __init__(self, every: Iterable[ReadModel]) -> None:
        """Remember the models of these rows."""
        self._coded: dict[str, MovementModel] = {}
        self._named: dict[str, list[MovementModel]] = {}
        for model in (read.model for read in every):
            self._coded[model.code] = model
            self._named.setdefault(_called(model.name), []).append(model)

    def called(self, row: RegisterRow) -> list[MovementModel]:
        """Return the models that a row can mean: by code, else by name, then by unit or place."""
        within = row_dataset(row).code if row.text(RegisterField.DATASET) else None
        coded = self._coded.get(link_slug(row.text(RegisterField.CODE)))
        named = [coded] if coded else self._named.get(_called(row.text(RegisterField.NAME)), [])
        meant = [model for model in named if within in (None, model.dataset)]
        for at, stated in ((RegisterField.UNIT, "unit"), (RegisterField.PLACE, "place")):
            wanted = fold_accents(row.text(at)) if len(meant) > 1 else ""
            same = [
                model
                for model in meant
                if wanted and fold_accents(getattr(model, stated)) == wanted
            ]
            meant = same or meant
        return meant


def read_results(tab: RegisterTab, known: KnownModels, ground: PlacesOnDay) -> Iterator[ReadResult]:
    """Yield what the rows of a tab of results give."""
    rows = [row for row in tab.rows if not row.is_heading]
    written = column_notation(row.written(RegisterField.VALUE) for row in rows)
    for row in rows:
        yield _read_row(tab, row, written, known, ground)


def results_in_model_rows(tab: RegisterTab, every: Sequence[ReadModel]) -> Iterator[ReadResult]:
    """Yield the results that stand beside a model in its own row: people, money, land."""
    texts = (
        text
        for read in every
        for header, _ in read.row.measured
        for text in [read.row.figure(header)]
    )
    written = column_notation(texts)
    for model, row, _, _ in every:
        for header, cell in row.measured:
            if row.figure(header):
                yield _measured(tab, row, model, header, cell, written)


def _measured(
    tab: RegisterTab,
    row: RegisterRow,
    model: MovementModel,
    header: str,
    cell: CellValue,
    written: NumberNotation,
) -> ReadResult:
    quantity, problem = _quantity(cell, unit_in_header(header), written)
    unread = (tab.unread(row, header, problem),) if problem else ()
    result = ModelResult(
        model=model.code,
        indicator=indicator_in_header(header),
        text=row.figure(header),
        quantity=quantity,
        source=model.source,
        dataset=model.dataset,
    )
    return ReadResult(result, unread)


def _read_row(
    tab: RegisterTab,
    row: RegisterRow,
    written: NumberNotation,
    known: KnownModels,
    ground: PlacesOnDay,
) -> ReadResult:
    if not row.text(RegisterField.INDICATOR):
        return ReadResult(None, (tab.unread(row, RegisterField.INDICATOR, _NO_INDICATOR),))
    quantity, problem = _quantity(
        row.cell(RegisterField.VALUE), row.text(RegisterField.MEASURE), written
    )
    at = (
        RegisterField.MEASURE
        if problem == NO_UNIT and tab.header(RegisterField.MEASURE)
        else RegisterField.VALUE
    )
    unread: tuple[UnreadCell, ...] = (tab.unread(row, at, problem),) if problem else ()
    quantity, unknown = _as_exact(quantity, row.text(RegisterField.QUALIFIER))
    unread += (tab.unread(row, RegisterField.QUALIFIER, unknown),) if unknown else ()
    if not row.text(RegisterField.NAME) and not row.text(RegisterField.CODE):
        return _fact(tab, row, quantity, ground, unread)
    models = known.called(row)
    if len(models) != 1:
        name = RegisterField.NAME if row.text(RegisterField.NAME) else RegisterField.CODE
        reason = _SEVERAL if models else _NO_MODEL
        return ReadResult(None, (*unread, tab.unread(row, name, reason)))
    result = ModelResult(
        model=models[0].code,
        indicator=row.text(RegisterField.INDICATOR),
        text=row.written(RegisterField.VALUE),
        quantity=quantity,
        period=stated_period(row.cell(RegisterField.PERIOD)),
        period_text=row.text(RegisterField.PERIOD),
        cumulative=_is_cumulative(row),
        source=row.text(RegisterField.SOURCE),
        dataset=models[0].dataset,
    )
    return ReadResult(result, unread)


def _fact(
    tab: RegisterTab,
    row: RegisterRow,
    quantity: Quantity | None,
    ground: PlacesOnDay,
    unread: tuple[UnreadCell, ...],
) -> ReadResult:
    period = stated_period(row.cell(RegisterField.PERIOD))
    day = boundary_day(row, ground, period.last if period else None)
    site = locate_place(row.text(RegisterField.PLACE), ground.places, day)
    sector = recognise_choice(ModelSector, row.text(RegisterField.SECTOR))
    unread += tuple(
        tab.unread(row, RegisterField.PLACE, UNKNOWN_PLACE, place=p) for p in site.unknown
    )
    if row.text(RegisterField.SECTOR) and sector is None:
        unread += (tab.unread(row, RegisterField.SECTOR, UNKNOWN_WORD),)
    fact = PlaceFact(
        indicator=row.text(RegisterField.INDICATOR),
        place=row.text(RegisterField.PLACE),
        text=row.written(RegisterField.VALUE),
        communes=site.communes,
        communes_today=communes_holding(site.communes, ground.places, ground.today),
        everywhere=site.everywhere,
        quantity=quantity,
        period=period,
        period_text=row.text(RegisterField.PERIOD),
        cumulative=_is_cumulative(row),
        sector=sector,
        source=row.text(RegisterField.SOURCE),
        dataset=row_dataset(row).code,
    )
    return ReadResult(fact, unread)


def _quantity(cell: CellValue, unit: str, written: NumberNotation) -> tuple[Quantity | None, str]:
    """Return the quantity, or why there is none."""
    if cell is None or cell == "":
        return None, NO_VALUE
    try:
        quantity = read_quantity(cell, unit, written)
    except UnreadError as error:
        return None, error.reason
    return (quantity, "") if quantity.unit else (None, NO_UNIT)


def _as_exact(quantity: Quantity | None, stated: str) -> tuple[Quantity | None, str]:
    """Return the quantity as exact as a column of its own states, or why there is none.

    Beside a word that nobody knows a number may be less exact than it looks: it is not read.
    """
    how = parse_qualifier(stated) if stated else Qualifier.EXACT
    if how is None:
        return None, UNKNOWN_WORD
    if quantity is None:
        return None, ""
    return dataclasses.replace(
        quantity, qualifier=combine_qualifiers((how, quantity.qualifier))
    ), ""


def _is_cumulative(row: RegisterRow) -> bool:
    return fold_accents(row.text(RegisterField.WAY)) in _CUMULATIVE


@functools.lru_cache(4096)
def _called(name: str) -> str:
    """Return what counts of a name: "Mô hình “Camera an ninh”" is "camera an ninh"."""
    return " ".join(_CALLED.sub("", fold_accents(_QUOTES.sub("", name))).split())
