"""One case as it is read: what the response says, and all that happened to it so far."""

import streamlit as st
from markupsafe import Markup

from lib.followup.case import Case
from lib.followup.history import said
from lib.followup.item import Item, without_contacts
from lib.journal.event import Event, Kind
from lib.office_clock import OfficeClock
from lib.roles import named
from lib.survey.dissatisfied import Dissatisfied
from lib.ui import acting, work_filters
from lib.ui.cases import chips, place, submitted
from lib.ui.desk import the_desk
from lib.ui.markup import draw as draw_html
from lib.ui.markup import join, link, still, tag
from lib.wording import gettext, moment

_UNMASKED = "_unmasked"  # the case whose comment somebody asked to see as it was written


def back() -> None:
    """Draw the way back to the list."""
    words = link(gettext("← All cases in this view"), "can_xu_ly", work_filters.query())
    draw_html(tag("p", words, class_="x-back"), key="slip_back")


def as_read(one: Item) -> Item:
    """Return the case as it may be read and taken along: contacts hidden until somebody asked."""
    asked = one.case is not None and st.session_state.get(_UNMASKED) == one.case.code
    return one if asked else without_contacts(one)


def draw_said(response: Dissatisfied, case: Case, *, hidden: bool) -> None:
    """Draw what the response says; asking for contacts that are `hidden` in it is an event."""
    facts = filter(None, (submitted(response), *place(response), response.sector))
    words = response.comment or gettext("No comment was written.")
    still(
        tag(
            "article",
            tag("p", chips(response.answers), class_="x-chips"),
            tag("p", words, class_="x-comment"),
            tag("p", " · ".join(facts), class_="x-meta"),
            class_="x-slip",
        )
    )
    if hidden:
        asked = acting.event(case.code, Kind.UNMASKED, case.last)
        st.button(
            gettext("Show phone numbers, ID numbers and e-mails"),
            help=gettext("It is noted in the history who asked and when."),
            key="slip_unmask",
            on_click=_unmask,
            args=(asked,),
        )


def _unmask(asked: Event) -> None:
    acting.keep([asked], although_moved=True)
    if the_desk().journal.knows(asked):  # shown only once it is noted
        st.session_state[_UNMASKED] = asked.subject


def draw_history(case: Case) -> None:
    """Draw everything that happened, newest first."""
    still(tag("h2", gettext("History"), class_="x-h2"))
    if not case.events:
        still(tag("p", gettext("Nothing has been done yet."), class_="x-read"))
        return
    told = reversed(list(enumerate(case.events)))
    still(tag("ol", join(_line(case, at) for at, _ in told), class_="x-history"))


def _line(case: Case, at: int) -> Markup:
    event = case.events[at]
    when = moment(OfficeClock.local(event.at))
    texts = (
        tag("p", text if text is not None else gettext("(deleted)"), class_="x-comment")
        for text in event.texts.values()
    )
    crossed = gettext("done at the same time as the line below") if case.crossed(event) else ""
    return tag(
        "li",
        tag("p", tag("b", said(event)), class_="x-did"),
        join(texts),
        tag("p", " · ".join(filter(None, (when, named(event.who), crossed))), class_="x-meta"),
    )
