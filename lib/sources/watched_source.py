"""One source as the feed sees it: its last good copy, its trouble, when it is asked again."""

import dataclasses
import datetime as dt
import logging
import random
import time
import traceback
from collections.abc import Callable
from typing import Protocol

from lib.errors import BrokenError, FormError, QuotaError, SurveyError
from lib.office_clock import utc_now
from lib.source_table import SourceTable
from lib.sources.reading_file import SourceReading
from lib.sources.reading_shape import DoubtfulReadingError, ReadingShape, reading_shape
from lib.sources.slow_answers import SLOW_AFTER, SlowAnswerError, told_when_slow

PACE_DICE = random.Random()  # our own: a seed set elsewhere would make all ask at once
_ASKED_AGAIN = 2  # times at which a doubtful reading has to come back before it is taken
_SAID = 60.0  # seconds from which on a pause is said
_log = logging.getLogger(__name__)


class TableSource(Protocol):
    """Where rows come from: a Google Sheet or one tab of it, a file."""

    @property
    def name(self) -> str:
        """The permanent name, part of every response's identity."""

    @property
    def title(self) -> str:
        """The name for people."""

    @property
    def answers_whole(self) -> bool:
        """Whether a reading is whole or raises, as a file's; else it may lack rows by mistake."""

    def version(self) -> str:
        """Return, cheaply, what differs whenever the rows may have changed."""

    def read(self) -> SourceTable | tuple[SourceTable, ...]:
        """Return all cells: of one table, or of each tab."""


@dataclasses.dataclass(frozen=True, slots=True)
class SourceTrouble:
    """Why a source cannot be read, since when, and when it is tried again if not soon (UTC)."""

    title: str
    error: SurveyError
    since: dt.datetime
    again_at: dt.datetime | None = None

    @property
    def kind(self) -> object:
        """Return what differs whenever there is something else to say."""
        return self.title, type(self.error), self.again_at


@dataclasses.dataclass(slots=True, eq=False)
class WatchedSource:
    """What is known of one source; only the reader's thread writes here."""

    source: TableSource
    moment: Callable[[], dt.datetime] = utc_now  # of the survey's own clock
    doubt_pause: float = 30.0  # seconds before a doubtful reading is asked for again
    late: Callable[[], object] = lambda: None  # called once a look takes too long
    ticks: Callable[[], float] = time.monotonic
    copy: bytes | None = None  # its last good reading, packed
    version: str | None = None  # of the copy
    shape: ReadingShape = dataclasses.field(default_factory=ReadingShape)  # of the copy
    refused: tuple[str, FormError] | None = None  # a newer version, and why it was not taken
    saved: bool = True  # the copy is on the disk, or there is none
    tried: bool = False
    trouble: SourceTrouble | None = None
    failures: int = 0  # in a row, each with a longer pause
    due: float = 0.0
    asked: tuple[float, dt.datetime] | None = None  # when the look began that is not done
    doubts: int = 0  # doubtful readings in a row
    doubted: float = 0.0  # when the last of them was counted

    @property
    def told(self) -> SourceTrouble | None:
        """The trouble that it is in, or that its answer has been coming for too long."""
        if self.trouble or not (asked := self.asked) or self.ticks() - asked[0] < SLOW_AFTER:
            return self.trouble
        return SourceTrouble(self.source.title, SlowAnswerError(title=self.source.title), asked[1])

    def look(self, check: Callable[[SourceTable], object]) -> SourceReading | None:
        """Return a new reading; None where the copy is of the newest version."""
        self.asked = self.ticks(), self.moment()
        try:
            with told_when_slow(self.late):
                return self._looked(check)
        finally:
            self.asked = None

    def _looked(self, check: Callable[[SourceTable], object]) -> SourceReading | None:
        # asked before reading: a change in between is seen by the next look
        version, read_at = self.source.version(), self.moment()
        if version == self.version:
            self.failures, self.trouble, self.doubts = 0, None, 0
            return None
        if self.refused and self.refused[0] == version:
            raise self.refused[1]
        self.refused = None
        read = self.source.read()
        tables = (read,) if isinstance(read, SourceTable) else read
        self._doubt(reading_shape(tables))
        try:
            for table in tables:
                check(table)
        except FormError as error:
            self.refused = version, error
            raise
        return SourceReading(tables, version, read_at)

    def _doubt(self, shape: ReadingShape) -> None:
        """Raise a DoubtfulReadingError for what cannot be true, until it was asked for again.

        A file on the disk is what somebody saved: nobody answers for it.
        """
        if self.source.answers_whole or not self.shape.lost_too_much(shape):
            self.doubts = 0
        elif self.doubts <= _ASKED_AGAIN:
            if not self.doubts or self.ticks() - self.doubted >= self.doubt_pause:
                self.doubts, self.doubted = self.doubts + 1, self.ticks()
            if self.doubts <= _ASKED_AGAIN:
                raise DoubtfulReadingError(title=self.source.title)

    def hold(self, reading: SourceReading, packed: bytes) -> None:
        """Take this copy of a reading for the last good one."""
        self.copy, self.version, self.saved = packed, reading.version, False
        self.shape, self.doubts = reading_shape(reading.tables), 0
        self.failures, self.trouble, self.refused = 0, None, None

    def forget(self) -> None:
        """Let the next look, due at once, read whatever the version is; the copy stays."""
        self.version = self.refused = None
        self.due = 0.0

    def rest(self, seconds: float) -> None:
        """Be due again after these seconds; a pause after a failure stays."""
        if not self.failures:
            self.due = self.ticks() + seconds

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
        pause = self._pause(error, first, longest)
        self.failures += 1
        self.due = self.ticks() + pause
        if pause >= _SAID:
            again_at = self.moment() + dt.timedelta(seconds=pause)
            self.trouble = dataclasses.replace(self.trouble, again_at=again_at)

    def _pause(self, error: SurveyError, first: float, longest: float) -> float:
        if isinstance(error, DoubtfulReadingError):
            return self.doubt_pause
        cap = min(longest, first * 2 ** min(self.failures, 12))
        wait = error.retry_after if isinstance(error, QuotaError) else 0.0
        return max(wait, PACE_DICE.uniform(cap / 2, cap))


def log_stumble(error: Exception) -> None:
    """Say in the log where the program stumbled, if it did; its words may be a respondent's."""
    if isinstance(error, SurveyError):
        return
    lines = "".join(traceback.format_tb(error.__traceback__))
    _log.error("%s in the reader\n%s", type(error).__name__, lines)
