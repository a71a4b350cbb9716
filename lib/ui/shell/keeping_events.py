"""Doing something about a case: it is kept, or stays on the screen with a way to try again."""

import dataclasses
import time
from collections.abc import Iterable, Sequence

import streamlit as st

from lib.errors import ChangedMeanwhileError, FollowUpError
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.ui.pieces.banners import banner_html, draw_error
from lib.ui.pieces.markup import draw_static_html
from lib.ui.shell.access import journal_author
from lib.ui.shell.process import the_desk
from lib.wording import gettext

_SAID = 8.0  # seconds; the page is drawn anew at once, because the journal moved
_TRIED, _KEPT, _EMPTIED = "_act_tried", "_act_kept", "_act_emptied"
_OWN = "_act_own"  # ids of the events that were kept in this session


@dataclasses.dataclass(frozen=True)
class _UnkeptEvents:
    """What could not be kept, and the text fields to be emptied once it is."""

    events: tuple[Event, ...]
    error: FollowUpError
    typed: tuple[str, ...]
    about: str


def new_event(
    subject: str,
    kind: EventKind,
    after: str,
    fields: dict[str, str] | None = None,
    texts: dict[str, str] | None = None,
) -> Event:
    """Return an event of now by whoever is looking, who has seen the event `after`."""
    written: dict[str, str | None] = {name: text for name, text in (texts or {}).items() if text}
    return Event(
        new_id(), subject, kind, the_desk().now(), journal_author(), after, fields or {}, written
    )


def keep_events(
    events: Sequence[Event],
    typed: Sequence[str] = (),
    *,
    about: str = "",
    although_moved: bool = False,
) -> None:
    """Keep the events, from a callback; the `typed` fields are emptied only once they are kept.

    `about` is what `outcome` is asked for, by default the subject. Tried again, it is the same
    events: what was kept after all is not kept twice.
    """
    state = st.session_state
    about = about or events[0].subject
    try:
        the_desk().add(events, although_moved=although_moved)
    except FollowUpError as error:
        state[_TRIED] = _UnkeptEvents(
            tuple(events), error.with_traceback(None), tuple(typed), about
        )
        return
    state[_TRIED], state[_KEPT] = None, (about, time.monotonic())
    state.setdefault(_OWN, set()).update(event.id for event in events)
    empty_text_fields(typed)


def is_own_event(event: Event) -> bool:
    """Tell whether it was done here, in this browser session: the same name may sit elsewhere."""
    return event.id in st.session_state.get(_OWN, ())


def text_field_key(name: str) -> str:
    """Return the key of a text field; it is another one whenever the field was emptied.

    A message that the browser sent before it heard of that still carries the text, which would
    stand there again and be kept twice.
    """
    times = st.session_state.get(_EMPTIED, {}).get(name, 0)
    return f"{name}_{times}" if times else name


def empty_text_fields(names: Iterable[str]) -> None:
    """Empty those of these text fields that hold something; the others stay as they are."""
    times = st.session_state.setdefault(_EMPTIED, {})
    for name in names:
        if st.session_state.get(text_field_key(name)):
            times[name] = times.get(name, 0) + 1


def draw_outcome(about: str) -> None:
    """Draw what became of the last thing done about this."""
    state = st.session_state
    kept, when = state.get(_KEPT, ("", 0.0))
    if kept == about and time.monotonic() - when < _SAID:
        draw_static_html(banner_html("✓", gettext("Saved.")))
    tried: _UnkeptEvents | None = state.get(_TRIED)
    if tried is None or tried.about != about:
        return
    draw_error(str(tried.error))
    with st.container(horizontal=True, key="try_again"):
        moved = isinstance(tried.error, ChangedMeanwhileError)
        st.button(
            gettext("Save mine too") if moved else gettext("Try again"),
            type="primary",
            key="act_again",
            on_click=keep_events,
            args=(tried.events, tried.typed),
            kwargs={"about": about, "although_moved": moved},
        )
        st.button(gettext("Do not save"), key="act_drop", on_click=_drop)


def _drop() -> None:
    st.session_state[_TRIED] = None
