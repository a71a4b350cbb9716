"""The levels of a linear scale: its direction comes from the words at its ends, or is not known."""

import re
from collections.abc import Iterable, Mapping, Sequence

from lib.survey.model.answer_levels import Answer, Level
from lib.survey.model.lexicon import find_degree, find_word, is_agreement
from lib.survey.recognise.agreement_direction import agreement_praises
from lib.survey.recognise.column_kind import LONGEST_SCALE, point_and_words
from lib.survey.recognise.worded_levels import SIDED_ANSWERS, good_answer, level_for_answer

_LABELLED = re.compile(
    r"(\d+)\s*(?:điểm|sao|points?|stars?)?\s*(?:[=:–→-]|là|means|being|is)\s*[\"“']?([^,;.()\"”\d]+)"
    r"|(\d+)\s*\(([^)\d]+)\)"
)
_BEHIND = re.compile(r"([^\W\d][^,;:.()\d–→]*?)\s*\((?:=\s*)?(\d+)\)")
_STARS = re.compile(r"[★⭐]|\b(?:sao|stars?)\b", re.IGNORECASE)  # more of them are better
_TO = re.compile(r"\s+(?:đến|tới|và|to|and|sampai|dan|hasta|a|y|à|et|bis|und|até|e|до|и)$")


def linear_levels(
    header: str, points: Mapping[str, int], *, former: bool = False
) -> tuple[Level, ...]:
    """Return the levels of a linear scale; all unclassified where nobody states its direction.

    `points` holds the point of each answer. By the `former` rules agreeing was praise.
    """
    ends = _ends(header, points)
    rising = True if any(map(_STARS.search, points)) else _rising(ends)
    if not former and any(map(is_agreement, _words_beside(header, points))):
        rising = _agreed(header, rising)
    low, high = _range(points, ends)
    best_first = range(low, high + 1) if rising is False else range(high, low - 1, -1)
    texts = {point: text for text, point in points.items()}
    return tuple(
        level_for_answer(
            texts.get(point, str(point)),
            Answer.UNCLASSIFIED if rising is None else _placed(steps, high - low),
        )
        for steps, point in enumerate(best_first)
    )


def _agreed(header: str, rising: bool | None) -> bool | None:
    """Return which way a scale of agreement rises: the statement says what agreeing means."""
    praises = agreement_praises(header)
    return None if praises is None or rising is None else rising is praises


def _range(points: Mapping[str, int], ends: Mapping[int, Answer]) -> tuple[int, int]:
    """Return the lowest and highest point: those chosen and named, and 5 where no top is named."""
    seen = {*points.values(), *ends}
    if not ends:
        return min(seen), max(seen)
    return min(seen | {1}), max(seen) if max(ends) > 2 else max(seen | {5})


def _ends(header: str, points: Iterable[str]) -> dict[int, Answer]:
    """Return how the points count to which the header or the answers put words that we know."""
    known = ((point, _end(header, words)) for point, words in _labels(header, points))
    return {
        point: answer for point, answer in known if answer is not None and point <= LONGEST_SCALE
    }


def _words_beside(header: str, points: Iterable[str]) -> list[str]:
    return [_TO.sub("", words.strip()) for _, words in _labels(header, points)]


def _labels(header: str, points: Iterable[str]) -> list[tuple[int, str]]:
    """Return the points that the header or the answers put words to, with these."""
    before = [(n or m, words or inside) for n, words, m, inside in _LABELLED.findall(header)]
    behind = [(n, words) for words, n in _BEHIND.findall(header)]
    said = [*before, *behind, *map(point_and_words, points)]
    return [(int(point or 0), words) for point, words in said if words]


def _end(header: str, words: str) -> Answer | None:
    """Return how the words beside a point count; "cao nhất" only where the header says of what."""
    bare = _TO.sub("", words.strip())
    found, good = find_word(bare), good_answer(header)
    if found or good is None:
        return found.answer if found else None
    degree = find_degree(bare)
    if degree is None:
        return None
    return degree.answer if good else Answer(Answer.VERY_DISSATISFIED - degree.answer)


def _rising(ends: Mapping[int, Answer]) -> bool | None:
    """Return True where the highest number is best, False where the lowest is, else None."""
    rated = sorted(point for point, answer in ends.items() if answer in SIDED_ANSWERS)
    if not rated:
        return None
    if len(rated) == 1:
        return (rated[0] > 2) is (ends[rated[0]] < Answer.NEUTRAL)
    first, last = ends[rated[0]], ends[rated[-1]]
    return None if first == last else last < first


def _placed(steps_from_best: int, length: int) -> Answer:
    """Return how a point counts: the ends are strong, the exact middle is neutral."""
    if steps_from_best in (0, length):
        return Answer.VERY_DISSATISFIED if steps_from_best else Answer.VERY_SATISFIED
    if 2 * steps_from_best == length:
        return Answer.NEUTRAL
    return Answer.SATISFIED if 2 * steps_from_best < length else Answer.DISSATISFIED


def directed_levels(levels: Sequence[Level], *, rising: bool) -> tuple[Level, ...]:
    """Return the levels of a scale of which somebody says whether its highest number is best.

    What is no point of the scale stays as it is, at the end.
    """
    found = ((each.text, point_and_words(each.text)[0]) for each in levels)
    points = {text: point for text, point in found if point is not None}
    if not points:
        return tuple(levels)
    low, high = min(points.values()), max(points.values())
    best = high if rising else low
    ordered = sorted(points, key=lambda text: abs(points[text] - best))
    placed = (
        level_for_answer(text, _placed(abs(points[text] - best), high - low)) for text in ordered
    )
    return (*placed, *(each for each in levels if each.text not in points))
