"""Answers that nobody has placed yet: between which rates a question's may lie because of them."""

from collections.abc import Sequence

from lib.analysis.overview_figures import QuestionFigures
from lib.analysis.rates import Rate
from lib.survey.model.answer_levels import Answer
from lib.wording import format_percent, ngettext


def possible_rates(rate: Rate, unclassified: int) -> tuple[float, float] | None:
    """Return the rate if all of these answers were dissatisfied, and if all were satisfied.

    None where there are none, or no rate.
    """
    if rate.rate is None or not unclassified:
        return None
    every = rate.valid + unclassified
    return rate.satisfied / every, (rate.satisfied + unclassified) / every


def unclassified_words(rate: Rate, unclassified: int) -> str:
    """Return "thêm 9 câu trả lời chưa phân loại: từ 64,0 % đến 100,0 %", or nothing."""
    possible = possible_rates(rate, unclassified)
    if possible is None:
        return ""
    return ngettext(
        "{n} more answer is unclassified: from {low} to {high}",
        "{n} more answers are unclassified: from {low} to {high}",
        unclassified,
        low=format_percent(possible[0]),
        high=format_percent(possible[1]),
    )


def moves_the_rate(rate: Rate, unclassified: int) -> bool:
    """Tell whether the rate as it is written may become another."""
    possible = possible_rates(rate, unclassified)
    return possible is not None and any(
        format_percent(each) != format_percent(rate.rate or 0) for each in possible
    )


def count_unclassified(asked: Sequence[QuestionFigures]) -> int:
    """Return how many answers to these questions are unclassified."""
    return sum(figures.answers[Answer.UNCLASSIFIED] for figures in asked)
