"""The readings over time: when, what each brought, and the way to the figures of then.

For staff only: with all steps at hand, a viewer could compare any two that are one response of a
commune apart, without ever having watched.
"""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from lib.evidence.ledger_finding import LedgerReading
from lib.ui.pieces.markup import draw_html, join_markup, page_link, tag
from lib.ui.shell.address import link_query
from lib.ui.shell.process import the_office
from lib.ui.shell.process_desk import the_desk
from lib.wording import format_count, format_moment, gettext

LINES_A_PAGE = 20


def draw_readings() -> None:
    """Draw the readings, the newest first."""
    evidence = the_desk().evidence
    n = evidence.readings(count=1)[0].number
    first = (open_page_number("readings", n) - 1) * LINES_A_PAGE
    draw_html(_table(evidence.readings(first, LINES_A_PAGE)), key="readings")
    draw_page_numbers("readings", n)


def open_page_number(of: str, n: int) -> int:
    """Return which page of a list of n lines is open, from 1."""
    return int(st.session_state.get(_key(of, n)) or 1)


def draw_page_numbers(of: str, n: int) -> None:
    """Draw the way to the other pages of a list, where there are more."""
    if n > LINES_A_PAGE:
        with st.container(key=f"noprint_{of}_pages"):
            st.pagination(-(-n // LINES_A_PAGE), key=_key(of, n))


def _key(of: str, n: int) -> str:
    return f"page_{of}_{-(-n // LINES_A_PAGE)}"


def _table(drawn: Iterable[LedgerReading]) -> Markup:
    title = gettext("Readings that brought something new")
    heads = (
        gettext("Figures as read"),
        gettext("New responses"),
        gettext("Alterations"),
        gettext("Seal"),
    )
    head = tag("tr", join_markup(tag("th", name, scope="col") for name in heads))
    body = tag("tbody", join_markup(_row(one) for one in drawn))
    table = tag("table", tag("thead", head), body, class_="x-table x-readings")
    scroll = tag("div", table, class_="x-scroll", tabindex="0", role="region", aria_label=title)
    return tag("section", tag("h2", title, class_="x-h2"), scroll, class_="x-section")


def _row(one: LedgerReading) -> Markup:
    when = format_moment(the_office().local(one.read_at))
    way = page_link(when, "", link_query(luc=[one.code]))
    cells = join_markup(
        tag("td", cell)
        for cell in (
            format_count(one.new_count),
            format_count(one.finding_count),
            tag("code", one.head),
        )
    )
    return tag("tr", tag("th", way, scope="row"), cells)
