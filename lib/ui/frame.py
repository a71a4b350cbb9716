"""The frame of every page: its heading, the sentence of what is shown, and every state it can
be in, drawn anew inside one fragment whenever the feed moves."""

import dataclasses
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import streamlit as st
from markupsafe import Markup

from lib import wording
from lib.analysis.disclosure import May
from lib.errors import SurveyError
from lib.roles import Role
from lib.server.push import state
from lib.survey.filters import chosen
from lib.survey.responses import Responses
from lib.ui import access, address, banners, disclosed, phrases
from lib.ui.feed import office, reading, the_feed
from lib.ui.live import listen
from lib.ui.markup import draw as draw_html
from lib.ui.markup import link, still, tag
from lib.ui.view import View, decode, language
from lib.wording import gettext


@dataclasses.dataclass(frozen=True)
class Scope:
    """What a page draws: the responses chosen by the view, and who is looking."""

    responses: Responses
    view: View
    rows: npt.NDArray[np.bool_]
    role: Role
    may: May

    @property
    def private(self) -> bool:
        """Whether this viewer may see single responses."""
        return self.role >= Role.STAFF

    @property
    def n(self) -> int:
        """The number of responses chosen."""
        return int(self.rows.sum())

    @property
    def sentence(self) -> str:
        """Return which responses and how many, as it stands on the page and on every paper."""
        what = phrases.showing(self.responses, self.view)
        return f"{what} · {phrases.n_responses(self.n)}"


def show(title: str, draw: Callable[[Scope], None]) -> None:
    """Draw a page: `draw` is called with the responses in view, again whenever they change."""

    alive(lambda: _body(title, draw))


def alive(draw: Callable[[], None]) -> None:
    """Draw inside a fragment, which a feed's movement draws anew; an error is a sentence."""

    @st.fragment
    def body() -> None:
        wording.use(language(address.current()))
        try:
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
    responses = snapshot.made
    heading(title, " · ".join(filter(None, (responses.form.office, responses.form.title))))
    view = decode(address.current(), responses, office().places)
    may = disclosed.may(responses, role)
    hidden = bool(view.unknown) or not may(view.selection, None)
    rows = chosen(responses, view.selection) & (not hidden)
    scope = Scope(responses, view, rows, role, may)
    _sentence(scope, known=bool(view.unknown) or not hidden)
    banners.source(feed, snapshot, role, sample=office().sample)
    _said(view)
    if view.unknown:
        banners.nothing(gettext("Nothing is shown because the link asks for what does not exist."))
    elif hidden:
        disclosed.draw_instead(responses, may, view.selection, st.session_state["_page"])
    else:
        draw(scope)


def heading(title: str, eyebrow: str) -> None:
    """Draw the head of a page: whose it is, and what it is called."""
    still(tag("p", eyebrow, class_="x-eyebrow") + tag("h1", title, class_="x-title"))


def _sentence(scope: Scope, *, known: bool) -> None:
    """Say what is shown; the number is an element of its own, its text exactly the number."""
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
