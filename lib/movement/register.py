"""The register of one office: its tables read, whatever their order and their headers."""

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence

from lib.errors import FormError
from lib.movement import models, results, tabs
from lib.movement.models import Ground, Read
from lib.movement.records import Dataset, Fact, Model, Notice, Register, Result, Unread
from lib.movement.results import Found, Known
from lib.movement.tabs import Tab, identity_columns
from lib.survey.places import Places
from lib.survey.text import fold
from lib.table import Table
from lib.wording import mark

__all__ = [
    "Dataset",
    "Fact",
    "Model",
    "NotARegisterError",
    "Notice",
    "Register",
    "Result",
    "Unread",
    "identity_columns",
    "read",
    "role",
]


GUIDES = frozenset(("huong dan", "huong dan su dung"))  # tabs that tell how to fill in the others


class NotARegisterError(FormError):
    """No table lists models or results; `title` names them."""

    code = "not_a_register"
    message = mark(
        "{title} is no register of Dân vận khéo: a tab of models (“Tên mô hình”, “Lĩnh vực” …) or "
        "of results (“Chỉ tiêu”, “Giá trị” …) is expected."
    )


def role(table: Table) -> str:
    """Return what a tab holds by its headers: "models", "results", or "" for neither."""
    tab = tabs.opened(table)
    if tab.holds_models:
        return "models"
    return "results" if tab.holds_results else ""


def read(tables: Sequence[Table], places: Places, today: dt.date) -> Register:
    """Return the register of these tables; what is not understood is listed, the rest counts.

    Raises a NotARegisterError where no table holds models or results.
    """
    every = [tabs.opened(table) for table in tables if fold(table.title) not in GUIDES]
    used = [tab for tab in every if tab.holds_models or tab.holds_results]
    if not used:
        raise NotARegisterError(title=", ".join(table.title for table in tables))
    ground = Ground(places, today)
    # a list of results alone names its models too
    of_models = [tab for tab in used if tab.holds_models] or [t for t in used if t.names_models]
    found = list(itertools.chain(*(models.models(tab, ground) for tab in of_models)))
    told = list(models.told_apart(found))
    rows = list(_results(used, told, ground))
    return Register(
        models={one.model.code: one.model for one in told if one.model.name},
        results=tuple(row.found for row in rows if isinstance(row.found, Result)),
        facts=tuple(row.found for row in rows if isinstance(row.found, Fact)),
        unread=tuple(_unread(used, told, rows)),
        notices=tuple(_notices(every, used, told)),
        datasets=tuple(_datasets(used)),
        title=", ".join(dict.fromkeys(tab.title for tab in used)),
    )


def _results(used: Sequence[Tab], told: Sequence[Read], ground: Ground) -> Iterator[Found]:
    named = [one for one in told if one.model.name]
    known = Known(named)
    for tab in used:
        yield from results.of_models(tab, [one for one in named if one.tab is tab])
        if tab.holds_results:
            yield from results.results(tab, known, ground)


def _unread(used: Sequence[Tab], told: Sequence[Read], rows: Sequence[Found]) -> Iterator[Unread]:
    """Yield what was not understood, tab by tab in the order of rows."""
    every = [
        *itertools.chain(*(tab.problems() for tab in used)),
        *itertools.chain(*(one.unread for one in told)),
        *itertools.chain(*(row.unread for row in rows)),
    ]
    order = {tab.title: at for at, tab in enumerate(used)}
    yield from sorted(every, key=lambda one: (order[one.tab], one.row))


def _notices(every: Sequence[Tab], used: Sequence[Tab], told: Sequence[Read]) -> Iterator[Notice]:
    for tab in every:
        if tab in used:
            yield from tab.notices()
        else:
            text = mark("{title}: holds neither models nor results by its headers; left out.")
            yield Notice("not_used", text, (("title", tab.title),))
    for one in told:
        if any(unread.reason == models.SAME_NAME for unread in one.unread):
            text = mark("Two models are called “{name}”; in links the second is {code}.")
            yield Notice("same_name", text, (("name", one.model.name), ("code", one.model.code)))


def _datasets(used: Sequence[Tab]) -> Iterator[Dataset]:
    """Yield the datasets by their first row."""
    rows = itertools.chain(*(tab.rows for tab in used))
    yield from {found.code: found for found in map(models.dataset, rows)}.values()
