"""The office's settings file written anew with a few keys changed; the rest of it stays.

Comments, order and layout of a hand-written file survive: tomlkit reads and writes them.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AbstractTable

from lib.errors import SurveyError
from lib.kept_files import write_atomically
from lib.settings import SheetEntry
from lib.wording import mark

_SURVEY, _ACCOUNT, _OFFICE, _BACKUP = "survey", "gcp_service_account", "office", "backup"
_ROLES, _PRIVACY, _NOTIFY = "roles", "privacy", "notify"
_ROLE_KEYS = ("leader", "staff")
_SOURCES = ("sheets", "file")  # of two that stand for each other one is kept


class SettingsChangedError(SurveyError):
    """Somebody changed the file by hand since it was read; `file` names it."""

    code = "settings_changed"
    message = mark(
        "{file} was changed by hand meanwhile, so nothing was written over it. Look at what it "
        "says now, then do it again."
    )


class SettingsNotWrittenError(SurveyError):
    """The disk does not take the file, or it cannot be read; `file` names it."""

    code = "settings_not_written"
    message = mark(
        "{file} cannot be written: may the app write into this folder, and is the disk full? "
        "Nothing was changed."
    )


@dataclasses.dataclass(frozen=True)
class SettingsFile:
    """`secrets.toml` as it was read; `text` is "" where there was none."""

    path: Path
    text: str

    @classmethod
    def read(cls, path: Path) -> "SettingsFile":
        """Return the file as it stands; SettingsNotWrittenError where the disk refuses."""
        return cls(path, _text(path))

    @property
    def source_files(self) -> list[Path]:
        """The files that the settings name for the answers."""
        table = _parsed(self).get(_SURVEY)
        named = table.get("file") if isinstance(table, AbstractTable) else None
        return [Path(str(each)) for each in (named if isinstance(named, list) else [named]) if each]

    def with_person(self, name: str, role: str) -> str:
        """Return the text that lists a name in this role ("leader", "staff"), and in no other."""
        document = _parsed(self)
        table = _table(document, _ROLES)
        for each in _ROLE_KEYS:
            listed = [who for who in table.get(each, []) if who != name]
            if each == role:
                listed.append(name)
            if listed or each in table:
                table[each] = listed
        return tomlkit.dumps(document)

    def with_least_group(self, k: int) -> str:
        """Return the text by which so many responses stand behind every figure of a viewer."""
        document = _parsed(self)
        _table(document, _PRIVACY)["k"] = k
        return tomlkit.dumps(document)

    def with_messages(self, urls: Sequence[str], address: str) -> str:
        """Return the text by which these addresses are told of cases; none: nobody is."""
        document = _parsed(self)
        table = _table(document, _NOTIFY)
        table["urls"] = list(urls)
        if address:
            table["address"] = address
        else:
            table.pop("address", None)
        return tomlkit.dumps(document)

    def with_backup(self, folder: Path | None) -> str:
        """Return the text by which everything is copied into this folder each night."""
        document = _parsed(self)
        if folder is None:
            document.pop(_BACKUP, None)
        else:
            _table(document, _BACKUP)["folder"] = folder.as_posix()
        return tomlkit.dumps(document)

    def with_files(self, *files: Path) -> str:
        """Return the text in which the survey's answers lie in these files."""
        named = [file.as_posix() for file in files]
        return self._with_source("file", named if len(named) > 1 else named[0])

    def with_sheets(self, sheets: Sequence[SheetEntry], account: Mapping[str, Any] | None) -> str:
        """Return the text by which these sheets are read, by this key where one is given."""
        text = self._with_source("sheets", [_entry(sheet) for sheet in sheets])
        return _with_account(text, account) if account else text

    def with_papers(self, lines: Mapping[str, Sequence[str]]) -> str:
        """Return the text by which papers bear these lines; none says nothing of a key."""
        document = _parsed(self)
        table = _table(document, _OFFICE)
        for key, texts in lines.items():
            if texts:
                table[key] = list(texts)
            else:
                table.pop(key, None)
        return tomlkit.dumps(document)

    def without_survey(self) -> str:
        """Return the text that names no source: the bundled sample shows again."""
        return self._with_source("", None)

    def _with_source(self, key: str, value: object) -> str:
        document = _parsed(self)
        table = _table(document, _SURVEY)
        for other in _SOURCES:
            if other != key:
                table.pop(other, None)
        if key:
            table[key] = value
        elif not table:
            document.remove(_SURVEY)
        return tomlkit.dumps(document)

    def write(self, text: str, now: dt.datetime) -> Path | None:
        """Replace the file, whole or not at all; return where the one before lies now, if changed.

        Raises SettingsChangedError where it is not any more what was read.
        """
        if _text(self.path) != self.text:
            raise SettingsChangedError(file=self._named)
        if text == self.text:
            return None
        before = self.path.with_name(f"{self.path.stem}-{now:%Y-%m-%d-%H%M%S}{self.path.suffix}")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self.text:
                _written(before, self.text)
            _written(self.path, text)
        except OSError:
            raise SettingsNotWrittenError(file=self._named) from None
        return before if self.text else None

    def put_back(self) -> None:
        """Have the file say again what was read, where what was written proved wrong."""
        try:
            if self.text:
                _written(self.path, self.text)
            else:
                self.path.unlink(missing_ok=True)
        except OSError:
            raise SettingsNotWrittenError(file=self._named) from None

    @property
    def _named(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        raise SettingsNotWrittenError(file=f"{path.parent.name}/{path.name}") from None


def _written(path: Path, text: str) -> None:
    write_atomically(path, lambda new: new.write_text(text, encoding="utf-8"), private=True)


def _parsed(file: SettingsFile) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(file.text)
    except TOMLKitError:
        raise SettingsNotWrittenError(file=file._named) from None


def _table(document: tomlkit.TOMLDocument, name: str) -> AbstractTable:
    """Return a table of the file, a new one where there is none."""
    table = document.get(name)
    if not isinstance(table, AbstractTable):
        table = document[name] = tomlkit.table()
    return table


def _entry(sheet: SheetEntry) -> object:
    told = {name: value for name, value in dataclasses.asdict(sheet).items() if value}
    if len(told) == 1:
        return sheet.url
    entry = tomlkit.inline_table()
    entry.update(told)
    return entry


def _with_account(text: str, account: Mapping[str, Any]) -> str:
    document = tomlkit.parse(text)
    document[_ACCOUNT] = dict(account)
    return tomlkit.dumps(document)
