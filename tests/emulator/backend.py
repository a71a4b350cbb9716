"""Google without HTTP: which spreadsheets there are, who may read them, what a call returns."""

import collections
import dataclasses
import gzip
import json
import re
import threading
from typing import Any, NamedTuple

from tests.emulator import answers, faults, masks, tokens, writes
from tests.emulator.answers import Query, RefusalError
from tests.emulator.spreadsheet import Spreadsheet

FILE = re.compile(r"/drive/v3/files/([^/:]+)")
SHEETS = re.compile(r"/v4/spreadsheets/([^/:]+)(?:/values(?::(batchGet)|/(.+)))?")
WRITES = re.compile(
    r"/v4/spreadsheets/([^/:]+)(?:/values/(.+):(append)|/values:(batchClear)|:(batchUpdate))"
)
MISSING = RefusalError(404, "NOT_FOUND", "Requested entity was not found.", "notFound")
PRIVATE = RefusalError(403, "PERMISSION_DENIED", "The caller does not have permission", "forbidden")


class Body(NamedTuple):
    """The bytes of an answer, as they are and compressed."""

    plain: bytes
    packed: bytes


@dataclasses.dataclass(frozen=True)
class Exchange:
    """One request and what it was answered; `reader` is the account whose token it bore."""

    method: str
    path: str
    query: Query
    agent: str
    reader: str | None
    status: int
    answer: bytes | None  # None where it is not kept or did not arrive whole
    sent: bytes = b""  # what a call that writes asks for


class Backend:
    """Spreadsheets, tokens, faults, quota, and the log of every request."""

    def __init__(self, keep_answers: bool = True) -> None:
        """Begin with an empty Drive; without `keep_answers` the log holds requests only."""
        self.spreadsheets: dict[str, Spreadsheet] = {}
        self.tokens = tokens.Tokens()
        self.quota: faults.Quota | None = None
        self.log: collections.deque[Exchange] = collections.deque(maxlen=10_000)
        self.keep_answers = keep_answers
        self._faults: list[tuple[str, faults.Fault]] = []
        self._ready: dict[str, tuple[int, dict[str, Body]]] = {}
        self._lock = threading.Lock()

    def create(self, *tabs: tuple[str, list[Any]], **properties: Any) -> Spreadsheet:
        """Put a new spreadsheet on Drive, with tabs given as (title, rows)."""
        number = len(self.spreadsheets) + 1
        spreadsheet = Spreadsheet(f"1Khao-sat_{number:034}", **properties)
        for title, rows in tabs:
            spreadsheet.add_tab(title, rows)
        self.spreadsheets[spreadsheet.key] = spreadsheet
        return spreadsheet

    def fail(self, fault: faults.Fault, times: int = 1, on: str = "/") -> None:
        """Let the next requests whose path holds `on` meet this fault."""
        with self._lock:
            self._faults += [(on, fault)] * times

    def requests(self, on: str = "/") -> list[Exchange]:
        """Return the requests so far whose path holds `on`, oldest first."""
        return [exchange for exchange in list(self.log) if on in exchange.path]

    def fault(self, path: str) -> faults.Fault:
        """Take the next fault that waits for this path; one that changes nothing if none does."""
        with self._lock:
            waiting = [fault for fault in self._faults if fault[0] in path]
            if not waiting:
                return faults.Fault()
            self._faults.remove(waiting[0])
            return waiting[0][1]

    def answer(self, path: str, query: Query, reader: str | None) -> Body:
        """Return the answer of an API call, or raise the refusal that Google would send."""
        drive, sheets = FILE.fullmatch(path), SHEETS.fullmatch(path)
        match = drive or sheets
        if match is None:
            raise MISSING
        if sheets and self.quota and not self.quota.spend():
            raise faults.OVER_QUOTA
        spreadsheet = self.spreadsheets.get(match[1])
        if spreadsheet is None:
            raise MISSING
        if spreadsheet.readers is not None and reader not in spreadsheet.readers:
            # Drive does not even admit that a file exists which the caller may not see
            raise MISSING if drive else PRIVATE
        with spreadsheet.lock:
            return self._prepared(spreadsheet, path, query)

    def write(self, path: str, query: Query, body: Any, writer: str | None) -> Any:
        """Do what a call that writes asks for and return its answer, or raise a refusal."""
        match = WRITES.fullmatch(path)
        spreadsheet = self.spreadsheets.get(match[1]) if match else None
        if match is None or spreadsheet is None:
            raise MISSING
        if self.quota and not self.quota.spend():
            raise faults.OVER_QUOTA
        if spreadsheet.writers is not None and writer not in spreadsheet.writers:
            raise PRIVATE
        with spreadsheet.lock:
            if match[3]:
                return writes.append(spreadsheet, match[2], query, body)
            if match[4]:
                return writes.batch_clear(spreadsheet, body)
            return writes.batch_update(spreadsheet, body)

    def _prepared(self, spreadsheet: Spreadsheet, path: str, query: Query) -> Body:
        """Return the answer, made and compressed once for each version of the spreadsheet."""
        version, ready = self._ready.get(spreadsheet.key, (0, {}))
        if version != spreadsheet.version:
            ready = {}
            self._ready[spreadsheet.key] = (spreadsheet.version, ready)
        name = json.dumps([path, query])
        if name not in ready:
            ready[name] = written(_found(spreadsheet, path, query), query)
        return ready[name]


def written(found: Any, query: Query) -> Body:
    """Return JSON as Google writes it: UTF-8, one value a line unless asked to be compact."""
    compact = query.get("prettyPrint") == ["false"]
    # json's own indent would take seconds for a big sheet
    separators = (",", ":") if compact else (",\n      ", ": ")
    plain = json.dumps(found, ensure_ascii=False, separators=separators).encode()
    return Body(plain, gzip.compress(plain, mtime=0))


def _found(spreadsheet: Spreadsheet, path: str, query: Query) -> Any:
    match = SHEETS.fullmatch(path)
    if match is None:
        found = answers.drive_file(spreadsheet, query)
    elif match[2]:
        found = answers.batch(spreadsheet, query)
    elif match[3]:
        found = answers.values(spreadsheet, match[3], query)
    else:
        found = answers.metadata(spreadsheet)
    return masks.apply(masks.parse(query.get("fields", [""])[0]), found)
