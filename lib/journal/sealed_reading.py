"""A reading of the survey as the ledger seals it; a store does not look into what it holds."""

import dataclasses
import datetime as dt


@dataclasses.dataclass(frozen=True)
class SealedReading:
    """One reading that brought something new."""

    number: int  # from 1, without gaps
    read_at: dt.datetime  # UTC
    size: int  # lines of the ledger, with those of this reading
    root: str  # of the tree over them, hexadecimal
    lines: bytes  # those of this reading; never rewritten
    contents: bytes  # what its responses said; erasure rewrites it
