"""Measures: what was done on which day, and whether people are more satisfied since."""

import streamlit as st
from markupsafe import Markup

from lib.analysis.effect import Effect
from lib.followup.measures import Measure, conclusion, effect_of, too_early
from lib.followup.measures import measures as standing
from lib.journal.event import Kind, new_code
from lib.survey.text import sort_key
from lib.ui import acting, banners, phrases
from lib.ui.desk import the_desk
from lib.ui.effects import sides
from lib.ui.markup import still, tag
from lib.ui.movement import choice
from lib.ui.scope import Scope
from lib.wording import day, gettext, opening

TITLE, DATE, MODEL = "measure_title", "measure_date", "measure_model"
QUESTIONS, COMMUNES = "measure_cau", "measure_xa"
MEASURES = "measures"
_LACKS = "_measure_lacks"  # somebody wanted to record one without a title or a day


def draw(scope: Scope) -> None:
    """Draw the measures with what changed since, and the way to record another."""
    desk = the_desk()
    still(tag("h2", gettext("Measures and what changed since"), class_="x-h2"))
    acting.outcome(MEASURES)
    if st.session_state.pop(_LACKS, False):
        banners.warning(gettext("To record a measure, write what was done and since which day."))
    made = standing(desk.measures())
    for one in made:
        with st.container(horizontal=True, key=f"measure_{one.code}"):
            still(_measure(scope, one, effect_of(one, scope.responses, desk.today())))
            words, key = gettext("Withdraw"), f"noprint_withdraw_{one.code}"
            st.button(words, key=key, on_click=_withdraw, args=(one,))
    if not made:
        still(tag("p", gettext("No measure has been recorded yet."), class_="x-read"))
    with st.expander(gettext("Record a measure"), key="noprint_measure"):
        _form(scope)


def _measure(scope: Scope, one: Measure, found: Effect | None) -> Markup:
    form = scope.responses.form
    labels = [q.label for q in form.rated if q.id in one.questions] or [gettext("all questions")]
    places = {p.code: p for p in (*scope.responses.today, *scope.responses.communes)}
    where = [phrases.commune(places[code]) for code in one.communes if code in places]
    facts = [_day(one), "; ".join(labels), ", ".join(where) or gettext("all communes")]
    facts += [gettext("in charge: {value}", value=one.person)] if one.person else []
    facts += [gettext("due: {value}", value=day(one.due))] if one.due else []
    return tag(
        "section",
        tag("p", tag("b", one.title)),
        tag("p", " · ".join(facts), class_="x-meta"),
        tag("p", _told(found) if found else too_early(one.date, the_desk().today())),
        class_="x-measure",
    )


def _day(one: Measure) -> str:
    if one.dated:
        return day(one.date)
    return gettext("its day cannot be read; recorded on {day}", day=day(one.date))


def _told(found: Effect) -> Markup:
    """Return before, after and what can be said of the difference."""
    return Markup("{}: <b>{}</b>").format(sides(found), conclusion(found))


def _form(scope: Scope) -> None:
    form, places = scope.responses.form, scope.responses.today or scope.responses.communes
    st.text_input(gettext("What was done"), key=acting.field(TITLE), max_chars=120)
    left, right = st.columns(2)
    left.date_input(gettext("Since"), value=the_desk().today(), format="DD/MM/YYYY", key=DATE)
    labels = {q.id: q.label for q in form.rated}
    right.multiselect(
        gettext("Question"),
        list(labels),
        format_func=labels.__getitem__,
        placeholder=opening(gettext("all questions")),
        key=QUESTIONS,
    )
    words = {place.code: phrases.commune(place) for place in places}
    left.multiselect(
        gettext("Commune"),
        sorted(words, key=lambda code: sort_key(words[code])),
        format_func=words.__getitem__,
        placeholder=opening(gettext("all communes")),
        key=COMMUNES,
    )
    choice.field(right, MODEL)
    st.button(gettext("Record"), type="primary", key="measure_record", on_click=_record)


def _record() -> None:
    state = st.session_state
    title = state[acting.field(TITLE)].strip()
    if not title or not state[DATE]:
        state[_LACKS] = True
        return
    fields = {
        "title": title,
        "date": state[DATE].isoformat(),
        "questions": " ".join(state[QUESTIONS]),
        "communes": " ".join(state[COMMUNES]),
        "model": state.get(MODEL) or "",
    }
    done = acting.event(new_code(), Kind.MEASURE, "", fields)
    acting.keep([done], (TITLE,), about=MEASURES)


def _withdraw(one: Measure) -> None:
    """Let a measure that was recorded by mistake stand no more; its lines stay in the journal."""
    done = acting.event(one.code, Kind.MEASURE, one.events[-1].id, {"withdrawn": "yes"})
    acting.keep([done], about=MEASURES)
