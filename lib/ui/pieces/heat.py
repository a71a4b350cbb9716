"""Groups × questions as a table: a number in every cell, a mark only beyond chance, no ranking."""

import dataclasses
import itertools
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from lib.analysis.group_comparison import ComparisonCell, ComparisonRow
from lib.analysis.group_counts import ComparedSubject
from lib.analysis.rates import ENOUGH_PEOPLE
from lib.settings import LEAST_GROUP
from lib.survey.model.survey_form import Question
from lib.ui.pieces.html_tables import TableCell, html_table, interval_words, scroll_region
from lib.ui.pieces.markup import join_markup, page_link, tag
from lib.wording import format_count, format_decimal, gettext

NamedLink = tuple[str, Mapping[str, list[str]]]
_NAMES, _COLUMN = 20, 4.5  # rem that names, responses and overall, and each question, need at least
_TINTS = ("b-1", "b-2", "b-3", "b-4", "b-5")


@dataclasses.dataclass(frozen=True)
class HeatScale:
    """The tints of a table, from the lowest rate that it shows to the highest, in percent."""

    low: int
    high: int

    @property
    def edges(self) -> tuple[int, ...]:
        """Where one tint ends and the next begins."""
        step = (self.high - self.low) // len(_TINTS)
        return tuple(self.low + step * at for at in range(1, len(_TINTS)))

    def tint(self, rate: float) -> str:
        """Return the class of a rate."""
        return _TINTS[sum(rate * 100 >= edge for edge in self.edges)]


def heat_scale(cells: Iterable[ComparisonCell | None]) -> HeatScale:
    """Return the scale that covers these cells, by as many whole points for each tint."""
    shown = (cell.rate for cell in cells if cell and not cell.rate.small)
    rates = [rate.rate * 100 for rate in shown if rate.rate is not None]
    high = math.ceil(max(rates, default=100))
    span = max(high - math.floor(min(rates, default=0)), 1)
    return HeatScale(high - math.ceil(span / len(_TINTS)) * len(_TINTS), high)


def row_cells(rows: Iterable[ComparisonRow[Any]]) -> list[ComparisonCell | None]:
    """Return all cells of these rows."""
    return [cell for row in rows for cell in (*row.cells, row.overall)]


def heat_table(
    caption: str,
    heads: Sequence[object],
    questions: Sequence[Question],
    rows: Sequence[ComparisonRow[ComparedSubject]],
    named: Callable[[ComparedSubject | None], NamedLink],
    scale: HeatScale,
) -> Markup:
    """Return the table in a region that scrolls by itself, so that the page never does.

    `heads` are of the names, the responses, the overall rate and each question; `named` gives a
    row's name and the parameters of the link that chooses it.
    """
    first, n, overall, *asked = heads
    columns = (first, TableCell((n,), "x-n"), TableCell((overall,), "x-overall"), *asked)
    lines = (_line(row, questions, scale, *named(row.subject)) for row in rows)
    table = html_table(columns, lines, kind="x-heat", caption=caption)
    width = f"min-width:{_NAMES + _COLUMN * len(questions):.0f}rem"
    return scroll_region(tag("div", table, style=width), caption, "x-tall")


def _line(
    row: ComparisonRow[ComparedSubject],
    questions: Sequence[Question],
    scale: HeatScale,
    name: str,
    query: Mapping[str, list[str]],
) -> Sequence[object]:
    cells: Iterable[TableCell] = (
        _cell(cell, scale, "theo_cau_hoi", {**query, "cau": [question.id]})
        for cell, question in zip(row.cells, questions, strict=True)
    )
    overall = _cell(row.overall, scale, "", query, interval=True)
    return [page_link(name, "so_sanh", query), format_count(row.responses), overall, *cells]


def _cell(
    cell: ComparisonCell | None,
    scale: HeatScale,
    page: str,
    query: Mapping[str, list[str]],
    *,
    interval: bool = False,
) -> TableCell:
    if cell is None:
        return TableCell(("–",), "x-none")
    rate = cell.rate
    if rate.rate is None:
        return TableCell((gettext("< {n}", n=LEAST_GROUP) if rate.valid else "–",), "x-none")
    n = gettext("n = {n}", n=format_count(rate.people if interval else rate.valid))
    opened: object = page_link(format_decimal(rate.rate * 100), page, query, title=n)
    between = tag("small", interval_words(rate)) if interval else ""
    if rate.small:
        return TableCell((opened, between), "x-few")
    if not cell.mark:
        return TableCell((opened, between), scale.tint(rate.rate))
    sign, meaning = ("▲", gettext("higher")) if cell.mark > 0 else ("▼", gettext("lower"))
    spoken = tag("span", meaning, class_="x-hidden")
    arrow = tag("span", f" {sign}", aria_hidden="true")
    return TableCell((tag("b", opened, arrow), spoken, between), scale.tint(rate.rate))


def heat_legend(scale: HeatScale) -> Markup:
    """Return what the tints mean."""
    ends = map(str, (max(scale.low, 0), *scale.edges, scale.high))
    pairs = itertools.pairwise(ends)
    named = [(tint, f"{low}–{high}") for tint, (low, high) in zip(_TINTS, pairs, strict=True)]
    named += [("c-ns", gettext("fewer than {n}: too few to compare", n=ENOUGH_PEOPLE))]
    return tag(
        "p",
        join_markup(
            tag("span", tag("i", class_=f"x-swatch {kind}"), words) for kind, words in named
        ),
        class_="x-legend",
    )
