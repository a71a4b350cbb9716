"""The dissatisfied responses in view: how many, and one by one for those who may read them."""

import numpy as np
import streamlit as st

from lib.analysis.overview import overview
from lib.errors import JournalError
from lib.followup.item import Item
from lib.followup.masks import masked
from lib.survey.dissatisfied import Positions, comment, found, read
from lib.ui import access, address, banners
from lib.ui.bars import bars, legend
from lib.ui.cases import Card, cards
from lib.ui.desk import the_desk
from lib.ui.markup import draw, link, still, tag
from lib.ui.scope import Scope
from lib.wording import count, gettext, ngettext

NEWEST = 5


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


def draw_counts(scope: Scope) -> None:
    """Draw how many were dissatisfied with what, for those who may not read single responses."""
    asked = overview(scope.responses, scope.view.selection, scope.may).questions
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
    said = [p for p in _readable(scope, positions) if comment(scope.responses, int(p))][:NEWEST]
    if said:
        still(tag("h2", gettext("What those who were dissatisfied wrote"), class_="x-h2"))
        told = read(scope.responses, np.array(said, dtype=np.intp), (question.id,))
        masks = (one.saying(masked(one.comment)) for one in told)
        still(cards(Card(Item(one)) for one in masks))
    words = gettext("All {n} dissatisfied responses", n=count(len(positions)))
    draw(tag("p", link(words, "can_xu_ly", address.query(cau=[question.id]))), key="all_of_them")


def _readable(scope: Scope, positions: Positions) -> Positions:
    """Return those that this reader may read: what is held for leaders only they read.

    What a response said once may be what it is held for, whatever it says now.
    """
    if access.reads_held():
        return positions
    if not scope.shown.live:
        return positions[:0]
    try:
        cases = the_desk().cases(scope.responses)
    except JournalError:
        return positions[:0]
    readable: Positions = positions[~np.isin(positions, cases.positions[cases.held])]
    return readable
