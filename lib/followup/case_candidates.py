"""Which responses are cases: the dissatisfied ones, with their codes and days."""

import functools

import numpy as np
import numpy.typing as npt

from lib.followup.case_arrays import CaseCandidates
from lib.followup.denunciation_hints import hints_denunciation
from lib.followup.response_codes import SightingPositions
from lib.journal.sighting_arrays import SightingArrays
from lib.office_clock import office_days
from lib.survey.dissatisfied_answers import dissatisfied_positions, response_comment
from lib.survey.responses import Responses
from lib.survey.selection import Selection, chosen_rows

_NEVER = np.iinfo(np.int64).min


def find_candidates(
    responses: Responses, known: SightingArrays, which: SightingPositions
) -> CaseCandidates:
    """Return the dissatisfied ones; `which` gives for each response its place in `known`."""
    everything = chosen_rows(responses, Selection())
    positions = dissatisfied_positions(responses, everything)
    at = which[positions]
    seen = known.seen_at[at]
    times = responses.submitted[positions]
    submitted = np.where(np.isnat(times), _NEVER, times.astype("datetime64[D]").astype(np.int64))
    late = seen > _begun(known)[known.source[at]]

    @functools.cache
    def speaks(place: int) -> bool:
        return hints_denunciation(response_comment(responses, int(positions[place])))

    return CaseCandidates(
        positions=positions,
        codes=tuple(known.code(which) for which in at.tolist()),
        submitted=submitted,
        received=np.where(late | (submitted == _NEVER), office_days(seen), submitted),
        late=late,
        hints=speaks,
    )


def _begun(known: SightingArrays) -> npt.NDArray[np.datetime64]:
    """Return when each source was read first: what it held then is old, whenever it was added."""
    begun = np.full(len(known.sources), np.datetime64("9999-01-01", "s"))
    np.minimum.at(begun, known.source, known.seen_at)
    return begun
