"""Checkbox lists: the options that recur in joined answers, never cut inside one.

Google joins the chosen options with ", " and forms of other makers with ";". An option may hold
a comma itself, so the pieces that always come together are one option.
"""

import collections
import re
from collections.abc import Iterable, Mapping, Sequence

from lib.survey.columns import Column

OTHER = "Khác"  # the word Google's Vietnamese forms use for an answer of one's own
SEPARATORS = (";", ", ")

_Neighbours = Mapping[str, set[str]]

_OUTSIDE_BRACKETS = {
    ";": re.compile(r"\s*;\s*"),
    ", ": re.compile(r", (?![^(]*\))"),
}


def options(column: Column, own_words: float = 0.4) -> tuple[str, ...]:
    """Return the options of a checkbox question, () where the column is none.

    At most this share of what is joined may be people's own words, which do not recur.
    """
    found = (_options(column.common, by, own_words) for by in SEPARATORS)
    return next(filter(None, found), ())


def _options(column: Column, by: str, own_words: float) -> tuple[str, ...]:
    if not any(by in text for text in column.texts):
        return ()
    lists = _whole([_split(text, by) for text in column.texts], by)
    if not _are_combined(lists):
        return ()
    seen: collections.Counter[str] = collections.Counter()
    for pieces, n in zip(lists, column.counts, strict=True):
        for piece in set(pieces):
            seen[piece] += n
    recurring = [piece for piece, n in seen.items() if n > 1]
    lone = len(seen) - len(recurring)
    return tuple(recurring) if lone <= own_words * seen.total() else ()


def _are_combined(lists: Sequence[list[str]]) -> bool:
    """Tell whether the pieces were chosen one by one, and are no parts of longer options.

    Options stand alone as well as behind another one, or between ever different neighbours;
    the parts of "Có, thường xuyên" and "Có, một vài lần" do neither.
    """
    alone = {pieces[0] for pieces in lists if len(pieces) == 1}
    joined = {piece for pieces in lists if len(pieces) > 1 for piece in pieces}
    later = {piece for pieces in lists for piece in pieces[1:]}
    if len(alone & joined) > 1 and alone & later:
        return True
    after, before = _neighbours(lists)
    return sum(len(after[piece]) > 1 < len(before[piece]) for piece in joined) > 1


def _split(text: str, by: str) -> list[str]:
    return [piece for piece in _OUTSIDE_BRACKETS[by].split(text) if piece]


def _whole(lists: Sequence[list[str]], by: str) -> list[list[str]]:
    """Return the lists with the pieces put together that never come apart."""
    after, before = _neighbours(lists)
    bound = {
        left: next(iter(rights))
        for left, rights in after.items()
        if left and len(rights) == 1 and all(right and before[right] == {left} for right in rights)
    }
    return [_joined(pieces, bound, by) for pieces in lists]


def _neighbours(lists: Sequence[list[str]]) -> tuple[_Neighbours, _Neighbours]:
    """Return what follows and what precedes each piece; "" is an end."""
    after, before = collections.defaultdict(set), collections.defaultdict(set)
    for pieces in lists:
        for left, right in zip(["", *pieces], [*pieces, ""], strict=True):
            after[left].add(right)
            before[right].add(left)
    return after, before


def _joined(pieces: list[str], bound: dict[str, str], by: str) -> list[str]:
    put: list[str] = []
    for at, piece in enumerate(pieces):
        if at and bound.get(pieces[at - 1]) == piece:
            put[-1] += by + piece
        else:
            put.append(piece)
    return put


def counted(column: Column, known: Iterable[str]) -> dict[str, int]:
    """Return how many responses chose each option; texts of one's own count under "Khác"."""
    longest_first = sorted(known, key=len, reverse=True)
    counts: collections.Counter[str] = collections.Counter()
    for text, n in zip(column.texts, column.counts, strict=True):
        counts.update(dict.fromkeys(chosen(text, longest_first), n))
    return dict(counts)


def chosen(text: str, longest_first: Sequence[str]) -> list[str]:
    """Return the options that one joined answer names, what is none of them as "Khác"."""
    found, rest = [], text.strip("; ")
    while rest:
        option = next((known for known in longest_first if _starts(rest, known)), "")
        found.append(option or OTHER)
        if not option:
            # One's own words come last in Google's list, and may hold any comma.
            tail = re.split(r"[;,]\s*", rest, maxsplit=1)[1:]
            rest = tail[0] if tail else ""
        else:
            rest = re.sub(r"^[;,]\s*", "", rest[len(option) :])
    return found


def _starts(text: str, option: str) -> bool:
    return text.startswith(option) and (len(text) == len(option) or text[len(option)] in ";,")
