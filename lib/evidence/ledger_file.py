"""The ledger as a file that the office hands over, so that somebody else can check rows by it.

JSON in UTF-8; docs/ledger-format.md says what stands in it.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from lib.errors import BackupError
from lib.evidence.contents_proof import context_text
from lib.evidence.ledger import Ledger
from lib.evidence.ledger_head import LedgerHead
from lib.evidence.ledger_line import placed_line_text
from lib.evidence.ledger_state import UnsealedReading, line_texts, unseal_reading
from lib.evidence.reading_seal import sealed_moment
from lib.journal.sealed_reading import SealedReading
from lib.wording import Phrase, mark

LEDGER_LAYOUT = 3
CONTEXT_LAYOUT = 3  # from this one on what the file says of columns stands under the head
KNOWN_LAYOUTS = (1, 2, LEDGER_LAYOUT)  # of files that were handed over


def ledger_file_text(
    readings: Sequence[SealedReading], codes: Collection[str] | None, journal: Sequence[str] = ()
) -> str:
    """Return the file: every line, and the nonces of these responses, of all where None.

    `journal` are the leaves of the journal's chain. Raises BackupError where a code is none of a
    response whose nonce is kept.
    """
    ledger = Ledger().grown(readings)
    opened = [unseal_reading(sealed) for sealed in readings]
    rows = [row for row in _rows(opened) if codes is None or row["code"] in codes]
    if unknown := {*(codes or ())} - {row["code"] for row in rows}:
        why = mark("the log of verification can let nothing be checked of {codes}")
        raise BackupError(reason=Phrase(why, {"codes": ", ".join(sorted(unknown))}))
    content = {
        "layout": LEDGER_LAYOUT,
        "head": _whole(ledger.head),
        "all": codes is None,
        "lines": list(_lines(readings)),
        "contexts": {str(each.sealed.number): context_text(each.contents) for each in opened},
        "rows": rows,
        "journal": [*journal],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _whole(head: LedgerHead) -> str:
    """Return a head with all its digits, as files have it."""
    return f"{head.size}-{head.root}"


def _lines(readings: Sequence[SealedReading]) -> Iterator[str]:
    position = 0
    for sealed in readings:
        for each in line_texts(sealed):
            yield placed_line_text(position, sealed.number, sealed_moment(sealed.read_at), each)
            position += 1


def _rows(readings: Sequence[UnsealedReading]) -> Iterator[dict[str, Any]]:
    """Yield what is needed to check a line, unless it was erased."""
    position = 0
    for reading in readings:
        at = 0
        for line in reading.lines:
            if line.hash:
                nonce = reading.contents.nonces[at]
                if nonce is not None and at not in reading.contents.partly:
                    yield {
                        "position": position,
                        "code": line.code,
                        "nonce": nonce,
                        "source": reading.contents.sources[at],
                        "time": reading.contents.times[at],
                    }
                at += 1
            position += 1
