"""Communes, sectors and periods beside one another, question by question.

A group is compared with all the others, not with a total that holds it, and all cells are
one family, whatever is shown of them: hiding a row or a question changes no mark.
"""

import dataclasses
import functools
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import numpy as np

from lib.analysis import tally
from lib.analysis.disclosure import May, everything
from lib.analysis.measures import Rate, Rates, rates, signs
from lib.analysis.tally import Counts, Groups, Ints
from lib.survey import filters
from lib.survey.filters import Rows, Selection
from lib.survey.periods import Period
from lib.survey.responses import Place, Responses, Sector

Subject = TypeVar("Subject", Place, Sector, Period)


@dataclasses.dataclass(frozen=True)
class Cell:
    """One group's answers to one question."""

    rate: Rate
    dissatisfied: int
    mark: int  # 1 clearly above the others, -1 clearly below, else 0


@dataclasses.dataclass(frozen=True)
class Row(Generic[Subject]):
    """One group; its cells follow the chosen questions in the form's order."""

    subject: Subject | None  # None: not stated
    responses: int
    cells: tuple[Cell | None, ...]  # None where it may not be shown


@dataclasses.dataclass(frozen=True)
class Comparison:
    """The groups that hold chosen responses and may be shown, by name and in order of time."""

    communes: tuple[Row[Place], ...]
    sectors: tuple[Row[Sector], ...]
    periods: tuple[Row[Period], ...]


@dataclasses.dataclass(frozen=True, eq=False)
class Table(Generic[Subject]):
    """Counts of every group, and of one more after them: not stated."""

    subjects: Sequence[Subject]
    chosen: Counts
    compared: Counts  # with the filter of this table's own dimension lifted

    @property
    def own(self) -> Counts:
        """A group's chosen responses; all of its responses where none is chosen."""
        some = self.chosen.responses > 0
        cells = np.where(some[:, None, None], self.chosen.cells, self.compared.cells)
        return Counts(cells, np.where(some, self.chosen.responses, self.compared.responses))

    @property
    def pair(self) -> tuple[Rates, Rates]:
        """The rates of every group, and those of all the others to each of them."""
        own, of = self.own, self.compared
        satisfied = of.satisfied.sum(axis=0) - own.satisfied
        valid = of.valid.sum(axis=0) - own.valid
        stated = slice(len(self.subjects))
        return (
            rates(own.satisfied[stated], own.valid[stated]),
            rates(satisfied[stated], valid[stated]),
        )


def comparison(responses: Responses, selection: Selection, may: May = everything) -> Comparison:
    """Return the chosen responses by commune, by sector and by step of time."""
    rows = filters.chosen(responses, selection)
    communes = by_commune(responses, selection, rows)
    anywhere = filters.chosen(responses, dataclasses.replace(selection, sectors=()))
    sectors = _table(responses, responses.sectors, responses.sector, (rows, anywhere))
    steps = tally.timeline(responses, rows)
    periods = _table(responses, steps, tally.within(responses.submitted, steps), (rows, rows))
    marks = signs([communes.pair, sectors.pair, periods.pair])
    asked = filters.rated(responses.form, selection)
    of = functools.partial(dataclasses.replace, selection)
    return Comparison(
        communes=_shown(
            _rows(communes, marks[0], asked), asked, lambda s: of(communes=(s.code,)), may
        ),
        sectors=_shown(
            _rows(sectors, marks[1], asked), asked, lambda s: of(sectors=(s.code,)), may
        ),
        periods=_shown(_rows(periods, marks[2], asked), asked, lambda s: of(period=s), may),
    )


def by_commune(responses: Responses, selection: Selection, rows: Rows) -> Table[Place]:
    """Return every commune, compared with all the others whatever place is chosen."""
    places, codes = filters.communes(responses, selection.today)
    anywhere = filters.chosen(responses, filters.everywhere(selection))
    return _table(responses, places, codes, (rows, anywhere))


def _table(
    responses: Responses, subjects: Sequence[Subject], codes: Groups, rows: tuple[Rows, Rows]
) -> Table[Subject]:
    groups = len(subjects) + 1
    by = np.where(codes < 0, len(subjects), codes)
    chosen, compared = rows
    of = tally.tally(responses, compared, by, groups)
    same = np.array_equal(chosen, compared)
    return Table(subjects, of if same else tally.tally(responses, chosen, by, groups), of)


def _rows(table: Table[Subject], marks: Ints, asked: Sequence[int]) -> tuple[Row[Subject], ...]:
    counts = table.chosen
    rated = rates(counts.satisfied, counts.valid).each()
    bad = counts.dissatisfied.ravel().tolist()
    marked = [*marks.ravel().tolist(), *[0] * marks.shape[1]]
    cells = [Cell(*cell) for cell in zip(rated, bad, marked, strict=True)]
    return tuple(
        Row(
            subject=table.subjects[group] if group < len(table.subjects) else None,
            responses=int(counts.responses[group]),
            cells=tuple(cells[group * marks.shape[1] + question] for question in asked),
        )
        for group in np.flatnonzero(counts.responses).tolist()
    )


def _shown(
    rows: Sequence[Row[Subject]],
    asked: Sequence[int],
    of: Callable[[Subject], Selection],
    may: May,
) -> tuple[Row[Subject], ...]:
    """Return the rows that may be shown, without the cells that may not.

    What is not stated is the rest of a total: it may be shown where all the others may.
    """
    shown = []
    rest = [True] * (1 + len(asked))
    for row in rows:
        allowed = rest
        if row.subject is not None:
            selection = of(row.subject)
            allowed = [may(selection, at) for at in (None, *asked)]
            rest = [one and other for one, other in zip(rest, allowed, strict=True)]
        if allowed[0]:
            cells = zip(row.cells, allowed[1:], strict=True)
            told = tuple(cell if may_be else None for cell, may_be in cells)
            shown.append(dataclasses.replace(row, cells=told))
    return tuple(shown)
