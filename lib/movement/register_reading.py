"""The register of one office: its tables read, whatever their order and their headers."""

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence

from lib.errors import FormError
from lib.movement.model_rows import (
    SAME_NAME,
    PlacesOnDay,
    ReadModel,
    assign_model_codes,
    read_models,
    row_dataset,
)
from lib.movement.register_records import (
    Dataset,
    ModelResult,
    MovementModel,
    PlaceFact,
    Register,
    RegisterNotice,
    UnreadCell,
)
from lib.movement.register_tabs import RegisterTab, contact_columns, open_tab
from lib.movement.result_rows import KnownModels, ReadResult, read_results, results_in_model_rows
from lib.source_table import SourceTable
from lib.survey.model.places import Places
from lib.survey.model.vietnamese_text import fold_accents
from lib.wording import mark

__all__ = [
    "Dataset",
    "ModelResult",
    "MovementModel",
    "NotARegisterError",
    "PlaceFact",
    "Register",
    "RegisterNotice",
    "UnreadCell",
    "contact_columns",
    "register_from_tables",
    "tab_role",
]


_GUIDES = frozenset(("huong dan", "huong dan su dung"))  # tabs that tell how to fill in the others


class NotARegisterError(FormError):
    """No table lists models or results; `title` names them."""

    code = "not_a_register"
    message = mark(
        "{title} is no register of Dân vận khéo: a tab of models (“Tên mô hình”, “Lĩnh vực” …) or "
        "of results (“Chỉ tiêu”, “Giá trị” …) is expected."
    )


def tab_role(table: SourceTable) -> str:
    """Return what a tab holds by its headers: "models", "results", or "" for neither."""
    tab = open_tab(table)
    if tab.holds_models:
        return "models"
    return "results" if tab.holds_results else ""


def register_from_tables(tables: Sequence[SourceTable], places: Places, today: dt.date) -> Register:
    """Return the register of these tables; what is not understood is listed, the rest counts.

    Raises a NotARegisterError where no table holds models or results.
    """
    every = [open_tab(table) for table in tables if fold_accents(table.title) not in _GUIDES]
    used = [tab for tab in every if tab.holds_models or tab.holds_results]
    if not used:
        raise NotARegisterError(title=", ".join(table.title for table in tables))
    ground = PlacesOnDay(places, today)
    # a list of results alone names its models too
    of_models = [tab for tab in used if tab.holds_models] or [t for t in used if t.names_models]
    uncoded = list(itertools.chain(*(read_models(tab, ground) for tab in of_models)))
    models = list(assign_model_codes(uncoded))
    rows = list(_results(used, models, ground))
    return Register(
        models={read.model.code: read.model for read in models if read.model.name},
        results=tuple(row.entry for row in rows if isinstance(row.entry, ModelResult)),
        facts=tuple(row.entry for row in rows if isinstance(row.entry, PlaceFact)),
        unread=tuple(_unread(used, models, rows)),
        notices=tuple(_notices(every, used, models)),
        datasets=tuple(_datasets(used)),
        title=", ".join(dict.fromkeys(tab.title for tab in used)),
    )


def _results(
    used: Sequence[RegisterTab], models: Sequence[ReadModel], ground: PlacesOnDay
) -> Iterator[ReadResult]:
    named = [read for read in models if read.model.name]
    known = KnownModels(named)
    for tab in used:
        yield from results_in_model_rows(tab, [read for read in named if read.tab is tab])
        if tab.holds_results:
            yield from read_results(tab, known, ground)


def _unread(
    used: Sequence[RegisterTab], models: Sequence[ReadModel], rows: Sequence[ReadResult]
) -> Iterator[UnreadCell]:
    """Yield what was not understood, tab by tab in the order of rows."""
    every = [
        *itertools.chain(*(tab.problems() for tab in used)),
        *itertools.chain(*(read.unread for read in models)),
        *itertools.chain(*(row.unread for row in rows)),
    ]
    order = {tab.title: at for at, tab in enumerate(used)}
    yield from sorted(every, key=lambda cell: (order[cell.tab], cell.row))


def _notices(
    every: Sequence[RegisterTab], used: Sequence[RegisterTab], models: Sequence[ReadModel]
) -> Iterator[RegisterNotice]:
    for tab in every:
        if tab in used:
            yield from tab.notices()
        else:
            text = mark("{title}: holds neither models nor results by its headers; left out.")
            yield RegisterNotice("not_used", text, (("title", tab.title),))
    for read in models:
        if any(unread.reason == SAME_NAME for unread in read.unread):
            text = mark("Two models are called “{name}”; in links the second is {code}.")
            yield RegisterNotice(
                "same_name", text, (("name", read.model.name), ("code", read.model.code))
            )


def _datasets(used: Sequence[RegisterTab]) -> Iterator[Dataset]:
    """Yield the datasets by their first row."""
    rows = itertools.chain(*(tab.rows for tab in used))
    yield from {dataset.code: dataset for dataset in map(row_dataset, rows)}.values()
