"""Files that the app keeps for itself: replaced whole or not at all, never lost when torn."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path


def write_atomically(
    path: Path,
    fill: Callable[[Path], object],
    *,
    unfinished: Path | None = None,
    private: bool = False,
) -> None:
    """Replace the file by what `fill` writes beside it; OSError where the disk refuses.

    The old one stays whole until then, and nothing is left beside it. What is private is its
    owner's alone from its first byte, and on the disk before it takes the old one's place.
    """
    beside = unfinished or path.with_name(f"{path.name}.new")
    try:
        if private:
            beside.unlink(missing_ok=True)
            beside.touch(mode=0o600)
        fill(beside)
        if private:
            with beside.open("rb+") as file:
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def set_aside(path: Path, now: dt.datetime) -> Path:
    """Give a torn file another name, so that nothing is written over it; return that name."""
    aside = path.with_name(f"{path.name}.unreadable-{now:%Y-%m-%d-%H%M%S-%f}")
    path.rename(aside)
    return aside
