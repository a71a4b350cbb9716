"""Dữ liệu: which sheets, read when, what was kept, how each column was understood."""

from lib.ui import data, frame
from lib.wording import gettext

frame.show(gettext("Data"), data.draw_page)
