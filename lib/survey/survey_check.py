"""How a form was read, as `python -m lib check` says it: for machines and for people.

The JSON is a contract, keys in their order included; it holds no comment and no identity.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from lib.survey.model.answer_levels import Answer, Level, Polarity
from lib.survey.model.survey_form import ColumnKind, ColumnRole, Form, FormNotice, Question
from lib.survey.number_answers import are_percents, number_answers
from lib.survey.responses import Responses
from lib.wording import format_count, format_moment, gettext, mark, ngettext

_Counts = dict[str, int | None]

_KINDS = {
    ColumnKind.SINGLE: mark("one of several answers"),
    ColumnKind.SCALE: mark("number scale"),
    ColumnKind.MULTIPLE: mark("several answers"),
    ColumnKind.TEXT: mark("free text"),
    ColumnKind.NUMBER: mark("number"),
    ColumnKind.DATE: mark("date"),
    ColumnKind.TIME: mark("time of day"),
    ColumnKind.FILE: mark("uploaded file"),
    ColumnKind.IDENTITY: mark("identifies a person, dropped"),
    ColumnKind.OTHER: mark("nothing recognised"),
}
_ROLES = {
    ColumnRole.SATISFACTION: mark("question about satisfaction"),
    ColumnRole.UNDECIDED: mark("to be confirmed how its answers count"),
    ColumnRole.COMMUNE: mark("commune"),
    ColumnRole.HAMLET: mark("hamlet"),
    ColumnRole.SECTOR: mark("sector"),
    ColumnRole.COMMENT: mark("comment"),
    ColumnRole.NONE: "",
}
_POLARITIES = {
    Polarity.SATISFIED: mark("satisfied"),
    Polarity.NEUTRAL: mark("neutral"),
    Polarity.DISSATISFIED: mark("dissatisfied"),
    Polarity.NOT_APPLICABLE: mark("not applicable"),
    Polarity.UNCLASSIFIED: mark("unclassified"),
}
_FEW_NUMBERS = 40  # different ones; more say little one by one
_COUNTED = {
    "valid": tuple(Answer)[:5],
    "satisfied": (Answer.VERY_SATISFIED, Answer.SATISFIED),
    "neutral": (Answer.NEUTRAL,),
    "dissatisfied": (Answer.DISSATISFIED, Answer.VERY_DISSATISFIED),
    "not_applicable": (Answer.NOT_APPLICABLE,),
    "unclassified": (Answer.UNCLASSIFIED,),
}


def survey_check_report(responses: Responses) -> dict[str, Any]:
    """Return what was read, in the order and the words of the contract."""
    counts = _counts(responses)
    return {
        "source": ", ".join(sheet.title for sheet in responses.sheets),
        "responses": responses.n,
        "submitted": _submitted(responses),
        "questions": [_question(responses, q, counts.get(q.id)) for q in responses.form.questions],
        "dissatisfied_responses": int(_dissatisfied(responses.answers).any(axis=0).sum()),
        "notices": [_notice(notice) for notice in responses.form.notices],
    }


def _submitted(responses: Responses) -> dict[str, Any]:
    known = responses.submitted[~np.isnat(responses.submitted)]
    zones = {sheet.timezone for sheet in responses.sheets}
    return {
        "first": str(known.min()) if len(known) else None,
        "last": str(known.max()) if len(known) else None,
        "missing": responses.n - len(known),
        "timezone": zones.pop() if len(zones) == 1 else None,
    }


def _question(responses: Responses, question: Question, counts: _Counts | None) -> dict[str, Any]:
    numbers = _numbers(responses, question) if question.kind is ColumnKind.NUMBER else {}
    return {
        "id": question.id,
        "column": question.column,
        "header": question.header,
        "text": question.text,
        "grid": question.grid,
        "kind": question.kind.value,
        "role": question.role.value,
        "answered": question.answered,
        "not_stated": question.not_stated,
        "answers": numbers.get("answers", dict(question.answers)),
        "levels": [_level(level) for level in question.levels],
        **(counts or dict.fromkeys(_COUNTED)),
        "state": question.state and question.state.value,
        "summary": numbers.get("summary"),
    }


def _numbers(responses: Responses, question: Question) -> dict[str, Any]:
    """Return how often each number was given, if there are few, and their middle."""
    given = number_answers(responses, question)
    known = given[~np.isnan(given)]
    if not len(known):
        return {}
    values, times = np.unique(known, return_counts=True)
    sign = " %" if are_percents(responses, question) else ""
    low, median, high = np.percentile(known, [25, 50, 75]).tolist()
    few = zip(values.tolist(), times.tolist(), strict=True) if len(values) <= _FEW_NUMBERS else ()
    return {
        "answers": {f"{number:.10g}{sign}": n for number, n in few},
        "summary": {"median": median, "quartiles": [low, high], "n": len(known)},
    }


def _level(level: Level) -> dict[str, Any]:
    return {"text": level.text, "polarity": level.polarity.value, "strong": level.strong}


def _notice(notice: FormNotice) -> dict[str, Any]:
    return {"code": notice.code, "column": notice.column, "text": form_notice_sentence(notice)}


def form_notice_sentence(notice: FormNotice) -> str:
    """Return the notice in the reader's language."""
    return gettext(notice.text, **dict(notice.fields))


def _counts(responses: Responses) -> dict[str, _Counts]:
    by_question = zip(responses.form.rated, responses.answers, strict=True)
    return {question.id: _counted(answers) for question, answers in by_question}


def _counted(answers: npt.NDArray[np.uint8]) -> _Counts:
    each = np.bincount(answers, minlength=len(Answer))
    return {name: int(each[list(which)].sum()) for name, which in _COUNTED.items()}


def _dissatisfied(answers: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    return np.isin(answers, _COUNTED["dissatisfied"])


def survey_check_text(responses: Responses) -> str:
    """Return the same for people, in the reader's language."""
    return "\n".join(_lines(responses))


def _lines(responses: Responses) -> Iterator[str]:
    content = survey_check_report(responses)
    yield f"{content['source']}: " + ngettext("{n} response", "{n} responses", responses.n)
    if content["submitted"]["first"]:
        known = responses.submitted[~np.isnat(responses.submitted)]
        first, last = (format_moment(when.item()) for when in (known.min(), known.max()))
        yield gettext("Submitted from {first} to {last}", first=first, last=last)
    n = content["dissatisfied_responses"]
    yield ngettext(
        "{n} response with a dissatisfied answer", "{n} responses with a dissatisfied answer", n
    )
    yield from _questions(responses.form)
    yield ""
    yield from (f"! {notice['text']}" for notice in content["notices"])


def _questions(form: Form) -> Iterator[str]:
    for question in form.questions:
        role = _ROLES[question.role]
        understood = [gettext(_KINDS[question.kind]), *([gettext(role)] if role else [])]
        answered = ngettext("{n} answer", "{n} answers", question.answered)
        yield ""
        yield f"{question.id}  {question.text}"
        yield f"    {' · '.join([*understood, answered])}"
        known = {level.text: gettext(_POLARITIES[level.polarity]) for level in question.levels}
        for answer, n in question.answers:
            counted = f" ({known[answer]})" if answer in known else ""
            yield f"    {format_count(n):>8}  {answer}{counted}"
