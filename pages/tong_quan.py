"""Tổng quan: how satisfied people are, where not, and whether it changed."""

from lib.ui.pieces.banners import enough_to_draw
from lib.ui.shell.page_frame import draw_survey_page
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.tong_quan.page import draw_overview_page
from lib.ui.tong_quan.paper_buttons import draw_paper_buttons
from lib.wording import gettext


def draw(scope: SurveyScope) -> None:
    """Draw the figures, or say why there are none."""
    if enough_to_draw(scope.n, scope.responses):
        draw_overview_page(scope)
        draw_paper_buttons(scope)


draw_survey_page(gettext("Overview"), draw)
