"""For any sequence of submissions and alterations the findings are the visible differences."""

import dataclasses
import datetime as dt
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from lib.evidence.ledger_line import LineKind
from tests.lib.evidence.sheets import COMMENT, LEVELS, RATED, TIME, Office, row

Said = tuple[str, str]
ALWAYS = {row(at)[0]: (LEVELS[at], f"luôn có {at}") for at in range(3)}  # the whole scale
MINUTE = dt.timedelta(minutes=1)


class People:
    """Those who may alter the sheet; a response is known by its time."""

    def __init__(self) -> None:
        self.rows: dict[dt.datetime, Said] = dict(ALWAYS)
        self.deleted: dict[dt.datetime, Said] = {}
        self.newest = max(self.rows) + 60 * MINUTE
        self.headers, self.space, self.reverse = [TIME, RATED, COMMENT], "", False

    def submit(self, level: int, n: int) -> None:
        self.newest += 2 * MINUTE
        self.rows[self.newest] = (LEVELS[level], f"ý kiến {n % 4}")

    def insert(self, level: int, n: int) -> None:
        self.rows.setdefault(max(ALWAYS) + n * MINUTE, (LEVELS[level], f"ý kiến {n % 4}"))

    def edit(self, level: int, n: int) -> None:
        if time := self._some(n):
            self.rows[time] = (LEVELS[level], self.rows[time][1])

    def retype(self, level: int, n: int) -> None:
        if time := self._some(n):
            self.rows[time] = (self.rows[time][0], f"ý kiến {level}")

    def delete(self, _: int, n: int) -> None:
        if time := self._some(n):
            self.deleted[time] = self.rows.pop(time)

    def restore(self, _: int, n: int) -> None:
        if self.deleted:
            time, said = self.deleted.popitem()
            self.rows.setdefault(time, said)

    def swap(self, level: int, n: int) -> None:
        one, other = self._some(n), self._some(n + level)
        if one and other:
            self.rows[one], self.rows[other] = self.rows[other], self.rows[one]

    def sort(self, _: int, n: int) -> None:
        self.reverse = not self.reverse

    def reformat(self, _: int, n: int) -> None:
        self.space = " " * (n % 3)

    def add_a_question(self, _: int, n: int) -> None:
        self.headers = [*dict.fromkeys([*self.headers, "Câu hỏi mới?"])]

    def move_columns(self, _: int, n: int) -> None:
        self.headers = [TIME, *self.headers[:0:-1]]

    def typed(self) -> list[list[object]]:
        """Return the rows as they stand in the sheet."""
        cells = [
            {TIME: time, RATED: f"{self.space}{level}", COMMENT: f"{comment}{self.space}"}
            for time, (level, comment) in sorted(self.rows.items(), reverse=self.reverse)
        ]
        return [[line.get(header, "") for header in self.headers] for line in cells]

    def _some(self, n: int) -> dt.datetime | None:
        times = sorted(self.rows.keys() - ALWAYS.keys())
        return times[n % len(times)] if times else None


@dataclasses.dataclass
class Watcher:
    """Somebody who compares every reading with what was seen before, response by response."""

    known: dict[dt.datetime, Said]
    gone: dict[dt.datetime, Said] = dataclasses.field(default_factory=dict)

    def sees(self, rows: dict[dt.datetime, Said]) -> Counter[LineKind]:
        """Return what differs."""
        found = Counter[LineKind]()
        newest = max([*self.known, *self.gone])
        left = [time for time in self.known if time not in rows]
        for time in sorted(rows.keys() - self.known.keys()):
            same = next((old for old in left if self.known[old] == rows[time]), None)
            if same:
                left.remove(same)
                found[LineKind.MOVED] += 1
            elif time in self.gone:
                found[LineKind.RETURNED] += 1
            elif time < newest - MINUTE:
                found[LineKind.LATE] += 1
        found[LineKind.EDITED] = sum(rows.get(t, said) != said for t, said in self.known.items())
        found[LineKind.REMOVED] = len(left)
        self.known, self.gone = dict(rows), {**self.gone, **self.known}
        self.gone = {time: said for time, said in self.gone.items() if time not in rows}
        return +found


STEPS = [name for name in vars(People) if not name.startswith("_") and name != "typed"]
step = st.tuples(st.sampled_from(["look", "start", *STEPS]), st.integers(0, 2), st.integers(1, 40))


@settings(max_examples=settings().max_examples // 2)  # of up to thirty steps each
@given(st.lists(step, max_size=30))
def test_findings_are_exactly_the_visible_differences(steps):
    office, people, watcher = Office(), People(), Watcher(dict(ALWAYS))
    expected = Counter[LineKind]()
    for name, level, n in [("look", 0, 0), *steps, ("look", 0, 0)]:
        if name in ("look", "start"):
            if name == "start":
                office.start()
            expected += watcher.sees(people.rows)
            office.headers, office.rows = people.headers, people.typed()
            office.look()
        else:
            getattr(people, name)(level, n)
    newest = office.evidence.readings()[0].number
    assert office.evidence.ledger.alterations(newest).findings_by_kind == expected
    pinned = office.read(*office.evidence.tables_at(newest))
    assert sorted(pinned.submitted.astype(object).tolist()) == sorted(people.rows)
