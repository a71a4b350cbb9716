"""The findings of a ledger with what leaders said to them, and the answers that they are about."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from lib.evidence.ledger import FindingLine, Ledger
from lib.evidence.ledger_finding import Finding, LedgerReading, finding_subject
from lib.evidence.ledger_line import SOURCE_KINDS, LineKind
from lib.evidence.ledger_state import LedgerState, unseal_reading
from lib.evidence.possible_explanations import possible_explanations
from lib.evidence.sealed_contents import SaidAnswers
from lib.evidence.source_changes import source_of
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.journal.sealed_reading import SealedReading
from lib.survey.model.survey_form import Form

_ABOUT_ONE = (
    LineKind.MOVED,
    LineKind.BROKEN,
    LineKind.JOURNAL_BROKEN,
    LineKind.JOURNAL_TEXT,
)
ChangedAnswers = Mapping[str, tuple[str | None, str | None]]  # before and after, by question


def explanation_event(finding: Finding, text: str, who: str, now: dt.datetime) -> Event:
    """Return the event by which a leader explains a finding, to be added to the journal."""
    after = finding.explained[-1].id if finding.explained else ""
    return Event(
        new_id(), finding.subject, EventKind.EXPLAINED, now, who, after, {}, {"note": text}
    )


def list_findings(
    ledger: Ledger,
    events: Sequence[Event],
    seen: frozenset[int],
    first: int,
    count: int | None,
) -> list[Finding]:
    """Return so many findings, the newest first, from the one at `first` on."""
    entries = ledger.finding_lines(first, count)
    explained = defaultdict[str, list[Event]](list)
    for event in events:
        if event.kind is EventKind.EXPLAINED:
            explained[event.subject].append(event)
    state = ledger.state  # taken once: a reading may replace it meanwhile
    places = state.places(np.array([entry.line.code for entry in entries], "S10"))
    dated = np.append(~np.isnat(state.times), True)[places]  # the last: none of a response
    return [
        _finding(
            entry,
            ledger.reading(entry.reading, seen),
            explained[finding_subject(entry.position)],
            dated=bool(at),
        )
        for entry, at in zip(entries, dated, strict=True)
    ]


def answers_before_after(
    findings: Sequence[Finding], readings: Iterable[SealedReading]
) -> list[ChangedAnswers]:
    """Return for each finding what each of its questions said; none where that is not kept."""
    kept = {reading.number: reading for reading in readings}
    return [
        _both(
            finding,
            _row(
                kept.get(finding.before),
                finding.about if finding.what is LineKind.MOVED else finding.code,
            ),
            _row(kept.get(finding.reading.number), finding.code),
        )
        for finding in findings
    ]


def ledger_column_title(state: LedgerState, form: Form, number: str) -> str:
    """Return what a column of the ledger is called: by the form, or by the header that it had."""
    headers = {header for sheet in state.sheets.values() if (header := sheet.headers.get(number))}
    named = (asked for asked in form.questions if headers & {*asked.headers, *asked.former})
    question = next(named, None) or form.question(number)
    return question.label if question else ", ".join(sorted(headers)) or number


def _finding(
    entry: FindingLine, reading: LedgerReading, explained: Sequence[Event], *, dated: bool
) -> Finding:
    line = entry.line
    of_source = line.what in SOURCE_KINDS
    of_columns = not of_source and line.what not in _ABOUT_ONE
    counted = line.about[1:] if of_source else line.about if of_columns else ()
    return Finding(
        position=entry.position,
        what=line.what,
        code=line.code,
        questions=tuple(n for n in line.about if not n.isdecimal()) if of_columns else (),
        responses=sum(int(word) for word in counted if word.isdecimal()),
        about=source_of(line.about) if of_source else "" if of_columns else "".join(line.about),
        reading=reading,
        before=entry.before,
        since=entry.since,
        explanations=possible_explanations(entry, dated=dated),
        explained=tuple(explained),
    )


def _row(kept: SealedReading | None, code: str) -> SaidAnswers | None:
    """Return what a response said in a reading; None where that is not kept."""
    if kept is None:
        return None
    reading = unseal_reading(kept)
    codes = [line.code for line in reading.lines if line.hash]
    if code not in codes:
        return None
    at = codes.index(code)
    gone = reading.contents.nonces[at] is None or at in reading.contents.old
    return None if gone else reading.contents.row(at)


def _both(
    finding: Finding, before: SaidAnswers | None, after: SaidAnswers | None
) -> ChangedAnswers:
    if before is None or after is None:
        return {}
    return {number: (before.get(number), after.get(number)) for number in finding.questions}
