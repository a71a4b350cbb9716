"""Groups × questions as a table: a number in every cell, a mark only beyond chance, no ranking."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from markupsafe import Markup

from lib.analysis.group_comparison import ComparedSubject, ComparisonCell, ComparisonRow
from lib.analysis.rates import ENOUGH_PEOPLE
from lib.settings import LEAST_GROUP
from lib.survey.model.survey_form import Question
from lib.ui.pieces.full_names import full_question
from lib.ui.pieces.html_tables import TableCell, html_table, scroll_region
from lib.ui.pieces.markup import join_markup, page_link, tag
from lib.wording import format_count, format_decimal, gettext

NamedLink = tuple[str, Mapping[str, list[str]]]
_NAMES, _COLUMN = 15, 3.5  # rem that names and responses, and each question, need at least
_BANDS = ((0.85, "b-1"), (0.90, "b-2"), (0.95, "b-3"), (0.98, "b-4"))


def heat_table(
    caption: str,
    first: str,
    questions: Sequence[Question],
    rows: Sequence[ComparisonRow[ComparedSubject]],
    named: Callable[[ComparedSubject | None], NamedLink],
) -> Markup:
    """Return the table in a region that scrolls by itself, so that the page never does.

    `named` gives a row's name and the parameters of the link that chooses it.
    """
    heads = (
        first,
        TableCell((gettext("Responses"),), "x-n"),
        *(TableCell((question.label, full_question(question))) for question in questions),
    )
    lines = (_line(row, questions, *named(row.subject)) for row in rows)
    table = html_table(heads, lines, kind="x-heat", caption=caption)
    width = f"min-width:{_NAMES + _COLUMN * len(questions):.0f}rem"
    return scroll_region(tag("div", table, style=width), caption)


def _line(
    row: ComparisonRow[ComparedSubject],
    questions: Sequence[Question],
    name: str,
    query: Mapping[str, list[str]],
) -> Sequence[object]:
    cells: Iterable[TableCell] = (
        _cell(cell, question, query) for cell, question in zip(row.cells, questions, strict=True)
    )
    return [page_link(name, "so_sanh", query), format_count(row.responses), *cells]


def _cell(
    cell: ComparisonCell | None, question: Question, query: Mapping[str, list[str]]
) -> TableCell:
    if cell is None:
        return TableCell(("–",), "x-none")
    rate = cell.rate
    if rate.rate is None:
        return TableCell((gettext("< {n}", n=LEAST_GROUP) if rate.valid else "–",), "x-none")
    words = format_decimal(rate.rate * 100)
    n = gettext("n = {n}", n=format_count(rate.valid))
    opened = page_link(words, "theo_cau_hoi", {**query, "cau": [question.id]}, title=n)
    if rate.small:
        return TableCell((opened,), "x-few")
    if not cell.mark:
        return TableCell((opened,), _band(rate.rate))
    sign, meaning = ("▲", gettext("higher")) if cell.mark > 0 else ("▼", gettext("lower"))
    spoken = tag("span", meaning, class_="x-hidden")
    arrow = tag("span", f" {sign}", aria_hidden="true")
    return TableCell((tag("b", opened, arrow), spoken), _band(rate.rate))


def _band(rate: float) -> str:
    return next((name for end, name in _BANDS if rate < end), "b-5")


def heat_legend() -> Markup:
    """Return what the tints mean."""
    named = (
        ("b-5", gettext("98% and more")),
        ("b-4", "95–98"),
        ("b-3", "90–95"),
        ("b-2", "85–90"),
        ("b-1", gettext("below 85%")),
        ("c-ns", gettext("fewer than {n}: too few to compare", n=ENOUGH_PEOPLE)),
    )
    return tag(
        "p",
        join_markup(
            tag("span", tag("i", class_=f"x-swatch {kind}"), words) for kind, words in named
        ),
        class_="x-legend",
    )
