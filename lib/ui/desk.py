"""The one desk of this process, beside its feed."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from lib.desk import Desk
from lib.notify.channel import channels
from lib.notify.notifier import Notifier
from lib.survey.responses import Responses
from lib.ui.feed import configured, office, the_feed


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
    journal = desk.journal

    def newest(do: Callable[[Responses], object]) -> Callable[[], None]:
        def chore() -> None:
            if snapshot := feed.snapshot:
                do(snapshot.made)

        return chore

    journal.chores += [newest(desk.sight), desk.retain]
    told = configured().notify
    if told.urls and not office().sample:  # whose cases are nobody's
        journal.chores.append(newest(Notifier(desk, told, channels(told)).look))
    journal.watched = lambda: feed.watched
    feed.listen(lambda _: journal.wake())
    journal.listen(lambda _: feed.stir())
    journal.start()
    return desk
