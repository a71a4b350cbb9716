"""Toàn vẹn dữ liệu: what was altered after it was received, every reading, how to check it."""

from lib.ui import frame, integrity
from lib.wording import gettext

frame.show(gettext("Integrity of the data"), integrity.draw_page)
