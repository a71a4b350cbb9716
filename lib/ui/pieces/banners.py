"""The lines that say in what state a page is: sample, stale, empty, waiting, refused."""

import datetime as dt
from collections.abc import Collection
from typing import Any

import numpy as np
import streamlit as st
from markupsafe import Markup

from lib.errors import LinkError
from lib.roles import Role
from lib.settings import LEAST_GROUP
from lib.sources.source_feed import Feed, SourceTrouble
from lib.survey.responses import Responses
from lib.ui.pieces.markup import draw_html, draw_static_html, page_link, tag
from lib.ui.pieces.phrases import too_few_sentence
from lib.ui.shell.address import link_query
from lib.ui.shell.process import the_office, the_settings
from lib.ui.shell.sign_in_panel import offer_sign_in, why_totals_only
from lib.ui.shell.survey_view import PIN_PARAMETERS
from lib.wording import format_clock, format_day, format_moment, gettext


def banner_html(icon: str, words: object, kind: str = "", role: str = "status") -> Markup:
    """Return a banner: an icon and a sentence."""
    return tag(
        "div",
        tag("span", icon, class_="x-icon", aria_hidden="true"),
        tag("p", words),
        class_=f"x-banner {kind}",
        role=role,
    )


def draw_warning(sentence: str) -> None:
    """Say something the reader should know before trusting the figures."""
    draw_static_html(banner_html("!", sentence, "x-warn"))


def draw_unknown_value(value: str) -> None:
    """Say that the address names what does not exist here; what is drawn is the default."""
    draw_warning(str(LinkError(values=f"“{value[:40]}”")))


def draw_error(sentence: str) -> None:
    """Say what failed and what to do."""
    draw_static_html(banner_html("×", sentence, "x-error", role="alert"))


def draw_nothing_left(sentence: str, without: Collection[str] = ()) -> None:
    """Say that nothing is shown, why, and offer the way out, `without` what was not understood."""
    page = st.session_state["_page"]
    names = {"lang", "nguon", *PIN_PARAMETERS} - set(without)
    kept = {name: v for name, v in link_query().items() if name in names}
    words = page_link(gettext("Show all data"), page, kept)
    draw_html(banner_html("∅", Markup("<b>{}</b> {}").format(sentence, words)), key="nothing")


def draw_nothing_yet(sentence: str, then: str = "") -> None:
    """Say that there is nothing of a kind yet, and what happens then."""
    draw_static_html(banner_html("∅", Markup("<b>{}</b> {}").format(sentence, then)))


def enough_to_draw(n: int, responses: Responses) -> bool:
    """Tell whether there is enough to show figures of; say what is missing where there is not."""
    if responses.n == 0:
        draw_nothing_yet(
            gettext("No response has come yet."),
            gettext("The first one appears here by itself."),
        )
    elif n == 0:
        draw_nothing_left(
            " ".join((gettext("No response matches these filters."), _extent(responses)))
        )
    elif n < LEAST_GROUP:
        draw_nothing_left(f"{too_few_sentence()}.")
    return n >= LEAST_GROUP


def _extent(responses: Responses) -> str:
    """Say from which month to which there are responses: the nearest data to an empty filter."""
    known = responses.submitted[~np.isnat(responses.submitted)]
    if not len(known):
        return ""
    first, last = (f"{end.item():%m/%Y}" for end in (known.min(), known.max()))
    return gettext("There are responses from {first} to {last}.", first=first, last=last)


def draw_totals_only() -> None:
    """Say why single responses are not shown here, and offer the way to them."""
    draw_static_html(banner_html("i", why_totals_only()))
    offer_sign_in()


def draw_waiting(feed: Feed[Any], words: str) -> None:
    """Hold the places of the figures while the rows are read for the first time.

    Where they were read, it is viewers who wait for as many new ones as make a step.
    """
    if feed.snapshot:
        draw_nothing_yet(
            gettext("No figures are shown for now."),
            gettext(
                "It is not known any more which ones were shown last, and beside those, new "
                "figures could tell what single people answered. They are shown again once {k} "
                "more responses have come.",
                k=the_settings().k,
            ),
        )
        return
    for trouble in feed.troubles:
        failed = tag("b", gettext("Nothing could be read yet."))
        said = failed + Markup(" {}{}").format(trouble.error, _next_try(trouble))
        draw_static_html(banner_html("×", said, "x-error", role="alert"))
    if feed.troubles and not feed.progress[1] > len(feed.troubles):
        return
    read, every = feed.progress
    if every > 1:
        words += " " + gettext("{read} of {all} sheets", read=read, all=every)
    draw_static_html(tag("p", words, class_="x-read", role="status"))
    for column in st.columns(4):
        column.skeleton(height=96)
    st.skeleton(height=280)


def draw_source_line(
    feed: Feed[Responses], read_at: dt.datetime, role: Role, *, sample: bool
) -> None:
    """Say where the figures come from and how old they are, and what could not be read."""
    read = _read(the_office().local(read_at), role)
    if sample:
        draw_static_html(
            tag(
                "p",
                tag("span", gettext("Sample data"), class_="x-sample"),
                " ",
                gettext(
                    "invented to try the app; only the rates of xã Xuân Tây in Q4 2022 are the "
                    "published ones"
                ),
                " · ",
                read,
                class_="x-read",
            )
        )
    else:
        draw_static_html(tag("p", read, class_="x-read"))
    draw_feed_troubles(feed)


def draw_shortened_warning() -> None:
    """Say that older responses are missing until the source answers."""
    since = the_settings().tracking.kept_from(the_office().clock.today())
    draw_warning(
        gettext(
            "Responses from before {day} are missing until the sheet can be read again: the copy "
            "on this machine does not hold them that long.",
            day=format_day(since),
        )
    )


def draw_feed_troubles(feed: Feed[Any]) -> None:
    """Say what could not be read or kept, and since when."""
    if feed.keep_error:
        draw_warning(str(feed.keep_error))
    for trouble in feed.troubles:
        draw_warning(f"{_since(trouble.since)} {trouble.error}{_next_try(trouble)}")


def _read(moment: dt.datetime, role: Role) -> str:
    """Say when the rows were read; a viewer is not told the minute in which responses came."""
    if role >= Role.STAFF:
        return gettext("updated at {moment}", moment=format_moment(moment))
    return gettext(
        "as of {day}; what rests on fewer than {k} responses is not shown. New "
        "responses are added once there are {k} of them, so that nobody’s answers can "
        "be told",
        day=format_day(moment),
        k=the_settings().k,
    )


def _next_try(trouble: SourceTrouble) -> str:
    if trouble.again_at is None:
        return ""
    time = format_clock(the_office().local(trouble.again_at))
    return " " + gettext("The next try is at {time}.", time=time)


def _since(when: dt.datetime) -> str:
    local = the_office().local(when)
    if local.date() == the_office().clock.today():
        return gettext("Since {time} today:", time=format_clock(local))
    return gettext("Since {day}:", day=format_day(local))
