"""So sánh: whatever tells responses apart, side by side; a mark only beyond chance."""

from lib.ui.pieces.banners import enough_to_draw
from lib.ui.shell.page_frame import draw_survey_page
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.so_sanh.page import draw_comparison
from lib.wording import gettext


def draw(scope: SurveyScope) -> None:
    """Draw the tables, or say why there is nothing to compare."""
    if enough_to_draw(scope.n, scope.responses):
        draw_comparison(scope)


draw_survey_page(gettext("Compare"), draw)
