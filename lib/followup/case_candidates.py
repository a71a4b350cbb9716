"""Which responses are cases: the dissatisfied ones, with their codes and days.

What counts is how an answer counted on the day it came. What became dissatisfied by a better
understanding or a confirmation is listed and not tracked; what was tracked stays so until
somebody states that the answer is no dissatisfaction.
"""

import functools

import numpy as np
import numpy.typing as npt

from lib.followup.case_arrays import CaseCandidates, day_number
from lib.followup.response_codes import SightingPositions
from lib.journal.sighting_arrays import SightingArrays
from lib.office_clock import OfficeClock, office_days
from lib.survey.dissatisfied_answers import (
    ResponseFlags,
    dissatisfied_rows,
    newest_first,
    response_comment,
)
from lib.survey.model.denunciation_hints import hints_denunciation
from lib.survey.responses import Responses

_NEVER = np.iinfo(np.int64).min
_NO_MOMENT = np.datetime64("9999-01-01", "s")


def find_candidates(
    responses: Responses, known: SightingArrays, which: SightingPositions
) -> CaseCandidates:
    """Return the dissatisfied ones; `which` gives for each response its place in `known`."""
    counted = _counted_at_arrival(responses, known, which)
    now = dissatisfied_rows(responses)
    positions = newest_first(responses, now | counted)
    at = which[positions]
    seen = known.seen_at[at]
    submitted = _submission_days(responses)[positions]
    late = seen > _begun(known)[known.source[at]]
    only_now = _read_only_now(responses, known, which)[positions]

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
        seen = _first_seen(known, which)
        for past in responses.past:
            counted |= past.dissatisfied & (seen >= past.since) & (seen < past.until)
    return counted


def _read_only_now(
    responses: Responses, known: SightingArrays, which: SightingPositions
) -> ResponseFlags:
    """Return which came by another way of reading their sheet: all at once, and submitted before.

    One without a time came so if it was first seen together with such.
    """
    found = np.zeros(responses.n, dtype=np.bool_)
    if all(sheet.reread_at is None for sheet in responses.sheets):
        return found
    seen, submitted = _first_seen(known, which), _submission_days(responses)
    for at, sheet in enumerate(responses.sheets):
        if sheet.reread_at is None:
            continue
        since = np.datetime64(sheet.reread_at.replace(tzinfo=None), "s")
        own = (responses.sheet == at) & (seen >= since)
        old = submitted < day_number(OfficeClock.local(sheet.reread_at).date())
        dated = own & old & (submitted != _NEVER)
        found |= own & old & (seen == seen[dated].min(initial=_NO_MOMENT))
    return found


def _first_seen(known: SightingArrays, which: SightingPositions) -> npt.NDArray[np.datetime64]:
    """Return when each response was first seen, NaT where it has no code yet."""
    seen: npt.NDArray[np.datetime64] = np.append(known.seen_at, np.datetime64("NaT"))[which]
    return seen


def _submission_days(responses: Responses) -> npt.NDArray[np.int64]:
    """Return the day of each response as a number, the smallest of all where it is not known."""
    times = responses.submitted
    return np.where(np.isnat(times), _NEVER, times.astype("datetime64[D]").astype(np.int64))


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
    begun = np.full(len(known.sources), _NO_MOMENT)
    np.minimum.at(begun, known.source, known.seen_at)
    return begun
