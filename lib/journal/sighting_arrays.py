"""Every response ever seen and its code, in arrays: 100,000 of them are no Python objects."""

import dataclasses
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from lib.journal.journal_lines import Sighting


@dataclasses.dataclass(frozen=True, eq=False)
class SightingArrays:
    """n sightings in the order of first sight; arrays of length n."""

    sources: tuple[str, ...] = ()
    source: npt.NDArray[np.int16] = dataclasses.field(default_factory=lambda: np.zeros(0, np.int16))
    submitted: npt.NDArray[np.datetime64] = dataclasses.field(  # datetime64[s]; NaT unknown
        default_factory=lambda: np.zeros(0, "datetime64[s]")
    )
    ordinal: npt.NDArray[np.int64] = dataclasses.field(
        default_factory=lambda: np.zeros(0, np.int64)
    )
    seen_at: npt.NDArray[np.datetime64] = dataclasses.field(  # datetime64[s], UTC
        default_factory=lambda: np.zeros(0, "datetime64[s]")
    )
    codes: npt.NDArray[np.bytes_] = dataclasses.field(default_factory=lambda: np.zeros(0, "S10"))
    nonces: npt.NDArray[np.bytes_] = dataclasses.field(default_factory=lambda: np.zeros(0, "S32"))
    fingerprints: npt.NDArray[np.bytes_] = dataclasses.field(
        default_factory=lambda: np.zeros(0, "S64")
    )

    @property
    def n(self) -> int:
        """The number of responses ever seen."""
        return len(self.codes)

    def code(self, at: int) -> str:
        """Return the code of one sighting."""
        return str(self.codes[at].decode())

    def more(self, sightings: Sequence[Sighting]) -> "SightingArrays":
        """Return these and the further ones."""
        if not sightings:
            return self
        sources = tuple(dict.fromkeys([*self.sources, *(s.source for s in sightings)]))
        index = {name: at for at, name in enumerate(sources)}
        return SightingArrays(
            sources=sources,
            source=_joined(self.source, (index[s.source] for s in sightings)),
            submitted=_joined(self.submitted, (s.submitted or "NaT" for s in sightings)),
            ordinal=_joined(self.ordinal, (s.ordinal for s in sightings)),
            seen_at=_joined(self.seen_at, (s.seen_at.replace(tzinfo=None) for s in sightings)),
            codes=_joined(self.codes, (s.code for s in sightings)),
            nonces=_joined(self.nonces, (s.nonce for s in sightings)),
            fingerprints=_joined(self.fingerprints, (s.fingerprint for s in sightings)),
        )


def _joined(before: npt.NDArray, new: Iterable[object]) -> npt.NDArray:  # type: ignore[type-arg]
    return np.concatenate([before, np.array(list(new), dtype=before.dtype)])
