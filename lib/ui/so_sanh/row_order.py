"""The order of a comparison's rows, as the address has it: `xep=c6` has the lowest first."""

import dataclasses
from collections.abc import Sequence

from markupsafe import Markup

from lib.analysis.group_comparison import ComparisonCell, ComparisonRow
from lib.analysis.group_counts import ComparedSubject
from lib.survey.model.survey_form import Question
from lib.survey.model.vietnamese_text import link_slug
from lib.ui.pieces.markup import page_link, tag
from lib.ui.shell.address import COMPARISON_PAGE, ORDER_PARAMETER, current_address, link_query
from lib.ui.shell.survey_view import questions_by_slug
from lib.wording import gettext

BY_NUMBER, BY_OVERALL = "n", "chung"


@dataclasses.dataclass(frozen=True)
class RowOrder:
    """By which column rows stand: "" by name, else a question's id, `n` or `chung`."""

    key: str = ""
    is_falling: bool = False

    @property
    def code(self) -> str:
        """The order as the address has it."""
        return f"{'-' * self.is_falling}{self.key}"


def addressed_order(questions: Sequence[Question]) -> RowOrder:
    """Return the order that the address asks for; by name where it names no column."""
    asked = _asked()
    key = _columns(questions).get(link_slug(asked))
    return RowOrder(key, asked.startswith("-")) if key else RowOrder()


def unknown_order(questions: Sequence[Question]) -> str:
    """Return the order that the address names and that none of these columns gives, "" if none."""
    asked = _asked()
    return "" if link_slug(asked) in _columns(questions) else asked


def _asked() -> str:
    return (current_address().get(ORDER_PARAMETER) or [""])[-1].strip()


def _columns(questions: Sequence[Question]) -> dict[str, str]:
    return questions_by_slug(questions) | {each: each for each in (BY_NUMBER, BY_OVERALL)}


def in_order(
    rows: Sequence[ComparisonRow[ComparedSubject]], questions: Sequence[Question], order: RowOrder
) -> list[ComparisonRow[ComparedSubject]]:
    """Return the rows in this order; those without the figure come last."""
    if not order.key:
        return list(rows)
    columns = [question.id for question in questions]

    def value(row: ComparisonRow[ComparedSubject]) -> float | None:
        if order.key == BY_NUMBER:
            return float(row.responses)
        cell: ComparisonCell | None = (
            row.overall if order.key == BY_OVERALL else row.cells[columns.index(order.key)]
        )
        return cell.rate.rate if cell else None

    with_value = [(value(row), row) for row in rows]
    known = [(figure, row) for figure, row in with_value if figure is not None]
    known.sort(key=lambda each: each[0], reverse=order.is_falling)
    return [row for _, row in known] + [row for figure, row in with_value if figure is None]


def order_link(words: str, key: str, order: RowOrder, *, most_first: bool = False) -> Markup:
    """Return a head that orders the rows by its column, the other way round where they are so."""
    is_own = order.key == key
    wanted = RowOrder(key, not order.is_falling if is_own else most_first)
    arrow: object = ""
    if is_own:
        spoken = gettext("highest first") if order.is_falling else gettext("lowest first")
        sign = tag("span", " ↓" if order.is_falling else " ↑", aria_hidden="true")
        arrow = sign + tag("span", spoken, class_="x-hidden")
    name = Markup("{}{}").format(words, arrow)
    query = link_query(**{ORDER_PARAMETER: [wanted.code]})
    return page_link(name, COMPARISON_PAGE, query, title=gettext("Order the rows by this column"))
