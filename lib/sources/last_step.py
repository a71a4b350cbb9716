"""What viewers were shown before the last stop: found again, not to be found, or nothing."""

import dataclasses
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from lib.errors import LinkError, NotKeptError
from lib.sources.reading_file import (
    SourceReading,
    copy_lies_there,
    load_packed_copy,
    save_packed_copy,
    unpack_reading,
    warn_unreadable,
)

_NAME = "shown"  # of the file; no source can have it, theirs are addresses and files' names
Noted = Callable[[], Sequence[SourceReading] | None]


@dataclasses.dataclass(frozen=True)
class LastStep:
    """The readings that were shown, none where nothing ever was, or where that is not `known`."""

    readings: Sequence[SourceReading] = ()
    known: bool = True


def nothing_noted() -> None:
    """Return what is noted of readings that were shown, where nobody notes any."""


class KeptSteps:
    """Keeps the copies of a step in a folder, None nowhere; `noted` is asked where none is whole.

    It returns None where viewers never were shown anything, and raises LinkError where it is not
    known what, JournalError where that cannot be said now.
    """

    def __init__(self, folder: Path | None, noted: Noted) -> None:
        """Prepare, reading nothing."""
        self._folder, self._noted = folder, noted

    def copies(self) -> tuple[bytes, ...]:
        """Return the copies that were shown last; none where no whole file is there."""
        packed = load_packed_copy(self._folder, _NAME) if self._folder else None
        if self._folder is None or packed is None:
            return ()
        try:
            with zipfile.ZipFile(io.BytesIO(packed)) as together:
                return tuple(together.read(name) for name in together.namelist())
        except zipfile.BadZipFile:
            warn_unreadable(self._folder, _NAME)
            return ()

    def noted(self) -> LastStep:
        """Return what is noted beside the copies; raises JournalError."""
        try:
            readings = self._noted()
        except LinkError:
            return LastStep(known=False)
        if readings is None:
            return LastStep(known=not (self._folder and copy_lies_there(self._folder, _NAME)))
        return LastStep(readings)

    def save(self, copies: Sequence[bytes]) -> None:
        """Write the copies as one file, so that a step is on the disk whole or not at all."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as together:
            for at, copy in enumerate(copies):
                together.writestr(f"{at}.json.gz", copy)
        try:
            if self._folder:
                save_packed_copy(self._folder, _NAME, file.getvalue())
        except NotKeptError:
            return  # the feed tells the same of its own copies


def unpacked_readings(copies: Sequence[bytes]) -> list[SourceReading]:
    """Return the readings of these copies, without those that are torn."""
    return [reading for copy in copies if (reading := unpack_reading(copy))]
