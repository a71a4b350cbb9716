"""What confirming changes in the figures: as they are, and as they would be."""

from collections.abc import Sequence

from lib.analysis.overview_figures import Overview, compute_overview
from lib.survey.responses import Responses
from lib.survey.selection import Selection
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.pieces.phrases import rate_in_words
from lib.wording import format_count, gettext

_Headers = tuple[str, ...]


def draw_confirmed_figures(
    responses: Responses, tried: Responses, settled: Sequence[_Headers]
) -> None:
    """Draw a table of the figures that these questions move, over all responses."""
    now, then = (compute_overview(each, Selection()) for each in (responses, tried))
    whole = (
        (gettext("Overall satisfaction rate"), _overall(now), _overall(then)),
        (gettext("Dissatisfied responses"), _dissatisfied(now), _dissatisfied(then)),
    )
    by_headers = {figures.question.headers: figures for figures in then.questions}
    before = {figures.question.headers: figures for figures in now.questions}
    questions = (
        (
            by_headers[headers].question.label,
            rate_in_words(before[headers].rate)[0]
            if headers in before
            else gettext("counts for nothing"),
            rate_in_words(by_headers[headers].rate)[0],
        )
        for headers in settled
        if headers in by_headers
    )
    heads = ("", gettext("Now"), gettext("Then"))
    rows = [(name, was, tag("b", becomes)) for name, was, becomes in (*whole, *questions)]
    draw_static_html(scroll_region(html_table(heads, rows), gettext("What it changes")))


def _overall(overview: Overview) -> str:
    rate = overview.figures.rate
    return f"{rate_in_words(rate)[0]} (n = {format_count(rate.valid)})"


def _dissatisfied(overview: Overview) -> str:
    return format_count(overview.figures.dissatisfied)
