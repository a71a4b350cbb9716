"""One question in figures: its rate, its levels, over time, by commune and by sector."""

import dataclasses
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lib.analysis import measures
from lib.analysis.attention import moved
from lib.analysis.tally import Groups, Sum, levels, sums, timeline, within
from lib.survey.filters import communes
from lib.survey.form import Question
from lib.survey.places import title
from lib.survey.scales import gathered
from lib.survey.text import sort_key
from lib.ui import address, banners, charts, disclosed, phrases, tables
from lib.ui.cards import card, cards
from lib.ui.charts import Dot
from lib.ui.markup import still, tag
from lib.ui.scope import Scope
from lib.wording import count, day, gettext


def choose(scope: Scope) -> int | None:
    """Draw the choice of a question and return its place among the rated ones.

    None where its figures may not be shown of these responses; then that is said.
    """
    rated = scope.responses.form.rated
    asked = scope.view.selection.questions[:1] or (rated[0].id,)
    labels = {q.id: q.label for q in rated}
    address.put("shown_question", asked[0])
    with st.container(key="noprint_question"):
        st.selectbox(
            gettext("Question"),
            list(labels),
            format_func=labels.__getitem__,
            key="shown_question",
            on_change=address.write,
            args=("cau", "shown_question", lambda: [st.session_state["shown_question"]]),
        )
    at = [q.id for q in rated].index(asked[0])
    if scope.may(scope.view.selection, at):
        return at
    banners.nothing(disclosed.why(scope.view.selection))
    return None


def draw_summary(scope: Scope, at: int) -> None:
    """Draw the question in full and its rate, with what it rests on."""
    [summed] = sums(scope.responses, scope.rows, (at,)).tolist()
    rate, bad = measures.rate(summed[Sum.S], summed[Sum.V]), summed[Sum.DISSATISFIED]
    question, period = scope.responses.form.rated[at], scope.view.selection.period
    changed = moved(scope.responses, scope.view.selection, scope.may).get(question.id)
    still(
        tag("p", question.text, class_="x-question")
        + _reworded(question)
        + cards(
            card(gettext("Rate satisfied"), *phrases.rate(rate), phrases.against(changed, period)),
            card(gettext("Dissatisfied"), *phrases.counted(bad), kind="x-d"),
            card(gettext("Valid answers"), count(rate.valid), ""),
        )
    )


def _reworded(question: Question) -> Markup:
    """Say that the question was not always worded like this."""
    before = (*question.former, *question.headers[1:])[:1]
    if not before:
        return Markup("")
    when = question.reworded
    since = gettext("reworded, first seen {day}", day=day(when)) if when else gettext("reworded")
    words = gettext("{since}; before: “{words}”", since=since, words=before[0])
    return tag("p", words, class_="x-read")


def draw_levels(scope: Scope, at: int) -> None:
    """Draw how many chose each level."""
    question = scope.responses.form.rated[at]
    counts = levels(scope.responses, scope.rows, at)[0]
    named = list(zip(question.levels, map(int, counts), strict=True))
    if not scope.private:
        named = gathered(named)
    valid = sum(n for level, n in named if level.answer.valid)
    _heading(gettext("Answers by level"))
    charts.show(charts.levels(named, valid), "levels", question.text, lambda _: None)
    still(tables.folded(tables.levels(named, valid)))


def draw_over_time(scope: Scope, at: int) -> None:
    """Draw the rate of each period; a click chooses the period."""
    periods = timeline(scope.responses, scope.rows)
    if not periods:
        return
    rates = _rates(scope, at, within(scope.responses.submitted, periods), len(periods))
    dots = [
        Dot(phrases.short(p), p.code, rates[i])
        for i, p in enumerate(periods)
        if scope.may(dataclasses.replace(scope.view.selection, period=p), at)
    ]
    if any(dot.rate.rate is not None for dot in dots):
        _heading(gettext("Over time"))
        _draw(charts.over_time(dots), "over_time", gettext("Period"), dots, "ky")


def draw_by_commune(scope: Scope, at: int) -> None:
    """Draw the rate of each commune in the order of their names; a click chooses it."""
    units, codes = communes(scope.responses, scope.view.selection.today)
    names = [title(unit, units) for unit in units]
    _by_group(scope, at, (codes, names, [unit.code for unit in units]), "xa")


def draw_by_sector(scope: Scope, at: int) -> None:
    """Draw the rate of each sector of procedures; a click chooses it."""
    sectors = scope.responses.sectors
    names, codes = [s.name for s in sectors], [s.code for s in sectors]
    _by_group(scope, at, (scope.responses.sector, names, codes), "linh_vuc")


def _by_group(
    scope: Scope, at: int, groups: tuple[Groups, Sequence[str], Sequence[str]], name: str
) -> None:
    of, names, codes = groups
    rates = _rates(scope, at, of, len(names))
    selection = scope.view.selection

    def shown(i: int) -> bool:
        one = (codes[i],)
        own = (
            dataclasses.replace(selection, communes=one)
            if name == "xa"
            else dataclasses.replace(selection, sectors=one)
        )
        return bool(rates[i].valid) and scope.may(own, at)

    order = sorted(range(len(names)), key=lambda i: sort_key(names[i]))
    dots = [Dot(names[i], codes[i], rates[i]) for i in order if shown(i)]
    if len(dots) < 2 or all(dot.rate.rate is None for dot in dots):
        return
    words = {"xa": gettext("Commune"), "linh_vuc": gettext("Sector of the procedure")}[name]
    _heading({"xa": gettext("By commune"), "linh_vuc": gettext("By sector")}[name])
    _draw(charts.by_group(dots), f"by_{name}", words, dots, name)


def _rates(scope: Scope, at: int, by: Groups, groups: int) -> list[measures.Rate]:
    summed = sums(scope.responses, scope.rows, (at,), by, groups).tolist()
    return [measures.rate(each[Sum.S], each[Sum.V]) for each in summed]


def _draw(figure: object, key: str, first: str, dots: Sequence[Dot], name: str) -> None:
    def clicked(code: str) -> None:
        address.change(**{name: [code]})

    charts.show(figure, key, first, clicked)
    still(tables.folded(tables.rates(first, [(dot.name, dot.rate) for dot in dots])))


def _heading(words: str) -> None:
    still(tag("h2", words, class_="x-h2"))
