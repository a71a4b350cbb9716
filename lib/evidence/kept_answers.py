"""What responses answered before and after findings, unpacked once for all looks at the page."""

from collections.abc import Callable, Iterable, Sequence

from lib.evidence.explained_findings import ChangedAnswers, answers_before_after
from lib.evidence.ledger_finding import Finding
from lib.evidence.ledger_head import LedgerHead
from lib.journal.sealed_reading import SealedReading

MOST = 1_000  # findings; a page draws twenty

Answers = dict[tuple[LedgerHead, int], ChangedAnswers]


class KeptAnswers:
    """The answers asked for last; those of before an erasure are let go of."""

    def __init__(self, read: Callable[[], Iterable[SealedReading]]) -> None:
        """Prepare; `read` returns the readings of the store, and may raise JournalError."""
        self._read = read
        self._kept: tuple[int, Answers] = (0, {})

    def both(self, findings: Sequence[Finding], erasures: int) -> list[ChangedAnswers]:
        """Return what before_and_after does; the store is read where it was not asked yet.

        `erasures` moves whenever answers were erased.
        """
        before, known = self._kept
        known = known if before == erasures else {}
        lacking = [finding for finding in findings if _key(finding) not in known]
        if lacking:
            answers = answers_before_after(lacking, self._read())
            known = known | dict(zip(map(_key, lacking), answers, strict=True))
            # one assignment: pages on other threads see all of it or none
            self._kept = erasures, dict([*known.items()][-MOST:])
        return [known[_key(finding)] for finding in findings]


def _key(finding: Finding) -> tuple[LedgerHead, int]:
    return finding.reading.head, finding.position
