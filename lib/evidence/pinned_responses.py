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
        self._lock, self._making = threading.Lock(), threading.Lock()
        self._erasures = 0
        self._made: dict[object, Responses] = {}

    def responses(self, number: int, *, original: bool, made_by: object) -> Responses:
        """Return the responses of a reading, raising as Evidence.tables_at does.

        `made_by` is the newest snapshot's: it differs whenever the survey is described anew.
        """
        key = number, original, made_by
        made = self._kept(key)
        if made is not None:
            return made
        with self._making:  # the store may be slow: who opens what is kept does not wait for it
            made = self._kept(key)
            if made is None:
                erasures = self._evidence.erasures
                made = self._make(self._evidence.tables_at(number, original=original))
                self._keep(key, made, erasures)
            return made

    def _kept(self, key: object) -> Responses | None:
        with self._lock:
            if self._erasures != self._evidence.erasures:
                self._erasures = self._evidence.erasures
                self._made.clear()
            made = self._made.pop(key, None)
            if made is not None:
                self._made[key] = made  # the newest last
            return made

    def _keep(self, key: object, made: Responses, erasures: int) -> None:
        """Keep what was made, unless something was erased meanwhile, which it may still say."""
        with self._lock:
            if self._erasures == erasures == self._evidence.erasures:
                self._made[key] = made
            while len(self._made) > MOST_PINS:
                del self._made[next(iter(self._made))]
