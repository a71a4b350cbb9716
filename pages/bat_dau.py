"""Bắt đầu: one's own answers in place of the sample, without editing a file."""

from lib.ui.bat_dau.page import draw_setup_page

draw_setup_page()
