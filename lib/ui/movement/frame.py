"""The frame of the register's page: heading, what is shown of which dataset, every state."""

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from lib.movement.coverage import Coverage, coverage, newest
from lib.movement.filters import Chosen, chosen
from lib.movement.records import Register
from lib.roles import Role
from lib.server.push import state
from lib.sources.feed import Snapshot
from lib.ui import access, address, banners, frame, pin
from lib.ui.feed import office, the_feed, the_register
from lib.ui.live import listen
from lib.ui.markup import still, tag
from lib.ui.movement import phrases
from lib.ui.movement.view import View, decode
from lib.wording import gettext, moment, ngettext


@dataclasses.dataclass(frozen=True)
class Scope:
    """What the page draws: the register, the part of it in view, and who is looking."""

    whole: Register
    chosen: Chosen
    view: View
    read_at: dt.datetime  # UTC
    role: Role

    @property
    def register(self) -> Register:
        """The part in view."""
        return self.chosen.register

    @property
    def sentence(self) -> str:
        """Return what is shown, as it stands on the page and on every paper."""
        what = phrases.showing(self.whole, self.view, office().places)
        return f"{what} · {phrases.n_models(self.n)}"

    @property
    def n(self) -> int:
        """The number of models shown."""
        return 1 if self.view.model else len(self.register.models)

    @functools.cached_property
    def coverage(self) -> Coverage:
        """In which communes something happens."""
        return coverage(self.register, office().places, self.day)

    @property
    def invented(self) -> bool:
        """Whether nobody did what is shown: all of the sample but for the article's facts."""
        return office().register_is_sample and self.view.selection.dataset != phrases.ARTICLE

    @property
    def day(self) -> dt.date:
        """The day whose communes are counted: the last that is spoken of, or that of reading."""
        read, of = office().local(self.read_at).date(), self.view.selection
        if of.today:
            return read
        told = of.period.last if of.period else newest(self.register)
        return min(read, told or read)


def show(title: str, draw: Callable[[Scope], None], without: Callable[[], None]) -> None:
    """Draw the page: `draw` is called with what is in view, again whenever the register moves.

    `without` draws what helps an office that has no register yet.
    """
    frame.alive(lambda: _body(title, draw, without))


def eyebrow() -> str:
    """Return whose register it is."""
    survey = the_feed().snapshot
    owner = survey.made.form.office if survey else ""
    return " · ".join(filter(None, (owner, gettext("Register of Dân vận khéo"))))


def _body(title: str, draw: Callable[[Scope], None], without: Callable[[], None]) -> None:
    feed = the_register()
    frame.heading(title, eyebrow())
    if feed is None:
        _no_register(without)
        return
    listen(state(feed.number, access.standing()), "register")
    snapshot = feed.snapshot
    if snapshot is None:
        banners.waiting(feed, gettext("Reading the register…"))
        return
    if st.session_state.get("_drawn") != frame.drawn(True):
        st.rerun()  # the first rows arrived, or a click in the page changed the view
    scope = _scope(snapshot)
    _sentence(scope)
    _source(scope)
    pin.draw_beside()
    banners.troubles(feed)
    _left_out(scope)
    for problem in scope.view.problems:
        banners.warning(problem)
    if scope.view.unknown:
        banners.nothing(gettext("Nothing is shown because the link asks for what does not exist."))
    else:
        draw(scope)


def _scope(snapshot: Snapshot[Register]) -> Scope:
    register = snapshot.made
    view = decode(address.current(), register, office().places)
    part = (
        Chosen(dataclasses.replace(register, models={}, results=(), facts=()))
        if view.unknown
        else chosen(register, view.selection)
    )
    return Scope(register, part, view, snapshot.read_at, access.role())


def _sentence(scope: Scope) -> None:
    what = phrases.showing(scope.whole, scope.view, office().places)
    words = Markup("{} <b>{}</b> ·").format(gettext("Showing:"), what)
    with st.container(key="showing"):
        still(Markup(gettext("Showing:")) if scope.view.unknown else words)
        with st.container(key="n_models"):
            still(tag("span", phrases.n_models(scope.n)))


def _source(scope: Scope) -> None:
    """Say where the figures come from; what is invented is said to be."""
    read = gettext("read at {moment}", moment=moment(office().local(scope.read_at)))
    if not office().register_is_sample:
        still(tag("p", read, class_="x-read"))
        return
    mark = tag("span", gettext("Sample data"), class_="x-sample")
    words = (
        gettext("models and figures invented to try the app")
        if scope.invented
        else gettext(
            "what a newspaper article of 10/02/2023 tells of the former Cẩm Mỹ district; what it "
            "does not tell is left empty"
        )
    )
    still(tag("p", *([mark, " "] if scope.invented else []), words, class_="x-read"))


def _left_out(scope: Scope) -> None:
    """Say what only the period leaves out, because it has no time."""
    models, results = scope.chosen.models_without_time, scope.chosen.results_without_period
    told = [
        ngettext("{n} model without a date", "{n} models without a date", models) if models else "",
        ngettext("{n} result without a period", "{n} results without a period", results)
        if results
        else "",
    ]
    if any(told):
        left = "; ".join(filter(None, told))
        still(tag("p", gettext("Not in any period: {left}.", left=left), class_="x-read"))


def _no_register(without: Callable[[], None]) -> None:
    """Say that the office has no register yet, and what leads to one."""
    words = gettext(
        "The office has no register here yet. Download the empty template, or write the address "
        "of your own sheet below [dvk] in .streamlit/secrets.toml."
    )
    still(banners.html("i", words))
    without()
