"""What a viewer may be shown of a reading; where that is not what was asked for, what is."""

import threading
import weakref

from markupsafe import Markup

from lib.analysis.disclosure import (
    Disclosure,
    MayShow,
    allow_everything,
    narrows_one_way,
    wider_selections,
)
from lib.roles import Role
from lib.survey.dimensions import find_dimension
from lib.survey.model.running_periods import whole_parts
from lib.survey.responses import Responses
from lib.survey.selection import Selection
from lib.survey.selection_sentence import selection_without_questions
from lib.ui.pieces.banners import banner_html
from lib.ui.pieces.markup import draw_html, join_markup, page_link, tag
from lib.ui.shell.filter_chips import selection_query
from lib.ui.shell.process import the_settings
from lib.wording import gettext

_kept: weakref.WeakKeyDictionary[Responses, Disclosure] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def role_disclosure(responses: Responses, role: Role) -> MayShow:
    """Return what somebody of this role may be shown of these responses."""
    if role >= Role.STAFF:
        return allow_everything
    with _lock:
        if responses not in _kept:
            _kept[responses] = Disclosure(responses, the_settings().k)
        return _kept[responses].may


def draw_alternatives(
    responses: Responses, allowed: MayShow, selection: Selection, page: str
) -> None:
    """Say why nothing is shown of a selection, and lead to what is."""
    ways = wider_selections(allowed, selection)
    links = (
        page_link(selection_without_questions(responses, way), page, selection_query(way))
        for way in ways
    )
    pieces = [tag("b", why_withheld(responses, selection))]
    if ways:
        pieces += [
            Markup(" {} ").format(gettext("Shown is:")),
            join_markup(links, " \N{MIDDLE DOT} "),
        ]
    draw_html(banner_html("∅", join_markup(pieces)), key="instead")


def overlapping_withheld() -> str:
    """Return the sentence that says why a viewer chooses by no answers that overlap."""
    return gettext(
        "Not shown: several answers could be chosen to this question, and viewers, who see "
        "totals only, do not choose by those."
    )


def why_withheld(responses: Responses, selection: Selection) -> str:
    """Return the sentence that says why a viewer is not shown a selection."""
    if not whole_parts(selection.period):
        return gettext(
            "Not shown: viewers, who see totals only, choose whole months, or days that "
            "begin on the 1st, 8th, 15th or 22nd and end on the 7th, 14th, 21st or with the "
            "month."
        )
    if not narrows_one_way(selection):
        return gettext(
            "Not shown: viewers, who see totals only, choose places, sectors or the answers to one "
            "question, not two of these at once."
        )
    dimensions = (find_dimension(responses, name) for name, _ in selection.values)
    if any(each and each.is_several for each in dimensions):
        return overlapping_withheld()
    return gettext(
        "Not shown: it holds fewer than {k} responses, or a subtraction would tell of so few.",
        k=the_settings().k,
    )
