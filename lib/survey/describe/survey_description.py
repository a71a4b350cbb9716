"""The office's own description of its survey, `.streamlit/survey.toml`: what it states counts."""

import dataclasses
import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from lib.errors import SettingError
from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.lexicon import answer_key
from lib.survey.model.sipas_factors import Factor
from lib.survey.model.survey_form import ColumnKind, ColumnRole
from lib.survey.model.vietnamese_text import clean_text
from lib.wording import gettext, mark

DESCRIPTION_EXAMPLES = {
    "title": 'title = "Khảo sát mức độ hài lòng"',
    "office": 'office = "UBND xã Xuân Tây"',
    "drop": 'drop = ["Họ và tên (không bắt buộc)"]',
    "questions": "[[questions]]",
    "id": 'id = "c1"',
    "header": 'header = "Ông/Bà có hài lòng về …?"',
    "headers": 'headers = ["…?", "…?"]',
    "label": 'label = "Thái độ của công chức"',
    "role": 'role = "satisfaction"',
    "kind": 'kind = "single"',
    "factor": 'factor = "access"',
    "levels": 'levels = [{text = "Hài lòng", polarity = "satisfied", strong = false}]',
}
_WHOLE = ("title", "office", "drop", "questions")
_QUESTION = ("id", "header", "headers", "label", "role", "kind", "factor", "levels")
_LEVEL = ("text", "polarity", "strong")

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclasses.dataclass(frozen=True)
class DeclaredQuestion:
    """One question as the office describes it; None and empty are left to inference."""

    id: str
    headers: tuple[str, ...]  # the newest wording first
    label: str = ""
    role: ColumnRole | None = None
    kind: ColumnKind | None = None
    levels: tuple[Level, ...] = ()
    factor: Factor | None = None  # of SIPAS


@dataclasses.dataclass(frozen=True)
class SurveyDescription:
    """What the office states about its survey; empty where it states nothing."""

    title: str = ""
    office: str = ""
    drop: tuple[str, ...] = ()  # headers of columns that are dropped when read
    questions: tuple[DeclaredQuestion, ...] = ()

    def question(self, text: str) -> DeclaredQuestion | None:
        """Return the question that bears this header."""
        return next((q for q in self.questions if text in q.headers), None)


def load_description(path: Path) -> SurveyDescription:
    """Return the description in this file, an empty one where there is no such file."""
    if not path.is_file():
        return SurveyDescription()
    return parse_description(path.read_text(encoding="utf-8-sig"), path.name)


def parse_description(text: str, file: str) -> SurveyDescription:
    """Return the description that the text holds, or raise a SettingError that says where."""
    return _Parser(text, file).description()


class _Parser:
    """One text being read; keeps it to tell the line of what is wrong."""

    def __init__(self, text: str, file: str) -> None:
        self._lines = text.splitlines()
        self._file = file
        try:
            self._content = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            found = re.search(r"at line (\d+)", str(error))
            line = found[1] if found else len(self._lines)
            problem = mark(
                "is written wrongly in line {line}; usually a text does not stand between "
                'straight quotes ("…"), a path has \\ instead of /, or the content of a JSON '
                "file was pasted as it is"
            )
            raise self._wrong("", problem, "", line=line) from None

    def description(self) -> SurveyDescription:
        content = self._content
        self._known(content, _WHOLE)
        asked = tuple(map(self._question, self._list(content, "questions", dict)))
        self._once("id", [question.id for question in asked])
        self._once("header", [header for question in asked for header in question.headers])
        drop = map(clean_text, self._list(content, "drop", str))
        return SurveyDescription(
            self._text(content, "title"), self._text(content, "office"), tuple(drop), asked
        )

    def _question(self, content: Mapping[str, Any]) -> DeclaredQuestion:
        self._known(content, _QUESTION)
        levels = tuple(self._levels(content))
        self._once("levels", [answer_key(level.text) for level in levels])
        return DeclaredQuestion(
            id=self._required(content, "id"),
            headers=tuple(self._headers(content)),
            label=self._text(content, "label"),
            role=self._choice(content, "role", ColumnRole),
            kind=self._choice(content, "kind", ColumnKind),
            levels=levels,
            factor=self._choice(content, "factor", Factor),
        )

    def _headers(self, content: Mapping[str, Any]) -> Iterator[str]:
        if "headers" in content:
            yield from map(clean_text, self._list(content, "headers", str))
        else:
            yield clean_text(self._required(content, "header"))

    def _levels(self, content: Mapping[str, Any]) -> Iterator[Level]:
        for level in self._list(content, "levels", dict):
            self._known(level, _LEVEL, "levels")
            text = clean_text(self._required(level, "text", "levels"))
            polarity = self._choice(level, "polarity", Polarity, "levels")
            strong = level.get("strong", False)
            if not isinstance(strong, bool):
                raise self._wrong("levels", mark("strong must be true or false"), "strong")
            yield Level(text, polarity or Polarity.UNCLASSIFIED, strong)

    def _known(self, content: Mapping[str, Any], keys: tuple[str, ...], inside: str = "") -> None:
        for key in content:
            if key not in keys:
                problem = mark("there is no such key; known are {keys}")
                raise self._wrong(inside or key, problem, key, keys=", ".join(keys))

    def _text(self, content: Mapping[str, Any], key: str) -> str:
        value = content.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(key, mark("must be a text in quotes"), key)
        return clean_text(value)

    def _required(self, content: Mapping[str, Any], key: str, inside: str = "") -> str:
        value = self._text(content, key)
        if not value:
            raise self._wrong(inside or key, mark("“{missing}” is missing"), "", missing=key)
        return value

    def _list(self, content: Mapping[str, Any], key: str, of: type) -> list[Any]:
        value = content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, of) for item in value):
            raise self._wrong(key, mark("must be a list"), key)
        return value

    def _choice(
        self, content: Mapping[str, Any], key: str, of: type[_Choice], inside: str = ""
    ) -> _Choice | None:
        value = content.get(key)
        if value is None or value in list(of):
            return None if value is None else of(value)
        problem = mark("“{value}” is none of {choices}")
        choices = ", ".join(of)
        raise self._wrong(inside or key, problem, str(value), value=value, choices=choices)

    def _once(self, key: str, values: list[str]) -> None:
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            raise self._wrong(key, mark("“{value}” stands twice"), twice, value=twice)

    def _wrong(self, key: str, problem: str, near: str, **fields: object) -> SettingError:
        line = next((n for n, line in enumerate(self._lines, 1) if near and near in line), None)
        where = gettext("{file}, line {line}", file=self._file, line=line) if line else self._file
        example = DESCRIPTION_EXAMPLES.get(key or "title", DESCRIPTION_EXAMPLES["questions"])
        return SettingError(
            key=key, file=where, problem=gettext(problem, **fields), example=example
        )
