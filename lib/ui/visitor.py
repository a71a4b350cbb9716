"""Who is looking: signing in and out, and in the sample the role one tries."""

from typing import Literal

import streamlit as st
from markupsafe import Markup

from lib.roles import ROLES, Role
from lib.ui import access
from lib.ui.access import Sign
from lib.ui.feed import office, the_sessions
from lib.ui.markup import tag
from lib.wording import gettext, ngettext


def draw() -> None:
    """Draw at the foot of the sidebar who is looking; nothing where nobody signs in."""
    with st.container(key="visitor"):
        if office().sample:
            _try_a_role()
        sign = access.sign()
        if sign is Sign.IN:
            _signed_in()
        elif sign is not Sign.UNKNOWN:
            if sign is Sign.ENDED:
                _say(why())
            _buttons("sidebar", "secondary")


def why() -> str:
    """Return the sentence that says why this viewer sees totals only."""
    rules, sign = the_sessions().rules, access.sign()
    if office().sample:
        return gettext("Only totals are shown here, as a viewer sees them.")
    if rules is None:
        return gettext(
            "Only totals are shown here. Single responses can be read on the machine that runs "
            "the app, until there is sign-in."
        )
    if sign is Sign.ENDED:
        return ngettext(
            "Your sign-in has ended: after {n} hour, or because you signed out. Sign in again.",
            "Your sign-in has ended: after {n} hours, or because you signed out. Sign in again.",
            rules.hours,
        )
    if sign is Sign.OUT:
        return gettext("Only totals are shown here. Staff sign in to read single responses.")
    if not access.mail():
        return gettext(
            "Only totals are shown here: the account you signed in with has no verified e-mail."
        )
    return gettext(
        "Only totals are shown here: {mail} is not on the list of staff. Whoever runs the app "
        "can add it.",
        mail=access.mail(),
    )


def offer() -> None:
    """Draw the way to sign in, where that would show more."""
    if access.sign() in (Sign.OUT, Sign.ENDED) and not office().sample:
        with st.container(key="noprint_sign_in", horizontal=True):
            _buttons("page", "primary")


def _buttons(place: str, kind: Literal["primary", "secondary"]) -> None:
    """Draw a button for each provider; `place` tells it from the same elsewhere on the page."""
    width: Literal["stretch", "content"] = "stretch" if place == "sidebar" else "content"
    rules = the_sessions().rules
    for provider in (rules and rules.providers) or (None,):
        name = provider and provider.capitalize()
        words = gettext("Sign in with {name}", name=name) if name else gettext("Sign in")
        key = f"sign_in_{place}_{provider}"
        st.button(words, key=key, on_click=st.login, args=(provider,), type=kind, width=width)


def _signed_in() -> None:
    role = gettext(ROLES[access.standing()])
    if mail := access.mail():
        _say(Markup("{} · {}").format(tag("b", mail), role))
    if access.standing() is Role.VIEWER:
        _say(why())
    st.button(gettext("Sign out"), key="sign_out", on_click=st.logout, width="stretch")


def _try_a_role() -> None:
    _say(tag("span", gettext("Sample data"), class_="x-sample"))
    words = {role: gettext(ROLES[role]) for role in reversed(Role)}
    st.session_state.setdefault(access.CHOSEN, Role.LEADER)
    st.selectbox(
        gettext("Try it as"), list(words), format_func=words.__getitem__, key=access.CHOSEN
    )


def _say(words: object) -> None:
    st.html(tag("p", words, class_="x-read"))
