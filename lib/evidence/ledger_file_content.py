"""A ledger file as somebody was handed it, of any layout; nothing in it is believed yet."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lib.errors import BackupError
from lib.evidence.ledger_columns import ColumnStatus
from lib.evidence.ledger_file import CONTEXT_LAYOUT, KNOWN_LAYOUTS
from lib.evidence.sealed_contents import column_order
from lib.wording import Phrase, mark

Asked = Mapping[str, Sequence[str]]  # by number of the column, its wordings


class HandedRow(NamedTuple):
    """What is needed to check one line."""

    code: str
    nonce: str
    source: str
    time: str


class HandedContext(NamedTuple):
    """What a reading was sealed with beside its rows; `text` is what its line is a digest of."""

    text: str
    states_source: bool
    headers: Mapping[str, Mapping[str, str]]  # by source and number, of those that changed
    asked: Mapping[str, Sequence[str]]  # by source, the numbers that the form asks


class LedgerFileContent(NamedTuple):
    """What a ledger file says."""

    lines: Sequence[str]
    rows: Mapping[int, HandedRow]  # by position of the line
    contexts: Mapping[int, HandedContext]  # by reading; none before layout 3
    columns: Mapping[int, Mapping[str, Asked]] | None  # by reading and source; before layout 3


def parse_ledger_file(file: str) -> LedgerFileContent:
    """Return what the file's text says; raises BackupError where it is no ledger."""
    try:
        written = json.loads(file)
        if written["layout"] in KNOWN_LAYOUTS:
            in_contexts = written["layout"] >= CONTEXT_LAYOUT
            contexts = written["contexts"] if in_contexts else {}
            return LedgerFileContent(
                lines=[str(line) for line in written["lines"]],
                rows={int(row["position"]): _row(row) for row in written["rows"]},
                contexts={int(n): _context(text) for n, text in contexts.items()},
                columns=None if in_contexts else _columns(written["columns"]),
            )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        pass
    raise BackupError(reason=Phrase(mark("the file is no log of verification of this program")))


def _row(row: Mapping[str, object]) -> HandedRow:
    return HandedRow(
        code=str(row["code"]),
        nonce=str(row["nonce"]),
        source=str(row["source"]),
        time=str(row["time"]),
    )


def _context(text: str) -> HandedContext:
    said = json.loads(text)
    sheets: Mapping[str, Any] = said["sheets"]
    return HandedContext(
        text=text,
        states_source=bool(said["states_source"]),
        headers={source: _headers(sheet["headers"]) for source, sheet in sheets.items()},
        asked={
            source: [n for n, each in sheet["status"].items() if each == ColumnStatus.ASKED]
            for source, sheet in sheets.items()
        },
    )


def _headers(written: Mapping[str, object]) -> dict[str, str]:
    return {number: str(written[number]) for number in sorted(written, key=column_order)}


def _columns(written: Mapping[str, Mapping[str, Asked]]) -> dict[int, Mapping[str, Asked]]:
    return {int(number): _asked(sources) for number, sources in written.items()}


def _asked(sources: Mapping[str, Asked]) -> dict[str, dict[str, list[str]]]:
    """Return what each source asked, in the order of the columns' numbers."""
    return {
        source: {number: [*map(str, asked[number])] for number in sorted(asked, key=column_order)}
        for source, asked in sources.items()
    }
