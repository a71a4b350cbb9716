"""The one desk of this process, beside its feed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import streamlit as st

from lib.desk import Desk
from lib.evidence.pinned_responses import PinnedResponses
from lib.notify.apprise_channel import open_channels
from lib.notify.notifier import Notifier
from lib.notify.refused_channels import RefusedChannels
from lib.ui.shell.process import the_feed, the_office, the_settings, the_viewer_feed


@st.cache_resource(show_spinner=False, on_release=lambda desk: desk.journal.stop())
def the_desk() -> Desk:
    """Return the running desk; the sample's needs its rows, so call it once there are some."""
    feed, desk = the_feed(), _opened()
    journal = desk.journal
    journal.chores += [_observing(desk), desk.retain, *_notifying(desk)]
    journal.watched = lambda: feed.watched
    feed.listen(lambda _: journal.wake())
    journal.listen(lambda _: feed.stir())
    journal.start()
    return desk


def _opened() -> Desk:
    if not the_office().sample:
        return Desk.open(the_settings(), Path.cwd() / ".streamlit")
    feed = the_feed()
    feed.ready()
    snapshot = feed.snapshot
    assert snapshot is not None, "the bundled sample can always be read"
    return Desk.of_sample(snapshot.made, the_office().clock)


def _observing(desk: Desk) -> Callable[[], None]:
    """Return the chore that has the ledger take in what was read, and what viewers see of it."""
    feed, steps = the_feed(), the_viewer_feed()

    def chore() -> None:
        # what viewers see may be older than the newest: it is a reading of its own
        shown, newest = steps.snapshot, feed.snapshot
        if shown and shown.whole:
            desk.observe(shown.made, shown.read_at)
        if shown:
            desk.evidence.showed(shown.read_at)
        if newest and newest.whole:
            desk.observe(newest.made, newest.read_at)

    return chore


def _notifying(desk: Desk) -> Iterator[Callable[[], object]]:
    """Yield the chore that tells the office of its cases; never of the sample's."""
    told, feed = the_settings().notify, the_feed()
    if told.urls and not the_office().sample:
        notifier = Notifier(desk, told, open_channels(told))
        yield lambda: notifier.look(feed.snapshot.made) if feed.snapshot else None


@st.cache_resource(show_spinner=False)
def the_refused_channels() -> RefusedChannels:
    """Return what knows which channels of the settings do not accept their messages."""
    return RefusedChannels(the_desk().journal)


@st.cache_resource(show_spinner=False)
def the_pins() -> PinnedResponses:
    """Return the readings that links are pinned to."""
    survey = the_office()
    return PinnedResponses(
        the_desk().evidence, lambda tables: survey.as_described(tables, survey.describing())
    )
