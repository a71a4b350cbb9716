"""The frame of the register's page: heading, what is shown of which dataset, every state."""

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from lib.movement.commune_coverage import Coverage, commune_coverage, newest_register_day
from lib.movement.register_records import Register
from lib.movement.register_selection import SelectedRegister, select_register
from lib.roles import Role
from lib.server.push import push_state
from lib.sources.source_feed import Snapshot
from lib.ui.dan_van_kheo.register_phrases import (
    ARTICLE_DATASET,
    model_count_words,
    register_sentence,
)
from lib.ui.dan_van_kheo.register_view import RegisterView, decode_register_view
from lib.ui.pieces.banners import (
    banner_html,
    draw_feed_troubles,
    draw_nothing_left,
    draw_waiting,
    draw_warning,
)
from lib.ui.pieces.markup import draw_static_html, tag
from lib.ui.shell.access import granted_role, viewer_role
from lib.ui.shell.address import current_address
from lib.ui.shell.live import redraw_when_moved
from lib.ui.shell.page_frame import draw_heading, draw_in_fragment, sidebar_basis
from lib.ui.shell.pin import draw_register_pin_note
from lib.ui.shell.process import the_feed, the_office, the_register_feed
from lib.wording import format_moment, gettext, ngettext


@dataclasses.dataclass(frozen=True)
class RegisterScope:
    """What the page draws: the register, the part of it in view, and who is looking."""

    whole: Register
    chosen: SelectedRegister
    view: RegisterView
    read_at: dt.datetime  # UTC
    role: Role

    @property
    def register(self) -> Register:
        """The part in view."""
        return self.chosen.register

    @property
    def sentence(self) -> str:
        """Return what is shown, as it stands on the page and on every paper."""
        what = register_sentence(self.whole, self.view, the_office().places)
        return f"{what} · {model_count_words(self.n)}"

    @property
    def n(self) -> int:
        """The number of models shown."""
        return 1 if self.view.model else len(self.register.models)

    @functools.cached_property
    def coverage(self) -> Coverage:
        """In which communes something happens."""
        return commune_coverage(self.register, the_office().places, self.day)

    @property
    def invented(self) -> bool:
        """Whether nobody did what is shown: all of the sample but for the article's facts."""
        return the_office().register_is_sample and self.view.selection.dataset != ARTICLE_DATASET

    @property
    def day(self) -> dt.date:
        """The day whose communes are counted: the last that is spoken of, or that of reading."""
        read, selection = the_office().local(self.read_at).date(), self.view.selection
        if selection.today:
            return read
        last = selection.period.last if selection.period else newest_register_day(self.register)
        return min(read, last or read)


def draw_register_page(
    title: str, draw: Callable[[RegisterScope], None], without: Callable[[], None]
) -> None:
    """Draw the page: `draw` is called with what is in view, again whenever the register moves.

    `without` draws what helps an office that has no register yet.
    """
    draw_in_fragment(lambda: _body(title, draw, without))


def _register_owner() -> str:
    """Return whose register it is."""
    survey = the_feed().snapshot
    owner = survey.made.form.office if survey else ""
    return " · ".join(filter(None, (owner, gettext("Register of Dân vận khéo"))))


def _body(title: str, draw: Callable[[RegisterScope], None], without: Callable[[], None]) -> None:
    feed = the_register_feed()
    draw_heading(title, _register_owner())
    if feed is None:
        _no_register(without)
        return
    redraw_when_moved(push_state(feed.number, granted_role()), "register")
    snapshot = feed.snapshot
    if snapshot is None:
        draw_waiting(feed, gettext("Reading the register…"))
        return
    if st.session_state.get("_drawn") != sidebar_basis(True):
        st.rerun()  # the first rows arrived, or a click in the page changed the view
    scope = _scope(snapshot)
    _sentence(scope)
    _source(scope)
    draw_register_pin_note()
    draw_feed_troubles(feed)
    _left_out(scope)
    for problem in scope.view.problems:
        draw_warning(problem)
    if scope.view.unknown:
        draw_nothing_left(
            gettext("Nothing is shown because the link asks for what does not exist.")
        )
    else:
        draw(scope)


def _scope(snapshot: Snapshot[Register]) -> RegisterScope:
    register = snapshot.made
    view = decode_register_view(current_address(), register, the_office().places)
    part = (
        SelectedRegister(dataclasses.replace(register, models={}, results=(), facts=()))
        if view.unknown
        else select_register(register, view.selection)
    )
    return RegisterScope(register, part, view, snapshot.read_at, viewer_role())


def _sentence(scope: RegisterScope) -> None:
    what = register_sentence(scope.whole, scope.view, the_office().places)
    words = Markup("{} <b>{}</b> ·").format(gettext("Showing:"), what)
    with st.container(key="showing"):
        draw_static_html(Markup(gettext("Showing:")) if scope.view.unknown else words)
        with st.container(key="n_models"):
            draw_static_html(tag("span", model_count_words(scope.n)))


def _source(scope: RegisterScope) -> None:
    """Say where the figures come from; what is invented is said to be."""
    read = gettext("updated at {moment}", moment=format_moment(the_office().local(scope.read_at)))
    if not the_office().register_is_sample:
        draw_static_html(tag("p", read, class_="x-read"))
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
    draw_static_html(tag("p", *([mark, " "] if scope.invented else []), words, class_="x-read"))


def _left_out(scope: RegisterScope) -> None:
    """Say what only the period leaves out, because it has no time."""
    models, results = scope.chosen.models_without_time, scope.chosen.results_without_period
    counts = [
        ngettext("{n} model without a date", "{n} models without a date", models) if models else "",
        ngettext("{n} result without a period", "{n} results without a period", results)
        if results
        else "",
    ]
    if any(counts):
        left = "; ".join(filter(None, counts))
        draw_static_html(
            tag("p", gettext("Not in any period: {left}.", left=left), class_="x-read")
        )


def _no_register(without: Callable[[], None]) -> None:
    """Say that the office has no register yet, and what leads to one."""
    words = gettext(
        "The office has no register here yet. Download the empty template, or write the address "
        "of your own sheet below [dvk] in .streamlit/secrets.toml."
    )
    draw_static_html(banner_html("i", words))
    without()
