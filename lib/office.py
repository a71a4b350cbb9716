"""One office's survey put together: what to read, how it is described, where its places are."""

import dataclasses
import datetime as dt
import zoneinfo
from collections.abc import Sequence
from pathlib import Path

from lib import sample
from lib.settings import Settings, file_text
from lib.sources.feed import Feed, Source
from lib.sources.sheet import sheets
from lib.sources.workbook import Workbook
from lib.survey import description, numbers
from lib.survey.description import Description
from lib.survey.opened import opened
from lib.survey.places import Places
from lib.survey.reading import identity_columns, read
from lib.survey.responses import Responses
from lib.table import Table

ZONE = zoneinfo.ZoneInfo("Asia/Ho_Chi_Minh")  # the country has one; a server's own may differ


@dataclasses.dataclass(frozen=True)
class Office:
    """The configured survey; `sample` where nothing is configured."""

    sources: tuple[Source, ...]
    described: Description
    places: Places
    data_dir: Path | None  # None: nothing is kept
    sample: bool

    @classmethod
    def open(cls, settings: Settings, folder: Path) -> "Office":
        """Return the office of these settings; its own files lie in `folder`, `.streamlit`."""
        places = Places.read(folder / "places.csv")
        if not settings.sheets and not settings.file:
            told = description.load(sample.DESCRIPTION)
            return cls((Workbook(sample.RESPONSES),), told, places, None, sample=True)
        sources: Sequence[Source] = (
            [Workbook(settings.file)]
            if settings.file
            else sheets(settings.sheets, settings.account, settings.emulator)
        )
        return cls(tuple(sources), _described(folder), places, settings.data_dir, sample=False)

    def read(self, tables: Sequence[Table]) -> Responses:
        """Return the responses of these tables and remember the numbers of new columns."""
        if self.data_dir is None:
            return read(tables, self.described, numbers.Numbers(), self.places)
        path = self.data_dir / "questions.json"
        known = numbers.load(path)
        responses = read(tables, self.described, known, self.places)
        if responses.numbers != known:
            numbers.save(responses.numbers, path)
        return responses

    @staticmethod
    def local(when: dt.datetime) -> dt.datetime:
        """Return a moment as the office's clocks show it."""
        return when.astimezone(ZONE)

    def feed(self) -> Feed[Responses]:
        """Return the reader of this survey, not started yet."""
        keep = self.data_dir / "last" if self.data_dir else None
        return Feed(self.sources, self.read, identity_columns, keep, check=opened)


def _described(folder: Path) -> Description:
    where = f"{folder.name}/survey.toml"
    text = file_text(folder / "survey.toml", where, description.EXAMPLES["title"])
    return description.parse(text, where)
