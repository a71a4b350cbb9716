"""Short labels of long texts, for tables and lists: no two texts of one form share one."""

import itertools
import re
from collections.abc import Iterable, Sequence

LONGEST_LABEL = 44
_NAMELESS = "(không có tiêu đề)"  # of a column whose header is empty: what lists name it by
_HEAD = 18  # letters kept of what several texts begin with
_NUMBER = re.compile(r"^(?:câu\s+)?\d+(?:/\d+)?\s*[.):]\s*", re.IGNORECASE)


def short_label(text: str) -> str:
    """Return a short label: without its number and question mark, cut at a word."""
    return _cut(_bare(text), LONGEST_LABEL)


def distinct_labels(labels: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Return the labels; those that several texts share are cut anew, where the texts differ.

    Of what such texts begin with a few words stay; equal texts are numbered.
    No label is empty.
    """
    distinct = list(labels)
    for places in _alike(labels):
        for at, label in zip(places, _apart([_bare(texts[at]) for at in places]), strict=True):
            distinct[at] = label
    return _numbered(label or _NAMELESS for label in distinct)


def _alike(labels: Iterable[str]) -> list[list[int]]:
    """Return the places of labels that are shared, those of one label together."""
    places: dict[str, list[int]] = {}
    for at, label in enumerate(labels):
        places.setdefault(label.casefold(), []).append(at)
    return [shared for shared in places.values() if len(shared) > 1]


def _apart(texts: Sequence[str], head: str = "") -> list[str]:
    """Return labels of texts, each `head` and what follows from where they are not alike."""
    room = max(LONGEST_LABEL - len(head), _HEAD)
    labels = [head + _cut(text, room) for text in texts]
    for places in _alike(labels):
        alike = [texts[at] for at in places]
        begin = _common_beginning(alike)
        begun = f"{head}{_cut(alike[0][:begin].rstrip(), _HEAD).rstrip('…')} … "
        tails = [(at, texts[at][begin:]) for at in places if begin and texts[at][begin:]]
        told = _apart([tail for _, tail in tails], begun)
        for (at, _), label in zip(tails, told, strict=True):
            labels[at] = label
    return labels


def _common_beginning(texts: Sequence[str]) -> int:
    """Return how many letters the texts share in front, up to a whole word; 0 of equal ones."""
    if len(set(texts)) == 1:
        return 0
    words = zip(*(text.split(" ") for text in texts), strict=False)
    shared = itertools.takewhile(lambda each: len(set(each)) == 1, words)
    return sum(len(word) + 1 for word, *_ in shared)


def _numbered(labels: Iterable[str]) -> list[str]:
    """Return the labels, a second one that is equal with a 2 behind it."""
    taken: dict[str, str] = {}
    for label in labels:
        names = itertools.chain([label], (f"{label} ({n})" for n in itertools.count(2)))
        name = next(name for name in names if name.casefold() not in taken)
        taken[name.casefold()] = name
    return list(taken.values())


def _bare(text: str) -> str:
    return _NUMBER.sub("", text).rstrip(" ?:.") or text


def _cut(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    words = text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:(–-")
    return f"{words}…"
