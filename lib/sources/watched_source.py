"""One source as the feed sees it: its last good copy, its trouble, when it is asked again."""

import dataclasses
import datetime as dt
import random
import time
from collections.abc import Callable
from typing import Protocol

from lib.errors import BrokenError, FormError, QuotaError, SurveyError
from lib.office_clock import utc_now
from lib.source_table import SourceTable
from lib.sources.reading_file import SourceReading

PACE_DICE = random.Random()  # our own: a seed set elsewhere would make all ask at once


class TableSource(Protocol):
    """Where rows come from: a Google Sheet or one tab of it, a file."""

    @property
    def name(self) -> str:
        """The permanent name, part of every response's identity."""

    @property
    def title(self) -> str:
        """The name for people."""

    def version(self) -> str:
        """Return, cheaply, what differs whenever the rows may have changed."""

    def read(self) -> SourceTable | tuple[SourceTable, ...]:
        """Return all cells: of one table, or of each tab."""


@dataclasses.dataclass(frozen=True, slots=True)
class SourceTrouble:
    """Why a source cannot be read, and since when (UTC)."""

    title: str
    error: SurveyError
    since: dt.datetime


@dataclasses.dataclass(slots=True, eq=False)
class WatchedSource:
    """What is known of one source; only the reader's thread writes here."""

    source: TableSource
    moment: Callable[[], dt.datetime] = utc_now  # of the survey's own clock
    copy: bytes | None = None  # its last good reading, packed
    version: str | None = None  # of the copy
    refused: tuple[str, FormError] | None = None  # a newer version, and why it was not taken
    saved: bool = True  # the copy is on the disk, or there is none
    tried: bool = False
    trouble: SourceTrouble | None = None
    failures: int = 0  # in a row, each with a longer pause
    due: float = 0.0

    def look(self, check: Callable[[SourceTable], object]) -> SourceReading | None:
        """Return a new reading; None where the copy is of the newest version."""
        # asked before reading: a change in between is seen by the next look
        version, read_at = self.source.version(), self.moment()
        if version == self.version:
            self.failures, self.trouble = 0, None
            return None
        if self.refused and self.refused[0] == version:
            raise self.refused[1]
        self.refused = None
        read = self.source.read()
        tables = (read,) if isinstance(read, SourceTable) else read
        try:
            for table in tables:
                check(table)
        except FormError as error:
            self.refused = version, error
            raise
        return SourceReading(tables, version, read_at)

    def hold(self, version: str, packed: bytes) -> None:
        """Take this copy for the last good one."""
        self.copy, self.version, self.saved = packed, version, False
        self.failures, self.trouble, self.refused = 0, None, None

    def forget(self) -> None:
        """Let the next look, due at once, read whatever the version is; the copy stays."""
        self.version = self.refused = None
        self.due = 0.0

    def blame(self, error: Exception, first: float, longest: float) -> None:
        """Remember the trouble and pause before the next look, from `first` s to `longest`.

        After a refused form there is no pause: its next version may come at any time, and
        until then nothing is read.
        """
        # a traceback would keep its frames alive, and with them the cells they worked on
        error.__traceback__ = error.__cause__ = error.__context__ = None
        title = self.source.title
        if not isinstance(error, SurveyError):
            error = BrokenError(title=title, kind=type(error).__name__)
        since = self.trouble.since if self.trouble else self.moment()
        self.trouble = SourceTrouble(title, error, since)
        if self.refused and self.refused[1] is error:
            self.failures = 0
            return
        cap = min(longest, first * 2 ** min(self.failures, 12))
        self.failures += 1
        wait = error.retry_after if isinstance(error, QuotaError) else 0.0
        self.due = time.monotonic() + max(wait, PACE_DICE.uniform(cap / 2, cap))
