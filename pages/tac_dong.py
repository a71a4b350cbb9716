"""Tác động: models and measures on one time axis with the satisfaction that they aim at."""

from lib.ui import banners, frame
from lib.ui.movement import timeline
from lib.ui.scope import Scope
from lib.wording import gettext


def draw(scope: Scope) -> None:
    """Draw the trend with what began when, and before and after of each."""
    if banners.enough(scope.n, scope.responses):
        timeline.draw_page(scope)


frame.show(gettext("Impact"), draw)
