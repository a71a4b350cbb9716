"""What deserves attention as `python -m lib check` says it: for machines and for people.

The JSON is a contract, keys in their order included.
"""

from collections.abc import Iterator
from typing import Any

from lib.analysis.attention import Attention
from lib.analysis.attention_words import (
    concern_sentence,
    concern_subject,
    fall_sentence,
    nothing_sentence,
)
from lib.analysis.concerns import Concern
from lib.analysis.rates import Rate
from lib.survey.responses import Responses
from lib.wording import gettext


def attention_report(responses: Responses, attention: Attention) -> dict[str, Any]:
    """Return what is clearly lower, and whether the period before could be compared with."""
    fall = attention.fall
    return {
        "compared": attention.basis.value,
        "lasting_fall": fall
        and {
            "period": fall.since.code,
            "rate": fall.rate and _rate(fall.rate),
            "before": fall.before and _rate(fall.before),
            "dissatisfied_responses": fall.dissatisfied,
        },
        "concerns": [_concern(concern) for concern in attention.concerns],
        "text": list(_sentences(responses, attention)),
    }


def attention_text(responses: Responses, attention: Attention) -> str:
    """Return the same for people, in the reader's language: a heading and a line each."""
    lines = (f"  {sentence}" for sentence in _sentences(responses, attention))
    return "\n".join((gettext("Worth attention") + ":", *lines))


def _sentences(responses: Responses, attention: Attention) -> Iterator[str]:
    if attention.nothing:
        yield nothing_sentence(attention)
    if attention.fall:
        yield fall_sentence(attention.fall).text
    for concern in attention.concerns:
        subject = concern_subject(responses, concern)
        yield f"{subject} ({concern.period.name()}): {concern_sentence(concern).text}"


def _concern(concern: Concern) -> dict[str, Any]:
    return {
        "kind": concern.kind.value,
        "question": concern.question or None,
        "commune": concern.commune or None,
        "period": concern.period.code,
        "rate": _rate(concern.rate),
        "against": _rate(concern.against),
        "dissatisfied_responses": concern.dissatisfied,
    }


def _rate(rate: Rate) -> dict[str, int]:
    return {"satisfied": rate.satisfied, "valid": rate.valid, "responses": rate.people}
