"""What a viewer may be shown of a reading; where that is not what was asked for, what is."""

import threading
import weakref

from markupsafe import Markup

from lib.analysis.disclosure import Disclosure, May, everything, instead, one_way, whole_months
from lib.roles import Role
from lib.survey.filters import Selection
from lib.survey.responses import Responses
from lib.ui import address, banners, phrases
from lib.ui.feed import configured
from lib.ui.markup import draw, join, link, tag
from lib.wording import gettext

_kept: weakref.WeakKeyDictionary[Responses, Disclosure] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def may(responses: Responses, role: Role) -> May:
    """Return what somebody of this role may be shown of these responses."""
    if role >= Role.STAFF:
        return everything
    with _lock:
        if responses not in _kept:
            _kept[responses] = Disclosure(responses, configured().k)
        return _kept[responses].may


def draw_instead(responses: Responses, allowed: May, selection: Selection, page: str) -> None:
    """Say why nothing is shown of a selection, and lead to what is."""
    ways = instead(allowed, selection)
    links = (link(phrases.selected(responses, way), page, _query(way)) for way in ways)
    pieces = [tag("b", why(selection))]
    if ways:
        pieces += [Markup(" {} ").format(gettext("Shown is:")), join(links, " \N{MIDDLE DOT} ")]
    draw(banners.html("∅", join(pieces)), key="instead")


def why(selection: Selection) -> str:
    """Return the sentence that says why a viewer is not shown a selection."""
    if not whole_months(selection.period):
        return gettext("Not shown: whoever sees totals only chooses whole months or longer.")
    if not one_way(selection):
        return gettext("Not shown: choose places or sectors; both together hold too few responses.")
    return gettext(
        "Not shown: it holds fewer than {k} responses, or a subtraction would tell of so few.",
        k=configured().k,
    )


def _query(way: Selection) -> dict[str, list[str]]:
    return address.query(
        ky=[way.period.code] if way.period else [],
        xa=list(way.communes),
        ap=list(way.hamlets),
        linh_vuc=list(way.sectors),
    )
