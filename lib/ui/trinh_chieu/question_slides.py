"""One slide for each question chosen: its rate, what it rests on, and how people answered."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from lib.analysis.question_changes import changes_by_question
from lib.analysis.rates import Rate, RateChange, question_rate, question_rates
from lib.analysis.tally import count_answers, count_levels
from lib.analysis.unclassified_answers import moves_the_rate, unclassified_words
from lib.survey.model.answer_levels import Level, Polarity, gather_unclassified
from lib.survey.selection import chosen_rated_questions
from lib.ui.pieces.bars import ANSWER_CLASSES
from lib.ui.pieces.markup import join_markup, tag
from lib.ui.pieces.phrases import change_from_previous, too_few_sentence
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.shell.viewer_disclosure import why_withheld
from lib.ui.trinh_chieu.slide import Slide, large_figure
from lib.wording import format_count, format_percent, format_percent_range, gettext

_LevelCounts = Sequence[tuple[Level, int]]


def question_slides(scope: SurveyScope) -> Iterator[Slide]:
    """Yield the chosen questions, the lowest rate first; those too small to rank come last."""
    selection, form = scope.view.selection, scope.responses.form
    counts = count_answers(scope.responses, scope.rows)
    changes = changes_by_question(scope.responses, selection, scope.may, scope.displayed.today)
    asked = chosen_rated_questions(form, selection)
    rates = question_rates(counts.satisfied[0], counts.valid[0]).each()
    for number in sorted(asked, key=lambda at: (rates[at].small, rates[at].rate or 0)):
        question = form.rated[number]
        if not scope.may(selection, number):
            body = tag("p", why_withheld(scope.responses, selection), class_="p-note")
        else:
            rate = question_rate(counts.satisfied[0, number], counts.valid[0, number])
            body = _body(scope, rate, _levels(scope, number), changes.get(question.id))
        words = tag("p", question.text, class_="p-note")
        yield Slide(question.id, question.label, words + body)


def _levels(scope: SurveyScope, number: int) -> _LevelCounts:
    """Return how many chose each level, the worst first; what is unclassified without its words."""
    question = scope.responses.form.rated[number]
    counts = map(int, count_levels(scope.responses, scope.rows, number)[0])
    named = gather_unclassified(list(zip(question.levels, counts, strict=True)))
    return sorted(
        named, key=lambda counted: (counted[0].answer.valid, counted[0].answer), reverse=True
    )


def _body(scope: SurveyScope, rate: Rate, named: _LevelCounts, change: RateChange | None) -> Markup:
    if rate.rate is None or rate.low is None or rate.high is None:
        return tag("p", too_few_sentence(), class_="p-note")
    valid = [(level, n) for level, n in named if level.answer.valid]
    n = gettext(
        "{n} of {all} answers", n=format_count(rate.satisfied), all=format_count(rate.valid)
    )
    interval = gettext("95% interval: {range}", range=format_percent_range(rate.low, rate.high))
    moved = change_from_previous(change, scope.view.selection.period)
    figure = large_figure(format_percent(rate.rate), gettext("satisfied"), n, interval, moved)
    open_ = sum(n for level, n in named if level.polarity is Polarity.UNCLASSIFIED)
    if moves_the_rate(rate, open_):
        figure += tag("p", unclassified_words(rate, open_), class_="p-note")
    return figure + _bar(valid) + _named(valid) + _others(named, scope.n - rate.valid)


def _bar(valid: _LevelCounts) -> Markup:
    strokes = (
        tag("i", class_=ANSWER_CLASSES[level.answer], style=f"flex-grow:{n}")
        for level, n in valid
        if n
    )
    return tag("div", join_markup(strokes), class_="p-bar", aria_hidden="true")


def _named(valid: _LevelCounts) -> Markup:
    cells = (
        tag(
            "div",
            tag("i", class_=ANSWER_CLASSES[level.answer], aria_hidden="true"),
            tag("b", format_count(n)),
            tag("span", level.text),
        )
        for level, n in valid
    )
    return tag("div", join_markup(cells), class_="p-levels")


def _others(named: _LevelCounts, missing: int) -> Markup | str:
    """Say how many answers are in no rate, and why."""
    if not missing:
        return ""
    lines = [
        f"{level.text}: {format_count(n)}" for level, n in named if n and not level.answer.valid
    ]
    stated = sum(n for level, n in named if not level.answer.valid)
    if missing > stated:
        lines.append(gettext("not stated: {n}", n=format_count(missing - stated)))
    words = gettext("Not in the rate: {counts}", counts="; ".join(lines))
    return tag("p", words, class_="p-note")
