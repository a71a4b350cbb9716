"""What a correction changes in the figures: as they are, and as they would be."""

from collections.abc import Iterable, Iterator

from lib.analysis.overview_figures import QuestionFigures, compute_overview
from lib.analysis.rates import Rate
from lib.survey.model.answer_levels import Polarity
from lib.survey.model.survey_form import Question
from lib.survey.responses import Responses
from lib.survey.selection import Selection
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.pieces.phrases import rate_in_words
from lib.wording import format_count, gettext


def draw_correction_preview(
    responses: Responses, question: Question, tried: Responses, understood: Question
) -> None:
    """Draw a table of the figures that this column moves, over all responses."""
    changed = list(_rows(responses, question, tried, understood))
    if all(before == after for _, before, after in changed):
        draw_static_html(tag("p", gettext("No figure changes."), class_="x-read"))
        return
    heads = ("", gettext("Now"), gettext("Then"))
    rows = (
        (name, before, tag("b", after) if after != before else after)
        for name, before, after in changed
    )
    draw_static_html(scroll_region(html_table(heads, rows), gettext("What it changes")))


def _rows(
    responses: Responses, question: Question, tried: Responses, understood: Question
) -> Iterator[tuple[str, str, str]]:
    now, then = (compute_overview(each, Selection()) for each in (responses, tried))
    own = (_asked(now.questions, question), _asked(then.questions, understood))
    yield (gettext("Satisfaction rate of this question"), _rate(own[0]), _rate(own[1]))
    yield gettext("Overall satisfaction rate"), _rate(now.figures.rate), _rate(then.figures.rate)
    yield (
        gettext("Dissatisfied responses"),
        format_count(now.figures.dissatisfied),
        format_count(then.figures.dissatisfied),
    )
    yield (
        gettext("Unclassified answers to this question"),
        format_count(_unclassified(question)),
        format_count(_unclassified(understood)),
    )


def _asked(asked: Iterable[QuestionFigures], question: Question) -> Rate | None:
    return next((each.rate for each in asked if each.question.id == question.id), None)


def _rate(rate: Rate | None) -> str:
    if rate is None:
        return gettext("counts for nothing")
    return f"{rate_in_words(rate)[0]} (n = {format_count(rate.valid)})"


def _unclassified(question: Question) -> int:
    unknown = {each.text for each in question.levels if each.polarity is Polarity.UNCLASSIFIED}
    return sum(n for text, n in question.answers if text in unknown)
