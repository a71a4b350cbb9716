"""A reading's changes made into lines and contents, and put under the ledger's tree."""

import dataclasses
import datetime as dt
import secrets
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pyarrow as pa

from lib.evidence import line
from lib.evidence.compared import Change
from lib.evidence.contents import Contents, commitment, pack, stated
from lib.evidence.line import Line
from lib.evidence.merkle import Tree
from lib.evidence.now import Now
from lib.evidence.state import Ints, State, packed
from lib.journal.sealed import Sealed


def new_nonce() -> str:
    """Return the random part of one response's hash."""
    return secrets.token_hex(16)


def sealed(
    state: State,
    tree: Tree,
    now: Now,
    changes: Sequence[Change],
    read_at: dt.datetime,
    since: dt.datetime | None = None,
    nonce: Callable[[], str] = new_nonce,
) -> Sealed:
    """Return the next reading, which these changes make since the survey was last read."""
    said = [change.row for change in changes if _is_kept(state, now, change)]
    contents = said_by(state, now, np.array(said, np.int64), nonce)
    hashes = dict(zip(said, _hashes(contents), strict=True))
    lines = [
        line.written(Line(one.code, one.what, one.about, hashes.get(one.row, "")))
        for one in changes
    ]
    grown, number = tree.copy(), state.number + 1
    grown.grow(leaves(lines, tree.size, number, read_at))
    if since:
        contents = dataclasses.replace(contents, since=since.isoformat())
    return Sealed(number, read_at, grown.size, grown.root, packed(lines), pack(contents))


def leaves(lines: Iterable[str], first: int, number: int, read_at: dt.datetime) -> Iterable[bytes]:
    """Return the lines of a reading as the tree's leaves; the first one has this position."""
    at = moment(read_at)
    return (line.text(n, number, at, each).encode() for n, each in enumerate(lines, first))


def moment(read_at: dt.datetime) -> str:
    """Return when a reading was made as its lines say it: UTC, to the second."""
    return read_at.astimezone(dt.UTC).isoformat(timespec="seconds")


def _is_kept(state: State, now: Now, change: Change) -> bool:
    """Tell whether what the response says is kept: not again once it was erased."""
    if change.row is None:
        return False
    place = int(now.places[change.row])
    return place < 0 or bool(state.kept[place]) or place in state.old


def said_by(state: State, now: Now, rows: Ints, nonce: Callable[[], str]) -> Contents:
    """Return what these rows of a reading say."""
    read = now.responses
    times = read.submitted[rows]
    said = {number: _texts(now, number, rows) for number in now.said}
    return Contents(
        nonces=[nonce() for _ in rows],
        sources=[read.sheets[at].source for at in read.sheet[rows].tolist()],
        times=["" if np.isnat(time) else str(time) for time in times],
        said={number: texts for number, texts in said.items() if any(texts)},
        sheets={
            source: sheet
            for source, sheet in now.sheets.items()
            if sheet != state.sheets.get(source)
        },
    )


def _texts(now: Now, number: str, rows: Ints) -> list[str | None]:
    cells = now.said[number]
    asked = now.asked(number)[rows] if len(rows) else rows
    codes = np.where(asked, cells.codes[rows], -1)
    return list(cells.texts.take(pa.array(codes, mask=codes < 0)).to_pylist())


def _hashes(contents: Contents) -> list[str]:
    told = zip(contents.nonces, stated(contents), strict=True)
    return [commitment(nonce or "", said) for nonce, said in told]
