"""Which code each response has: known by where and when it was submitted, given at first sight.

Design: the identity of a response is its source, its time to the second, and its place among
equal times in the order of first sight. Rows move when a sheet is sorted, so responses of
equal times are told apart by what they say, and only the rest by their order.

What cannot be told apart: responses of one second (those without a time are all of one) that
say the same in everything; and where, between two readings, one of a second was deleted and
another changed or added, which is which: then the row takes the code that is left.
"""

import dataclasses
import datetime as dt
import hashlib
import itertools
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lib.journal.journal_lines import Sighting, new_code
from lib.journal.sighting_arrays import SightingArrays
from lib.survey.responses import Responses

SightingPositions = npt.NDArray[np.int64]
_EPOCH = np.datetime64("1900-01-01", "s")
_SECONDS = 40  # bits of a place; the number of its source stands above them
_UNKNOWN = -1


class _Kept(NamedTuple):
    """One sighting of those that share a place."""

    at: int
    ordinal: int
    nonce: bytes
    fingerprint: bytes


@dataclasses.dataclass(frozen=True, eq=False)
class SightingMatch:
    """Each response's position among the sightings, and those that have none yet."""

    at: SightingPositions  # [responses]; -1 not seen before
    new: SightingPositions  # positions of the responses to be registered, in their order
    ordinals: SightingPositions  # [responses], of those that are new
    places: SightingPositions  # [responses], source and second as one number
    nonces: Mapping[int, str]  # by place, where a shared one has been seen before


def match_sightings(responses: Responses, known: SightingArrays) -> SightingMatch:
    """Return which sighting each response is; 100,000 known ones take some 30 ms."""
    responses = responses.identified
    here, were = _known_places(responses, known)
    now = _places(responses.sheet.astype(np.int64), responses.submitted)
    at = np.append(here, _UNKNOWN)[_first(were, now)]
    rows, old = _shared(now, were)
    kept = _kept(known, here[old], were[old])
    said = defaultdict[int, list[str]](list)
    for place, text in zip(now[rows].tolist(), _contents(responses, rows), strict=True):
        said[place].append(text)
    matched = (_match_texts(texts, kept.get(place, ())) for place, texts in said.items())
    pairs = np.array([*itertools.chain.from_iterable(matched)], dtype=np.int64).reshape(-1, 2)
    ordinals = np.zeros_like(at)
    at[rows], ordinals[rows] = pairs.T
    nonces = {place: ones[0].nonce.decode() for place, ones in kept.items()}
    return SightingMatch(at, np.flatnonzero(at < 0), ordinals, now, nonces)


def new_sightings(
    responses: Responses,
    seen: SightingMatch,
    moment: dt.datetime,
    code: Callable[[], str] = new_code,
    nonce: Callable[[], str] = lambda: secrets.token_hex(16),
) -> Iterator[Sighting]:
    """Yield what is to be registered of the responses that were not seen before.

    All of one place share a nonce, so that what a row says is looked up, not tried.
    """
    nonces, responses = dict(seen.nonces), responses.identified
    for at, said in zip(seen.new.tolist(), _contents(responses, seen.new), strict=True):
        when, place = responses.submitted[at], int(seen.places[at])
        own = nonces.get(place) or nonces.setdefault(place, nonce())
        yield Sighting(
            code=code(),
            source=responses.sheets[responses.sheet[at]].source,
            submitted="" if np.isnat(when) else when.item().isoformat(),
            ordinal=int(seen.ordinals[at]),
            seen_at=moment,
            nonce=own,
            fingerprint=_fingerprint(own, said),
        )


def _contents(responses: Responses, rows: SightingPositions) -> list[str]:
    """Return what these responses say, whatever the columns are called and in what order."""
    rated = sorted(enumerate(responses.form.rated), key=lambda pair: pair[1].id)
    columns = [
        _named([f"{q.id}={level.text}" for level in q.levels], responses.levels[at, rows])
        for at, q in rated
    ]
    places = (
        (responses.communes, responses.commune),
        (responses.hamlets, responses.hamlet),
        (responses.sectors, responses.sector),
    )
    columns += [_named([place.code for place in names], codes[rows]) for names, codes in places]
    columns += [
        [word or "" for word in array.take(rows).to_pylist()] for array in responses.comments
    ]
    return ["\x1f".join(said) for said in zip(*columns, strict=True)]


