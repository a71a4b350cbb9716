"""Trình chiếu: the view in the address on the wall, one thing a screen."""

from lib.ui.present import page

page.show()
