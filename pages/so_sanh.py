"""So sánh: communes and periods side by side; a mark only where chance does not explain it."""

from lib.ui.pieces.banners import enough_to_draw
from lib.ui.shell.page_frame import draw_survey_page
from lib.ui.shell.survey_scope import SurveyScope
from lib.ui.so_sanh.page import draw_comparison_tables
from lib.wording import gettext


def draw(scope: SurveyScope) -> None:
    """Draw both tables, or say why there is nothing to compare."""
    if enough_to_draw(scope.n, scope.responses):
        draw_comparison_tables(scope)


draw_survey_page(gettext("Compare"), draw)
