"""What the server does once so that the first viewer need not wait for it."""

import contextlib
import importlib
import pkgutil

import lib.ui
from lib.analysis.rates import question_rate
from lib.errors import SurveyError
from lib.ui.shell.process import the_desk, the_sessions
from lib.wording import gettext


def warm_up() -> None:
    """Import everything that pages use, and open the journal."""
    import_pages()
    with contextlib.suppress(SurveyError):  # a page says which setting is wrong
        the_sessions()  # from the first page on, old cookies are read with the kept secret
        the_desk()


def import_pages() -> None:
    """Import everything that pages use, read the catalogue, build one figure."""
    for module in pkgutil.walk_packages(lib.ui.__path__, "lib.ui."):
        if module.name != "lib.ui.shell.main":  # a script, it draws when it is run
            importlib.import_module(module.name)
    charts = importlib.import_module("lib.ui.pieces.charts")
    dot = charts.RateDot(gettext("Period"), "", question_rate(9, 10))
    charts.rate_dots_over_time([dot]).to_json()
