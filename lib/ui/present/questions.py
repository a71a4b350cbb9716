"""One slide for each question chosen: its rate, what it rests on, and how people answered."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from lib.analysis import tally
from lib.analysis.attention import moved
from lib.analysis.measures import Change, Rate, rate
from lib.survey import filters
from lib.survey.scales import Level, gathered
from lib.ui import disclosed, phrases
from lib.ui.bars import CLASSES
from lib.ui.markup import join, tag
from lib.ui.present.slide import Slide, large
from lib.ui.scope import Scope
from lib.wording import count, gettext, percent, percent_range

Named = Sequence[tuple[Level, int]]


def questions(scope: Scope) -> Iterator[Slide]:
    """Yield the chosen questions in the form's order."""
    selection, form = scope.view.selection, scope.responses.form
    counts = tally.tally(scope.responses, scope.rows)
    changes = moved(scope.responses, selection, scope.may)
    for at in filters.rated(form, selection):
        question = form.rated[at]
        if not scope.may(selection, at):
            body = tag("p", disclosed.why(selection), class_="p-note")
        else:
            of = rate(counts.satisfied[0, at], counts.valid[0, at])
            body = _body(scope, of, _levels(scope, at), changes.get(question.id))
        words = tag("p", question.text, class_="p-note")
        yield Slide(question.id, question.label, words + body)


def _levels(scope: Scope, at: int) -> Named:
    """Return how many chose each level, the worst first; what is unclassified without its words."""
    question = scope.responses.form.rated[at]
    counts = map(int, tally.levels(scope.responses, scope.rows, at)[0])
    named = gathered(list(zip(question.levels, counts, strict=True)))
    return sorted(named, key=lambda one: (one[0].answer.valid, one[0].answer), reverse=True)


def _body(scope: Scope, of: Rate, named: Named, change: Change | None) -> Markup:
    if of.rate is None or of.low is None or of.high is None:
        return tag("p", gettext("Not shown: fewer than 5 responses"), class_="p-note")
    valid = [(level, n) for level, n in named if level.answer.valid]
    n = gettext("{n} of {all} answers", n=count(of.satisfied), all=count(of.valid))
    interval = gettext("95 % interval: {range}", range=percent_range(of.low, of.high))
    moved = phrases.against(change, scope.view.selection.period)
    figure = large(percent(of.rate), gettext("satisfied"), n, interval, moved)
    return figure + _bar(valid) + _named(valid) + _others(named, scope.n - of.valid)


def _bar(valid: Named) -> Markup:
    strokes = (
        tag("i", class_=CLASSES[level.answer], style=f"flex-grow:{n}") for level, n in valid if n
    )
    return tag("div", join(strokes), class_="p-bar", aria_hidden="true")


def _named(valid: Named) -> Markup:
    cells = (
        tag(
            "div",
            tag("i", class_=CLASSES[level.answer], aria_hidden="true"),
            tag("b", count(n)),
            tag("span", level.text),
        )
        for level, n in valid
    )
    return tag("div", join(cells), class_="p-levels")


def _others(named: Named, missing: int) -> Markup | str:
    """Say how many answers are in no rate, and why."""
    if not missing:
        return ""
    told = [f"{level.text}: {count(n)}" for level, n in named if n and not level.answer.valid]
    stated = sum(n for level, n in named if not level.answer.valid)
    if missing > stated:
        told.append(gettext("not stated: {n}", n=count(missing - stated)))
    words = gettext("Not in the rate: {counts}", counts="; ".join(told))
    return tag("p", words, class_="p-note")
