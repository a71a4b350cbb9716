"""Which new header words the question of one that is gone: certain by its place, or perhaps."""

import difflib
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lib.survey.history.header_likeness import plain_wording, still_holds_answers, wordings_alike


class HeaderChanges(NamedTuple):
    """What became of the headers of one sheet since they were last read."""

    certain: Mapping[str, str]  # new header → the one whose question it words
    perhaps: Mapping[str, str]  # header that is gone → the one that may word its question


_Plausible = Callable[[str, str], bool]  # of the old header and the new one


def find_header_changes(
    before: Sequence[str], now: Sequence[str], known: Mapping[str, int], plausible: _Plausible
) -> HeaderChanges:
    """Return what happened between two readings; `known` are all headers there ever were.

    Another spelling is the same wording wherever it stands. Another wording is it in the same
    place only, where it is plausible; elsewhere, and where it is not, it is a proposal.
    """
    new = [header for header in now if header not in known] if known else []
    standing = set(now)
    spelled = _spelled([header for header in known if header not in standing], new)
    pairs = [(old, to) for old, to in _in_place(before, now) if old not in standing and to in new]
    certain = _once(itertools.chain(spelled, (pair for pair in pairs if plausible(*pair))))
    left = [header for header in new if header not in certain]
    gone = [h for h in before if h not in standing and h not in certain.values()]
    elsewhere = ((old, header) for old in gone for header in left if wordings_alike(old, header))
    open_pairs = itertools.chain(elsewhere, pairs)
    perhaps = _once((old, new) for old, new in open_pairs if old in gone and new in left)
    return HeaderChanges(certain, {old: new for new, old in perhaps.items()})


def is_plausible_rewording(
    old: str, new: str, before: Mapping[str, int], now: Mapping[str, int]
) -> bool:
    """Tell whether a header was edited: its answers still stand below, or its words are alike.

    What was answered decides where it was remembered; one answer that everybody gives does not
    tell one question from another.
    """
    if before and not still_holds_answers(now, before):
        return False
    return len(before) > 1 or wordings_alike(old, new)


def _spelled(gone: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    return (
        (old, header)
        for header in new
        for old in gone
        if plain_wording(old) == plain_wording(header)
    )


def _in_place(before: Sequence[str], now: Sequence[str]) -> list[tuple[str, str]]:
    """Return the headers that replaced each other, the nearest places first."""
    matched = difflib.SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
    found = [
        (abs((old - start) - (new - other)), before[old], now[new])
        for tag, start, end, other, stop in matched
        if tag == "replace"
        for old, new in itertools.product(range(start, end), range(other, stop))
    ]
    return [(old, new) for _, old, new in sorted(found, key=lambda pair: pair[0])]


def _once(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Return new → old, each of both in its first pair only."""
    found: dict[str, str] = {}
    for old, new in pairs:
        if new not in found and old not in found.values():
            found[new] = old
    return found
