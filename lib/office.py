"""One office put together: its survey and its register, how they are described, its places."""

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable, Sequence
from pathlib import Path

from lib.errors import SurveyError
from lib.kept_files import file_stamp, write_atomically
from lib.movement.register_reading import Register, register_from_tables
from lib.movement.register_tabs import contact_columns
from lib.office_clock import OfficeClock
from lib.sample import SAMPLE_DESCRIPTION, SAMPLE_MODELS, SAMPLE_RESPONSES, SAMPLE_RESULTS
from lib.sample.invented_work import SAMPLE_START
from lib.settings import Settings, TrackingRules, office_file_text
from lib.source_table import SourceTable
from lib.sources.form_sheet import FormSheet, configured_sheets
from lib.sources.last_step import Noted, nothing_noted
from lib.sources.retention_policy import RetentionPolicy
from lib.sources.source_feed import Feed
from lib.sources.tabbed_sources import BookTabs, SheetTabs, configured_register
from lib.sources.viewer_feed import ViewerFeed
from lib.sources.workbook_file import WorkbookFile
from lib.survey.describe.survey_description import (
    DESCRIPTION_EXAMPLES,
    SurveyDescription,
    parse_description,
)
from lib.survey.history.question_ids import QuestionIds
from lib.survey.history.question_ids_file import (
    change_question_ids,
    load_question_ids,
)
from lib.survey.model.places import Places
from lib.survey.response_differences import count_differing_responses
from lib.survey.responses import Responses
from lib.survey.row_age import submitted_before
from lib.survey.survey_reading import identity_positions, read_survey
from lib.survey.table.form_table import FormTable, form_likeness, open_form_table

_IDS_FILE = "questions.json"


