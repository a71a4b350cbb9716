"""Tác động: models and measures on one time axis with the satisfaction that they aim at."""

from lib.ui.pieces.banners import enough_to_draw
from lib.ui.shell.page_frame import draw_survey_page
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.tac_dong.page import draw_impact_page
from lib.wording import gettext


def draw(scope: SurveyScope) -> None:
    """Draw the trend with what began when, and before and after of each."""
    if enough_to_draw(scope.n, scope.responses):
        draw_impact_page(scope)


draw_survey_page(gettext("Impact"), draw)
