"""The readings over time: when, what each brought, and the way to the figures of then.

For staff only: with all steps at hand, a viewer could compare any two that are one response of a
commune apart, without ever having watched.
"""

from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

from lib.evidence.ledger_finding import LedgerReading
from lib.ui.pieces.html_tables import html_table, scroll_region
from lib.ui.pieces.markup import draw_html, page_link, tag
from lib.ui.shell.address import link_query
from lib.ui.shell.process import the_desk, the_office
from lib.wording import format_count, format_moment, gettext

LINES_A_PAGE = 20


def draw_readings() -> None:
    """Draw the readings, the newest first."""
    evidence = the_desk().evidence
    n = evidence.readings(count=1)[0].number
    first = (open_page_number("readings", n) - 1) * LINES_A_PAGE
    draw_html(_table(evidence.readings(first, LINES_A_PAGE)), key="readings")
    draw_page_numbers("readings", n)


def open_page_number(name: str, n: int) -> int:
    """Return which page of a list of n lines is open, from 1."""
    return int(st.session_state.get(_key(name, n)) or 1)


def draw_page_numbers(name: str, n: int) -> None:
    """Draw the way to the other pages of a list, where there are more."""
    if n > LINES_A_PAGE:
        with st.container(key=f"noprint_{name}_pages"):
            st.pagination(-(-n // LINES_A_PAGE), key=_key(name, n))


def _key(name: str, n: int) -> str:
    return f"page_{name}_{-(-n // LINES_A_PAGE)}"


def _table(drawn: Iterable[LedgerReading]) -> Markup:
    title = gettext("Updates that brought changes")
    heads = (
        gettext("Figures updated"),
        gettext("New responses"),
        gettext("Alterations"),
        gettext("Verification code"),
    )
    table = scroll_region(html_table(heads, map(_row, drawn), kind="x-readings"), title)
    return tag("section", tag("h2", title, class_="x-h2"), table, class_="x-section")


def _row(reading: LedgerReading) -> tuple[object, ...]:
    when = format_moment(the_office().local(reading.read_at))
    way = page_link(when, "", link_query(luc=[reading.code]))
    if reading.is_erasure:
        way += tag("div", gettext("Kept answers were erased; nothing was read."), class_="x-read")
    return (
        way,
        format_count(reading.new_count),
        format_count(reading.finding_count),
        tag("code", reading.head),
    )
