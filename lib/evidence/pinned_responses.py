"""The responses of readings that links are pinned to, made once for everybody who opens them."""

import threading
from collections.abc import Callable, Sequence

from lib.evidence.survey_evidence import Evidence
from lib.source_table import SourceTable
from lib.survey.responses import Responses

MOST_PINS = 4  # readings; one of 100,000 responses takes some 20 MB


class PinnedResponses:
    """The readings opened last; what was erased meanwhile is let go of."""

    def __init__(
        self, evidence: Evidence, make: Callable[[Sequence[SourceTable]], Responses]
    ) -> None:
        """Prepare; `make` makes responses of tables as the survey is described now."""
        self._evidence, self._make = evidence, make
        self._lock = threading.Lock()
        self._erasures = 0
        self._made: dict[object, Responses] = {}

    def responses(self, number: int, *, original: bool, made_by: object) -> Responses:
        """Return the responses of a reading, raising as Evidence.tables_at does.

        `made_by` is the newest snapshot's: it differs whenever the survey is described anew.
        """
        with self._lock:
            if self._erasures != self._evidence.erasures:
                self._erasures = self._evidence.erasures
                self._made.clear()
            key = number, original, made_by
            made = self._made.pop(key, None)
            if made is None:
                made = self._make(self._evidence.tables_at(number, original=original))
            self._made[key] = made  # the newest last
            while len(self._made) > MOST_PINS:
                del self._made[next(iter(self._made))]
            return made
