"""What goes wrong at Google and on the disk, one thing after another, and is put right again."""

import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psutil

from lib.journal.journal_backup import JOURNAL_FILE
from tests.attack.tally import Tally
from tests.emulator import faults
from tests.emulator.faults import Fault
from tests.emulator.server import Emulator

GOOGLE, DISK = "faults of Google", "faults of the disk"
CELLS = ":batchGet"
Undo = Callable[[], object]


class Disk:
    """The data folder of a server, to which something happens; `changes` counts what."""

    def __init__(self, folder: Path, process: psutil.Process) -> None:
        """Prepare; `graves` holds what was taken away."""
        self.folder, self._process = folder, process
        self.graves, self.changes = folder.with_name("graves"), 0
        self.graves.mkdir()

    def happen(self, chance: random.Random, tally: Tally) -> Undo:
        """Let something happen; return what puts it right."""
        tally.attempts[DISK] += 1
        ways = [self._gone, self._away, self._in_the_way]
        if hasattr(psutil.Process, "rlimit"):
            ways.append(self._full)
        if hasattr(os, "geteuid") and os.geteuid():  # to root nothing is read-only
            ways.append(self._read_only)
        self.changes += 1
        return self._counted(chance.choice(ways)())

    def keeps(self, note: str, since: int) -> bool:
        """Tell whether a journal holds this note: that of now, or since a change an older one."""
        journals = [self.folder / JOURNAL_FILE]
        if since != self.changes:
            journals += self.graves.glob(f"*/{JOURNAL_FILE}")
        return any(_holds(journal, note) for journal in journals)

    def _counted(self, undo: Undo) -> Undo:
        def undone() -> None:
            self.changes += 1
            undo()

        return undone

    def _gone(self) -> Undo:
        self._bury()
        return lambda: None

    def _away(self) -> Undo:
        return self._back(self._bury())

    def _in_the_way(self) -> Undo:
        grave = self._bury()
        self.folder.write_text("", encoding="utf-8")
        return self._back(grave)

    def _full(self) -> Undo:
        limit = psutil.RLIMIT_FSIZE
        before = self._process.rlimit(limit)
        self._process.rlimit(limit, (0, before[1]))
        return lambda: self._process.rlimit(limit, before)

    def _read_only(self) -> Undo:
        self.folder.chmod(0o555)
        return lambda: self.folder.chmod(0o755)

    def _bury(self) -> Path:
        grave = self.graves / str(self.changes)
        if self.folder.exists():
            self.folder.rename(grave)
        return grave

    def _back(self, grave: Path) -> Undo:
        def back() -> None:
            if self.folder.is_dir():
                self._bury()
            self.folder.unlink(missing_ok=True)
            if grave.exists():
                shutil.move(grave, self.folder)

        return back


def _holds(journal: Path, note: str) -> bool:
    if not journal.is_file():
        return False
    with closing(sqlite3.connect(journal, timeout=10)) as opened:
        try:
            found = opened.execute("SELECT count(*) FROM texts WHERE text = ?", (note,))
            return bool(found.fetchone()[0])
        except sqlite3.OperationalError:  # a new file without tables yet
            return False


def google_stumbles(emulator: Emulator, chance: random.Random, tally: Tally) -> None:
    """Let one to three requests go wrong."""
    tally.attempts[GOOGLE] += 1
    fault, on = chance.choice([*_plain_faults(), *_lying_faults(emulator)])
    # what can hardly be true is believed once it was said three times
    emulator.fail(fault, 1 if on == CELLS else chance.randint(1, 3), on)


def _plain_faults() -> Iterator[tuple[Fault, str]]:
    every = (
        *(faults.refused(500), faults.refused(503), faults.too_many(), faults.too_many("3")),
        *(faults.bad_gateway(), faults.page(403), faults.late(3), faults.dripping(0.01)),
        *(faults.cut(), faults.truncated(), Fault(200, "null"), Fault(200, "{}")),
        faults.too_many("99999999x"),
    )
    yield from ((fault, "/") for fault in every)


def _lying_faults(emulator: Emulator) -> Iterator[tuple[Fault, str]]:
    """Yield answers that are well formed and lack rows."""
    asked = [each for each in emulator.requests(CELLS) if "20" not in str(each.query["ranges"])]
    if not asked:
        return
    said = json.loads(emulator.answer(asked[-1].path, asked[-1].query, None).plain)
    for share in (0.0, 0.5):
        yield Fault(200, json.dumps(_shortened(said, share))), CELLS


def _shortened(said: dict[str, Any], share: float) -> dict[str, Any]:
    ranges = [
        {**part, "values": [c[: max(1, int(len(c) * share))] for c in part.get("values", [])]}
        for part in said["valueRanges"]
    ]
    return {**said, "valueRanges": ranges}
