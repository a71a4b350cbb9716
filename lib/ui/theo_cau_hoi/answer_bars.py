"""Answers to a question that rates nothing, as tables with a bar in each row."""

import functools
import math
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from lib.analysis.answer_table import AnswerTable
from lib.analysis.number_summary import NumberBin, NumberSummary
from lib.ui.pieces.html_tables import TableCell, html_table, picture_head, scroll_region
from lib.ui.pieces.markup import tag
from lib.wording import format_count, format_decimal, format_percent, gettext

FigureWords = tuple[str, str, str]  # a card's title, its figure, the line below
_WIDEST = 8  # options beside each other; more are too narrow to read


def option_bars(table: AnswerTable) -> Markup:
    """Return each option with how many chose it, and which share of those who answered."""
    counts, answered = table.counts[0].tolist(), int(table.answered[0])
    rows = zip(table.options, counts, strict=True)
    return share_bars(gettext("Answer"), rows, answered)


def share_bars(first: str, rows: Iterable[tuple[str, int]], answered: int) -> Markup:
    """Return a table of names and counts, each with a bar as long as its share."""
    heads = (
        first,
        picture_head("x-line-cell"),
        TableCell((gettext("Responses"),), "x-count"),
        TableCell((gettext("Share"),), "x-rate"),
    )
    lines = [
        (
            name,
            _bar(n / answered if answered else 0),
            format_count(n),
            tag("b", format_percent(n / answered) if answered else "–"),
        )
        for name, n in rows
    ]
    return scroll_region(html_table(heads, lines, kind="x-shares", caption=first), first)


def _bar(share: float) -> Markup:
    length = tag("i", style=f"width:{share * 100:.2f}%")
    return tag("div", length, class_="x-share", aria_hidden="true")


def split_table(first: str, names: Sequence[str], table: AnswerTable) -> Markup:
    """Return the shares of each option in each group, n beside; the most chosen options only."""
    most = sorted(range(len(table.options)), key=lambda at: -int(table.counts[:, at].sum()))
    shown = sorted(most[:_WIDEST])
    heads = (first, *(table.options[at] for at in shown), gettext("Answers"))
    rows = []
    for group, name in enumerate(names):
        n = int(table.answered[group])
        shares = (int(table.counts[group, at]) / n if n else 0 for at in shown)
        rows.append((name, *map(format_percent, shares), format_count(n)))
    table_html = html_table(heads, rows, kind="x-split", caption=first)
    note = ""
    if len(shown) < len(table.options):
        words = gettext("Shown are the {n} answers given most.", n=len(shown))
        note = tag("p", words, class_="x-note")
    return scroll_region(table_html, first) + note


def number_bars(summary: NumberSummary) -> Markup:
    """Return each round bin with how many numbers lie in it; empty ones between stay."""
    rows = ((bin_name(each, percent=summary.percent), each.n) for each in summary.bins)
    return share_bars(gettext("Value"), rows, summary.n)


def bin_name(each: NumberBin, *, percent: bool) -> str:
    """Return "từ 10 đến dưới 20", "5" where a bin holds one whole number."""
    words = functools.partial(number_words, percent=percent)
    if each.high - each.low == 1 and each.low == int(each.low):
        return words(each.low)
    return range_words(each, words)


def range_words(each: NumberBin, words: Callable[[float], str]) -> str:
    """Return "từ 10 đến dưới 20", its ends in these words; one that is not told is left out."""
    if math.isinf(each.low):
        return gettext("below {high}", high=words(each.high))
    if math.isinf(each.high):
        return gettext("from {low} up", low=words(each.low))
    return gettext("from {low} to below {high}", low=words(each.low), high=words(each.high))


def number_words(number: float, *, percent: bool) -> str:
    """Return a number of answers: "12,5", "1.500", "25 %"."""
    places = 0 if number == int(number) else 1
    words = format_count(int(number)) if places == 0 else format_decimal(number, places)
    return f"{words} %" if percent else words


def number_cards(summary: NumberSummary) -> list[FigureWords]:
    """Return the words of each card of a number."""

    def words(number: float) -> str:
        return number_words(round(number, 1), percent=summary.percent)

    low, high = map(words, summary.quartiles)
    mean = gettext("mean: {mean}", mean=words(summary.mean))
    return [
        (gettext("Median"), words(summary.median), mean),
        (gettext("Middle half"), f"{low}–{high}", gettext("of the answers lie in it")),
    ]
