"""The permanent numbers of questions: c1, c2, … from the left at the first reading.

A number belongs to a question for ever, and all headers that worded it have it; a question that
is new takes the next one, wherever it stands. Sheets that are read together share one counter,
so their numbers differ, and where their wordings are equal their numbers are.
"""

import collections
import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from lib.survey.history.counting_history import AnswerCounting
from lib.survey.history.header_changes import (
    HeaderChanges,
    find_header_changes,
    is_plausible_rewording,
)
from lib.survey.history.header_likeness import answer_digests
from lib.survey.history.id_placing import Placing
from lib.survey.history.permanent_codes import AnswerCodes
from lib.survey.table.submission_times import DAY_FIRST, MONTH_FIRST
from lib.survey.table.table_reading import PRESENT_READING, TableReading

_Days = Mapping[str, Mapping[str, dt.date]]
_Counts = Mapping[str, int]  # answer → how many gave it
_Below = Callable[[str, str], _Counts]  # what stands below a header of a source


FORMER_RULES, CURRENT_RULES = 1, 2  # of how a source is read; written, so never changed


def _nothing(source: str, header: str) -> _Counts:
    return {}


@dataclasses.dataclass(frozen=True)
class QuestionIds:
    """What was remembered, by source; `free` is the next free number.

    No day is invented: where none was given, `seen` and `gone` hold nothing.
    """

    known: Mapping[str, Mapping[str, int]] = dataclasses.field(default_factory=dict)
    free: Mapping[str, int] = dataclasses.field(default_factory=dict)
    order: Mapping[str, Sequence[str]] = dataclasses.field(default_factory=dict)
    seen: _Days = dataclasses.field(default_factory=dict)  # first reading with another wording
    gone: _Days = dataclasses.field(default_factory=dict)  # first reading without the header
    perhaps: Mapping[str, Mapping[str, str]] = dataclasses.field(default_factory=dict)
    answers: Mapping[str, Mapping[str, _Counts]] = dataclasses.field(default_factory=dict)
    halves: Mapping[str, str] = dataclasses.field(default_factory=dict)  # see halves_of
    rules: Mapping[str, int] = dataclasses.field(default_factory=dict)  # see rules_of
    certain: frozenset[int] = frozenset()  # numbers of questions once wholly understood
    # How the answers to each question counted, the present way last.
    counting: Mapping[int, tuple[AnswerCounting, ...]] = dataclasses.field(default_factory=dict)
    told_at: dt.datetime | None = None  # when leaders said that they had read what changed (UTC)
    at_home: frozenset[str] = frozenset()  # sources whose times are put on Vietnam's clock
    reread: Mapping[str, dt.datetime] = dataclasses.field(default_factory=dict)  # see reading_of
    # By number, how links name the answers to a question.
    codes: Mapping[int, AnswerCodes] = dataclasses.field(default_factory=dict)

    def assign(
        self,
        sheets: Mapping[str, Sequence[str]],
        declared: Mapping[str, str] | None = None,
        today: dt.date | None = None,
        below: _Below = _nothing,
    ) -> "QuestionIds":
        """Return the numbers with every header of these sources numbered.

        A header that words the question of an earlier one has its number, in the same sheet or
        in another. `declared` maps headers to ids: a question gives its number up to the one
        whose declared id it is. `below` is asked where a header replaced another.
        """
        changes = {s: self._rewordings(s, headers, below) for s, headers in sheets.items()}
        placing = Placing(self.known, max([1, *(self.free.get(source, 1) for source in sheets)]))
        # Whatever sheet is set before the others, those that were read before keep their numbers.
        for source in sorted(sheets, key=lambda source: source not in self.known):
            placing.place(source, self._by_age(source, sheets[source]), changes[source].certain)
        moved = placing.given_up(declared or {})
        result = self
        for source, headers in sheets.items():
            placed = {header: moved.get(n, n) for header, n in placing.numbers.items()}
            known = {h: moved.get(n, n) for h, n in self.known.get(source, {}).items()}
            known |= {header: placed[header] for header in headers}
            result = result._with(source, headers, known, changes[source].perhaps, today)
        return dataclasses.replace(
            result,
            free={**self.free, **dict.fromkeys(sheets, placing.free)},
            halves={**self.halves, **{s: DAY_FIRST for s in sheets if s not in self.known}},
            rules={**self.rules, **{s: CURRENT_RULES for s in sheets if s not in self.known}},
        )

    def remembering(
        self,
        answers: Mapping[str, Mapping[str, _Counts]],
        certain: Iterable[int] = (),
        counting: Mapping[int, tuple[AnswerCounting, ...]] | None = None,
    ) -> "QuestionIds":
        """Return the numbers with what now stands below the headers, by digests alone.

        `certain` are the questions of which every answer was understood, `counting` tells how
        the answers of each counted.
        """
        digested = {
            source: {header: answer_digests(counts) for header, counts in below.items()}
            for source, below in answers.items()
        }
        return dataclasses.replace(
            self,
            answers={**self.answers, **digested},
            certain=self.certain.union(certain),
            counting={**self.counting, **(counting or {})},
        )

    def as_decided(self, other: "QuestionIds") -> "QuestionIds":
        """Return the numbers with what somebody decided as another state of them has it."""
        return dataclasses.replace(
            self, told_at=other.told_at, at_home=other.at_home, reread=other.reread
        )

    def number(self, source: str, header: str) -> int:
        """Return the number of an assigned header."""
        return self.known[source][header]

    def halves_of(self, source: str) -> str:
        """Return the order of a clock with SA and CH of which nothing tells it: the day first.

        What was read before this was remembered keeps the month first, and so all its times.
        """
        return self.halves.get(source, MONTH_FIRST if source in self.known else DAY_FIRST)

    def rules_of(self, source: str) -> int:
        """Return by which rules a source was read first.

        What was read before these were remembered keeps its clock, its rows and its questions;
        how its answers counted by the former ones is remembered beside how they count now.
        """
        return self.rules.get(source, FORMER_RULES if source in self.known else CURRENT_RULES)

    def reading_of(self, source: str) -> TableReading:
        """Return by what the tables of a source are read.

        One that was read by earlier rules is read by the present ones since somebody said so
        (`reread`, UTC); its responses are known by the times that they had before.
        """
        current = self.rules_of(source) == CURRENT_RULES
        first = TableReading(halves=self.halves_of(source), current=current)
        now = PRESENT_READING._replace(first=first) if source in self.reread else first
        return now._replace(at_home=True, first=first) if source in self.at_home else now

    def wordings(self, source: str, number: int) -> list[str]:
        """Return all headers of a source that worded this question, the newest first."""
        headers = [header for header, n in self.known.get(source, {}).items() if n == number]
        days = self.seen.get(source, {})
        headers.reverse()
        return sorted(headers, key=lambda h: days.get(h, dt.date.min), reverse=True)

    def lost(self, source: str) -> list[str]:
        """Return the questions of a source that no header of it words any more, as last worded."""
        known = self.known.get(source, {})
        present = {known[header] for header in self.order.get(source, ())}
        numbers = dict.fromkeys(n for n in known.values() if n not in present)
        return [self.wordings(source, number)[0] for number in numbers]

    def _by_age(self, source: str, headers: Sequence[str]) -> list[str]:
        """Return what was there at the last reading first, then what was there before."""
        last, known = set(self.order.get(source, ())), self.known.get(source, {})
        return sorted(headers, key=lambda header: (header not in last, header not in known))

    def _rewordings(self, source: str, headers: Sequence[str], below: _Below) -> HeaderChanges:
        remembered = self.answers.get(source, {})

        def likely(old: str, new: str) -> bool:
            before = remembered.get(old, {})
            return is_plausible_rewording(
                old, new, before, answer_digests(below(source, new)) if before else {}
            )

        last, known = self.order.get(source, ()), self.known.get(source, {})
        return find_header_changes(last, headers, known, likely)

    def _with(
        self,
        source: str,
        headers: Sequence[str],
        known: Mapping[str, int],
        perhaps: Mapping[str, str],
        today: dt.date | None,
    ) -> "QuestionIds":
        """Return the numbers with what is known of one source now."""
        before = dataclasses.replace(self, known={**self.known, source: known})
        current = dataclasses.replace(before, order={**self.order, source: tuple(headers)})
        lost = current.lost(source)
        last = self.order.get(source, ())
        seen = dict(self.seen.get(source, {}))
        gone = {h: day for h, day in self.gone.get(source, {}).items() if h in lost}
        if today:
            seen = {**dict.fromkeys(before._reworded(source, headers, self), today), **seen}
            gone = {**{header: today for header in lost if header in last}, **gone}
        open_pairs = {**self.perhaps.get(source, {}), **perhaps}.items()
        return dataclasses.replace(
            current,
            seen={**self.seen, source: seen},
            gone={**self.gone, source: gone},
            perhaps={
                **self.perhaps,
                source: {old: new for old, new in open_pairs if old in lost and new in headers},
            },
        )

    def _reworded(self, source: str, headers: Sequence[str], before: "QuestionIds") -> list[str]:
        """Return the headers that word a question otherwise than at the reading before."""
        last = set(before.order.get(source, before.known.get(source, {})))
        wordings = collections.Counter(self.known[source].values())
        return [h for h in headers if h not in last and wordings[self.number(source, h)] > 1]
