"""A chart's numbers as a table: for those who cannot see it, and for paper."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from lib.analysis.rates import Rate
from lib.survey.model.answer_levels import Level
from lib.ui.pieces.markup import join_markup, tag
from lib.wording import format_count, format_decimal, format_percent, gettext


def folded_table(table: Markup) -> Markup:
    """Return the table under a line that opens it; on paper it is always open."""
    summary = tag("summary", gettext("Show as a table"))
    return tag("details", summary, table, class_="x-as-table")


def rate_table(first: str, named: Iterable[tuple[str, Rate]]) -> Markup:
    """Return a table of names, answers, rates and their intervals."""
    heads = (first, gettext("Answers"), gettext("Rate satisfied"), gettext("95 % interval"))
    return _table(heads, [(name, *_cells(rate)) for name, rate in named])


def level_table(named: Sequence[tuple[Level, int]], valid: int) -> Markup:
    """Return a table of levels, how each counts, how many chose it and their share."""
    heads = (gettext("Level"), gettext("Responses"), gettext("Share of the valid answers"))
    rows = [
        (
            level.text,
            format_count(n),
            format_percent(n / valid) if valid and level.answer.valid else "–",
        )
        for level, n in named
    ]
    return _table(heads, rows)


def model_count_table(first: str, named: Iterable[tuple[str, int]]) -> Markup:
    """Return a table of names and how many models each has."""
    return _table((first, gettext("Models")), [(name, format_count(n)) for name, n in named])


def _cells(rate: Rate) -> tuple[str, str, str]:
    if rate.rate is None or rate.low is None or rate.high is None:
        return format_count(rate.valid), gettext("fewer than 5"), "–"
    interval = f"{format_decimal(rate.low * 100)}–{format_decimal(rate.high * 100)}"
    return format_count(rate.valid), format_percent(rate.rate), interval


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    head = tag("tr", join_markup(tag("th", name, scope="col") for name in heads))
    body = (
        tag("tr", tag("th", row[0], scope="row"), join_markup(tag("td", cell) for cell in row[1:]))
        for row in rows
    )
    return tag("table", tag("thead", head), tag("tbody", join_markup(body)), class_="x-table")
