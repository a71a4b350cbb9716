"""A file that somebody dropped, read as the survey it would be; nothing of it is kept yet."""

import dataclasses
import datetime as dt
import functools
import re
import unicodedata
from pathlib import PurePath

from lib.errors import FormError
from lib.source_table import SourceTable
from lib.sources.workbook_content import WorkbookContent
from lib.survey.describe.survey_description import SurveyDescription, parse_description
from lib.survey.history.question_ids import CURRENT_RULES, QuestionIds
from lib.survey.model.places import Places
from lib.survey.responses import Responses
from lib.survey.survey_reading import identity_positions, read_survey
from lib.survey.table.form_table import form_likeness
from lib.survey.table.submission_times import DAY_FIRST
from lib.wording import mark

LARGEST_FILE = 50_000_000  # bytes
_KEPT_SUFFIX = ".xlsx"
_DESCRIPTION = "survey.toml"
# what browsers and people add to the name of a file that they have already
_COPY = re.compile(r"(\s*\(\d+\)|\s*-\s*(copy|bản sao)(\s*\(\d+\))?)$", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"[^\w\s().–-]+")
_LONGEST_NAME = 80  # letters; with a suffix and in any alphabet a name that disks take


class TooLargeError(FormError):
    """The file is larger than any form's answers; `title` names it."""

    code = "too_large"
    message = mark("{title} is larger than 50 MB: no form has so many answers.")


@dataclasses.dataclass(frozen=True)
class TriedSurvey:
    """One table of answers, its columns that identify persons emptied, and how it is described."""

    title: str  # of the file as it was dropped
    table: SourceTable
    places: Places
    until: dt.date  # no response can have come later
    text: str = ""  # of survey.toml, as it would be
    kept: QuestionIds = dataclasses.field(default_factory=QuestionIds)  # the office's

    @classmethod
    def of_file(
        cls, title: str, data: bytes, places: Places, until: dt.date, name: str = ""
    ) -> "TriedSurvey":
        """Return what a file holds, under the permanent `name` of an older one where there is.

        Raises a FormError for what is no table of answers, or too large.
        """
        if len(data) > LARGEST_FILE:
            raise TooLargeError(title=title)
        content = WorkbookContent(data, name or permanent_source_name(title), title)
        return cls.of_table(content.table(form_likeness, before=False), places, until)

    @classmethod
    def of_table(cls, table: SourceTable, places: Places, until: dt.date) -> "TriedSurvey":
        """Return what a table holds; raises a FormError for what is no table of answers."""
        whole = cls(table.title, table, places, until)
        persons = identity_positions(table, whole.responses)
        return dataclasses.replace(whole, table=table.without(persons))

    def describing(self, text: str) -> "TriedSurvey":
        """Return the same answers, described so."""
        return dataclasses.replace(self, text=text)

    def numbered_as(self, kept: QuestionIds) -> "TriedSurvey":
        """Return the same answers, their questions numbered as the office's are or will be.

        What is confirmed here bears these numbers: it may take no other question's.
        """
        return dataclasses.replace(self, kept=kept)

    def described(self, text: str) -> SurveyDescription:
        """Return what a text of survey.toml states; raises a SettingError where it is wrong."""
        return parse_description(text, _DESCRIPTION)

    def read(self, text: str) -> Responses:
        """Return the responses as this text of survey.toml has them read."""
        described = self.described(text)
        return read_survey([self.table], described, self._numbers, self.places, until=self.until)

    @property
    def _numbers(self) -> QuestionIds:
        source, kept = self.table.source, self.kept
        if source in kept.known or not kept.known:
            return kept
        asked = {h: n for each in kept.known.values() for h, n in each.items()}
        return QuestionIds(
            known={source: {h: asked[h] for h in self.table.headers if h in asked}},
            free={source: max(kept.free.values(), default=1)},
            halves={source: DAY_FIRST},
            rules={source: CURRENT_RULES},
        )

    @functools.cached_property
    def responses(self) -> Responses:
        """The responses as they are described."""
        return self.read(self.text)


def permanent_source_name(title: str) -> str:
    """Return the name under which the answers of a file are kept, whatever copies are called."""
    stem = unicodedata.normalize("NFC", PurePath(title.replace("\\", "/")).stem)
    while (shorter := _COPY.sub("", stem)) != stem:
        stem = shorter
    plain = " ".join(_NOT_IN_NAMES.sub(" ", stem).split()).strip(". ")
    return f"{plain[:_LONGEST_NAME].strip('. ') or 'phieu'}{_KEPT_SUFFIX}"
