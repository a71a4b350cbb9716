"""The readings over time: when, what each brought, and the way to the figures of then."""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from lib.evidence.finding import Reading
from lib.roles import Role
from lib.ui import address
from lib.ui.desk import the_desk
from lib.ui.feed import office
from lib.ui.markup import draw as draw_html
from lib.ui.markup import join, link, tag
from lib.ui.scope import Scope
from lib.wording import count, day, gettext, moment

A_PAGE = 20


def draw(scope: Scope) -> None:
    """Draw the readings, the newest first; viewers are told the day of those they were shown."""
    evidence, viewer = the_desk().evidence, scope.role is Role.VIEWER
    n = len(evidence.readings(shown=True)) if viewer else evidence.readings(count=1)[0].number
    first = (page("readings", n) - 1) * A_PAGE
    drawn = evidence.readings(first, A_PAGE, shown=viewer)
    draw_html(_table(drawn, private=scope.private), key="readings")
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


def _table(drawn: Iterable[Reading], *, private: bool) -> Markup:
    title = gettext("Readings that brought something new")
    counted = (gettext("New responses"), gettext("Alterations")) if private else ()
    heads = (gettext("Figures as read"), *counted, gettext("Seal"))
    head = tag("tr", join(tag("th", name, scope="col") for name in heads))
    body = tag("tbody", join(_row(one, private=private) for one in drawn))
    table = tag("table", tag("thead", head), body, class_="x-table x-readings")
    scroll = tag("div", table, class_="x-scroll", tabindex="0", role="region", aria_label=title)
    return tag("section", tag("h2", title, class_="x-h2"), scroll, class_="x-section")


def _row(one: Reading, *, private: bool) -> Markup:
    at = office().local(one.read_at)
    when = moment(at) if private else day(at)
    way = link(when, "", address.query(luc=[one.code]))
    counted = (count(one.new), count(one.found)) if private else ()
    cells = join(tag("td", cell) for cell in (*counted, tag("code", one.head)))
    return tag("tr", tag("th", way, scope="row"), cells)
