"""Which code each response has: known by where and when it was submitted, given at first sight.

Design: the identity of a response is its source, its time to the second, and its place among
equal times in the order of first sight. Rows move when a sheet is sorted, so responses of
equal times are told apart by what they say, and only the rest by their order.
"""

import dataclasses
import datetime as dt
import hashlib
import secrets
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.journal.event import Sighting, new_code
from lib.journal.sightings import Sightings
from lib.survey.responses import Responses

Ints = npt.NDArray[np.int64]
EPOCH = np.datetime64("1900-01-01", "s")
SECONDS, ORDINALS = 34, 18  # bits: until 2444, and 262,144 responses of one second
LARGEST = 200  # responses of one second that are told apart by what they say
UNKNOWN = -1


@dataclasses.dataclass(frozen=True, eq=False)
class Sighted:
    """Each response's position among the sightings, and those that have none yet."""

    at: Ints  # [responses]; -1 not seen before
    new: Ints  # positions of the responses to be registered, in their order
    ordinals: Ints  # [responses]


def sighted(responses: Responses, known: Sightings) -> Sighted:
    """Return which sighting each response is; 100,000 known ones take some 30 ms."""
    sources = {sheet.source: at for at, sheet in enumerate(responses.sheets)}
    index = np.array([sources.get(name, UNKNOWN) for name in known.sources], dtype=np.int64)
    held = index[known.source] if known.n else np.zeros(0, dtype=np.int64)
    here = held >= 0  # of a sheet that is still read
    were = _places(held[here], known.submitted[here])
    now = _places(responses.sheet.astype(np.int64), responses.submitted)
    ordinals = _counted(now)
    keys = pd.Index((were << ORDINALS) | known.ordinal[here])
    positions = np.append(np.flatnonzero(here), UNKNOWN)
    at = positions[keys.get_indexer(pd.Index((now << ORDINALS) | ordinals))]
    for rows in _equal(now, were[known.ordinal[here] > 0]):
        _told_apart(responses, known, rows, at, ordinals, _of(known, held, rows, at))
    return Sighted(at, np.flatnonzero(at < 0), ordinals)


def sightings(
    responses: Responses,
    seen: Sighted,
    moment: dt.datetime,
    code: Callable[[], str] = new_code,
    nonce: Callable[[], str] = lambda: secrets.token_hex(16),
) -> Iterator[Sighting]:
    """Yield what is to be registered of the responses that were not seen before."""
    for at in seen.new.tolist():
        when = responses.submitted[at]
        own = nonce()
        yield Sighting(
            code=code(),
            source=responses.sheets[responses.sheet[at]].source,
            submitted="" if np.isnat(when) else when.item().isoformat(),
            ordinal=int(seen.ordinals[at]),
            seen_at=moment,
            nonce=own,
            fingerprint=fingerprint(own, content(responses, at)),
        )


def content(responses: Responses, at: int) -> str:
    """Return what one response says, whatever its columns are called and in what order."""
    rated = responses.form.rated
    chosen = zip(rated, responses.levels[:, at].tolist(), strict=True)
    said = sorted(f"{q.id}={q.levels[level].text}" for q, level in chosen if level >= 0)
    places = (
        (responses.communes, responses.commune),
        (responses.hamlets, responses.hamlet),
        (responses.sectors, responses.sector),
    )
    where = [names[codes[at]].code if codes[at] >= 0 else "" for names, codes in places]
    words = [array[at].as_py() or "" for array in responses.comments]
    return "\x1f".join((*said, *where, *words))


def fingerprint(nonce: str, said: str) -> str:
    """Return the SHA-256 of a nonce and of what was said, hexadecimal."""
    return hashlib.sha256(f"{nonce}\x1f{said}".encode("utf-8", "surrogatepass")).hexdigest()


def _places(source: Ints, submitted: npt.NDArray[np.datetime64]) -> Ints:
    """Return source and second as one number; unknown times of a source are one second."""
    seconds = (submitted - EPOCH).astype(np.int64)
    seconds = np.where(np.isnat(submitted), 0, np.clip(seconds, 1, (1 << SECONDS) - 1))
    places: Ints = (source << SECONDS) | seconds
    return places


def _counted(places: Ints) -> Ints:
    """Return each one's place among its equals: 0, 1, …"""
    counted = pd.Series(places).groupby(places, sort=False).cumcount()
    return np.array(counted, dtype=np.int64)


def _equal(places: Ints, several: Ints) -> Iterator[Ints]:
    """Yield the positions of those that share a place now, or have shared it once."""
    shared = pd.Series(places).duplicated(keep=False).to_numpy() | np.isin(places, several)
    rows = np.flatnonzero(shared)
    for _, group in pd.Series(rows).groupby(places[rows], sort=False):
        yield group.to_numpy(dtype=np.int64)


def _of(known: Sightings, held: Ints, rows: Ints, at: Ints) -> Ints:
    """Return the sightings that share these rows' source and second."""
    matched = at[rows]
    matched = matched[matched >= 0]
    if not len(matched):
        return matched
    first = matched[0]
    same = known.submitted == known.submitted[first]
    if np.isnat(known.submitted[first]):
        same = np.isnat(known.submitted)
    return np.flatnonzero(same & (held == held[first])).astype(np.int64)


def _told_apart(
    responses: Responses, known: Sightings, rows: Ints, at: Ints, ordinals: Ints, of: Ints
) -> None:
    """Give each of these rows the sighting that says the same; the rest in their order."""
    if not len(of) or len(rows) > LARGEST:
        return
    left = {int(which): (known.nonces[which], known.fingerprints[which]) for which in of}
    found: dict[int, int] = {}
    for row in rows.tolist():
        said = content(responses, row)
        for which, (nonce, stamp) in left.items():
            if fingerprint(nonce.decode(), said) == stamp.decode():
                found[row] = which
                del left[which]
                break
    others = iter(left)
    taken = set(known.ordinal[of].tolist())
    fresh = (n for n in range(len(rows) + len(of)) if n not in taken)
    for row in rows.tolist():
        at[row] = found.get(row, UNKNOWN)
        if at[row] < 0:
            at[row] = next(others, UNKNOWN)
        ordinals[row] = known.ordinal[at[row]] if at[row] >= 0 else next(fresh)
