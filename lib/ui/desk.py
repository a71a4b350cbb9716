"""The one desk of this process, beside its feed."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lib.desk import Desk
from lib.evidence.pins import Pins
from lib.notify.channel import channels
from lib.notify.notifier import Notifier
from lib.survey.responses import Responses
from lib.ui.feed import configured, office, the_feed, the_steps


@st.cache_resource(show_spinner=False, on_release=lambda desk: desk.journal.stop())
def the_desk() -> Desk:
    """Return the running desk; the sample's needs its rows, so call it once there are some."""
    feed = the_feed()
    if office().sample:
        feed.ready()
        snapshot = feed.snapshot
        assert snapshot is not None, "the bundled sample can always be read"
        desk = Desk.of_sample(snapshot.made)
    else:
        folder = Path.cwd() / ".streamlit"
        desk = Desk.open(configured(), folder)
    journal, steps = desk.journal, the_steps()

    def observe() -> None:
        # what viewers see may be older than the newest: it is a reading of its own
        for snapshot in (steps.snapshot, feed.snapshot):
            if snapshot and snapshot.whole:
                desk.observe(snapshot.made, snapshot.read_at)
            if shown := steps.snapshot:
                desk.evidence.showed(shown.read_at)

    def notify(look: Callable[[Responses], object]) -> Callable[[], None]:
        def chore() -> None:
            if snapshot := feed.snapshot:
                look(snapshot.made)

        return chore

    journal.chores += [observe, desk.retain]
    told = configured().notify
    if told.urls and not office().sample:  # whose cases are nobody's
        journal.chores.append(notify(Notifier(desk, told, channels(told)).look))
    journal.watched = lambda: feed.watched
    feed.listen(lambda _: journal.wake())
    journal.listen(lambda _: feed.stir())
    journal.start()
    return desk


@st.cache_resource(show_spinner=False)
def the_pins() -> Pins:
    """Return the readings that links are pinned to."""
    survey = office()
    return Pins(
        the_desk().evidence, lambda tables: survey.as_described(tables, survey.describing())
    )
