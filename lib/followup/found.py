"""Which responses are cases: the dissatisfied ones, with their codes and days."""

import functools

import numpy as np
import numpy.typing as npt

from lib.followup.cases import Found
from lib.followup.held import hints
from lib.followup.sighted import Ints
from lib.journal.sightings import Sightings
from lib.office_clock import office_days
from lib.survey import dissatisfied
from lib.survey.filters import Selection, chosen
from lib.survey.responses import Responses

NEVER = np.iinfo(np.int64).min


def found(responses: Responses, known: Sightings, which: Ints) -> Found:
    """Return the dissatisfied ones; `which` gives for each response its place in `known`."""
    everything = chosen(responses, Selection())
    positions = dissatisfied.found(responses, everything)
    at = which[positions]
    seen = known.seen_at[at]
    times = responses.submitted[positions]
    submitted = np.where(np.isnat(times), NEVER, times.astype("datetime64[D]").astype(np.int64))
    late = seen > _begun(known)[known.source[at]]

    @functools.cache
    def speaks(place: int) -> bool:
        return hints(dissatisfied.comment(responses, int(positions[place])))

    return Found(
        positions=positions,
        codes=tuple(known.code(which) for which in at.tolist()),
        submitted=submitted,
        received=np.where(late | (submitted == NEVER), office_days(seen), submitted),
        late=late,
        hints=speaks,
    )


def _begun(known: Sightings) -> npt.NDArray[np.datetime64]:
    """Return when each source was read first: what it held then is old, whenever it was added."""
    begun = np.full(len(known.sources), np.datetime64("9999-01-01", "s"))
    np.minimum.at(begun, known.source, known.seen_at)
    return begun
