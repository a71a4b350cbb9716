"""A sheet that is not read any more, or another that is read in its place, is told."""

import dataclasses

import pytest

from lib.evidence.ledger_line import LineKind
from lib.evidence.survey_evidence import Evidence
from lib.settings import SheetEntry
from lib.source_table import SourceTable
from lib.sources.form_sheet import sheet_origin
from tests.lib.evidence.sheets import FIRST, Office


@pytest.fixture
def office() -> Office:
    """An office whose two sheets were read once."""
    office = Office()
    configured(office, "sheet", "Tổ 2, chợ")
    assert office.look(office.table(), second(office)) == []
    return office


def second(office: Office, source: str = "Tổ 2, chợ") -> SourceTable:
    times = [FIRST.replace(year=2025, minute=at) for at in range(6)]
    return SourceTable(source, "Chợ", tuple(office.headers), (times, *office.table().columns[1:]))


def configured(office: Office, *sources: str, **origins: str) -> None:
    """Start the app anew with these sources in its settings; it had read the ledger."""
    named = dict.fromkeys(sources, "") | origins
    office.evidence = Evidence(office.journal, office.heads, office.clock, named)
    office.evidence.ready()


def test_a_source_that_left_the_settings_is_told_once_with_its_responses(office):
    configured(office, "sheet")
    [found] = office.look()
    assert (found.what, found.about, found.responses) == (
        LineKind.SOURCE_REMOVED,
        "Tổ 2, chợ",
        6,
    )
    configured(office, "sheet")
    assert office.look() == []
    newest = office.evidence.readings(count=1)[0].number
    assert office.read(*office.evidence.tables_at(newest)).n == 6
    assert office.read(*office.evidence.tables_at(1)).n == 12
    assert office.read(*office.evidence.tables_at(newest, original=True)).n == 12


def test_a_doctored_copy_in_its_place_is_told_as_the_source_that_is_gone(office):
    configured(office, "sheet", "bản sao")
    found = office.look(office.table(), second(office, "bản sao"))
    assert [one.what for one in found] == [LineKind.SOURCE_REMOVED]


def test_a_source_that_is_configured_again_is_told_and_compared_with_what_it_held(office):
    configured(office, "sheet")
    office.look()
    configured(office, "sheet", "Tổ 2, chợ")
    table = second(office)
    table.columns[1][3] = "Bình thường"
    found = office.look(office.table(), table)
    assert [one.what for one in found] == [LineKind.SOURCE_RETURNED, LineKind.EDITED]


def test_a_source_that_is_configured_and_cannot_be_read_just_now_is_no_finding(office):
    configured(office, "sheet", "Tổ 2, chợ")
    assert office.look() == []


def test_another_address_under_the_same_name_is_told_once_with_its_responses(office):
    configured(office, "Tổ 2, chợ", sheet="one")
    assert office.look(office.table(), second(office)) == []
    configured(office, "Tổ 2, chợ", sheet="other")
    other = second(office)
    office.rows[2][1] = "Hài lòng"
    moved, edited = office.look(office.table(), other)
    assert (moved.what, moved.about, moved.responses) == (LineKind.SOURCE_MOVED, "sheet", 6)
    assert (edited.what, edited.code) == (LineKind.EDITED, office.code(2))
    configured(office, "Tổ 2, chợ", sheet="other")
    assert office.look(office.table(), other) == []


def test_a_named_sheet_that_the_settings_put_to_another_key_is_another_address():
    entries = [SheetEntry(f"https://docs.google.com/spreadsheets/d/{key}", "x") for key in "ab"]
    one, other = map(sheet_origin, entries)
    assert one != other
    assert sheet_origin(dataclasses.replace(entries[0], name="y")) == one