def _fingerprint(nonce: str, said: str) -> str:
    """Return the SHA-256 of a nonce and of what was said, hexadecimal."""
    return hashlib.sha256(f"{nonce}\x1f{said}".encode("utf-8", "surrogatepass")).hexdigest()


def _named(names: Sequence[str], codes: npt.NDArray[np.signedinteger]) -> list[str]:
    return [names[code] if code >= 0 else "" for code in codes.tolist()]


def _known_places(
    responses: Responses, known: SightingArrays
) -> tuple[SightingPositions, SightingPositions]:
    """Return the sightings of sheets that are still read and their places, by place and ordinal."""
    sources = {sheet.source: at for at, sheet in enumerate(responses.sheets)}
    index = np.array([sources.get(name, _UNKNOWN) for name in known.sources], dtype=np.int64)
    read_sources = index[known.source] if known.n else np.zeros(0, dtype=np.int64)
    here = np.flatnonzero(read_sources >= 0)
    were = _places(read_sources[here], known.submitted[here])
    order = np.lexsort((known.ordinal[here], were))
    return here[order], were[order]


def _places(source: SightingPositions, submitted: npt.NDArray[np.datetime64]) -> SightingPositions:
    """Return source and second as one number; unknown times of a source are one second."""
    seconds = (submitted - _EPOCH).astype(np.int64)
    seconds = np.where(np.isnat(submitted), 0, np.clip(seconds, 1, (1 << _SECONDS) - 1))
    places: SightingPositions = (source << _SECONDS) | seconds
    return places


def _first(among: SightingPositions, sought: SightingPositions) -> SightingPositions:
    """Return where each number first stands in a sorted array, -1 where it does not."""
    at = np.searchsorted(among, sought)
    there = np.append(among, _UNKNOWN)[at] == sought
    firsts: SightingPositions = np.where(there, at, _UNKNOWN)
    return firsts


def _shared(
    now: SightingPositions, were: SightingPositions
) -> tuple[SightingPositions, SightingPositions]:
    """Return which of both stand at a place of several, now or before, by place."""
    order = np.argsort(now, kind="stable")
    several = [places[1:][places[1:] == places[:-1]] for places in (now[order], were)]
    shared = np.unique(np.concatenate(several))
    rows, old = (np.flatnonzero(_first(shared, places) >= 0) for places in (now[order], were))
    return order[rows], old


def _kept(
    known: SightingArrays, which: SightingPositions, places: SightingPositions
) -> dict[int, list[_Kept]]:
    """Return these sightings by place, in the order given."""
    columns = (which, known.ordinal[which], known.nonces[which], known.fingerprints[which])
    kept = defaultdict[int, list[_Kept]](list)
    for place, *cells in zip(places.tolist(), *(each.tolist() for each in columns), strict=True):
        kept[place].append(_Kept(*cells))
    return dict(kept)


def _match_texts(said: Sequence[str], kept: Sequence[_Kept]) -> Iterator[tuple[int, int]]:
    """Yield which sighting each text of a place is, and its ordinal.

    First the one that says the same, then those left in their order, then new ordinals.
    """
    alike = defaultdict[str, list[_Kept]](list)
    for sighting in reversed(kept):
        alike[sighting.fingerprint.decode()].append(sighting)
    nonces = [nonce.decode() for nonce in dict.fromkeys(sighting.nonce for sighting in kept)]
    matches = []
    for text in said:
        stamps = (_fingerprint(nonce, text) for nonce in nonces)
        matches.append(next((alike[stamp].pop() for stamp in stamps if alike.get(stamp)), None))
    taken = set(matches)
    left = iter([sighting for sighting in kept if sighting not in taken])
    fresh = itertools.count(max((sighting.ordinal for sighting in kept), default=-1) + 1)
    for same in matches:
        match = same or next(left, None)
        yield (match.at, match.ordinal) if match else (_UNKNOWN, next(fresh))
