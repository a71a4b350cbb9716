"""Ý kiến chưa hài lòng: the dissatisfied responses in view, newest first, to take along."""

from lib.ui import banners, dissatisfied, frame
from lib.wording import gettext


def draw(scope: frame.Scope) -> None:
    """Draw the responses for those who may read them, their counts for everybody else."""
    positions = dissatisfied.of(scope)
    if not scope.n:
        banners.enough(scope.n, scope.responses)
    elif not len(positions):
        banners.nothing(gettext("No dissatisfied response in this filter."))
    elif scope.private:
        left = dissatisfied.draw_search(scope, positions)
        dissatisfied.draw_downloads(scope, left)
        dissatisfied.draw_responses(scope, left)
    else:
        banners.aggregates_only()
        if banners.enough(scope.n, scope.responses):
            dissatisfied.draw_counts(scope)


frame.show(gettext("Dissatisfied responses that need action"), draw)
