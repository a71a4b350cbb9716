"""Measures: what was done on which day, and whether people are more satisfied since."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from lib.analysis.impact_estimate import RateBeforeAfter
from lib.followup.office_measures import (
    Measure,
    aimed_labels,
    effect_conclusion,
    measure_aim,
    measure_effect,
    measures_in_force,
    no_effect_sentence,
)
from lib.journal.journal_lines import EventKind, new_code
from lib.survey.model.vietnamese_text import sort_key
from lib.survey.selection_sentence import commune_inside_sentence
from lib.ui.dan_van_kheo.model_choice import draw_model_choice
from lib.ui.pieces.banners import draw_warning
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.pieces.phrases import before_and_after_rates
from lib.ui.shell.keeping_events import draw_outcome, keep_events, new_event, text_field_key
from lib.ui.shell.process import the_desk
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_count, format_day, gettext, with_capital

_TITLE, _DATE, _MODEL = "measure_title", "measure_date", "measure_model"
_QUESTIONS, _COMMUNES = "measure_cau", "measure_xa"
_MEASURES = "measures"
_LACKS = "_measure_lacks"  # somebody wanted to record one without a title or a day


def draw_measures(scope: SurveyScope) -> None:
    """Draw the measures with what changed since, and the way to record another."""
    desk = the_desk()
    made = measures_in_force(desk.measures())
    words = gettext("Measures and tasks of the meeting: {n}", n=format_count(len(made)))
    with st.expander(words, key="measures"):
        _measures(scope, made)


def _measures(scope: SurveyScope, made: Sequence[Measure]) -> None:
    desk = the_desk()
    draw_outcome(_MEASURES)
    if st.session_state.pop(_LACKS, False):
        draw_warning(gettext("To record a measure, write what was done and since which day."))
    for measure in made:
        with st.container(horizontal=True, key=f"measure_{measure.code}"):
            draw_static_html(
                _measure(scope, measure, measure_effect(measure, scope.responses, desk.today()))
            )
            words, key = gettext("Withdraw"), f"noprint_withdraw_{measure.code}"
            st.button(words, key=key, on_click=_withdraw, args=(measure,))
    if not made:
        draw_static_html(tag("p", gettext("No measure has been recorded yet."), class_="x-read"))
    with st.expander(gettext("Record a measure"), key="noprint_measure"):
        _form(scope)


def _measure(scope: SurveyScope, measure: Measure, effect: RateBeforeAfter | None) -> Markup:
    form = scope.responses.form
    labels = aimed_labels(form, measure.questions) or [gettext("all questions")]
    places = {p.code: p for p in (*scope.responses.today, *scope.responses.communes)}
    where = [commune_inside_sentence(places[code]) for code in measure.communes if code in places]
    facts = [_day(measure), "; ".join(labels), ", ".join(where) or gettext("all communes")]
    facts += [gettext("in charge: {value}", value=measure.person)] if measure.person else []
    facts += [gettext("due: {value}", value=format_day(measure.due))] if measure.due else []
    return tag(
        "section",
        tag("p", tag("b", measure.title)),
        tag("p", " · ".join(facts), class_="x-meta"),
        tag(
            "p",
            _effect_words(effect)
            if effect
            else no_effect_sentence(form, measure_aim(measure), the_desk().today()),
        ),
        class_="x-measure",
    )


def _day(measure: Measure) -> str:
    if measure.dated:
        return format_day(measure.date)
    return gettext("its day cannot be read; recorded on {day}", day=format_day(measure.date))


def _effect_words(effect: RateBeforeAfter) -> Markup:
    """Return before, after and what can be said of the difference."""
    return Markup("{}: <b>{}</b>").format(before_and_after_rates(effect), effect_conclusion(effect))


def _form(scope: SurveyScope) -> None:
    form, places = scope.responses.form, scope.responses.today or scope.responses.communes
    st.text_input(gettext("What was done"), key=text_field_key(_TITLE), max_chars=120)
    left, right = st.columns(2)
    left.date_input(gettext("Since"), value=the_desk().today(), format="DD/MM/YYYY", key=_DATE)
    labels = {q.id: q.label for q in form.rated}
    right.multiselect(
        gettext("Question"),
        list(labels),
        format_func=labels.__getitem__,
        placeholder=with_capital(gettext("all questions")),
        select_all=False,
        key=_QUESTIONS,
    )
    words = {place.code: commune_inside_sentence(place) for place in places}
    left.multiselect(
        gettext("Commune"),
        sorted(words, key=lambda code: sort_key(words[code])),
        format_func=words.__getitem__,
        placeholder=with_capital(gettext("all communes")),
        select_all=False,
        key=_COMMUNES,
    )
    with right:
        draw_model_choice(_MODEL)
    st.button(gettext("Record"), type="primary", key="measure_record", on_click=_record)


def _record() -> None:
    state = st.session_state
    title = state[text_field_key(_TITLE)].strip()
    if not title or not state[_DATE]:
        state[_LACKS] = True
        return
    fields = {
        "title": title,
        "date": state[_DATE].isoformat(),
        "questions": " ".join(state[_QUESTIONS]),
        "communes": " ".join(state[_COMMUNES]),
        "model": state.get(_MODEL) or "",
    }
    done = new_event(new_code(), EventKind.MEASURE, "", fields)
    keep_events([done], (_TITLE,), about=_MEASURES)


def _withdraw(measure: Measure) -> None:
    """Let a measure that was recorded by mistake stand no more; its lines stay in the journal."""
    done = new_event(measure.code, EventKind.MEASURE, measure.events[-1].id, {"withdrawn": "yes"})
    keep_events([done], about=_MEASURES)
