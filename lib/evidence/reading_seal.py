"""A reading's changes made into lines and contents, and put under the ledger's tree."""

import dataclasses
import datetime as dt
import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
import pyarrow as pa

from lib.evidence.contents_proof import contents_line
from lib.evidence.incoming_reading import IncomingReading
from lib.evidence.ledger_change import LedgerChange
from lib.evidence.ledger_line import LedgerLine, line_text, placed_line_text
from lib.evidence.ledger_state import LedgerState, PlaceArray, pack_lines
from lib.evidence.merkle_tree import MerkleTree
from lib.evidence.sealed_contents import (
    SealedContents,
    answer_commitment,
    pack_contents,
    stated_answers,
)
from lib.journal.sealed_reading import SealedReading
from lib.survey.responses import ResponseSheet

_HEADER_DIGITS = 32


def _new_nonce() -> str:
    """Return the random part of one response's hash."""
    return secrets.token_hex(16)


def seal_reading(
    state: LedgerState,
    tree: MerkleTree,
    now: IncomingReading,
    changes: Sequence[LedgerChange],
    read_at: dt.datetime,
    since: dt.datetime | None = None,
    nonce: Callable[[], str] = _new_nonce,
) -> SealedReading:
    """Return the next reading, which these changes make since the survey was last read."""
    said = [change.row for change in changes if _is_kept(state, now, change)]
    contents = row_contents(state, now, np.array(said, np.int64), nonce)
    hashes = dict(zip(said, _hashes(contents), strict=True))
    lines = [
        line_text(LedgerLine(each.code, each.what, each.about, hashes.get(each.row, "")))
        for each in changes
    ]
    if since:
        contents = dataclasses.replace(contents, since=since.isoformat())
    return _sealed(tree, state.number + 1, read_at, lines, contents)


def seal_contents(
    number: int, tree: MerkleTree, packed: Mapping[int, bytes], now: dt.datetime
) -> SealedReading:
    """Return what seals, with this number, that the contents of earlier readings are now these.

    Nobody read the Sheet for it: contents are about to be rewritten, or bear no line yet.
    """
    lines = [line_text(contents_line(earlier, each)) for earlier, each in sorted(packed.items())]
    return _sealed(tree, number, now, lines, SealedContents())


def _sealed(
    tree: MerkleTree,
    number: int,
    read_at: dt.datetime,
    lines: Sequence[str],
    contents: SealedContents,
) -> SealedReading:
    packed = pack_contents(contents)
    written = [*lines, line_text(contents_line(number, packed))]
    grown = tree.copy()
    grown.grow(tree_leaves(written, tree.size, number, read_at))
    return SealedReading(number, read_at, grown.size, grown.root, pack_lines(written), packed)


def tree_leaves(
    lines: Iterable[str], first: int, number: int, read_at: dt.datetime
) -> Iterable[bytes]:
    """Return the lines of a reading as the tree's leaves; the first one has this position."""
    at = sealed_moment(read_at)
    return (placed_line_text(n, number, at, each).encode() for n, each in enumerate(lines, first))


def sealed_moment(read_at: dt.datetime) -> str:
    """Return when a reading was made as its lines say it: UTC, to the second."""
    return read_at.astimezone(dt.UTC).isoformat(timespec="seconds")


def _is_kept(state: LedgerState, now: IncomingReading, change: LedgerChange) -> bool:
    """Tell whether what the response says is kept: not again once it was erased."""
    if change.row is None:
        return False
    place = int(now.places[change.row])
    return place < 0 or bool(state.answer_known[place]) or place in state.old


def row_contents(
    state: LedgerState, now: IncomingReading, rows: PlaceArray, nonce: Callable[[], str]
) -> SealedContents:
    """Return what these rows of a reading say."""
    read = now.responses
    times = read.identified.submitted[rows]
    said = {number: _texts(now, number, rows) for number in now.answers}
    return SealedContents(
        nonces=[nonce() for _ in rows],
        sources=[read.sheets[at].source for at in read.sheet[rows].tolist()],
        times=["" if np.isnat(time) else str(time) for time in times],
        said={number: texts for number, texts in said.items() if any(texts)},
        sheets={
            source: sheet
            for source, sheet in now.sheets.items()
            if sheet != state.sheets.get(source)
        },
        states_source=True,
        persons=dict(_changed_persons(state, read.sheets)),
    )


def _changed_persons(
    state: LedgerState, sheets: Sequence[ResponseSheet]
) -> Iterator[tuple[str, dict[str, int]]]:
    """Yield what there is of columns that name persons, where it changed: no cell's fingerprint."""
    for sheet in sheets:
        filled = {header_digest(header): n for header, n in sheet.persons.items()}
        if filled != state.persons.get(sheet.source, {}):
            yield sheet.source, filled


def header_digest(header: str) -> str:
    """Return what tells a header from others, and not what it is."""
    return hashlib.sha256(header.encode()).hexdigest()[:_HEADER_DIGITS]


def _texts(now: IncomingReading, number: str, rows: PlaceArray) -> list[str | None]:
    cells = now.answers[number]
    asked = now.asked(number)[rows] if len(rows) else rows
    codes = np.where(asked, cells.codes[rows], -1)
    return list(cells.texts.take(pa.array(codes, mask=codes < 0)).to_pylist())


def _hashes(contents: SealedContents) -> list[str]:
    stated = zip(contents.nonces, stated_answers(contents), strict=True)
    return [answer_commitment(nonce or "", said) for nonce, said in stated]
