"""Which responses are cases: the dissatisfied ones, with their codes and days.

What counts is how an answer counted on the day it came. What became dissatisfied by a better
understanding or a confirmation is listed and not tracked; what was tracked stays so until
somebody states that the answer is no dissatisfaction.
"""

import functools

import numpy as np
import numpy.typing as npt

from lib.followup.case_arrays import CaseCandidates, day_number
from lib.followup.denunciation_hints import hints_denunciation
from lib.followup.response_codes import SightingPositions
from lib.journal.sighting_arrays import SightingArrays
from lib.office_clock import OfficeClock, office_days
from lib.survey.dissatisfied_answers import (
    ResponseFlags,
    ResponsePositions,
    dissatisfied_rows,
    newest_first,
    response_comment,
)
from lib.survey.responses import Responses

_NEVER = np.iinfo(np.int64).min


def find_candidates(
    responses: Responses, known: SightingArrays, which: SightingPositions
) -> CaseCandidates:
    """Return the dissatisfied ones; `which` gives for each response its place in `known`."""
    counted = _counted_at_arrival(responses, known, which)
    now = dissatisfied_rows(responses)
    positions = newest_first(responses, now | counted)
    at = which[positions]
    seen = known.seen_at[at]
    times = responses.submitted[positions]
    submitted = np.where(np.isnat(times), _NEVER, times.astype("datetime64[D]").astype(np.int64))
    late = seen > _begun(known)[known.source[at]]
    only_now = _read_only_now(responses, positions, seen, submitted)

    @functools.cache
    def speaks(place: int) -> bool:
        return hints_denunciation(response_comment(responses, int(positions[place])))

    return CaseCandidates(
        positions=positions,
        codes=tuple(known.code(which) for which in at.tolist()),
        submitted=submitted,
        received=np.where(late | (submitted == _NEVER), office_days(seen), submitted),
        late=late,
        counted=counted[positions] & ~only_now,
        settled=(counted & ~now & _stated_otherwise(responses))[positions],
        hints=speaks,
    )


def _counted_at_arrival(
    responses: Responses, known: SightingArrays, which: SightingPositions
) -> ResponseFlags:
    """Return which responses were dissatisfied by how answers counted when they were first seen."""
    changed = {past.question.id for past in responses.past}
    steady = tuple(q.id for q in responses.form.rated if q.id not in changed)
    counted = dissatisfied_rows(responses, steady) if steady else np.zeros(responses.n, np.bool_)
    if responses.past:
        seen = np.append(known.seen_at, np.datetime64("NaT"))[which]
        for past in responses.past:
            counted |= past.dissatisfied & (seen >= past.since) & (seen < past.until)
    return counted


def _read_only_now(
    responses: Responses,
    positions: ResponsePositions,
    seen: npt.NDArray[np.datetime64],
    submitted: npt.NDArray[np.int64],
) -> npt.NDArray[np.bool_]:
    """Return which came by another way of reading their sheet, and long after they were submitted.

    One without a time came so if it was first seen together with the others.
    """
    found = np.zeros(len(positions), dtype=np.bool_)
    for at, sheet in enumerate(responses.sheets):
        if sheet.reread_at is None:
            continue
        since = np.datetime64(sheet.reread_at.replace(tzinfo=None), "s")
        own = (responses.sheet[positions] == at) & (seen >= since)
        day = day_number(OfficeClock.local(sheet.reread_at).date())
        first = seen[own].min(initial=np.datetime64("9999-01-01", "s"))
        found |= own & np.where(submitted == _NEVER, seen == first, submitted < day)
    return found


def _stated_otherwise(responses: Responses) -> ResponseFlags:
    """Return which responses nobody may call dissatisfied any more: somebody stated it.

    While one of its questions is to be confirmed, or is only understood otherwise, a case stays.
    """
    stated = {past.question.id for past in responses.past if past.is_present and past.stated}
    waits = np.zeros(responses.n, dtype=np.bool_)
    for past in responses.past:
        if past.question.id not in stated:
            waits |= past.dissatisfied
    return ~waits


def _begun(known: SightingArrays) -> npt.NDArray[np.datetime64]:
    """Return when each source was read first: what it held then is old, whenever it was added."""
    begun = np.full(len(known.sources), np.datetime64("9999-01-01", "s"))
    np.minimum.at(begun, known.source, known.seen_at)
    return begun
