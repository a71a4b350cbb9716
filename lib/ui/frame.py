"""The frame of every page: its heading, the sentence of what is shown, and every state it can
be in, drawn anew inside one fragment whenever the feed moves."""

from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from lib import wording
from lib.errors import SurveyError
from lib.server.collector import the_collector
from lib.server.push import state
from lib.ui import access, address, banners, disclosed, phrases, pin
from lib.ui.feed import office, reading, the_feed
from lib.ui.live import listen
from lib.ui.markup import draw as draw_html
from lib.ui.markup import link, still, tag
from lib.ui.scope import Scope, scope
from lib.ui.shown import shown
from lib.ui.view import View, language
from lib.wording import gettext


def show(title: str, draw: Callable[[Scope], None]) -> None:
    """Draw a page: `draw` is called with the responses in view, again whenever they change."""

    alive(lambda: _body(title, draw))


def alive(draw: Callable[[], None]) -> None:
    """Draw inside a fragment, which a feed's movement draws anew; an error is a sentence."""

    @st.fragment
    def body() -> None:
        wording.use(language(address.current()))
        try:
            with the_collector.drawing():  # a fragment drawn anew does not run the script
                draw()
        except SurveyError as error:
            banners.error(str(error))

    body()


def drawn(rows: bool) -> object:
    """Return what the sidebar was drawn from."""
    return rows, address.current(), access.role()


def _body(title: str, draw: Callable[[Scope], None]) -> None:
    feed, role, standing = the_feed(), access.role(), access.standing()
    listen(state(reading(standing).number, standing))
    snapshot = reading(role).snapshot  # taken once: two reads in one run may be two snapshots
    if snapshot is None:
        heading(title, gettext("Survey"))
        banners.waiting(feed, gettext("Reading the answers…"))
        return
    if st.session_state.get("_drawn") != drawn(True):
        st.rerun()  # the first rows arrived, or a click in the page changed the view or the role
    form = snapshot.made.form
    heading(title, " · ".join(filter(None, (form.office, form.title))))
    whole = scope(shown(snapshot, role), role)
    _sentence(whole)
    banners.source(feed, whole.shown.read_at, role, sample=office().sample)
    if not snapshot.whole:
        banners.shortened()
    _said(whole.view)
    if unknown := whole.view.unknown:
        words = gettext("Nothing is shown because the link asks for what does not exist.")
        banners.nothing(words, without=unknown)
        return
    pin.draw(whole)
    if whole.hidden:
        _instead(whole)
    else:
        draw(whole)


def _instead(of: Scope) -> None:
    disclosed.draw_instead(of.responses, of.may, of.view.selection, st.session_state["_page"])


def heading(title: str, eyebrow: str) -> None:
    """Draw the head of a page: whose it is, and what it is called."""
    still(tag("p", eyebrow, class_="x-eyebrow") + tag("h1", title, class_="x-title"))


def _sentence(scope: Scope) -> None:
    """Say what is shown; the number is an element of its own, its text exactly the number."""
    known = bool(scope.view.unknown) or not scope.hidden
    what = phrases.showing(scope.responses, scope.view)
    words = Markup("{} <b>{}</b> ·").format(gettext("Showing:"), what)
    with st.container(key="showing"):
        still(Markup(gettext("Showing:")) if scope.view.unknown else words)
        with st.container(key="n_responses"):
            still(tag("span", phrases.n_responses(scope.n) if known else "–"))


def _said(view: View) -> None:
    for problem in view.problems:
        banners.warning(problem)
    for at, hint in enumerate(view.hints):
        words = link(gettext("Show it"), st.session_state["_page"], hint.query)
        draw_html(banners.html("i", Markup("{} {}").format(hint.text, words)), key=f"hint_{at}")
