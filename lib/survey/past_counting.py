"""How the answers of a question counted in a time, beside how they count now.

Kept with the permanent numbers of questions (`history.counting_history`); here put to the
responses. Only of questions whose answers once counted otherwise.
"""

import collections
import dataclasses
import datetime as dt
import functools
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from lib.survey.history.counting_history import (
    AnswerCounting,
    counting_of_levels,
    extended_history,
)
from lib.survey.history.header_likeness import answer_digest
from lib.survey.history.question_ids import FORMER_RULES, QuestionIds
from lib.survey.model.answer_levels import Level, Polarity
from lib.survey.model.survey_form import Certainty, CountingState, Question
from lib.survey.recognise.question_columns import QuestionPart
from lib.survey.recognise.survey_questions import ReadQuestion
from lib.survey.recognise.worded_levels import level_indexes
from lib.survey.table.coded_column import CodedColumn
from lib.survey.table.form_table import FormTable

_ALWAYS, _STILL = np.datetime64("0001-01-01", "s"), np.datetime64("9999-01-01", "s")


@dataclasses.dataclass(frozen=True, eq=False)
class PastCounting:
    """How the answers to one question counted from `since` until `until` (datetime64[s], UTC).

    Of a question that somebody made of two, what each of them was asked is told apart.
    """

    question: Question
    since: np.datetime64
    until: np.datetime64
    codes: npt.NDArray[np.int32]  # one a response: index into texts, -1 not stated
    texts: tuple[str, ...]
    polarities: tuple[Polarity, ...]  # of the texts
    stated: bool  # somebody stated that they count so

    @functools.cached_property
    def dissatisfied(self) -> npt.NDArray[np.bool_]:
        """Which responses were dissatisfied, as it counted then."""
        bad = [polarity is Polarity.DISSATISFIED for polarity in self.polarities]
        found: npt.NDArray[np.bool_] = np.array([*bad, False])[self.codes]
        return found

    @property
    def is_present(self) -> bool:
        """Whether answers count so now."""
        return bool(self.until == _STILL)

    @property
    def counts(self) -> dict[Polarity, int]:
        """How many of all responses counted how."""
        found: collections.Counter[Polarity] = collections.Counter()
        numbers = np.bincount(self.codes + 1, minlength=len(self.texts) + 1)[1:]
        for polarity, n in zip(self.polarities, numbers.tolist(), strict=True):
            found[polarity] += n
        return dict(found)

    def said(self, at: int) -> str:
        """Return what one response answers."""
        return self.texts[self.codes[at]] if self.codes[at] >= 0 else ""


def with_former_counting(
    sheets: Sequence[FormTable],
    former: Sequence[ReadQuestion],
    numbers: QuestionIds,
    known: Mapping[str, Collection[str]],
) -> QuestionIds:
    """Return the numbers, with how each question counted by the rules of the version before.

    `former` are the questions as that version understood them, `known` the headers that each
    source had before this reading: what is asked only now never counted by those rules. What is
    known of a question already stays, so that this is found out once, at the first start over
    what was left behind.
    """
    sources = (sheet.table.source for sheet in sheets)
    old = [source for source in sources if numbers.rules_of(source) == FORMER_RULES]
    before = {numbers.number(source, header) for source in old for header in known.get(source, ())}
    told = {n: (AnswerCounting(None, None),) for n in before}
    for read in former:
        told |= dict.fromkeys(before & _parts(sheets, read, numbers).keys(), (_counting(read),))
    return dataclasses.replace(numbers, counting={**told, **numbers.counting})


def remembered_counting(
    sheets: Sequence[FormTable],
    asked: Sequence[ReadQuestion],
    numbers: QuestionIds,
    moment: dt.datetime,
) -> dict[int, tuple[AnswerCounting, ...]]:
    """Return by number how the answers of each question counted, up to this moment's reading."""
    kept = dict(numbers.counting)
    for read in asked:
        for number, parts in _parts(sheets, read, numbers).items():
            history = kept.get(number, ())
            if read.question.state is None and not any(each.counts for each in history):
                continue  # comments, places and what else never counted
            standing = {answer_digest(text) for part in parts for text in part.column.counted}
            known = _known_answers(sheets, parts, numbers) or standing
            kept[number] = extended_history(history, _counting(read), standing, known, moment)
    return kept


