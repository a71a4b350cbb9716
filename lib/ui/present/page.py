"""The page of the presentation: what a viewer may see of the view, whoever presents it."""

from pathlib import Path

import streamlit as st

from lib.analysis.measures import LEAST
from lib.roles import Role
from lib.server.push import state
from lib.ui import address, banners, disclosed, share
from lib.ui.feed import reading, the_feed
from lib.ui.frame import alive, heading
from lib.ui.live import listen
from lib.ui.markup import draw as draw_html
from lib.ui.markup import link, tag
from lib.ui.present import begin, deck, stage, task
from lib.ui.scope import Scope, scope
from lib.ui.shown import shown
from lib.wording import gettext

LOOK = Path(__file__).parent / "stage.css"
_BEGINS = "_presentation_begins"


def show() -> None:
    """Draw the presentation, or say why there is none."""
    st.html(LOOK)
    st.session_state[_BEGINS] = True
    alive(_body)


def _body() -> None:
    tools = st.container(key="stage_tools", horizontal=True)
    with tools:
        words = link(gettext("End the presentation"), "", address.towards(""))
        draw_html(tag("p", words, class_="p-out"), key="out")
    feed = reading(Role.VIEWER)
    listen(state(feed.number, Role.VIEWER))
    if feed.snapshot is None:
        banners.waiting(the_feed(), gettext("Reading the answers…"))
        return
    # pinned when it begins or never: later the wall would jump; before any answer nothing begins
    if feed.snapshot.made.n and st.session_state.pop(_BEGINS, False) and begin.pinned():
        st.rerun()
    of = scope(shown(feed.snapshot, Role.VIEWER), Role.VIEWER)
    if not _refused(of):
        slide = stage.draw(deck.drawn(of), share.there("", address.towards("")))
        with tools:
            task.draw(of, slide)


def _refused(of: Scope) -> bool:
    """Say why there is nothing to present; tell whether that is so."""
    if not (of.view.unknown or of.hidden or of.n < LEAST):
        return False
    heading(gettext("Presentation"), of.responses.form.office)
    for problem in of.view.problems:
        banners.warning(problem)
    for at, hint in enumerate(of.view.hints):
        way = link(hint.text, address.PRESENTED, hint.query)
        draw_html(banners.html("i", way), key=f"hint_{at}")
    if of.view.unknown:
        words = gettext("Nothing is shown because the link asks for what does not exist.")
        banners.nothing(words, without=of.view.unknown)
    elif of.hidden:
        disclosed.draw_instead(of.responses, of.may, of.view.selection, address.PRESENTED)
    else:
        banners.enough(of.n, of.responses)
    return True
