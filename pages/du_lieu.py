"""Dữ liệu: which sheets, read when, what was kept, how each column was understood."""

from lib.ui.du_lieu.page import draw_data_page
from lib.ui.shell.page_frame import draw_survey_page
from lib.wording import gettext

draw_survey_page(gettext("Data"), draw_data_page)
