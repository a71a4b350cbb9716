"""Trợ giúp: the guide of the office, and what the words of the pages mean."""

from lib.ui.tro_giup.page import draw_help_page

draw_help_page()