@dataclasses.dataclass(frozen=True)
class Office:
    """The configured survey and register; `sample` where no survey is configured."""

    sources: tuple[FormSheet | WorkbookFile, ...]
    description: Path | None  # survey.toml, there or not; None: nothing is stated
    places: Places
    data_dir: Path | None  # None: nothing is kept
    sample: bool
    register: tuple[SheetTabs | BookTabs, ...] = ()  # none where there is none
    register_is_sample: bool = False
    tracking: TrackingRules = dataclasses.field(default_factory=TrackingRules)
    clock: OfficeClock = dataclasses.field(default_factory=OfficeClock)  # the sample has its own

    @classmethod
    def open(cls, settings: Settings, folder: Path) -> "Office":
        """Return the office of these settings; its own files lie in `folder`, `.streamlit`."""
        places = Places.read(folder / "places.csv")
        lists = configured_register(settings.movement, settings.account, settings.emulator)
        if not settings.sheets and not settings.files:
            source = WorkbookFile(SAMPLE_RESPONSES)
            own = lists or (BookTabs(SAMPLE_MODELS), BookTabs(SAMPLE_RESULTS))
            clock = OfficeClock.begun_at(SAMPLE_START)
            invented = not lists
            return cls(
                (source,), SAMPLE_DESCRIPTION, places, None, True, own, invented, clock=clock
            )
        before = functools.partial(_read_before, settings.data_dir)
        sources: Sequence[FormSheet | WorkbookFile] = (
            [WorkbookFile(file, form_likeness, before) for file in settings.files]
            if settings.files
            else configured_sheets(
                settings.sheets, settings.account, settings.emulator, read_before=before
            )
        )
        stated, kept, tracking = folder / "survey.toml", settings.data_dir, settings.tracking
        office = cls(tuple(sources), stated, places, kept, False, lists, tracking=tracking)
        office.described()  # what is wrong in it is said before anything is read
        return office

    def describing(self) -> str:
        """Return the text of survey.toml, "" where there is none."""
        if self.description is None:
            return ""
        return office_file_text(self.description, self._where, DESCRIPTION_EXAMPLES["title"])

    def described(self, text: str | None = None) -> SurveyDescription:
        """Return what this text of survey.toml states, without one the file's own.

        Raises a SettingError that says where it is wrong.
        """
        return parse_description(self.describing() if text is None else text, self._where)

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

    def as_described(self, tables: Sequence[SourceTable], text: str) -> Responses:
        """Return the responses as this text of survey.toml has them read; nothing is remembered."""
        return read_survey(
            tables, self.described(text), self._known, self.places, until=self._today()
        )

    def read(self, tables: Sequence[SourceTable], today: dt.date | None = None) -> Responses:
        """Return the responses of these tables and remember the numbers of their columns.

        What is new in them was first seen today, by the office's calendar where no day is given.
        """
        description = self.described()
        if self._numbers is None:
            return read_survey(
                tables, description, QuestionIds(), self.places, until=today or self._today()
            )
        day = today or self._today()
        now = self.clock.now()

        def understood(known: QuestionIds) -> tuple[QuestionIds, Responses]:
            made = read_survey(tables, description, known, self.places, day, until=day, moment=now)
            return made.numbers, made

        return change_question_ids(self._numbers, understood)

    @property
    def told_at(self) -> dt.datetime | None:
        """When leaders last said that they had read what counts otherwise (UTC); None: never."""
        return self._known.told_at

    def remember(self, keep: Callable[[Path], None]) -> None:
        """Have something kept beside the permanent numbers of questions, where any are kept."""
        if self._numbers is not None:
            keep(self._numbers)

    def steps(
        self, feed: Feed[Responses], k: int, noted: Noted = nothing_noted
    ) -> ViewerFeed[Responses]:
        """Return what viewers see of this feed: steps of at least k responses.

        `noted` tells what they were shown last where no copy of it is left.
        """
        return ViewerFeed(
            feed, self._again, count_differing_responses, k, self._last, self._lasting, noted
        )

    def _again(self, tables: Sequence[SourceTable]) -> Responses:
        return self.as_described(tables, self.describing())

    @property
    def _last(self) -> Path | None:
        return self.data_dir / "last" if self.data_dir else None

    @property
    def _lasting(self) -> RetentionPolicy:
        """Return what of the answers may lie on the disk: the office keeps them for some months."""
        return RetentionPolicy(lambda: self.tracking.kept_from(self._today()), self._old)

    def _old(self, table: SourceTable, since: dt.date) -> list[bool]:
        return submitted_before(table, since, self._known.reading_of(table.source))

    def _opened(self, table: SourceTable) -> FormTable:
        return open_form_table(table, self._known.reading_of(table.source))

    def _today(self) -> dt.date:
        return self.clock.today()

    @property
    def _known(self) -> QuestionIds:
        return kept_question_ids(self.data_dir)

    @property
    def _numbers(self) -> Path | None:
        return self.data_dir / _IDS_FILE if self.data_dir else None

    @property
    def _where(self) -> str:
        return f"{self.description.parent.name}/survey.toml" if self.description else "survey.toml"

    def _made_by(self) -> object:
        """Return what differs whenever survey.toml was written, or a source is to be read anew."""
        try:
            known = self._known
            return file_stamp(self.description), tuple(known.reread), known.at_home
        except SurveyError:  # the next reading says what is wrong with the file
            return file_stamp(self.description), None

    @staticmethod
    def local(when: dt.datetime) -> dt.datetime:
        """Return a moment as the office's clocks show it."""
        return OfficeClock.local(when)

    def feed(self) -> Feed[Responses]:
        """Return the reader of this survey, not started yet."""
        return Feed(
            self.sources,
            self.read,
            identity_positions,
            self._last,
            check=self._opened,
            made_by=self._made_by,
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
            lambda table, _: contact_columns(table),
            self._last,
            moment=self._register_clock.now,
        )

    def read_register(self, tables: Sequence[SourceTable]) -> Register:
        """Return the register that these tables hold, its places as the office lists them."""
        return register_from_tables(tables, self.places, self._register_clock.today())

    @property
    def _register_clock(self) -> OfficeClock:
        """Return the register's clock: one's own beside the sample's survey lives today."""
        return OfficeClock() if self.sample and not self.register_is_sample else self.clock


def kept_question_ids(data_dir: Path | None) -> QuestionIds:
    """Return the permanent numbers of questions that this data folder keeps, none without one."""
    return load_question_ids(data_dir / _IDS_FILE) if data_dir else QuestionIds()


def _read_before(data_dir: Path | None, source: str) -> bool:
    """Tell whether a source was first read by an earlier version, whose reading it keeps."""
    return not kept_question_ids(data_dir).reading_of(source).current
