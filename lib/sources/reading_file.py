"""The last good copy of a source: packed small, on the disk and in memory the same bytes.

Gzipped JSON holds raw mixed cells and, unlike pickle, runs no code when it is loaded.
"""

import contextlib
import dataclasses
import datetime as dt
import gzip
import hashlib
import io
import json
import logging
import re
import uuid
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from lib.errors import NotKeptError
from lib.format_versions import NewerCopyError
from lib.kept_files import write_atomically
from lib.source_table import CellValue, SourceTable, TablePart
from lib.wording import gettext

_log = logging.getLogger(__name__)
_STATED_LAYOUT, _BEGINNING = re.compile(rb'\{"layout": (\d+)'), 40  # bytes
_LAYOUT = 2  # of the JSON; a copy in another layout is read anew from its source


@dataclasses.dataclass(frozen=True)
class SourceReading:
    """The tables of one source, of which version they are, and when they were read (UTC)."""

    tables: tuple[SourceTable, ...]
    version: str
    read_at: dt.datetime

    @property
    def source(self) -> str:
        """The permanent name of the source, "" where it held no table."""
        return self.tables[0].source if self.tables else ""


def pack_reading(reading: SourceReading) -> bytes:
    """Return the reading as gzipped JSON, the same bytes for the same reading."""
    head = {"layout": _LAYOUT, "version": reading.version, "read_at": reading.read_at}
    every = [_fields(table) for table in reading.tables]
    text = json.dumps(head | {"tables": every}, ensure_ascii=False, default=_tagged)
    return gzip.compress(text.encode("utf-8", "surrogatepass"), compresslevel=1, mtime=0)


def unpack_reading(data: bytes) -> SourceReading | None:
    """Return the reading; None if the bytes are torn or were written in another layout."""
    try:
        text = gzip.decompress(data).decode("utf-8", "surrogatepass")
        head = json.loads(text, object_hook=_untagged)
        every = tuple(map(_table, head["tables"]))
        reading = SourceReading(every, head["version"], head["read_at"])
        return reading if head["layout"] == _LAYOUT else None
    except (OSError, EOFError, zlib.error, LookupError, TypeError, ValueError, AttributeError):
        return None


def reading_tables(readings: Iterable[SourceReading]) -> list[SourceTable]:
    """Return the tables of these readings, in their order."""
    return [table for reading in readings for table in reading.tables]


def load_copy(folder: Path, source: str) -> SourceReading | None:
    """Return the copy of the source of this name; None if there is no whole one."""
    packed = load_packed_copy(folder, source)
    if packed is None:
        return None
    reading = unpack_reading(packed)
    if reading and {t.source for t in reading.tables} <= {source}:
        return reading
    warn_unreadable(folder, source)
    return None


def copy_lies_there(folder: Path, source: str) -> bool:
    """Tell whether there is a copy of the source of this name."""
    try:
        return _path(folder, source).exists()
    except OSError:
        return False


def load_packed_copy(folder: Path, name: str) -> bytes | None:
    """Return what was saved under this name, None if nothing was or the disk does not give it.

    Nothing is lost when a copy is written over: its source has the rows, and a torn one that
    was set aside would outlast the months for which the office keeps answers.
    """
    try:
        return _path(folder, name).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        warn_unreadable(folder, name)
        return None


def warn_unreadable(folder: Path, name: str) -> None:
    """Say in the log that what was saved under this name cannot be used."""
    file = f"{folder.name}/{_path(folder, name).name}"
    said = gettext(
        "The last good copy {file} cannot be read; it is made anew once its source is read.",
        file=file,
    )
    _log.warning("%s", said)


def save_packed_copy(folder: Path, source: str, packed: bytes) -> None:
    """Put the copy on the disk, whole or not at all, readable by its owner only."""
    _refuse_newer(folder, source)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(
            _path(folder, source),
            lambda beside: beside.write_bytes(packed),
            unfinished=folder / f"{uuid.uuid4().hex}.part",  # several may write the same copy
            private=True,
        )
    except OSError:
        raise NotKeptError from None


def _refuse_newer(folder: Path, name: str) -> None:
    """Raise a NewerCopyError where what was saved under this name is of a newer layout."""
    path, begun = _path(folder, name), b""
    with contextlib.suppress(OSError, EOFError, zlib.error, zipfile.BadZipFile, IndexError):
        data = path.read_bytes()
        if zipfile.is_zipfile(io.BytesIO(data)):  # several copies together
            with zipfile.ZipFile(io.BytesIO(data)) as together:
                data = together.read(together.namelist()[0])
        begun = gzip.GzipFile(fileobj=io.BytesIO(data)).read(_BEGINNING)
    stated = _STATED_LAYOUT.match(begun)
    if stated and int(stated[1]) > _LAYOUT:
        raise NewerCopyError(title=f"{folder.name}/{path.name}")


def _path(folder: Path, source: str) -> Path:
    # a name may hold letters that no file name takes, and is nobody else's business
    digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    return folder / f"{digest[:32]}.json.gz"


_MICROSECOND = dt.timedelta(microseconds=1)
_READERS: dict[str, Callable[[Any], CellValue]] = {
    "datetime": dt.datetime.fromisoformat,
    "date": dt.date.fromisoformat,
    "time": dt.time.fromisoformat,
    "timedelta": lambda microseconds: microseconds * _MICROSECOND,
}


def _fields(table: SourceTable) -> dict[str, object]:
    more = {"parts": table.parts, "left_out": table.left_out}
    return {
        "source": table.source,
        "title": table.title,
        "headers": table.headers,
        "columns": table.columns,
        "timezone": table.timezone,
        "commune": table.commune,
        "dropped": sorted(table.dropped),
        **{name: told for name, told in more.items() if told},
    }


def _table(fields: dict[str, Any]) -> SourceTable:
    return SourceTable(
        source=fields["source"],
        title=fields["title"],
        headers=tuple(fields["headers"]),
        columns=tuple(fields["columns"]),
        timezone=fields["timezone"],
        commune=fields["commune"],
        dropped=frozenset(fields["dropped"]),
        parts=tuple(TablePart(*part) for part in fields.get("parts", ())),
        left_out=tuple(fields.get("left_out", ())),
    )


def _tagged(cell: dt.date | dt.time | dt.timedelta) -> dict[str, object]:
    """Return a time as JSON can hold it; no cell is an object of its own, so none is mistaken."""
    if isinstance(cell, dt.timedelta):
        return {"timedelta": cell // _MICROSECOND}
    return {type(cell).__name__: cell.isoformat()}


def _untagged(pairs: dict[str, Any]) -> object:
    (kind, value), *more = pairs.items() or [("", None)]
    return pairs if more or kind not in _READERS else _READERS[kind](value)
