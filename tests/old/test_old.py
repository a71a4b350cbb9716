"""Whatever an earlier version wrote is read by this one, and says the same."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lib.desk import Desk
from lib.evidence.ledger_verification import check_rows
from lib.journal.spreadsheet_store import SpreadsheetStore
from lib.journal.sql_store import SqlStore
from lib.office import Office
from lib.settings import Settings, read_settings
from tests.emulator.server import Emulator
from tests.old import facts
from tests.postgres import server

HERE = Path(__file__).parent
VERSIONS = sorted(path.parent.name for path in HERE.glob("*/facts.json"))


@pytest.fixture(params=VERSIONS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of what a version wrote."""
    return shutil.copytree(HERE / request.param, tmp_path / "old")


@pytest.fixture
def opened(old: Path, emulator: Emulator) -> Settings:
    """The settings of the office whose files these are, its sheet as it stood."""
    sheet = facts.spreadsheet(_read(old / "cells.json"))
    emulator.spreadsheets[sheet.key] = sheet
    told = {
        "SURVEY_SHEETS": sheet.url,
        "SHEETS_EMULATOR_HOST": emulator.host,
        "SURVEY_DATA_DIR": str(old / "data"),
    }
    return read_settings(told, old / "streamlit", old)


def test_the_same_questions_codes_cases_findings_and_pinned_responses(old, opened):
    found = facts.as_json(facts.facts(opened, old / "streamlit"))
    expected = _read(old / "facts.json")
    assert {name: found[name] for name in expected} == expected


def test_a_journal_of_before_there_was_a_chain_is_sealed_as_it_stands(old, opened):
    desk = Desk.open(opened, old / "streamlit")
    office = Office.open(opened, old / "streamlit")
    desk.journal.take_in()
    made = office.read([source.read() for source in office.sources])
    findings = desk.evidence.ready() or len(desk.evidence.findings())
    for _ in range(2):
        desk.observe(made, desk.now())
    heads = desk.evidence.ledger.journal
    desk.journal.stop()
    assert heads.newest == desk.evidence.chain.head
    assert heads.newest.size == len(desk.journal.events)
    assert len(desk.evidence.findings()) == findings


def test_opening_renumbers_no_question(old, opened):
    before = (old / "data" / "questions.json").read_bytes()
    office = Office.open(opened, old / "streamlit")
    office.read([source.read() for source in office.sources])
    kept, now = json.loads(before), _read(old / "data" / "questions.json")
    assert {name: now[name] for name in kept} == kept


def test_a_ledger_that_was_handed_over_still_verifies(old, opened):
    office = Office.open(opened, old / "streamlit")
    tables = [source.read() for source in office.sources]
    told = _read(old / "facts.json")
    found = check_rows((old / "ledger.json").read_text("utf-8"), told["head"], tables)
    assert (found.right, found.wrong) == (told["right"], ())


def test_every_line_of_the_journal_in_sqlite(old):
    assert _stored(SqlStore.file(old / "data" / "journal.db")) == _read(old / "stored.json")


def test_every_line_of_the_journal_in_postgresql(old, database: Callable[[], str]):
    url, programs = database(), server.programs()
    load = [str(programs / "psql"), "-q", "-v", "ON_ERROR_STOP=1", "-f", str(old / "journal.sql")]
    subprocess.run([*load, url], check=True, stdout=subprocess.DEVNULL)
    assert _stored(SqlStore(url)) == _read(old / "stored.json")


def test_every_line_of_the_journal_in_a_spreadsheet(old, emulator: Emulator):
    own = facts.spreadsheet(_read(old / "journal-cells.json"))
    emulator.spreadsheets[own.key] = own
    kept, expected = (
        _stored(SpreadsheetStore(own.url, None, emulator.host)),
        _read(old / "stored.json"),
    )
    del kept["positions"], expected["positions"]  # a spreadsheet counts its own rows
    assert kept == expected


def _stored(store: Any) -> facts.Facts:
    try:
        return facts.as_json(facts.stored(store))
    finally:
        store.close()


def _read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))
