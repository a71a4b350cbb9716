"""What the lines hold of a reading's contents: whoever rewrites these in the store is found.

The lines lie under the head, contents do not, because an erasure rewrites them. So each reading
has a line with two digests: one of what no erasure ever touches, its context, and one of the
contents as they lie in the store. An erasure adds such a line before it rewrites.
"""

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lib.evidence.ledger_line import LedgerLine, LineKind
from lib.evidence.ledger_state import UnsealedReading
from lib.evidence.sealed_contents import SealedContents, unpack_contents, written_context

_SHOWN_DIGITS = 16  # of a digest, in the name of a violation
_LONGEST_NUMBER = 15  # digits; a hand may write more than Python reads
_VIOLATION = "contents-"


class SealedDigests(NamedTuple):
    """What the lines say of one reading's contents, SHA-256 in hexadecimal.

    `packed` are all that ever were sealed: an erasure that was interrupted left those before.
    """

    context: str
    packed: frozenset[str]


def context_text(contents: SealedContents) -> str:
    """Return what no erasure touches, as JSON without spaces."""
    return json.dumps(written_context(contents), ensure_ascii=False, separators=(",", ":"))


def contents_line(number: int, packed: bytes) -> LedgerLine:
    """Return the line that seals the contents of a reading as they lie in the store."""
    context = context_text(unpack_contents(packed))
    digests = (_digest(context.encode()), _digest(packed))
    return LedgerLine("", LineKind.CONTENTS, (str(number), *digests))


def sealed_digests(
    before: Mapping[int, SealedDigests], lines: Iterable[LedgerLine]
) -> dict[int, SealedDigests]:
    """Return what is sealed of each reading's contents after these lines.

    What was sealed first of a context holds: no erasure changes it.
    """
    known = dict(before)
    for number, context, packed in contents_lines(lines):
        was = known.get(number, SealedDigests(context, frozenset()))
        known[number] = was._replace(packed=was.packed | {packed})
    return known


def contents_lines(lines: Iterable[LedgerLine]) -> Iterator[tuple[int, str, str]]:
    """Yield the reading, its context's digest and that of its contents, of each such line."""
    for line in lines:
        if line.what is LineKind.CONTENTS and len(line.about) == 3:
            number, context, packed = line.about
            if _is_number(number):
                yield int(number), context, packed


def proven_reading(
    reading: UnsealedReading, sealed: Mapping[int, SealedDigests]
) -> UnsealedReading:
    """Return the reading without what a line would stand for and does not.

    Contents that were changed a second time bear another name.
    """
    number, contents = reading.sealed.number, reading.contents
    if number not in sealed:
        return reading
    digest = _digest(reading.sealed.contents)
    if context_digest(context_text(contents)) != sealed[number].context:
        contents = dataclasses.replace(contents, sheets={}, since="")
    elif digest in sealed[number].packed:
        return reading._replace(violation="")
    named = f"{_VIOLATION}{number}-{digest[:_SHOWN_DIGITS]}"
    return reading._replace(contents=contents.without(contents.partly), violation=named)


def reading_of_violation(about: str) -> int | None:
    """Return the number of the reading whose contents were changed; None: it names none."""
    number = about.removeprefix(_VIOLATION).partition("-")[0]
    return int(number) if about.startswith(_VIOLATION) and _is_number(number) else None


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_NUMBER


def context_digest(text: str) -> str:
    """Return the digest of a context by which its line names it."""
    return _digest(text.encode())


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
