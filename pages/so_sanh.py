"""So sánh: communes and periods side by side; a mark only where chance does not explain it."""

from lib.ui import banners, compare, frame
from lib.ui.scope import Scope
from lib.wording import gettext


def draw(scope: Scope) -> None:
    """Draw both tables, or say why there is nothing to compare."""
    if banners.enough(scope.n, scope.responses):
        compare.draw_tables(scope)


frame.show(gettext("Compare"), draw)
