"""What must come out the same for ever of what an earlier version wrote."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lib.desk import Desk
from lib.evidence.ledger_file import ledger_file_text
from lib.evidence.ledger_verification import check_rows
from lib.followup.office_measures import measures_in_force
from lib.journal.journal_store import JournalStore
from lib.office import Office
from lib.settings import Settings
from lib.sources.reading_file import load_copy
from lib.survey.responses import Responses
from tests.emulator.spreadsheet import Cell, Spreadsheet

Facts = dict[str, Any]


def facts(settings: Settings, folder: Path) -> Facts:
    """Return what the office of these settings tells of its survey and its work."""
    office = Office.open(settings, folder)
    responses = office.read([source.read() for source in office.sources])
    desk = Desk.open(settings, folder)
    try:
        desk.journal.take_in()
        desk.evidence.ready()
        copies = (load_copy(settings.data_dir / "last", s.name) for s in office.sources)
        return {
            "questions": {q.id: q.header for q in responses.form.questions},
            "codes": _codes(desk, responses),
            "cases": _cases(desk),
            "measures": [
                [m.code, m.title, m.date.isoformat(), *m.questions, m.person]
                for m in measures_in_force(desk.measures())
            ],
            "findings": _findings(desk),
            "pinned": _pinned(office, desk),
            "last": [len(t.columns[0]) for copy in copies if copy for t in copy.tables],
            "head": str(desk.evidence.ledger.head),
            **_verified(office, desk),
        }
    finally:
        desk.journal.stop()


def stored(store: JournalStore) -> Facts:
    """Return what a store of the journal holds, as its lines say it."""
    events, at = store.events()
    sightings, seen = store.sightings()
    return {
        "events": [
            [e.id, e.subject, e.kind, e.at.isoformat(), e.who, e.after, {**e.fields}, {**e.texts}]
            for e in events
        ],
        "sightings": [
            [s.code, s.source, s.submitted, s.ordinal, s.seen_at.isoformat(), s.nonce]
            for s in sightings
        ],
        "sealed": [[s.number, s.read_at.isoformat(), s.size, s.root] for s in store.sealed()],
        "positions": [at, seen],
    }


def cells(sheet: Spreadsheet) -> dict[str, Any]:
    """Return a spreadsheet as JSON can hold it."""
    tabs = [
        {"gid": tab.gid, "title": tab.title, "rows": [[*map(_plain, row)] for row in tab.rows]}
        for tab in sheet.tabs
    ]
    return {"key": sheet.key, "tabs": tabs}


def spreadsheet(told: Mapping[str, Any]) -> Spreadsheet:
    """Return the spreadsheet that `cells` wrote."""
    sheet = Spreadsheet(told["key"])
    for tab in told["tabs"]:
        sheet.add_tab(tab["title"], [[*map(_cell, row)] for row in tab["rows"]], gid=tab["gid"])
    return sheet


def _plain(cell: Cell) -> object:
    return {"at": cell.isoformat()} if hasattr(cell, "isoformat") else cell


def _cell(told: Any) -> Cell:
    return dt.datetime.fromisoformat(told["at"]) if isinstance(told, dict) else told


def _codes(desk: Desk, responses: Responses) -> list[list[str]]:
    times = responses.submitted.astype(str).tolist()
    codes = (code.decode() for code in desk.codes(responses).tolist())
    return [list(pair) for pair in zip(times, codes, strict=True)]


def _cases(desk: Desk) -> dict[str, Facts]:
    return {
        case.code: {
            "state": case.state,
            "person": case.person,
            "due": case.due and case.due.isoformat(),
            "cause": case.cause,
            "outcome": case.outcome,
            "duplicate": case.duplicate_of,
            "measure": case.measure,
            "leaders": case.restricted,
            "approved": case.approved and case.approved.isoformat(),
            "taken in": case.taken_in and case.taken_in.isoformat(),
            "done": case.text("done"),
            "excerpt": case.excerpt,
        }
        for case in desk.acted()
    }


def _findings(desk: Desk) -> list[Facts]:
    return [
        {
            "position": finding.position,
            "what": finding.what,
            "code": finding.code,
            "questions": [*finding.questions],
            "reading": finding.reading.code,
            "explained": [event.texts.get("note") for event in finding.explained],
        }
        for finding in desk.evidence.findings()
    ]


def _pinned(office: Office, desk: Desk) -> dict[str, Facts]:
    return {
        reading.code: {
            "viewers": reading.seen_by_viewers,
            "read at": reading.read_at.isoformat(),
            "then": _answers(office, desk, reading.number, original=False),
            "first": _answers(office, desk, reading.number, original=True),
        }
        for reading in desk.evidence.readings()
    }


def _answers(office: Office, desk: Desk, number: int, *, original: bool) -> dict[str, Any]:
    tables = desk.evidence.tables_at(number, original=original)
    responses = office.as_described(tables, office.describing())
    rated = responses.form.rated
    return {
        q.id: dict(Counter(_texts(q.levels, responses.levels[at].tolist())))
        for at, q in enumerate(rated)
    }


def _texts(levels: Sequence[Any], codes: Sequence[int]) -> list[str]:
    return [levels[code].text if code >= 0 else "" for code in codes]


def _verified(office: Office, desk: Desk) -> Facts:
    file = ledger_file_text(desk.journal.store.sealed(), None)
    tables = [source.read() for source in office.sources]
    found = check_rows(file, str(desk.evidence.ledger.head), tables)
    return {"right": found.right, "wrong": len(found.wrong), "unknown": found.unknown}


def as_json(told: Facts) -> Facts:
    """Return the facts as they are after they were written and read."""
    read: Facts = json.loads(json.dumps(told, ensure_ascii=False))
    return read
