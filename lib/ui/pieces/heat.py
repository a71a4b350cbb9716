"""Groups × questions as a table: a number in every cell, a mark only beyond chance, no ranking."""

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from lib.analysis.group_comparison import ComparedSubject, ComparisonCell, ComparisonRow
from lib.survey.model.survey_form import Question
from lib.ui.pieces.markup import join_markup, page_link, tag
from lib.wording import format_count, format_decimal, gettext

NamedLink = tuple[str, Mapping[str, list[str]]]
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
    names = (tag("th", q.label, scope="col", title=q.text) for q in questions)
    head = tag(
        "tr",
        tag("th", first, scope="col"),
        tag("th", gettext("Responses"), scope="col", class_="x-n"),
        join_markup(names),
    )
    table = tag(
        "table",
        tag("caption", caption, class_="x-hidden"),
        tag("thead", head),
        tag("tbody", join_markup(_line(row, questions, *named(row.subject)) for row in rows)),
        class_="x-table x-heat",
    )
    return tag("div", table, class_="x-scroll", tabindex="0", role="region", aria_label=caption)


def _line(
    row: ComparisonRow[ComparedSubject],
    questions: Sequence[Question],
    name: str,
    query: Mapping[str, list[str]],
) -> Markup:
    cells = (_cell(cell, q, query) for cell, q in zip(row.cells, questions, strict=True))
    return tag(
        "tr",
        tag("th", page_link(name, "so_sanh", query), scope="row"),
        tag("td", format_count(row.responses), class_="x-n"),
        join_markup(cells),
    )


def _cell(
    cell: ComparisonCell | None, question: Question, query: Mapping[str, list[str]]
) -> Markup:
    if cell is None:
        return tag("td", "–", class_="x-none")
    rate = cell.rate
    if rate.rate is None:
        return tag("td", gettext("< 5") if rate.valid else "–", class_="x-none")
    words = format_decimal(rate.rate * 100)
    n = gettext("n = {n}", n=format_count(rate.valid))
    opened = page_link(words, "theo_cau_hoi", {**query, "cau": [question.id]}, title=n)
    if rate.small:
        return tag("td", opened, class_="x-few")
    if not cell.mark:
        return tag("td", opened, class_=_band(rate.rate))
    sign, said = ("▲", gettext("higher")) if cell.mark > 0 else ("▼", gettext("lower"))
    spoken = tag("span", said, class_="x-hidden")
    arrow = tag("span", f" {sign}", aria_hidden="true")
    return tag("td", tag("b", opened, arrow), spoken, class_=_band(rate.rate))


def _band(rate: float) -> str:
    return next((name for end, name in _BANDS if rate < end), "b-5")


def heat_legend() -> Markup:
    """Return what the tints mean."""
    named = (
        ("b-5", gettext("98 % and more")),
        ("b-4", "95–98"),
        ("b-3", "90–95"),
        ("b-2", "85–90"),
        ("b-1", gettext("below 85 %")),
        ("c-ns", gettext("fewer than 30: not to compare")),
    )
    return tag(
        "p",
        join_markup(
            tag("span", tag("i", class_=f"x-swatch {kind}"), words) for kind, words in named
        ),
        class_="x-legend",
    )
