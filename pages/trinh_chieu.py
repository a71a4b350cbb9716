"""Trình chiếu: the view in the address on the wall, one thing a screen."""

from lib.ui.trinh_chieu.page import draw_presentation_page

draw_presentation_page()
