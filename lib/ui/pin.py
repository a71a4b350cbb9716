"""Pinning: the button that puts the reading into the address, and what a pinned page says."""

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from lib.evidence.finding import Reading
from lib.roles import Role
from lib.ui import access, address, altered, banners
from lib.ui.desk import the_desk
from lib.ui.feed import configured, office, reading
from lib.ui.markup import draw as draw_html
from lib.ui.markup import link, still, tag
from lib.ui.scope import Scope
from lib.ui.shown import Shown, shown
from lib.wording import day, gettext, moment, ngettext

_FAILED = "_pin_failed"


def button() -> None:
    """Draw the button that pins what is shown, where nothing is pinned yet."""
    failed = st.session_state.pop(_FAILED, False)
    if not address.current().get("luc"):
        st.button(gettext("Pin the figures"), key="pin", on_click=_pin, width="stretch")
    if failed:
        words = gettext("The ledger does not hold this reading yet. Try again in a moment.")
        st.html(tag("p", words, class_="x-read", role="alert"))


def _pin() -> None:
    """Write the reading that is on the screen into the address; none where it is not sealed."""
    role = access.role()
    if found := newest(role):
        address.change(luc=[found.code])
    else:
        st.session_state[_FAILED] = True


def newest(role: Role) -> Reading | None:
    """Return the reading of what this role sees now, None where the ledger does not hold it."""
    desk, snapshot = the_desk(), reading(role).snapshot
    if snapshot is None or not snapshot.whole:
        return None
    desk.observe(snapshot.made, snapshot.read_at)
    if role is Role.VIEWER:
        desk.evidence.showed(snapshot.read_at)
    found = desk.evidence.reading(snapshot.read_at)
    if desk.evidence.trouble or found is None or (role is Role.VIEWER and not found.shown):
        return None
    return found


def draw(scope: Scope) -> None:
    """Say of a pinned page what it shows, and of any page which responses in it were altered."""
    if scope.shown.pin:
        now = link(gettext("Show the figures of now"), st.session_state["_page"], _without("luc"))
        words = Markup("<b>{}</b>. {}").format("; ".join(_pinned(scope, scope.shown.pin)), now)
        seal = tag("small", sealed(scope.shown.pin), class_="x-seal")
        draw_html(banners.html("i", words + seal, "x-pinned"), key="pinned")
    elif scope.private:
        still(tag("p", seal_of(scope.shown, scope.role), class_="x-read x-printed"))
    if scope.private:
        altered.draw(scope, _without("ban"))


def draw_beside() -> None:
    """Say on a page of something else than responses what a pinned link means there."""
    snapshot, role = reading(access.role()).snapshot, access.role()
    if snapshot is None:
        return
    of = shown(snapshot, role)
    for problem in of.refused.problems if of.refused else ():
        banners.warning(problem)
    if of.pin:
        at = office().local(of.pin.read_at)
        words = gettext(
            "The register is shown as it is now; what is told of responses is of {day}.",
            day=day(at),
        )
        still(tag("p", words, class_="x-read", role="status"))


def seal_of(shown: Shown, role: Role) -> str:
    """Return the head that stands for what is shown, in words; "" while there is none."""
    found = shown.reading(role)
    return sealed(found) if found else ""


def sealed(of: Reading) -> str:
    """Return a reading's head in words, as every paper bears it."""
    return gettext("seal {head}", head=of.head)


def _pinned(scope: Scope, pin: Reading) -> Iterator[str]:
    at = office().local(pin.read_at)
    if scope.private:
        yield gettext("Figures as read at {moment}", moment=moment(at))
    else:
        yield gettext("Figures as read on {day}", day=day(at))
    if words := _meanwhile(scope):
        yield words


def _meanwhile(scope: Scope) -> str:
    """Say how many responses more there are now; nothing that tells a viewer of a few."""
    live = scope.live
    more = live.n - scope.n
    if not scope.private and (scope.hidden or live.hidden or abs(more) < configured().k):
        return ""
    if more < 0:
        return ngettext("{n} response fewer now", "{n} responses fewer now", -more)
    if more == 0:
        return gettext("as many responses now")
    return ngettext("{n} response more now", "{n} responses more now", more)


def _without(name: str) -> dict[str, list[str]]:
    return {kept: values for kept, values in address.current().items() if kept != name}
