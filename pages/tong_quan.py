"""Tổng quan: how satisfied people are, where not, and whether it changed."""

from lib.ui import banners, frame, overview, papers
from lib.ui.scope import Scope
from lib.wording import gettext


def draw(scope: Scope) -> None:
    """Draw the figures, or say why there are none."""
    if banners.enough(scope.n, scope.responses):
        overview.draw_page(scope)
        papers.draw(scope)


frame.show(gettext("Overview"), draw)
