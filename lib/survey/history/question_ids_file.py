"""The file in which the numbers of questions are kept: questions.json in the data folder."""

import dataclasses
import datetime as dt
import json
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from lib.errors import SourceError
from lib.format_versions import FORMAT_KEY, NewerFileError, make_way, stated_format
from lib.kept_files import kept_text, write_atomically
from lib.survey.history.counting_history import AnswerCounting
from lib.survey.history.question_ids import QuestionIds
from lib.survey.model.answer_levels import Polarity
from lib.survey.model.survey_form import CountingState
from lib.wording import mark

_FORMAT = 2  # 1 did not say which it is
_Result = TypeVar("_Result")
_CHANGING = threading.Lock()


class TornNumbersError(SourceError):
    """The file of the questions' numbers is damaged; `file` is its name."""

    code = "torn_numbers"
    message = mark(
        "{file} in the data folder (SURVEY_DATA_DIR) is damaged. Nothing is written over it: put "
        "a copy of it back. Where there is none, give it another name: questions are then "
        "numbered anew, and links that were shared before may lead to other questions."
    )


class UnkeptDecisionError(SourceError):
    """What somebody decided could not be written to the file of the questions' numbers, `file`."""

    code = "unkept_decision"
    message = mark(
        "{file} in the data folder (SURVEY_DATA_DIR) cannot be written, so this was not kept: is "
        "the disk full, or the folder read-only? Put that right and press the button once more."
    )


def load_question_ids(path: Path) -> QuestionIds:
    """Return the numbers kept in this file; none where there is no such file.

    Raises a SourceError where it cannot be read or understood: numbers given anew would lead
    links that were shared to other questions, and nobody would see it.
    """
    try:
        text = kept_text(path)
        if text is None:
            return QuestionIds()
        kept = json.loads(text)
        if stated_format(kept) > _FORMAT:
            raise _newer(path)
        return QuestionIds(
            kept["known"],
            kept["free"],
            {source: tuple(headers) for source, headers in kept.get("order", {}).items()},
            _days(kept.get("seen", {})),
            _days(kept.get("gone", {})),
            kept.get("perhaps", {}),
            kept.get("answers", {}),
            kept.get("halves", {}),
            kept.get("rules", {}),
            frozenset(map(int, kept.get("certain", ()))),
            {int(number): _counting(each) for number, each in kept.get("counting", {}).items()},
            _moment(kept.get("told_at")),
            frozenset(kept.get("at_home", ())),
            {s: dt.datetime.fromisoformat(at) for s, at in kept.get("reread", {}).items()},
            {int(number): dict(codes) for number, codes in kept.get("codes", {}).items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise TornNumbersError(file=path.name) from None


def change_question_ids(
    path: Path, change: Callable[[QuestionIds], tuple[QuestionIds, _Result]]
) -> _Result:
    """Replace what this file keeps by what `change` makes of it, one change at a time.

    Returns what `change` returns beside it; raises as `load_question_ids` and `change` do.
    """
    with _CHANGING:
        known = load_question_ids(path)
        numbers, result = change(known)
        if numbers != known:
            # A reading takes a while, and another process may have kept a decision meanwhile.
            save_question_ids(numbers.as_decided(load_question_ids(path)), path)
    return result


def _keep_decision(path: Path, change: Callable[[QuestionIds], QuestionIds]) -> None:
    """Replace what this file keeps as somebody decided; raises where that cannot be kept."""
    with _CHANGING:
        if not save_question_ids(change(load_question_ids(path)), path):
            raise UnkeptDecisionError(file=path.name)


def keep_told(path: Path, moment: dt.datetime) -> None:
    """Remember that leaders have read by this moment (UTC) what counts otherwise."""
    at = moment.replace(microsecond=0)
    _keep_decision(path, lambda known: dataclasses.replace(known, told_at=at))


def keep_reread(path: Path, source: str, moment: dt.datetime) -> None:
    """Remember that a source is read by the present rules from this moment (UTC) on."""

    def changed(known: QuestionIds) -> QuestionIds:
        again = {source: moment.replace(microsecond=0), **known.reread}
        return dataclasses.replace(known, reread=again)

    _keep_decision(path, changed)


def keep_clock(path: Path, source: str, *, at_home: bool) -> None:
    """Remember whether a source's times are put on Vietnam's clock."""

    def changed(known: QuestionIds) -> QuestionIds:
        others = known.at_home - {source}
        return dataclasses.replace(known, at_home=others | {source} if at_home else others)

    _keep_decision(path, changed)


def _newer(path: Path) -> NewerFileError:
    return NewerFileError(title=path.name)


def _days(kept: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, dt.date]]:
    return {
        source: {header: dt.date.fromisoformat(day) for header, day in days.items()}
        for source, days in kept.items()
    }


def save_question_ids(numbers: QuestionIds, path: Path) -> bool:
    """Keep the numbers in this file, whole or not at all; tell whether the disk took them."""
    content = json.dumps(_written(numbers), ensure_ascii=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        make_way(path, _FORMAT, _newer(path))
        write_atomically(path, lambda beside: beside.write_text(content, encoding="utf-8"))
    except OSError:
        return False
    return True


def _written(numbers: QuestionIds) -> dict[str, object]:
    """Return what the file says, by the keys that it has for ever."""
    return {
        FORMAT_KEY: _FORMAT,
        "known": numbers.known,
        "free": numbers.free,
        "order": numbers.order,
        "seen": _written_days(numbers.seen),
        "gone": _written_days(numbers.gone),
        "perhaps": numbers.perhaps,
        "answers": numbers.answers,
        "halves": numbers.halves,
        "rules": numbers.rules,
        "certain": sorted(numbers.certain),
        "counting": {str(n): _written_counting(each) for n, each in numbers.counting.items()},
        "told_at": _written_moment(numbers.told_at),
        "at_home": sorted(numbers.at_home),
        "reread": {source: at.isoformat() for source, at in numbers.reread.items()},
        "codes": {str(number): {**codes} for number, codes in numbers.codes.items()},
    }


def _counting(kept: Sequence[Mapping[str, Any]]) -> tuple[AnswerCounting, ...]:
    return tuple(
        AnswerCounting(
            _moment(each["since"]),
            CountingState(each["state"]) if each["state"] else None,
            {digest: Polarity(counts) for digest, counts in each["answers"].items()},
        )
        for each in kept
    )


def _written_counting(history: Sequence[AnswerCounting]) -> list[dict[str, object]]:
    return [
        {"since": _written_moment(each.since), "state": each.state, "answers": {**each.answers}}
        for each in history
    ]


def _moment(kept: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(kept) if kept else None


def _written_moment(moment: dt.datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _written_days(days_of: Mapping[str, Mapping[str, dt.date]]) -> dict[str, dict[str, str]]:
    return {
        source: {header: day.isoformat() for header, day in days.items()}
        for source, days in days_of.items()
    }
