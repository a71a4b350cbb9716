"""Files that the app keeps for itself: read or refused, and replaced whole or not at all."""

import itertools
import os
from collections.abc import Callable
from pathlib import Path

from lib.errors import SourceError
from lib.wording import mark

ASIDE = ".unreadable"  # what is added to the name of a torn file


class UnreadableFileError(SourceError):
    """The file is there, but the disk does not let it be read; `file` is its name."""

    code = "unreadable_file"
    message = mark(
        "{file} in the data folder (SURVEY_DATA_DIR) cannot be read: may the app read it, or does "
        "another program hold it? Nothing is written over it; the app tries again by itself."
    )


def kept_text(path: Path) -> str | None:
    """Return what stands in a file, None where there is none; a ValueError where it is no text.

    Raises an UnreadableFileError where the disk does not let it be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        raise UnreadableFileError(file=path.name) from None


def write_atomically(
    path: Path,
    fill: Callable[[Path], object],
    *,
    unfinished: Path | None = None,
    private: bool = False,
) -> None:
    """Replace the file by what `fill` writes beside it; OSError where the disk refuses.

    The old one stays until the new one is whole on the disk, and nothing is left beside it.
    What is private is its owner's alone from its first byte.
    """
    beside = unfinished or path.with_name(f"{path.name}.new")
    try:
        if private:
            beside.unlink(missing_ok=True)
            beside.touch(mode=0o600)
        fill(beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def set_aside(path: Path) -> Path:
    """Give a torn file another name, so that nothing is written over it; return that name.

    "NAME.unreadable", with a number where that name is taken: each stays whole.
    """
    names = (f"{path.name}{ASIDE}{f'-{n}' if n > 1 else ''}" for n in itertools.count(1))
    aside = next(there for name in names if not (there := path.with_name(name)).exists())
    path.rename(aside)
    return aside


def lies_aside(path: Path) -> bool:
    """Tell whether a torn file of this name lies aside, until somebody looked and removed it."""
    return path.with_name(path.name + ASIDE).exists()


def file_stamp(path: Path | None) -> object:
    """Return what differs whenever the file was written; None where there is none."""
    try:
        stat = path.stat() if path else None
    except OSError:
        return None
    return stat and (stat.st_mtime_ns, stat.st_size)
