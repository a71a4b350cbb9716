"""Dữ liệu: which sheets, read when, what was kept, how each column was understood."""

from lib.ui.data import draw_data_page
from lib.ui.frame import draw_survey_page
from lib.wording import gettext

draw_survey_page(gettext("Data"), draw_data_page)
