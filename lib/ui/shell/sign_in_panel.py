"""Who is looking: signing in and out, and in the sample the role one tries."""

from typing import Literal

import streamlit as st
from markupsafe import Markup

from lib.roles import ROLE_WORDS, Role
from lib.server.pin_page import PIN_PATH
from lib.server.pin_sign_in import OPEN_NETWORK, WITHOUT_LEADER
from lib.ui.pieces.markup import tag
from lib.ui.shell.access import (
    CHOSEN_ROLE_KEY,
    SignInState,
    granted_role,
    headers_in_between,
    sign_in_state,
    signed_in_by_pin,
    viewer_name,
)
from lib.ui.shell.process import the_office, the_sessions
from lib.wording import current_language, gettext, ngettext


def draw_sign_in() -> None:
    """Draw at the foot of the sidebar who is looking; nothing where nobody signs in."""
    with st.container(key="visitor"):
        if the_office().sample:
            _try_a_role()
        sign = sign_in_state()
        if sign is SignInState.IN:
            _signed_in()
        elif sign is not SignInState.UNKNOWN:
            if sign is SignInState.ENDED:
                _say(why_totals_only())
            _buttons("sidebar", "secondary")


def why_totals_only() -> str:
    """Return the sentence that says why this viewer sees totals only."""
    sessions, sign = the_sessions(), sign_in_state()
    if the_office().sample:
        return gettext("Only totals are shown here, as a viewer sees them.")
    if sessions.rules is None or sign is SignInState.UNKNOWN:
        if names := headers_in_between():
            return gettext(
                "Only totals are shown here: something between your browser and the app, such as "
                "a proxy, a tunnel or an extension, adds “{names}” to what it sends. At this "
                "machine, switch it off for this address, and open the page again.",
                names=", ".join(names)[:80],
            )
        return gettext(
            "Only totals are shown here. Single responses can be read on the machine that runs "
            "the app, until there is sign-in."
        )
    if sign is SignInState.ENDED:
        return _why_ended(sessions.rules.hours)
    if sign is SignInState.OUT:
        return gettext("Only totals are shown here. Staff sign in to read single responses.")
    if signed_in_by_pin():
        return gettext(OPEN_NETWORK)
    if not viewer_name():
        return gettext(
            "Only totals are shown here: the account you signed in with has no verified e-mail."
        )
    return gettext(
        "Only totals are shown here: {mail} is not on the list of staff. Whoever runs the app "
        "can add it.",
        mail=viewer_name(),
    )


def offer_sign_in() -> None:
    """Draw the way to sign in, where that would show more."""
    if sign_in_state() in (SignInState.OUT, SignInState.ENDED) and not the_office().sample:
        with st.container(key="noprint_sign_in", horizontal=True):
            _buttons("page", "primary")


def _buttons(place: str, kind: Literal["primary", "secondary"]) -> None:
    """Draw a way for each provider and for PINs; `place` tells it from others on the page."""
    width: Literal["stretch", "content"] = "stretch" if place == "sidebar" else "content"
    sessions = the_sessions()
    if sessions.without_leader:
        _say(gettext(WITHOUT_LEADER))
    rules = sessions.rules
    providers = (rules.providers or (None,)) if rules and rules.by_provider else ()
    for provider in providers:
        name = provider and provider.capitalize()
        words = gettext("Sign in with {name}", name=name) if name else gettext("Sign in")
        key = f"sign_in_{place}_{provider}"
        st.button(words, key=key, on_click=st.login, args=(provider,), type=kind, width=width)
    if sessions.by_pin:
        words = gettext("Sign in with a PIN") if providers else gettext("Sign in")
        # a page of its own: only a request, and no press on a page, can leave a cookie
        href = f".{PIN_PATH}?lang={current_language()}"
        st.html(tag("a", words, href=href, class_=f"x-button x-{kind}"), width=width)


def _signed_in() -> None:
    role = gettext(ROLE_WORDS[granted_role()])
    if mail := viewer_name():
        _say(Markup("{} · {}").format(tag("b", mail), role))
    if granted_role() is Role.VIEWER:
        _say(why_totals_only())
    if granted_role() is Role.STAFF and the_sessions().without_leader:
        _say(gettext(WITHOUT_LEADER))
    st.button(gettext("Sign out"), key="sign_out", on_click=st.logout, width="stretch")


def _why_ended(hours: int) -> str:
    if signed_in_by_pin():
        return ngettext(
            "Your sign-in has ended: after {n} hour, because you signed out, or because your PIN "
            "or the list of names was changed. Sign in again.",
            "Your sign-in has ended: after {n} hours, because you signed out, or because your PIN "
            "or the list of names was changed. Sign in again.",
            hours,
        )
    return ngettext(
        "Your sign-in has ended: after {n} hour, or because you signed out. Sign in again.",
        "Your sign-in has ended: after {n} hours, or because you signed out. Sign in again.",
        hours,
    )


def _try_a_role() -> None:
    _say(tag("span", gettext("Sample data"), class_="x-sample"))
    words = {role: gettext(ROLE_WORDS[role]) for role in reversed(Role)}
    st.session_state.setdefault(CHOSEN_ROLE_KEY, Role.LEADER)
    st.selectbox(
        gettext("Try it as"), list(words), format_func=words.__getitem__, key=CHOSEN_ROLE_KEY
    )


def _say(words: object) -> None:
    st.html(tag("p", words, class_="x-read"))
