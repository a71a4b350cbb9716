"""Pictures already drawn: one reading and one address have one picture, whoever looks.

The page's name says for whom: staff and viewers may be shown the same reading differently.
"""

import threading
import weakref
from collections.abc import Callable, Hashable, Mapping

from markupsafe import Markup

from lib.survey.responses import Responses

MOST_CACHED = 100  # of one reading, some 60 kB each

_Views = dict[object, Markup]
_kept: weakref.WeakKeyDictionary[Responses, _Views] = weakref.WeakKeyDictionary()
_lock = threading.Lock()


def cached_html(
    responses: Responses, page: Hashable, query: Mapping[str, list[str]], draw: Callable[[], Markup]
) -> Markup:
    """Return what `draw` returns for this page and address, drawn once for each reading."""
    view = (page, tuple((name, *values) for name, values in sorted(query.items())))
    with _lock:
        views = _kept.setdefault(responses, {})
        if view in views:
            return views[view]
    drawn = draw()
    with _lock:
        views[view] = drawn
        if len(views) > MOST_CACHED:
            del views[next(iter(views))]  # the oldest
    return drawn
