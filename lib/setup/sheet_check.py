"""A pasted Sheet, found and read once, so that each mistake is told where it lies."""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from lib.settings import SheetEntry, sheet_address
from lib.setup.pasted_address import pasted_address
from lib.setup.tried_survey import TriedSurvey
from lib.sources.form_sheet import AnswerTab, configured_sheets
from lib.survey.model.places import Places

_Account = Mapping[str, Any]


@dataclasses.dataclass(frozen=True)
class FoundSheet:
    """A spreadsheet that the account may read."""

    key: str
    title: str
    tabs: Sequence[AnswerTab]
    gid: int | None  # the tab that the address names

    @property
    def proposed(self) -> AnswerTab | None:
        """The tab that holds the answers, as the address says or as it looks."""
        named = (tab for tab in self.tabs if tab.gid == self.gid and tab.holds_times)
        looking = (tab for tab in self.tabs if tab.holds_times)
        return next(named, None) or next(looking, None)

    def entry(self, tab: AnswerTab) -> SheetEntry:
        """Return the entry of the settings by which a tab is read."""
        return SheetEntry(f"https://docs.google.com/spreadsheets/d/{self.key}/edit?gid={tab.gid}")


def find_sheet(pasted: str, account: _Account, emulator: str | None) -> FoundSheet:
    """Return the spreadsheet at a pasted address.

    Raises NotASheetAddressError, and a SourceError where it cannot be read.
    """
    url = pasted_address(pasted)
    key, gid = sheet_address(url)
    [sheet] = configured_sheets((SheetEntry(url),), account, emulator)
    return FoundSheet(key, *sheet.tabs(), gid)


def try_sheet(
    entry: SheetEntry, account: _Account, emulator: str | None, places: Places, until: dt.date
) -> TriedSurvey:
    """Return what a tab holds; raises a SourceError, and a FormError where it is no form's."""
    [sheet] = configured_sheets((entry,), account, emulator)
    table = sheet.read()
    return TriedSurvey.of_table(table, places, until)
