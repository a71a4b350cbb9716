"""The frame of every page: its heading, the sentence of what is shown, and every state it can
be in, drawn anew inside one fragment whenever the feed moves."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from lib.errors import SurveyError
from lib.server.collector import the_collector
from lib.server.push import push_state
from lib.survey.selection_sentence import n_responses, selection_with_questions
from lib.ui.pieces.banners import (
    banner_html,
    draw_error,
    draw_nothing_left,
    draw_shortened_warning,
    draw_source_line,
    draw_waiting,
    draw_warning,
)
from lib.ui.pieces.markup import draw_html, draw_static_html, page_link, tag
from lib.ui.shell.access import granted_role, viewer_role
from lib.ui.shell.address import (
    QUESTION_PAGE,
    addressed_page,
    current_address,
    link_query,
)
from lib.ui.shell.counting_banners import draw_confirmation_banner, draw_counting_banners
from lib.ui.shell.displayed_reading import displayed_reading
from lib.ui.shell.filter_chips import filter_chips
from lib.ui.shell.filter_values import draw_heard_telling
from lib.ui.shell.live import redraw_when_moved
from lib.ui.shell.page_introductions import first_visit_line, guide_link
from lib.ui.shell.pin import draw_pin_banner
from lib.ui.shell.process import feed_for_role, the_feed, the_office
from lib.ui.shell.remembering import draw_unremembered
from lib.ui.shell.survey_scope import SurveyScope, addressed_scope, is_about_question
from lib.ui.shell.survey_view import SurveyView, asked_language
from lib.ui.shell.viewer_disclosure import draw_alternatives
from lib.wording import gettext, use_language


def draw_survey_page(title: str, draw: Callable[[SurveyScope], None]) -> None:
    """Draw a page: `draw` is called with the responses in view, again whenever they change."""

    draw_in_fragment(lambda: _body(title, draw))


def draw_in_fragment(draw: Callable[[], None]) -> None:
    """Draw inside a fragment, which a feed's movement draws anew; an error is a sentence."""

    @st.fragment
    def body() -> None:
        use_language(asked_language(current_address()))
        try:
            with the_collector.drawing():  # a fragment drawn anew does not run the script
                draw()
        except SurveyError as error:
            draw_error(str(error))
        draw_heard_telling()

    body()


def sidebar_basis(rows: bool) -> object:
    """Return what the sidebar was drawn from."""
    return rows, current_address(), viewer_role()


def _body(title: str, draw: Callable[[SurveyScope], None]) -> None:
    feed, role, granted = the_feed(), viewer_role(), granted_role()
    redraw_when_moved(push_state(feed_for_role(granted).number, granted))
    snapshot = feed_for_role(role).snapshot  # taken once: two reads in one run may be two snapshots
    if snapshot is None:
        draw_heading(title, gettext("Survey"))
        draw_waiting(feed, gettext("Reading the answers…"))
        return
    if st.session_state.get("_drawn") != sidebar_basis(True):
        st.rerun()  # the first rows arrived, or a click in the page changed the view or the role
    form = snapshot.made.form
    draw_heading(title, " · ".join(filter(None, (form.office, form.title))))
    whole = addressed_scope(displayed_reading(snapshot, role), role)
    _sentence(whole)
    draw_source_line(feed, whole.displayed.read_at, role, sample=the_office().sample)
    if not snapshot.whole:
        draw_shortened_warning()
    _view_remarks(whole.view)
    _unrated_remarks(whole)
    if unknown := whole.view.unknown:
        if "cau" in unknown:  # a link may be older than the doubt
            draw_confirmation_banner(whole)
        words = gettext("No figure is shown, for the reason given above.")
        draw_nothing_left(words, without=unknown)
        return
    draw_pin_banner(whole)
    draw_unremembered()
    draw_counting_banners(whole)
    if whole.hidden:
        _instead(whole)
    else:
        draw(whole)


def _instead(scope: SurveyScope) -> None:
    draw_alternatives(scope.responses, scope.may, scope.view.selection, st.session_state["_page"])


def draw_heading(title: object, eyebrow: str) -> None:
    """Draw the head of a page: whose it is, what it is called, the ways to what it is for."""
    page = addressed_page()
    named = tag("div", tag("h1", title, class_="x-title"), guide_link(page, title), class_="x-name")
    whose = tag("p", eyebrow, class_="x-eyebrow")
    draw_html(tag("header", whose, named, first_visit_line(page)), key="heading")


def _sentence(scope: SurveyScope) -> None:
    """Say what is shown; the number is an element of its own, its text exactly the number."""
    known = bool(scope.view.unknown) or not scope.hidden
    what = selection_with_questions(scope.responses, scope.view.selection)
    words = Markup("{} <b>{}</b> ·").format(gettext("Showing:"), what)
    with st.container(key="showing"):
        draw_static_html(Markup(gettext("Showing:")) if scope.view.unknown else words)
        with st.container(key="n_responses"):
            draw_static_html(tag("span", n_responses(scope.n) if known else "–"))
    about = is_about_question(scope.responses.form)
    if chips := filter_chips(scope.responses, scope.view.selection, questions=not about):
        draw_html(chips, key="noprint_filters")


def _view_remarks(view: SurveyView) -> None:
    for problem in view.problems:
        draw_warning(problem)
    for number, hint in enumerate(view.hints):
        words = page_link(gettext("Show it"), st.session_state["_page"], hint.query)
        draw_html(banner_html("i", Markup("{} {}").format(hint.text, words)), key=f"hint_{number}")


def _unrated_remarks(scope: SurveyScope) -> None:
    """Say of a question that chooses nothing here where its answers stand."""
    if is_about_question(scope.responses.form):
        return
    asked = (scope.responses.form.question(name) for name in scope.view.unrated)
    for question in filter(None, asked):
        words = gettext(
            "“{question}” is in no rate and chooses nothing here.", question=question.whole_label
        )
        way = page_link(gettext("See its answers"), QUESTION_PAGE, link_query(cau=[question.id]))
        banner = banner_html("i", Markup("{} {}").format(words, way))
        draw_html(banner, key=f"unrated_{question.id}")
