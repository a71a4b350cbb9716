"""The ledger file that somebody was handed, and what checking rows by it came to, in words."""

from pathlib import Path

from lib.errors import BackupError
from lib.evidence.ledger_verification import Verdict
from lib.wording import Phrase, gettext, mark

_LARGEST = 500_000_000  # bytes; a log of a million responses has some 300 million


def handed_ledger(file: Path) -> str:
    """Return the file's text; raises BackupError where it cannot be a ledger."""
    try:
        if file.stat().st_size > _LARGEST:
            raise BackupError(
                reason=Phrase(mark("{file} is larger than any log is"), {"file": file})
            )
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        why = Phrase(mark("there is no such file: {file}"), {"file": file})
        raise BackupError(reason=why) from None


def verdict_words(found: Verdict) -> str:
    """Return what came of it, a line for each thing said."""
    words = [gettext("Rows that are as they were then: {n}.", n=found.right), *found.wrong]
    if found.unproven and not found.wrong:
        words.append(gettext("Rows that the log lets nobody check: {n}.", n=found.unproven))
    for then, now in found.reworded:
        words.append(
            gettext(
                "The code does not prove that “{now}” is the question “{then}” of then: it was "
                "reworded later. Compare the two, or use a code printed since.",
                now=now,
                then=then,
            )
        )
    if not found.columns_proven:
        words.append(
            gettext(
                "This code was printed before the log sealed columns and sheets as well: which "
                "column is which question is believed as the file says it."
            )
        )
    if found.unknown:
        words.append(gettext("Erased or not handed over, and not checked: {n}.", n=found.unknown))
    return "\n".join(words)
