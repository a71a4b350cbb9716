"""The desk of the sample, with its invented work, the same at every start.

It has a journal and a clock of its own: whoever reaches it may try everything, and what they did is
forgotten at the next start.
"""

import random

from lib.desk import Desk
from lib.followup.case_arrays import CaseCandidates, day_number
from lib.followup.case_candidates import find_candidates
from lib.followup.response_codes import match_sightings, new_sightings
from lib.followup.working_days import WorkingDays
from lib.journal.journal_lines import CODE_ALPHABET, CODE_LENGTH
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from lib.office_clock import OfficeClock
from lib.sample.invented_work import (
    SAMPLE_CAUSES,
    SAMPLE_PERSONS,
    SAMPLE_SEED,
    SAMPLE_START,
    SAMPLE_TRACKED_SINCE,
    SampleResponse,
    invent_events,
)
from lib.settings import TrackingRules
from lib.survey.dissatisfied_answers import read_dissatisfied
from lib.survey.responses import Responses


def sample_desk(responses: Responses, clock: OfficeClock) -> Desk:
    """Return the sample's desk, with what was done about its newest dissatisfied responses."""
    tracking = TrackingRules(
        since=SAMPLE_TRACKED_SINCE, persons=SAMPLE_PERSONS, causes=SAMPLE_CAUSES
    )
    journal = Journal(SqlStore.memory())
    _invent(journal, responses)
    return Desk(journal, tracking, WorkingDays(), clock)


def _invent(journal: Journal, responses: Responses) -> None:
    dice = random.Random(SAMPLE_SEED)

    def code() -> str:
        return "".join(dice.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))

    seen = match_sightings(responses, journal.sightings)
    nonces = (f"{dice.getrandbits(128):032x}" for _ in seen.new)
    journal.register(list(new_sightings(responses, seen, SAMPLE_START, code, lambda: next(nonces))))
    known = journal.sightings
    candidates = find_candidates(responses, known, match_sightings(responses, known).at)
    since = day_number(SAMPLE_TRACKED_SINCE)
    tracked = [at for at, day in enumerate(candidates.submitted.tolist()) if day >= since]
    sample = [_as_sample(responses, candidates, at) for at in reversed(tracked)]
    journal.add(invent_events(sample, (code(), code())), although_moved=True)


def _as_sample(responses: Responses, candidates: CaseCandidates, at: int) -> SampleResponse:
    (answered,) = read_dissatisfied(responses, candidates.positions[at : at + 1])
    day, question = answered.day or SAMPLE_TRACKED_SINCE, answered.answers[0][0].id
    return SampleResponse(candidates.codes[at], day, answered.sector, question)
