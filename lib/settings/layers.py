"""Where settings stand: the environment, over the project's secrets.toml, over the user's own."""

import dataclasses
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lib.errors import SettingError
from lib.settings.declaration import ENVIRONMENT_PLACE, Setting, reject_unknown_names, wrong_setting
from lib.wording import Phrase, mark

_OF_STREAMLIT = frozenset({"connections"})  # tables that only Streamlit reads
_VARIABLES = frozenset(
    {"SURVEY_BROWSER_TESTS", "SURVEY_CROWD_SECONDS", "SURVEY_POSTGRES_TESTS"}
)  # of our tests


@dataclasses.dataclass(frozen=True)
class SettingLayers:
    """What was set, as it stands; a table is read with the methods below."""

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
        reject_unknown_names(ours, known, settings[0], ENVIRONMENT_PLACE)
        layers = cls(given, _tables(folder, home, settings), folder.parent)
        for name in {setting.table for setting in settings}:
            layers._check([setting for setting in settings if setting.table == name])
        return layers

    def table(self, name: str) -> tuple[Mapping[str, Any], object]:
        """Return a table as it stands, empty where there is none, and the place to name."""
        return self.tables.get(name, ({}, ENVIRONMENT_PLACE))

    def whole(self, setting: Setting, least: int = 0, most: int | None = None) -> int:
        """Return a whole number, by default the one that the setting declares."""
        value, where = self._told(setting)
        if isinstance(value, str) and where is ENVIRONMENT_PLACE and value.isdecimal():
            value = int(value)
        if type(value) is int and least <= value and (most is None or value <= most):
            return value
        if most is not None:
            problem = mark("must be a whole number from {least} to {most}")
            raise wrong_setting(setting, where, problem, least=least, most=most)
        problem = mark("must be a whole number, {least} or more")
        raise wrong_setting(setting, where, problem, least=least)

    def text(self, setting: Setting) -> str:
        """Return a text, by default the one that the setting declares."""
        value, where = self._told(setting)
        if isinstance(value, str):
            return value.strip()
        raise wrong_setting(setting, where, mark("must be a text in quotes"))

    def texts(self, setting: Setting) -> tuple[str, ...]:
        """Return a list of texts, in a variable separated by spaces; by default an empty one."""
        value, where = self._told(setting)
        listed = value.split() if isinstance(value, str) and where is ENVIRONMENT_PLACE else value
        if isinstance(listed, list) and all(isinstance(one, str) for one in listed):
            return tuple(one.strip() for one in listed)
        raise wrong_setting(setting, where, mark("must be a list of texts in quotes"))

    def yes(self, setting: Setting) -> bool:
        """Return true or false, by default what the setting declares."""
        value, where = self._told(setting)
        if isinstance(value, str) and where is ENVIRONMENT_PLACE:
            value = {"true": True, "false": False}.get(value.lower())
        if isinstance(value, bool):
            return value
        raise wrong_setting(setting, where, mark("must be true or false, without quotes"))

    def existing(self, setting: Setting, where: object, file: str) -> Path:
        """Return the path of a file that the setting names; it must exist."""
        path = self.project / Path(file).expanduser()
        if path.is_file():
            return path
        raise wrong_setting(setting, where, mark("names a file that does not exist"))

    def _told(self, setting: Setting) -> tuple[Any, object]:
        """Return what is set and where: the environment counts before the table."""
        if setting.variable and setting.variable in self.environ:
            return self.environ[setting.variable], ENVIRONMENT_PLACE
        table, where = self.table(setting.table)
        if setting.key in table:
            return table[setting.key], where
        return setting.default, ENVIRONMENT_PLACE

    def _check(self, settings: Sequence[Setting]) -> None:
        """Hold a table to the settings that are declared for it."""
        first = settings[0]
        table, where = self.table(first.table)
        if not isinstance(table, dict):
            problem = mark("must be a table: [{table}]")
            raise wrong_setting(first, where, problem, key=first.table, table=first.table)
        if first.key:
            reject_unknown_names(table, {setting.key for setting in settings}, first, where)


def office_file_text(path: Path, where: str, example: str) -> str:
    """Return what a file of the office says, nothing where there is none; it must be UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        problem = Phrase(mark("cannot be read as text in UTF-8"))
    raise SettingError(key=path.name, file=where, problem=problem, example=example)


def _tables(folder: Path, home: Path, settings: Sequence[Setting]) -> Mapping[str, tuple[Any, str]]:
    """Return the project's tables over the user's own, as Streamlit lays them."""
    where, users = f"{folder.name}/secrets.toml", "~/.streamlit/secrets.toml"
    own = _toml(folder / "secrets.toml", where, settings[0])
    # the user's file serves other apps too: only the project's is held to our tables
    known = _OF_STREAMLIT | {setting.table for setting in settings if setting.table}
    reject_unknown_names(own, known, settings[0], where)
    shared = _toml(home / ".streamlit" / "secrets.toml", users, settings[0])
    tables = {name: (table, users) for name, table in shared.items()}
    return tables | {name: (table, where) for name, table in own.items()}


def _toml(path: Path, where: str, example: Setting) -> dict[str, Any]:
    text = office_file_text(path, where, example.example)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # the parser's own words may quote what stands there: only its line number is taken
        problem = mark("is not TOML: see line {line}; text stands between straight quotes")
        at = re.search(r"at line (\d+)", str(error))
        line = at[1] if at else text.count("\n")
    raise wrong_setting(example, where, problem, key=path.name, line=line) from None
