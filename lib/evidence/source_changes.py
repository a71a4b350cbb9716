"""Sources that the office does not read any more: their responses are gone from every figure."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import quote, unquote

from lib.evidence.ledger_columns import LedgerSheet
from lib.evidence.ledger_line import LedgerLine, LineKind
from lib.evidence.ledger_state import LedgerState


def source_lines(state: LedgerState, configured: Collection[str] | None) -> Iterator[LedgerLine]:
    """Yield the sources that left the settings with responses, and those that are back.

    `configured` are the names of the sources that are to be read, None where nobody knows.
    """
    for at, source in enumerate(state.sources if configured is not None else ()):
        n = int((state.present & (state.source == at)).sum())
        is_read = source in (configured or ())
        if n and is_read == (source in state.unread):
            what = LineKind.SOURCE_RETURNED if is_read else LineKind.SOURCE_REMOVED
            yield LedgerLine("", what, (quote(source), str(n)))


def moved_sources(state: LedgerState, sheets: Mapping[str, LedgerSheet]) -> Iterator[LedgerLine]:
    """Yield the sources with responses that under the same name have another address now."""
    for at, source in enumerate(state.sources):
        before, after = state.sheets.get(source), sheets.get(source)
        n = int((state.present & (state.source == at)).sum())
        if n and before and after and before.origin and before.origin != after.origin:
            yield LedgerLine("", LineKind.SOURCE_MOVED, (quote(source), str(n)))


def unread_sources(before: Iterable[str], lines: Iterable[LedgerLine]) -> frozenset[str]:
    """Return which sources are not read any more after these lines."""
    unread = set(before)
    for line in lines:
        if line.what is LineKind.SOURCE_REMOVED:
            unread.add(source_of(line.about))
        if line.what is LineKind.SOURCE_RETURNED:
            unread.discard(source_of(line.about))
    return frozenset(unread)


def source_of(about: tuple[str, ...]) -> str:
    """Return the name of the source that a line is about."""
    return unquote(about[0])
