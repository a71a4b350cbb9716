"""How a setting is declared, and what is said where one is wrong."""

import dataclasses
from collections.abc import Iterable

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
    default: str = ""

    @property
    def table(self) -> str:
        """The table in secrets.toml that holds it, "" where none does."""
        return self.name[1:].partition("]")[0] if self.name.startswith("[") else ""

    @property
    def key(self) -> str:
        """Its name in that table, "" where it is the whole table."""
        return self.name.partition("] ")[2]


def wrong_setting(setting: Setting, where: object, problem: str, **fields: object) -> SettingError:
    """Return the error that names the setting, or `key` in its place, with a right line.

    `where` is a file's name, or ENVIRONMENT: then the variable and its right value are named.
    """
    key, example = setting.name, setting.example
    if where is ENVIRONMENT_PLACE and setting.variable:
        value = example.partition("=")[2].strip(' []"')
        key, example = setting.variable, f"{setting.variable}={value}"
    said = Phrase(problem, fields)
    return SettingError(key=fields.pop("key", key), file=where, problem=said, example=example)


def reject_unknown_names(
    names: Iterable[str], known: Iterable[str], setting: Setting, where: object
) -> None:
    """Raise a SettingError for a name that is none of the known; a slip is never ignored."""
    for name in sorted(set(names).difference(known)):
        problem = mark("is not known; known are: {known}")
        raise wrong_setting(setting, where, problem, key=name, known=", ".join(sorted(known)))
