"""A setting: how it is declared, what is set for it, and what is said where that is wrong."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from lib.errors import SettingError
from lib.wording import Phrase, mark

ENVIRONMENT_PLACE = Phrase("the environment")


@dataclasses.dataclass(frozen=True)
class Setting:
    """One setting: its place in secrets.toml, or its variable where it has none there."""

    name: str  # "[survey] sheets", "[gcp_service_account]" or the variable's name
    variable: str | None
    help: str
    example: str  # a right line
    default: str = ""  # in words
    least: int = 0  # of a whole number
    most: int | None = None
    check: "Callable[[StatedSetting], Any] | None" = None
    instead: tuple[str, str] = ("", "")  # the field it stands for, and what is said of both set

    @property
    def table(self) -> str:
        """The table in secrets.toml that holds it, "" where none does."""
        return self.name[1:].partition("]")[0] if self.name.startswith("[") else ""

    @property
    def key(self) -> str:
        """Its name in that table, "" where it is the whole table."""
        return self.name.partition("] ")[2]


def setting(
    default: object, example: str, help_text: str, *, words: str = "", secret: bool = False,
    variable: str | None = None, least: int = 0, most: int | None = None,
    check: "Callable[[StatedSetting], Any] | None" = None, instead: tuple[str, str] = ("", ""),
) -> Any:  # noqa: ANN401 - a field is of any type, as with dataclasses.field  # fmt: skip
    """Return the field of a dataclass that is a setting; its name is what the example sets.

    `words` say the default where it is no number; `secret` keeps it out of what is printed;
    `check` returns the value, or raises what is wrong with it; the rest is as in Setting.
    """
    name = example.partition("=")[0].strip()
    said = words or (str(default).lower() if isinstance(default, int) else "")
    declared = Setting(name, variable, help_text, example, said, least, most, check, instead)
    return dataclasses.field(default=default, repr=not secret, metadata={"setting": declared})


def declared_settings(rules: type) -> Mapping[str, Setting]:
    """Return the settings that the fields of a dataclass are, by the names of the fields."""
    fields = dataclasses.fields(rules)
    return {f.name: f.metadata["setting"] for f in fields if "setting" in f.metadata}


@dataclasses.dataclass(frozen=True)
class StatedSetting:
    """What is set for a setting, None nothing, and the place to name where it is wrong."""

    setting: Setting
    value: Any
    where: object  # a file's name, or ENVIRONMENT_PLACE
    project: Path = Path()  # paths in settings start here

    def wrong(self, problem: str, **fields: object) -> SettingError:
        """Return the error that names the setting, or `key` in its place, and a right line."""
        key, example = self.setting.name, self.setting.example
        if self.where is ENVIRONMENT_PLACE and self.setting.variable:
            value = example.partition("=")[2].strip(' []"')
            key, example = self.setting.variable, f"{self.setting.variable}={value}"
        said, key = Phrase(problem, fields), str(fields.pop("key", key))
        return SettingError(key=key, file=self.where, problem=said, example=example)

    def existing(self, file: str) -> Path:
        """Return the path of a file that the setting names; it must exist."""
        path = self.project / Path(file).expanduser()
        if path.is_file():
            return path
        raise self.wrong(mark("names a file that does not exist"))

    def reject_unknown(self, names: Iterable[str], known: Iterable[str]) -> None:
        """Raise a SettingError for a name that is none of the known; a slip is never ignored."""
        for name in sorted(set(names).difference(known)):
            problem = mark("is not known; known are: {known}")
            raise self.wrong(problem, key=name, known=", ".join(sorted(known)))
