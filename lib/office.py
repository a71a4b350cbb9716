"""One office put together: its survey and its register, how they are described, its places."""

import dataclasses
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from lib import sample
from lib.kept_files import write_atomically
from lib.movement import register
from lib.movement.register import Register
from lib.office_clock import OfficeClock
from lib.sample import followup
from lib.settings import Settings, Tracking, file_text
from lib.sources.feed import Feed
from lib.sources.lasting import Lasting
from lib.sources.sheet import Sheet, sheets
from lib.sources.steps import Steps
from lib.sources.tabs import BookTabs, SheetTabs
from lib.sources.workbook import Workbook
from lib.survey import description, numbers
from lib.survey.aged import old
from lib.survey.apart import apart
from lib.survey.description import Description
from lib.survey.opened import likeness, opened
from lib.survey.places import Places
from lib.survey.reading import identity_columns, read
from lib.survey.responses import Responses
from lib.table import Table


@dataclasses.dataclass(frozen=True)
class Office:
    """The configured survey and register; `sample` where no survey is configured."""

    sources: tuple[Sheet | Workbook, ...]
    description: Path | None  # survey.toml, there or not; None: nothing is stated
    places: Places
    data_dir: Path | None  # None: nothing is kept
    sample: bool
    register: tuple[SheetTabs | BookTabs, ...] = ()  # none where there is none
    register_is_sample: bool = False
    tracking: Tracking = dataclasses.field(default_factory=Tracking)
    clock: OfficeClock = dataclasses.field(default_factory=OfficeClock)  # the sample has its own

    @classmethod
    def open(cls, settings: Settings, folder: Path) -> "Office":
        """Return the office of these settings; its own files lie in `folder`, `.streamlit`."""
        places = Places.read(folder / "places.csv")
        lists = _register(settings)
        if not settings.sheets and not settings.file:
            source = Workbook(sample.RESPONSES)
            own = lists or (BookTabs(sample.MODELS), BookTabs(sample.RESULTS))
            clock = OfficeClock.begun_at(followup.START)
            invented = not lists
            return cls(
                (source,), sample.DESCRIPTION, places, None, True, own, invented, clock=clock
            )
        sources: Sequence[Sheet | Workbook] = (
            [Workbook(settings.file, likeness)]
            if settings.file
            else sheets(settings.sheets, settings.account, settings.emulator)
        )
        stated = folder / "survey.toml"
        office = cls(
            tuple(sources),
            stated,
            places,
            settings.data_dir,
            False,
            lists,
            tracking=settings.tracking,
        )
        office.described()  # what is wrong in it is said before anything is read
        return office

    def describing(self) -> str:
        """Return the text of survey.toml, "" where there is none."""
        if self.description is None:
            return ""
        return file_text(self.description, self._where, description.EXAMPLES["title"])

    def described(self, text: str | None = None) -> Description:
        """Return what this text of survey.toml states, without one the file's own.

        Raises a SettingError that says where it is wrong.
        """
        return description.parse(self.describing() if text is None else text, self._where)

    def describe(self, text: str) -> bool:
        """Write survey.toml, whole or not at all; tell whether the disk took it.

        The sample's is never written: it is ours.
        """
        if self.description is None or self.sample:
            return False
        try:
            self.description.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.description, lambda new: new.write_text(text, encoding="utf-8"))
        except OSError:
            return False
        return True

    def as_described(self, tables: Sequence[Table], text: str) -> Responses:
        """Return the responses as this text of survey.toml has them read; nothing is remembered."""
        known = numbers.load(self._numbers) if self._numbers else numbers.Numbers()
        return read(tables, self.described(text), known, self.places)

    def read(self, tables: Sequence[Table], today: dt.date | None = None) -> Responses:
        """Return the responses of these tables and remember the numbers of their columns.

        What is new in them was first seen today, by the office's calendar where no day is given.
        """
        told = self.described()
        if self._numbers is None:
            return read(tables, told, numbers.Numbers(), self.places)
        known = numbers.load(self._numbers)
        responses = read(tables, told, known, self.places, today or self._today())
        if responses.numbers != known:
            numbers.save(responses.numbers, self._numbers)
        return responses

    def steps(self, feed: Feed[Responses], k: int) -> Steps[Responses]:
        """Return what viewers see of this feed: steps of at least k responses."""
        return Steps(feed, self._again, apart, k, self._last, self._lasting)

    def _again(self, tables: Sequence[Table]) -> Responses:
        return self.as_described(tables, self.describing())

    @property
    def _last(self) -> Path | None:
        return self.data_dir / "last" if self.data_dir else None

    @property
    def _lasting(self) -> Lasting:
        """Return what of the answers may lie on the disk: the office keeps them for some months."""
        return Lasting(lambda: self.tracking.kept_from(self._today()), self._old)

    def _old(self, table: Table, since: dt.date) -> list[bool]:
        known = numbers.load(self._numbers) if self._numbers else numbers.Numbers()
        return old(table, since, known.halves_of(table.source))

    def _today(self) -> dt.date:
        return self.clock.today()

    @property
    def _numbers(self) -> Path | None:
        return self.data_dir / "questions.json" if self.data_dir else None

    @property
    def _where(self) -> str:
        return f"{self.description.parent.name}/survey.toml" if self.description else "survey.toml"

    def _written(self) -> object:
        """Return what differs whenever survey.toml was written."""
        try:
            stat = self.description.stat() if self.description else None
        except OSError:
            return None
        return stat and (stat.st_mtime_ns, stat.st_size)

    @staticmethod
    def local(when: dt.datetime) -> dt.datetime:
        """Return a moment as the office's clocks show it."""
        return OfficeClock.local(when)

    def feed(self) -> Feed[Responses]:
        """Return the reader of this survey, not started yet."""
        return Feed(
            self.sources,
            self.read,
            identity_columns,
            self._last,
            check=opened,
            made_by=self._written,
            lasting=self._lasting,
            moment=self.clock.now,
        )

    def register_feed(self) -> Feed[Register] | None:
        """Return the reader of the register, not started yet; None where the office has none."""
        if not self.register:
            return None
        return Feed(
            self.register,
            self.read_register,
            lambda table, _: register.identity_columns(table),
            self._last,
            moment=self._register_clock.now,
        )

    def read_register(self, tables: Sequence[Table]) -> Register:
        """Return the register that these tables hold, its places as the office lists them."""
        return register.read(tables, self.places, self._register_clock.today())

    @property
    def _register_clock(self) -> OfficeClock:
        """Return the register's clock: one's own beside the sample's survey lives today."""
        return OfficeClock() if self.sample and not self.register_is_sample else self.clock


def _register(settings: Settings) -> tuple[SheetTabs | BookTabs, ...]:
    told = settings.movement
    if told.sheet:
        return (SheetTabs(told.sheet, settings.account, settings.emulator),)
    return (BookTabs(told.file),) if told.file else ()
