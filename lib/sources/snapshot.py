"""What the feed publishes: one immutable whole, which a page takes once and passes down."""

import dataclasses
import datetime as dt
from typing import Generic, TypeVar

_Made = TypeVar("_Made")


@dataclasses.dataclass(frozen=True, slots=True)
class Snapshot(Generic[_Made]):
    """What was made of all readable sources; `read_at` (UTC) is the newest reading's."""

    number: int
    read_at: dt.datetime
    made: _Made
    copies: tuple[bytes, ...] = dataclasses.field(default=(), repr=False)  # its rows, packed
    made_by: object = None  # differs whenever the same rows would be made into something else
    whole: bool = True  # False: of copies that lack what was too old to be kept
