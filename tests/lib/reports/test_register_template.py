"""The empty register: written, filled in, and read without a word that is not understood."""

import dataclasses
import datetime as dt
import io
import zipfile
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from lib.movement.quantity import Qualifier
from lib.movement.register_choices import (
    ModelKind,
    ModelOwner,
    ModelSector,
    ModelState,
    RecognitionLevel,
)
from lib.movement.register_reading import register_from_tables
from lib.movement.register_records import Register
from lib.reports.register_template import (
    GUIDE,
    MODELS,
    RESULTS,
    TemplateColumn,
    model_template_columns,
    register_template_xlsx,
    result_template_columns,
)
from lib.source_table import SourceTable
from lib.survey.model.places import Places
from lib.wording import use_language

DATA = register_template_xlsx()
TODAY = dt.date(2026, 11, 25)
ROW = {
    "Tên mô hình": "Đổi rác", "Chỉ tiêu": "Vở", "Giá trị": 18000, "Đơn vị tính": "cuốn vở"
}  # fmt: skip


def tabs(data: bytes = DATA) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def filled(**rows: list[dict[str, object]]) -> list[SourceTable]:
    """Return the template's tabs with these rows below their headers."""
    return [
        table(name, lines, rows.get({MODELS: "models", RESULTS: "results"}.get(name, ""), []))
        for name, lines in tabs().items()
    ]


def table(name: str, lines: list[list[object]], rows: list[dict[str, object]]) -> SourceTable:
    head = [str(cell) for cell in lines[0]]
    assert all(set(row) <= set(head) for row in rows)
    below = [*lines[1:], *([row.get(title, "") for title in head] for row in rows)]
    columns = tuple([line[at] for line in below] for at in range(len(head)))
    return SourceTable("mau.xlsx", name, tuple(head), columns)  # type: ignore[arg-type]


def read(tables: list[SourceTable]) -> Register:
    return register_from_tables(tables, Places.read(), TODAY)


def example(entries: tuple[TemplateColumn, ...]) -> dict[str, object]:
    return {one.header: one.example for one in entries}


def test_the_empty_register_holds_nothing_and_every_column_is_known():
    found = read(filled())
    assert not found.models
    assert not found.results
    assert (found.unread, found.notices) == ((), ())


def test_the_examples_of_the_guide_filled_in_are_read_whole():
    found = read(
        filled(
            models=[example(model_template_columns())],
            results=[example(result_template_columns())],
        )
    )
    assert (found.unread, found.notices) == ((), ())
    [model] = found.models.values()
    assert (model.kind, model.owner, model.sector) == (
        ModelKind.MODEL,
        ModelOwner.GROUP,
        ModelSector.SOCIETY,
    )
    assert (model.state, model.level) == (ModelState.REPLICATED, RecognitionLevel.COMMUNE)
    assert (model.since, model.until) == (dt.date(2026, 3, 1), dt.date(2026, 12, 31))
    assert [place.name for place in model.replicated_communes] == ["Xuân Quế", "Sông Ray"]
    said = {one.indicator: (one.quantity and one.quantity.value) for one in found.results}
    assert said == {
        "Số người tham gia": 120, "Kinh phí vận động": 15_500_000, "Vở đã đổi": 18_000
    }  # fmt: skip


@pytest.mark.parametrize("entries", [model_template_columns(), result_template_columns()])
def test_every_word_that_may_be_chosen_is_understood(entries):
    for one in entries:
        for choice in one.choices:
            rows = {"models": [{"Tên mô hình, điển hình": "Đổi rác"}], "results": [ROW]}
            key = "models" if entries == model_template_columns() else "results"
            rows[key] = [rows[key][0] | {one.header: choice}]
            assert read(filled(**rows)).unread == (), (one.header, choice)


@pytest.mark.parametrize(
    ("word", "value", "exact"),
    [
        ("", 18000, Qualifier.EXACT),
        ("bằng", 18000, Qualifier.EXACT),
        ("hơn", 18000, Qualifier.AT_LEAST),
        ("ít nhất", "18.000", Qualifier.AT_LEAST),
        ("khoảng", 18000, Qualifier.ABOUT),
        ("bằng", "hơn 18.000", Qualifier.AT_LEAST),
        ("khoảng", "hơn 18.000", Qualifier.ABOUT_AT_LEAST),
    ],
)
def test_how_exact_a_value_is_may_stand_beside_it(word, value, exact):
    row = ROW | {"Giá trị": value, "Mức chính xác": word}
    [result] = read(filled(models=[{"Tên mô hình, điển hình": "Đổi rác"}], results=[row])).results
    assert result.quantity
    assert (result.quantity.value, result.quantity.qualifier) == (Decimal(18000), exact)


def test_a_value_beside_a_word_that_nobody_knows_is_listed_and_not_counted():
    row = ROW | {"Mức chính xác": "chắc là"}
    found = read(filled(models=[{"Tên mô hình, điển hình": "Đổi rác"}], results=[row]))
    assert [(one.column, one.text) for one in found.unread] == [("Mức chính xác", "chắc là")]
    assert found.results[0].quantity is None


def test_the_guide_is_never_read_even_under_another_name():
    given = {one.title: one for one in filled()}
    renamed = dataclasses.replace(given[GUIDE], title="Trang tính 3")
    found = read([given[MODELS], given[RESULTS], renamed])
    assert not found.models
    assert not found.results
    assert [one.code for one in found.notices] == ["not_used"]


def test_the_guide_tells_every_column_with_an_example():
    rows = tabs()[GUIDE]
    every = (*model_template_columns(), *result_template_columns())
    assert [row[1] for row in rows[1:]] == [one.header for one in every]
    assert [row[3] for row in rows[1:] if row[3]] == [
        f"Ví dụ: {one.example}" for one in every if one.example
    ]


def test_choices_drop_down_headers_stay_and_values_are_text():
    pages = zipfile.ZipFile(io.BytesIO(DATA))
    models, results = (pages.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2))
    assert models.count('<dataValidation type="list"') == 6
    assert results.count('<dataValidation type="list"') == 3
    assert all('state="frozen"' in page for page in (models, results))
    assert 'formatCode="@"' in pages.read("xl/styles.xml").decode()


def test_the_template_is_in_vietnamese_whoever_takes_it():
    use_language("en")
    found = tabs(register_template_xlsx())
    use_language("vi")
    assert found == tabs()
