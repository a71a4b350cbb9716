"""Readings of a sheet as the ledger of a running office holds them."""

from lib.evidence.ledger_finding import LedgerReading
from lib.sources.reading_file import unpack_reading
from lib.sources.snapshot import Snapshot
from lib.survey.responses import Responses
from lib.ui.shell.process import the_desk, the_feed
from tests import small_form
from tests.emulator.spreadsheet import Spreadsheet
from tests.running import wait_for


def readings() -> list[LedgerReading]:
    """Return the readings, the newest first."""
    return the_desk().evidence.readings()


def read(sheet: Spreadsheet) -> str:
    """Have the sheet read as it stands, and sealed; return the code of that reading."""
    the_feed().look()
    wait_for(lambda: version(the_feed().snapshot) == str(sheet.version), "the reading")
    moment = the_feed().snapshot.read_at
    wait_for(lambda: not the_desk().evidence.awaits(moment), "the seal")
    return readings()[0].code


def version(snapshot: Snapshot[Responses]) -> str:
    """Return which version of the sheet was read."""
    return unpack_reading(snapshot.copies[0]).version


def submitted(sheet: Spreadsheet, n: int) -> str:
    """Have n responses more come in, and read; return the code of that reading."""
    for _ in range(n):
        sheet.submit(*small_form.response("mới", attitude=small_form.DISSATISFIED))
    return read(sheet)
