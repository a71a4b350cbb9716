"""Where settings stand: the environment, over the project's secrets.toml, over the user's own."""

import dataclasses
import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from lib.errors import SettingError
from lib.settings.declaration import ENVIRONMENT_PLACE, Setting, StatedSetting
from lib.settings.secrets_files import refuse_misplaced, secrets_files
from lib.wording import Phrase, mark

_OF_STREAMLIT = frozenset({"connections"})  # tables that only Streamlit reads
_VARIABLES = frozenset(
    {
        *("SURVEY_BROWSER_TESTS", "SURVEY_CROWD_SECONDS"),
        *("SURVEY_NGINX_TESTS", "SURVEY_POSTGRES_TESTS"),
    }
)  # of our tests


@dataclasses.dataclass(frozen=True)
class SettingLayers:
    """What was set, as it stands."""

    environ: Mapping[str, str]  # without what is empty
    tables: Mapping[str, tuple[Any, str]]  # each of secrets.toml with the file it stands in
    project: Path  # paths in settings start here

    @classmethod
    def read(
        cls, environ: Mapping[str, str], folder: Path, home: Path, settings: Sequence[Setting]
    ) -> "SettingLayers":
        """Return what is set; `folder` is the project's `.streamlit`, `settings` all there are.

        Raises SettingError for a name that none of them has.
        """
        given = {name: value.strip() for name, value in environ.items() if value.strip()}
        known = _VARIABLES | {s.variable for s in settings if s.variable}
        ours = (name for name in given if name.startswith("SURVEY_"))
        StatedSetting(settings[0], None, ENVIRONMENT_PLACE).reject_unknown(ours, known)
        layers = cls(given, _tables(folder, home, settings), folder.parent)
        for name in {setting.table for setting in settings}:
            layers._check([setting for setting in settings if setting.table == name])
        return layers

    def table(self, name: str) -> tuple[Mapping[str, Any], object]:
        """Return a table as it stands, empty where there is none, and the place to name."""
        return self.tables.get(name, ({}, ENVIRONMENT_PLACE))

    def stated(self, setting: Setting) -> StatedSetting:
        """Return what is set: the environment counts before the table."""
        if (text := self.environ.get(setting.variable or "")) is not None:
            return StatedSetting(setting, text, ENVIRONMENT_PLACE, self.project)
        table, where = self.table(setting.table)
        value = table.get(setting.key) if setting.key else table or None
        return StatedSetting(setting, value, where, self.project)

    def one_layer(self, settings: Collection[Setting]) -> "SettingLayers":
        """Return these without the table of a pair of which the environment sets one.

        One of two that stand for each other replaces both of the table.
        """
        pairs = {setting.table for setting in settings if setting.instead[0]}
        replaced = pairs & {s.table for s in settings if s.variable in self.environ}
        tables = {name: table for name, table in self.tables.items() if name not in replaced}
        return dataclasses.replace(self, tables=tables)

    def _check(self, settings: Sequence[Setting]) -> None:
        """Hold a table to the settings that are declared for it."""
        (table, where), first = self.table(settings[0].table), settings[0]
        stated = StatedSetting(first, table, where)
        if not isinstance(table, dict):
            problem = mark("must be a table: [{table}]")
            raise stated.wrong(problem, key=first.table, table=first.table)
        if first.key:
            stated.reject_unknown(table, {setting.key for setting in settings})


def office_file_text(path: Path, where: str, example: str) -> str:
    """Return what a file of the office says, nothing where there is none; it must be UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        problem = Phrase(mark("cannot be read as text in UTF-8"))
    raise SettingError(key="", file=where, problem=problem, example=example)


def _tables(folder: Path, home: Path, settings: Sequence[Setting]) -> Mapping[str, tuple[Any, str]]:
    """Return the tables of all files, each over those before, as Streamlit lays them."""
    refuse_misplaced(folder)
    known = _OF_STREAMLIT | {setting.table for setting in settings if setting.table}
    tables: dict[str, tuple[Any, str]] = {}
    for path, where, users in secrets_files(folder, home):
        own = _toml(path, where, settings[0])
        if not users:  # the user's file serves other apps too
            StatedSetting(settings[0], own, where).reject_unknown(own, known)
        tables |= {name: (table, where) for name, table in own.items()}
    return tables


def _toml(path: Path, where: str, example: Setting) -> dict[str, Any]:
    text = office_file_text(path, where, example.example)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # the parser's own words may quote what stands there: only its line number is taken
        problem = mark(
            "is written wrongly in line {line}; usually a text does not stand between "
            'straight quotes ("…"), a path has \\ instead of /, or the content of a JSON '
            "file was pasted as it is"
        )
        at = re.search(r"at line (\d+)", str(error))
        line = at[1] if at else text.count("\n")
    raise StatedSetting(example, text, where).wrong(problem, key="", line=line) from None
