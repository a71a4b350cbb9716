"""Pinning: the button that puts the reading into the address, and what a pinned page says."""

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from lib.evidence.ledger_finding import LedgerReading
from lib.roles import Role
from lib.ui.pieces.banners import banner_html, draw_warning
from lib.ui.pieces.glossary import with_term_link
from lib.ui.pieces.markup import draw_html, draw_static_html, page_link, tag
from lib.ui.shell.access import viewer_role
from lib.ui.shell.address import change_address, current_address
from lib.ui.shell.altered_line import draw_altered_line
from lib.ui.shell.displayed_reading import DisplayedReading, displayed_reading
from lib.ui.shell.process import feed_for_role, the_desk, the_office, the_settings
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import format_day, format_moment, gettext, ngettext

_FAILED = "_pin_failed"


def draw_pin_button() -> None:
    """Draw the button that pins what is shown, where nothing is pinned yet."""
    failed = st.session_state.pop(_FAILED, False)
    if not current_address().get("luc"):
        st.button(gettext("Freeze these figures"), key="pin", on_click=_pin, width="stretch")
    if failed:
        words = gettext(
            "The log of verification does not hold this update yet. Try again in a moment."
        )
        st.html(tag("p", words, class_="x-read", role="alert"))


def _pin() -> None:
    """Write the reading that is on the screen into the address; none where it is not sealed."""
    role = viewer_role()
    if reading := newest_sealed_reading(role):
        change_address(luc=[reading.code])
    else:
        st.session_state[_FAILED] = True


def newest_sealed_reading(role: Role) -> LedgerReading | None:
    """Return the reading of what this role sees now, None where the ledger does not hold it."""
    desk, snapshot = the_desk(), feed_for_role(role).snapshot
    if snapshot is None or not snapshot.whole:
        return None
    desk.observe(snapshot.made, snapshot.read_at)
    if role is Role.VIEWER:
        desk.evidence.showed(snapshot.read_at)
    reading = desk.evidence.reading(snapshot.read_at)
    if (
        desk.evidence.trouble
        or reading is None
        or (role is Role.VIEWER and not reading.seen_by_viewers)
    ):
        return None
    return reading


def draw_pin_banner(scope: SurveyScope) -> None:
    """Say of a pinned page what it shows, and of any page which responses in it were altered."""
    if scope.displayed.pin:
        now = page_link(
            gettext("Show the figures of now"), st.session_state["_page"], _without("luc")
        )
        words = Markup("<b>{}</b>. {}").format("; ".join(_pinned(scope, scope.displayed.pin)), now)
        words = with_term_link(words, "chot-so-lieu")
        head = with_term_link(seal_words(scope.displayed.pin), "ma-xac-thuc")
        seal = tag("small", head, class_="x-seal")
        draw_html(banner_html("i", words + seal, "x-pinned"), key="pinned")
    elif scope.private:
        draw_static_html(
            tag("p", displayed_seal_words(scope.displayed, scope.role), class_="x-read x-printed")
        )
    if scope.private:
        draw_altered_line(scope, _without("ban"))


def draw_register_pin_note() -> None:
    """Say on a page of something else than responses what a pinned link means there."""
    snapshot, role = feed_for_role(viewer_role()).snapshot, viewer_role()
    if snapshot is None:
        return
    displayed = displayed_reading(snapshot, role)
    for problem in displayed.refused.problems if displayed.refused else ():
        draw_warning(problem)
    if displayed.pin:
        read_at = the_office().local(displayed.pin.read_at)
        words = gettext(
            "The register is shown as it is now; what is told of responses is of {day}.",
            day=format_day(read_at),
        )
        draw_static_html(tag("p", words, class_="x-read", role="status"))


def displayed_seal_words(displayed: DisplayedReading, role: Role) -> str:
    """Return the head that stands for what is shown, in words; "" while there is none."""
    reading = displayed.reading(role)
    return seal_words(reading) if reading else ""


def seal_words(reading: LedgerReading) -> str:
    """Return a reading's head in words, as every paper bears it."""
    return gettext("verification code {head}", head=reading.head)


def _pinned(scope: SurveyScope, pin: LedgerReading) -> Iterator[str]:
    read_at = the_office().local(pin.read_at)
    if scope.private:
        yield gettext("Figures frozen as of {moment}", moment=format_moment(read_at))
    else:
        yield gettext("Figures frozen as of {day}", day=format_day(read_at))
    if words := _meanwhile(scope):
        yield words
    if since := scope.responses.counted_since:
        day = format_day(the_office().local(since))
        yield gettext("answers count as they are understood since {day}", day=day)


def _meanwhile(scope: SurveyScope) -> str:
    """Say how many responses more there are now; nothing that tells a viewer of a few."""
    live = scope.live
    more = live.n - scope.n
    if not scope.private and (scope.hidden or live.hidden or abs(more) < the_settings().k):
        return ""
    if more < 0:
        return ngettext("{n} response fewer now", "{n} responses fewer now", -more)
    if more == 0:
        return gettext("as many responses now")
    return ngettext("{n} response more now", "{n} responses more now", more)


def _without(name: str) -> dict[str, list[str]]:
    return {kept: values for kept, values in current_address().items() if kept != name}
