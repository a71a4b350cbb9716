"""The keys of the page of cases: through the list, and through the work on one case."""

from lib.journal.journal_lines import EventKind
from lib.ui.pieces.shortcuts import Shortcut, draw_shortcuts
from lib.wording import gettext


def draw_list_shortcuts() -> None:
    """Draw the keys of the list."""
    opening = ".x-open a"
    draw_shortcuts(
        [
            Shortcut("j", opening, gettext("go to the next case; Enter opens it"), 1),
            Shortcut("k", opening, gettext("go to the case before"), -1),
            Shortcut("/", ".st-key-search input", gettext("search in the comments")),
            Shortcut("c", ".st-key-several_open button", gettext("choose several cases")),
        ]
    )


def draw_case_shortcuts() -> None:
    """Draw the keys of one case."""
    draw_shortcuts(
        [
            Shortcut("j", _link("j"), gettext("open the case after this one")),
            Shortcut("k", _link("k"), gettext("open the case before this one")),
            Shortcut("u", _link("u"), gettext("back to the list")),
            Shortcut("n", _button(EventKind.TAKEN_UP), gettext("take the case up")),
            Shortcut("g", '[class*="st-key-slip_note"] textarea', gettext("write a note")),
            Shortcut("l", _button(EventKind.CHANGED), gettext("save")),
            Shortcut("t", _button(EventKind.CLOSED), gettext("finish the case")),
        ]
    )


def _link(key: str) -> str:
    return f'.x-back a[data-key="{key}"]'


def _button(kind: EventKind) -> str:
    return f".st-key-slip_{kind} button"
