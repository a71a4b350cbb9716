"""Toàn vẹn dữ liệu: what was altered after it was received, every reading, how to check it."""

from lib.ui.shell.page_frame import draw_survey_page
from lib.ui.toan_ven.page import draw_integrity_page
from lib.wording import gettext

draw_survey_page(gettext("Integrity of the data"), draw_integrity_page)
