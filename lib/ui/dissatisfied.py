"""The dissatisfied responses in view: how many, and one by one for those who may read them."""

import datetime as dt

import numpy as np
import streamlit as st

from lib.analysis.overview import overview
from lib.reports.dissatisfied import csv_file, xlsx_file
from lib.survey.dissatisfied import Positions, comment, found, read
from lib.ui import address, banners
from lib.ui.bars import bars, legend
from lib.ui.cases import Card, cards
from lib.ui.feed import office, the_feed
from lib.ui.frame import Scope
from lib.ui.markup import draw, link, still, tag
from lib.wording import count, gettext, moment, ngettext

NEWEST = 5
PRIVATE = "noi-bo-"  # the server gives files of this name to this machine alone
SAMPLE = "du-lieu-mau-"


def of(scope: Scope) -> Positions:
    """Return the positions of the dissatisfied responses in view, newest first."""
    positions: Positions = found(scope.responses, scope.rows, scope.view.selection.questions)
    return positions


def search() -> str:
    """Draw the search in comments and return what is sought; it is never in the address."""
    st.text_input(
        gettext("Search in the comments"),
        placeholder=gettext("accents are not needed"),
        key="search",
    )
    return _sought()


def _sought() -> str:
    return str(st.session_state.get("search") or "").strip()


def how_many(n: int) -> str:
    """Return how many are left; a heading and a file say what was searched for."""
    words = ngettext("{n} dissatisfied response", "{n} dissatisfied responses", n)
    sought = _sought()
    return gettext("{found} with “{words}”", found=words, words=sought) if sought else words


def draw_downloads(scope: Scope, positions: Positions) -> None:
    """Draw the buttons that take these responses along; a file is made when it is asked for."""
    office_only = "" if office().sample else PRIVATE
    name = f"{office_only or SAMPLE}y-kien-chua-hai-long"
    notes, questions = _notes(scope, len(positions)), scope.view.selection.questions
    responses = scope.responses
    st.download_button(
        gettext("Download for Excel (xlsx)"),
        lambda: xlsx_file(read(responses, positions, questions), notes),
        f"{name}.xlsx",
        on_click="ignore",
    )
    st.download_button(
        gettext("Download as csv"),
        lambda: csv_file(read(responses, positions, questions), notes),
        f"{name}.csv",
        "text/csv",
        on_click="ignore",
    )


def _notes(scope: Scope, n: int) -> list[str]:
    """Return the lines above a table that leaves the screen: what it is and when it was read."""
    snapshot = the_feed().snapshot
    read_at = snapshot.read_at if snapshot else dt.datetime.now(dt.UTC)
    sample = [gettext("Sample data: invented, but for the published rates.")]
    return [
        *(sample if office().sample else []),
        f"{how_many(n)} · {scope.sentence}",
        gettext("read at {moment}", moment=moment(office().local(read_at))),
    ]


def draw_counts(scope: Scope) -> None:
    """Draw how many were dissatisfied with what, for those who may not read single responses."""
    asked = overview(scope.responses, scope.view.selection).questions
    most_first = sorted(asked, key=lambda of: -of.dissatisfied)
    draw(legend(most_first) + bars(most_first, address.query()), key="counts")


def draw_newest(scope: Scope, at: int) -> None:
    """Draw what the newest who were dissatisfied with one question wrote, and the way to all."""
    question = scope.responses.form.rated[at]
    positions = found(scope.responses, scope.rows, (question.id,))
    if not len(positions):
        return
    if not scope.private:
        banners.aggregates_only()
        return
    said = [p for p in positions if comment(scope.responses, int(p))][:NEWEST]
    if said:
        still(tag("h2", gettext("What those who were dissatisfied wrote"), class_="x-h2"))
        told = read(scope.responses, np.array(said, dtype=np.intp), (question.id,))
        still(cards(Card(one) for one in told))
    words = gettext("All {n} dissatisfied responses", n=count(len(positions)))
    draw(tag("p", link(words, "can_xu_ly", address.query(cau=[question.id]))), key="all_of_them")
