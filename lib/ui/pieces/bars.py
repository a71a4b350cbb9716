"""The questions as diverging bars in a table: count first, percentage second."""

import math
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from lib.analysis.overview_figures import QuestionFigures
from lib.analysis.unclassified_answers import unclassified_words
from lib.survey.model.answer_levels import Answer
from lib.ui.pieces.full_names import full_question
from lib.ui.pieces.html_tables import TableCell, html_table, interval_words, picture_head
from lib.ui.pieces.markup import join_markup, page_link, tag
from lib.ui.pieces.phrases import too_few_words
from lib.wording import format_count, format_percent, gettext, ngettext

# From the zero line outwards, left and right; neutral is a number beside, never a stroke.
_LEFT = (Answer.DISSATISFIED, Answer.VERY_DISSATISFIED)
_RIGHT = (Answer.SATISFIED, Answer.VERY_SATISFIED)
ANSWER_CLASSES = {
    Answer.VERY_SATISFIED: "c-vs",
    Answer.SATISFIED: "c-s",
    Answer.NEUTRAL: "c-n",
    Answer.DISSATISFIED: "c-d",
    Answer.VERY_DISSATISFIED: "c-vd",
    Answer.NOT_APPLICABLE: "c-na",
    Answer.UNCLASSIFIED: "c-u",
    Answer.NOT_STATED: "c-ns",
}
_LEAST_LEFT, _STEP = 10, 5  # the left share of the axis in %, raised in fives


def answer_words() -> dict[Answer, str]:
    """Return how each class of answer is called."""
    return {
        Answer.VERY_SATISFIED: gettext("Very satisfied"),
        Answer.SATISFIED: gettext("Satisfied"),
        Answer.NEUTRAL: gettext("Neutral"),
        Answer.DISSATISFIED: gettext("Dissatisfied"),
        Answer.VERY_DISSATISFIED: gettext("Very dissatisfied"),
        Answer.NOT_APPLICABLE: gettext("Not applicable"),
        Answer.UNCLASSIFIED: gettext("Unclassified"),
        Answer.NOT_STATED: gettext("Not stated"),
    }


def bar_legend(asked: Sequence[QuestionFigures]) -> Markup:
    """Return the colours that the bars of these questions have, in the bars' order."""
    words = answer_words()
    drawn = (*reversed(_LEFT), *_RIGHT)
    classes = [answer for answer in drawn if any(figures.answers[answer] for figures in asked)]
    return tag(
        "p",
        join_markup(
            tag("span", tag("i", class_=f"x-swatch {ANSWER_CLASSES[c]}"), words[c]) for c in classes
        ),
        class_="x-legend",
        aria_hidden="true",
    )


def question_bars(asked: Sequence[QuestionFigures], query: Mapping[str, list[str]]) -> Markup:
    """Return the table in the caller's order; a question's link takes `query` along.

    The axis is the same in all rows: its left part is at least 10 % wide, and wide enough for
    the largest dissatisfied share.
    """
    shares = (figures.dissatisfied / max(figures.rate.valid, 1) * 100 for figures in asked)
    left = max(_LEAST_LEFT, math.ceil(max(shares, default=0) / _STEP) * _STEP)
    return html_table(
        _heads(),
        (_row(figures, left, query) for figures in asked),
        kind="x-bars",
        caption=gettext("Answers to each question"),
        row_classes=["x-small" if figures.rate.small else "" for figures in asked],
    )


def _heads() -> list[TableCell]:
    names = (
        (gettext("Question"), ""),
        (gettext("Dissatisfied"), "x-dis"),
        (gettext("Neutral"), "x-neu"),
        ("", "x-bar-cell"),
        (gettext("Satisfaction rate"), "x-rate"),
        (gettext("95% interval"), "x-range-cell"),
        (gettext("Answers"), "x-count"),
    )
    return [
        TableCell((_together(name),), kind) if name else picture_head(kind) for name, kind in names
    ]


def _together(name: str) -> str:
    """Keep the last two of three words on one line: "Chưa / hài lòng", never "Chưa hài / lòng"."""
    return "\N{NO-BREAK SPACE}".join(name.rsplit(" ", 1)) if name.count(" ") > 1 else name


def _row(figures: QuestionFigures, left: int, query: Mapping[str, list[str]]) -> tuple[object, ...]:
    rate, question = figures.rate, figures.question
    name = page_link(question.label, "theo_cau_hoi", {**query, "cau": [question.id]})
    hidden = rate.rate is None
    share = too_few_words() if rate.rate is None else format_percent(rate.rate)
    return (
        TableCell((name, full_question(question), _unclassified(figures))),
        _dissatisfied(figures.dissatisfied),
        TableCell((format_count(figures.answers[Answer.NEUTRAL]),), "x-mute"),
        TableCell(("" if hidden else _bar(figures, left), _spoken(figures))),
        TableCell((tag("b", share),), "x-num"),
        TableCell((interval_words(rate),), "x-mute x-num"),
        TableCell((format_count(rate.valid),), "x-mute"),
    )


def _unclassified(figures: QuestionFigures) -> Markup | str:
    words = unclassified_words(figures.rate, figures.answers[Answer.UNCLASSIFIED])
    return tag("small", words, class_="x-unclassified") if words else ""


def _dissatisfied(n: int) -> Markup:
    words = ngettext("{n} dissatisfied", "{n} dissatisfied", n)
    beside = words.removeprefix(format_count(n))
    number = tag("b", format_count(n)) if n else Markup(format_count(n))
    return number + tag("span", beside, class_="x-dis-words")


def _spoken(figures: QuestionFigures) -> Markup:
    """Return what the bar shows, for those who cannot see it."""
    sentence = gettext(
        "{satisfied} of {valid} satisfied, {neutral} neutral, {dissatisfied} dissatisfied",
        satisfied=format_count(figures.rate.satisfied),
        valid=format_count(figures.rate.valid),
        neutral=format_count(figures.answers[Answer.NEUTRAL]),
        dissatisfied=format_count(figures.dissatisfied),
    )
    return tag("span", sentence, class_="x-hidden")


def _bar(figures: QuestionFigures, left: int) -> Markup:
    """Return one box in which every stroke stands by percentages of its width."""
    scale = 100 / (100 + left)
    zero = left * scale
    line = tag("i", class_="x-zero", style=f"left:{zero:.3f}%")
    strokes = (*_strokes(figures, _LEFT, zero, -scale), *_strokes(figures, _RIGHT, zero, scale))
    return tag("div", *strokes, line, class_="x-bar", aria_hidden="true")


def _strokes(
    figures: QuestionFigures, answers: Sequence[Answer], edge: float, scale: float
) -> Iterator[Markup]:
    """Yield the strokes from the zero line outwards; a negative scale goes to the left."""
    for answer in answers:
        width = figures.answers[answer] / figures.rate.valid * 100 * scale
        if width:
            start, size = min(edge, edge + width), abs(width)
            style = f"left:{start:.3f}%;width:{size:.3f}%"
            yield tag("i", class_=ANSWER_CLASSES[answer], style=style)
        edge += width
