"""Checkbox lists: the options that recur in joined answers, never cut inside one.

Google joins the chosen options with ", " and forms of other makers with ";". An option may hold
a comma itself, so the pieces that always come together are one option.
"""

import collections
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from lib.survey.model.lexicon import find_other_option
from lib.survey.table.coded_column import CodedColumn

OTHER_OPTION = "Khác"  # the word Google's Vietnamese forms use for an answer of one's own
_SEPARATORS = (";", ", ")
OWN_WORDS_SHARE = 0.25  # of what is joined; where more never recurs, people wrote it themselves
_BOUND = 4  # answers in which two pieces with capitals came together, and nowhere apart

_Neighbours = Mapping[str, set[str]]

_OUTSIDE_BRACKETS = {
    ";": re.compile(r"\s*;\s*"),
    ", ": re.compile(r", (?![^(]*\))"),
}


def checkbox_options(column: CodedColumn, own_words: float = OWN_WORDS_SHARE) -> tuple[str, ...]:
    """Return the options of a checkbox question, () where the column is none.

    At most this share of what is joined may be people's own words, which do not recur.
    """
    found = (_options(column.common, by, own_words) for by in _SEPARATORS)
    return next(filter(None, found), ())


def _options(column: CodedColumn, by: str, own_words: float) -> tuple[str, ...]:
    if not any(by in text for text in column.texts):
        return ()
    lists = _whole([_split(_chosen(text), by) for text in column.texts], column.counts, by)
    # Microsoft's forms put a ";" behind every option, the last one too.
    ended = by == ";" and all(text.endswith(by) for text in column.texts)
    if not (ended or _are_combined(lists)):
        return ()
    seen: collections.Counter[str] = collections.Counter()
    for pieces, n in zip(lists, column.counts, strict=True):
        seen.update(dict.fromkeys(pieces, n))
    known = {piece for piece, n in seen.items() if n > 1}
    known |= {piece for pieces in lists for piece in _before(pieces, known)}
    if len(seen) - len(known) > own_words * seen.total():
        return ()
    return tuple(piece for piece in seen if piece in known)


def _before(pieces: Sequence[str], known: Collection[str]) -> Sequence[str]:
    """Return the pieces before the last known one: one's own words are the last."""
    last = max((at for at, piece in enumerate(pieces) if piece in known), default=0)
    return pieces[:last]


def gather_other_options(column: CodedColumn) -> CodedColumn:
    """Return the column with every "Khác: …" as "Khác", whatever was written there."""
    own = [find_other_option(text) is not None and not _chosen(text) for text in column.texts]
    if not any(own):
        return column
    told = zip(column.texts, own, strict=True)
    return column.mapped([OTHER_OPTION if is_own else text for text, is_own in told])


def _chosen(text: str) -> str:
    """Return the answer without what somebody wrote behind "Khác: "."""
    found = find_other_option(text)
    return text[: found.start()] if found else text


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


def _whole(lists: Sequence[list[str]], counts: Sequence[int], by: str) -> list[list[str]]:
    """Return the lists with the pieces put together that never come apart."""
    after, before = _neighbours(lists)
    times: collections.Counter[str] = collections.Counter()
    for pieces, n in zip(lists, counts, strict=True):
        times.update(dict.fromkeys(pieces, n))
    bound = {
        left: right
        for left, (right, *others) in after.items()
        if left and right and not others and before[right] == {left}
        # A capital begins another option, unless the two come together again and again.
        if right[0].islower() or times[left] >= _BOUND
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


def count_options(column: CodedColumn, known: Iterable[str]) -> dict[str, int]:
    """Return how many responses chose each option; texts of one's own count under "Khác"."""
    longest_first = sorted(known, key=len, reverse=True)
    counts: collections.Counter[str] = collections.Counter()
    for text, n in zip(column.texts, column.counts, strict=True):
        counts.update(dict.fromkeys(options_in_answer(text, longest_first), n))
    return dict(counts)


def options_in_answer(text: str, longest_first: Sequence[str]) -> list[str]:
    """Return the options that one joined answer names, what is none of them as "Khác"."""
    own = find_other_option(text)
    found, rest = [], _chosen(text).strip("; ")
    while rest:
        option = next((known for known in longest_first if _starts(rest, known)), "")
        found.append(option or OTHER_OPTION)
        if not option:
            # One's own words come last in Google's list, and may hold any comma.
            tail = re.split(r"[;,]\s*", rest, maxsplit=1)[1:]
            rest = tail[0] if tail else ""
        else:
            rest = re.sub(r"^\s*[;,]\s*", "", rest[len(option) :])
    return [*found, OTHER_OPTION] if own else found


def _starts(text: str, option: str) -> bool:
    """Tell whether an option stands first; it may end in a blank, as makers of forms leave it."""
    behind = text[len(option) :].lstrip()
    return text.startswith(option) and (not behind or behind[0] in ";,")