def past_countings(
    sheets: Sequence[FormTable], asked: Sequence[ReadQuestion], numbers: QuestionIds
) -> tuple[PastCounting, ...]:
    """Return all ways in which those questions counted that once counted otherwise."""
    found: list[PastCounting] = []
    for read in asked:
        parts = _parts(sheets, read, numbers)
        if any(len(numbers.counting.get(number, ())) > 1 for number in parts):
            for number, own in parts.items():
                column = read.column if len(parts) == 1 else _said_below(sheets, read, own)
                found += _periods(read, numbers.counting.get(number) or (_counting(read),), column)
    return tuple(found)


def _parts(
    sheets: Sequence[FormTable], read: ReadQuestion, numbers: QuestionIds
) -> dict[int, list[QuestionPart]]:
    """Return a question's columns by the number under which their counting is kept.

    There are none where it names persons; several numbers where somebody made one of two.
    """
    found: dict[int, list[QuestionPart]] = {}
    for part in read.parts:
        number = numbers.number(sheets[part.sheet].table.source, part.header)
        found.setdefault(number, []).append(part)
    return found


def _said_below(
    sheets: Sequence[FormTable], read: ReadQuestion, parts: Sequence[QuestionPart]
) -> CodedColumn:
    """Return what a question was answered below these of its columns."""
    said = np.zeros(len(read.column.codes), dtype=np.bool_)
    for part in parts:
        first = sum(sheet.rows for sheet in sheets[: part.sheet])
        said[first : first + sheets[part.sheet].rows] |= part.column.codes >= 0
    return CodedColumn(np.where(said, read.column.codes, np.int32(-1)), read.column.texts)


def _periods(
    read: ReadQuestion, history: Sequence[AnswerCounting], column: CodedColumn
) -> Iterator[PastCounting]:
    present = _counting(read)
    ends = [*(_moment(each.since) for each in history[1:]), _STILL]
    for at, (counting, until) in enumerate(zip(history, ends, strict=True)):
        how = present if until == _STILL else counting
        yield PastCounting(
            question=read.question,
            since=_moment(counting.since) if at else _ALWAYS,
            until=until,
            codes=column.codes,
            texts=column.texts,
            polarities=tuple(map(how.polarity, column.texts)),
            stated=_is_stated(read.question, how.state, later=at > 0),
        )


def _is_stated(question: Question, state: CountingState | None, *, later: bool) -> bool:
    """Tell whether somebody stated this: how the answers count, or that they rate nothing."""
    rates_nothing = state is None and later and question.certainty is Certainty.DECLARED
    return state is CountingState.DECLARED or rates_nothing


def _moment(since: dt.datetime | None) -> np.datetime64:
    return np.datetime64(since.replace(tzinfo=None), "s") if since else _ALWAYS


def _counting(read: ReadQuestion) -> AnswerCounting:
    """Return how the answers of a question count as it was read."""
    return counting_of_levels(read.question.state, _levels(read))


def _levels(read: ReadQuestion) -> Iterator[tuple[str, Level | None]]:
    levels, texts = read.question.levels, read.column.texts if read.question.state else ()
    for text, at in zip(texts, level_indexes(levels, texts), strict=True):
        yield text, levels[at] if at >= 0 else None


def _known_answers(
    sheets: Sequence[FormTable], parts: Sequence[QuestionPart], numbers: QuestionIds
) -> set[str]:
    """Return the digests of what stood below these columns at the reading before."""
    return {
        digest
        for part in parts
        for digest in numbers.answers.get(sheets[part.sheet].table.source, {}).get(part.header, ())
    }
