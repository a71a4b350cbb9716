"""Cần xác nhận: the questions of which somebody must say how their answers count."""

from lib.ui.can_xac_nhan.page import draw_confirmation_page
from lib.ui.shell.page_frame import draw_survey_page
from lib.wording import gettext

draw_survey_page(gettext("To be confirmed"), draw_confirmation_page)
