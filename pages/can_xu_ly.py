"""Cần xử lý: dissatisfied responses as work, most urgent first."""

from lib.ui.can_xu_ly.case_summary import draw_viewer_work
from lib.ui.can_xu_ly.dissatisfied_responses import draw_dissatisfied_counts
from lib.ui.can_xu_ly.page import draw_cases_page
from lib.ui.pieces.banners import draw_totals_only, enough_to_draw
from lib.ui.shell.page_frame import draw_survey_page
from lib.ui.shell.survey_scope import SurveyScope
from lib.wording import gettext


def draw(scope: SurveyScope) -> None:
    """Draw the cases for those who work on them, their counts for everybody else."""
    if scope.private and (scope.n or scope.live.n):
        draw_cases_page(scope)
    elif not scope.n:
        enough_to_draw(scope.n, scope.responses)
    else:
        draw_totals_only()
        draw_viewer_work(scope)
        if enough_to_draw(scope.n, scope.responses):
            draw_dissatisfied_counts(scope)


draw_survey_page(gettext("Needs action"), draw)
