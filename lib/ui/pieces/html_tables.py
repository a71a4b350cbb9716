"""Tables of HTML: how every one is built."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from lib.analysis.rates import Rate
from lib.ui.pieces.markup import join_markup, tag
from lib.wording import format_decimal, gettext

_HEAD, _ROW_NAME = {"scope": "col"}, {"scope": "row"}
SCROLL_REGION_END = Markup("</div>")


@dataclasses.dataclass(frozen=True)
class TableCell:
    """What a cell holds where one piece does not say it all; a head's class is its column's."""

    pieces: Iterable[object]
    class_: str = ""
    title: str = ""
    sort: float | str | None = None  # what a sortable table orders this cell by


def html_table(
    heads: Sequence[object],
    rows: Iterable[Sequence[object]],
    *,
    kind: str = "",
    caption: str = "",
    row_classes: Sequence[str] = (),
    named_cells: bool = False,
    sortable: bool = False,
) -> Markup:
    """Return a table whose rows begin with what they are about, and which has a class of its kind.

    The caption is for those who hear the table; named cells bear their heads, for a screen too
    narrow for columns. A press on a head of a sortable table orders it by the cells' `sort`.
    """
    columns = [head if isinstance(head, TableCell) else TableCell((head,)) for head in heads]
    shown = map(_sort_button, columns) if sortable else columns
    head = tag("tr", join_markup(_cell("th", column, column, _HEAD) for column in shown))
    body = [_row(columns, row, named=named_cells) for row in rows]
    classes = row_classes or [""] * len(body)
    lines = (
        tag("tr", row, **_stated(class_=name)) for row, name in zip(body, classes, strict=True)
    )
    return tag(
        "table",
        tag("caption", caption, class_="x-hidden") if caption else "",
        tag("thead", head),
        tag("tbody", join_markup(lines)),
        class_=f"x-table {kind}".strip(),
    )


def picture_head(class_: str) -> TableCell:
    """Return the head of a column of pictures: a word for those who hear the table."""
    return TableCell((tag("span", gettext("Chart"), class_="x-hidden"),), class_)


def scroll_region(table: Markup, label: str, kind: str = "") -> Markup:
    """Return the table in a region that scrolls by itself, so that the page never does."""
    return scroll_region_start(label, kind) + table + SCROLL_REGION_END


def scroll_region_start(label: str, kind: str = "") -> Markup:
    """Return where such a region begins, for what is written piece by piece."""
    class_ = f"x-scroll {kind}".strip()
    start = Markup('<div class="{}" tabindex="0" role="region" aria-label="{}">')
    return start.format(class_, label)


def _row(columns: Sequence[TableCell], row: Sequence[object], *, named: bool) -> Markup:
    (_, first), *others = zip(columns, row, strict=True)
    cells = (
        _cell("td", cell, column, {"data_of": str(*column.pieces)} if named else {})
        for column, cell in others
    )
    return _cell("th", first, TableCell(()), _ROW_NAME) + join_markup(cells)


def _cell(name: str, cell: object, column: TableCell, attributes: Mapping[str, str]) -> Markup:
    if not isinstance(cell, TableCell):
        cell = TableCell((cell,))
    classes = dict.fromkeys(filter(None, (column.class_, cell.class_)))
    order = "" if cell.sort is None else str(cell.sort)
    stated = _stated(title=cell.title, class_=" ".join(classes), data_sort=order)
    return tag(name, *cell.pieces, **attributes, **stated)


def _sort_button(column: TableCell) -> TableCell:
    if not any(column.pieces):
        return column
    return dataclasses.replace(column, pieces=(tag("button", *column.pieces, type="button"),))


def _stated(**attributes: str) -> dict[str, str]:
    return {name: value for name, value in attributes.items() if value}


def interval_words(rate: Rate) -> str:
    """Return the interval of a rate as a cell has it: "94,8–96,5", "" where there is none."""
    if rate.low is None or rate.high is None:
        return ""
    return f"{format_decimal(rate.low * 100)}–{format_decimal(rate.high * 100)}"
