"""Ý kiến chưa hài lòng cần xử lý: dissatisfied responses as work, most urgent first."""

from lib.ui import banners, dissatisfied, frame, work
from lib.ui.scope import Scope
from lib.wording import gettext


def draw(scope: Scope) -> None:
    """Draw the cases for those who work on them, their counts for everybody else."""
    if scope.private and (scope.n or scope.live.n):
        work.draw(scope)
    elif not scope.n:
        banners.enough(scope.n, scope.responses)
    else:
        banners.aggregates_only()
        if banners.enough(scope.n, scope.responses):
            dissatisfied.draw_counts(scope)


frame.show(gettext("Dissatisfied responses that need action"), draw)
