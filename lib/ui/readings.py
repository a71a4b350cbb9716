"""The readings over time: when, what each brought, and the way to the figures of then.

For staff only: with all steps at hand, a viewer could compare any two that are one response of a
commune apart, without ever having watched.
"""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from lib.evidence.finding import Reading
from lib.ui import address
from lib.ui.desk import the_desk
from lib.ui.feed import office
from lib.ui.markup import draw as draw_html
from lib.ui.markup import join, link, tag
from lib.wording import count, gettext, moment

A_PAGE = 20


def draw() -> None:
    """Draw the readings, the newest first."""
    evidence = the_desk().evidence
    n = evidence.readings(count=1)[0].number
    first = (page("readings", n) - 1) * A_PAGE
    draw_html(_table(evidence.readings(first, A_PAGE)), key="readings")
    pages("readings", n)


def page(of: str, n: int) -> int:
    """Return which page of a list of n lines is open, from 1."""
    return int(st.session_state.get(_key(of, n)) or 1)


def pages(of: str, n: int) -> None:
    """Draw the way to the other pages of a list, where there are more."""
    if n > A_PAGE:
        with st.container(key=f"noprint_{of}_pages"):
            st.pagination(-(-n // A_PAGE), key=_key(of, n))


def _key(of: str, n: int) -> str:
    return f"page_{of}_{-(-n // A_PAGE)}"


def _table(drawn: Iterable[Reading]) -> Markup:
    title = gettext("Readings that brought something new")
    heads = (
        gettext("Figures as read"),
        gettext("New responses"),
        gettext("Alterations"),
        gettext("Seal"),
    )
    head = tag("tr", join(tag("th", name, scope="col") for name in heads))
    body = tag("tbody", join(_row(one) for one in drawn))
    table = tag("table", tag("thead", head), body, class_="x-table x-readings")
    scroll = tag("div", table, class_="x-scroll", tabindex="0", role="region", aria_label=title)
    return tag("section", tag("h2", title, class_="x-h2"), scroll, class_="x-section")


def _row(one: Reading) -> Markup:
    when = moment(office().local(one.read_at))
    way = link(when, "", address.query(luc=[one.code]))
    cells = join(
        tag("td", cell) for cell in (count(one.new), count(one.found), tag("code", one.head))
    )
    return tag("tr", tag("th", way, scope="row"), cells)
