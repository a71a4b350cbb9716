"""Which column was which question at each reading: what a head proves of it, and what it does not.

The wordings that a question had up to the head are proven; so an exchange of headers in the rows
and in the file alike is found. Those that it was given later are known by the file alone.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lib.errors import BackupError
from lib.evidence.contents_proof import SealedDigests, context_digest, sealed_digests
from lib.evidence.ledger_file_content import Asked, HandedContext, LedgerFileContent
from lib.evidence.ledger_line import LedgerLine
from lib.wording import Phrase, mark

_Worded = Mapping[tuple[str, str], Sequence[str]]  # by source and number


class AskedColumns(NamedTuple):
    """What one source asked at one reading, by number of the column."""

    since: int  # the reading from which on it asked this
    worded: Asked
    later: Asked  # wordings given after the head: nothing proves that they mean the same
    states_source: bool


@dataclasses.dataclass(frozen=True)
class ProvenColumns:
    """What each source asked at each reading; `proven` tells whether the head stands for it."""

    proven: bool
    _asked: Mapping[int, Mapping[str, Asked]]  # from this reading on
    _later: _Worded
    _states_source: frozenset[int]

    def at(self, reading: int, source: str) -> AskedColumns:
        """Return what this source asked at this reading."""
        since = max((number for number in self._asked if number <= reading), default=0)
        asked = self._asked.get(since, {}).get(source, {})
        later = {number: self._later.get((source, number), ()) for number in asked}
        return AskedColumns(since, asked, later, reading in self._states_source)

    def states_source(self, reading: int) -> bool:
        """Tell whether the hashes of this reading stand for the source of a response, too.

        Where there is one source only, nothing is left to be proven.
        """
        sources = {source for each in self._asked.values() for source in each}
        return reading in self._states_source or len(sources) <= 1


def proven_columns(
    content: LedgerFileContent, lines: Sequence[tuple[int, LedgerLine]]
) -> ProvenColumns:
    """Return what the file and these lines, all up to the head, say of the columns.

    Raises BackupError where the file says something else than the lines stand for.
    """
    if content.columns is not None:
        return ProvenColumns(False, content.columns, {}, frozenset())
    readings = {reading for reading, _ in lines}
    upto = max(readings, default=0)
    sealed = sealed_digests({}, (line for _, line in lines))
    _check_contexts(content.contexts, sealed, readings)
    then = {number: each for number, each in content.contexts.items() if number <= upto}
    more = [each for number, each in content.contexts.items() if number > upto]
    states_source = frozenset(number for number, each in then.items() if each.states_source)
    return ProvenColumns(
        proven=then.keys() <= sealed.keys(),
        _asked=_asked_since(then),
        _later=_wordings(more),
        _states_source=states_source,
    )


def _check_contexts(
    contexts: Mapping[int, HandedContext],
    sealed: Mapping[int, SealedDigests],
    readings: Iterable[int],
) -> None:
    """Refuse contexts that are not those of the lines, or that are not handed over."""
    for number in readings:
        told = contexts.get(number)
        stands = sealed.get(number)
        if told is None or (stands and context_digest(told.text) != stands.context):
            why = mark("what the file says of columns is not what the verification code stands for")
            raise BackupError(reason=Phrase(why))


def _asked_since(contexts: Mapping[int, HandedContext]) -> dict[int, dict[str, Asked]]:
    """Return by reading what each source asks from then on, in all its words up to the head."""
    worded = _wordings(contexts[number] for number in sorted(contexts))
    asked: dict[str, Asked] = {}
    since = {}
    for number in sorted(contexts):
        for source, numbers in contexts[number].asked.items():
            asked[source] = {each: worded.get((source, each), ()) for each in numbers}
        if contexts[number].asked:
            since[number] = dict(asked)
    return since


def _wordings(contexts: Iterable[HandedContext]) -> _Worded:
    """Return every header that a column had, the oldest first."""
    worded = defaultdict[tuple[str, str], dict[str, None]](dict)
    for context in contexts:
        for source, headers in context.headers.items():
            for number, header in headers.items():
                worded[source, number][header] = None
    return {which: [*headers] for which, headers in worded.items()}
