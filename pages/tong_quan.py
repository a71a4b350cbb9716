"""Tổng quan: how satisfied people are, where not, and whether it changed."""

from lib.ui.banners import enough_to_draw
from lib.ui.frame import draw_survey_page
from lib.ui.overview import draw_overview_page
from lib.ui.papers import draw_paper_buttons
from lib.ui.scope import SurveyScope
from lib.wording import gettext


def draw(scope: SurveyScope) -> None:
    """Draw the figures, or say why there are none."""
    if enough_to_draw(scope.n, scope.responses):
        draw_overview_page(scope)
        draw_paper_buttons(scope)


draw_survey_page(gettext("Overview"), draw)
