"""The columns of a table whose header may have two rows: groups, and what they hold."""

import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple


@dataclasses.dataclass(frozen=True)
class TableHead:
    """A column: its title, its width in characters, the group that it belongs to if any."""

    title: str
    width: int
    group: str = ""
    number: str = ""  # Excel's format of its numbers


class HeadSpan(NamedTuple):
    """A group and the positions of its first and last column."""

    group: str
    first: int
    last: int


def head_spans(heads: Sequence[TableHead]) -> Iterator[HeadSpan]:
    """Yield the groups from left to right; a column without one is a span of its own."""
    numbered = enumerate(heads)
    for _, run in itertools.groupby(numbered, lambda placed: placed[1].group or placed[0]):
        at = list(run)
        yield HeadSpan(at[0][1].group, at[0][0], at[-1][0])


def has_groups(heads: Sequence[TableHead]) -> bool:
    """Tell whether the header needs two rows."""
    return any(head.group for head in heads)
