"""The ledger of a store, as this process has read it: kept up with others, held to its heads."""

import datetime as dt
from collections.abc import Callable, Mapping

from lib.errors import JournalError
from lib.evidence.confirmed_answers import complete_state
from lib.evidence.ledger import Ledger
from lib.evidence.ledger_state import LedgerState
from lib.evidence.reading_seal import seal_contents
from lib.evidence.remembered_head import RememberedHead
from lib.journal.sealed_reading import SealedReading
from lib.journal.shared_journal import Journal
from lib.wording import gettext

SMALL_LEDGER = 10_000  # lines; so short a ledger is held against its heads at every reading
_TRIES = 10  # of sealing, where another process is first


class StoredLedger:
    """Every method but `ledger` and `known` is called by one thread at a time."""

    def __init__(
        self, journal: Journal, remembered: RememberedHead, clock: Callable[[], dt.datetime]
    ) -> None:
        """Prepare, reading nothing."""
        self._journal, self._remembered, self._clock = journal, remembered, clock
        self._ledger: Ledger | None = None
        self._generation = 0

    @property
    def ledger(self) -> Ledger:
        """The ledger as it was read last; until then an empty one."""
        return self._ledger or Ledger()

    @property
    def known(self) -> bool:
        """Whether the ledger was read."""
        return self._ledger is not None

    @property
    def is_of_now(self) -> bool:
        """Whether nothing was erased by another process since it was read."""
        return self._generation == self._journal.generation

    def catch_up(self) -> None:
        """Take in what others sealed; a short ledger, or where something was erased, anew."""
        short = self.ledger.tree.size <= SMALL_LEDGER
        if self._ledger is None or short or not self.is_of_now:
            self.renew()
        elif new := self._journal.store.sealed(self._ledger.state.number):
            self._ledger = self._ledger.grown(new)
            self._journal.tell()

    def renew(self) -> None:
        """Take in everything anew, held against its heads; what is still known stays so."""
        generation, before = self._journal.generation, self._ledger
        ledger = Ledger().grown(self._journal.store.sealed())
        head = self._remembered.contradicts(ledger)
        if head and not ledger.violations:
            ledger.violations.append(str(head))
        ledger.state = complete_state(ledger.state, before.state if before else LedgerState())
        self._ledger, self._generation = ledger, generation
        if before and before.head != ledger.head:
            self._journal.tell()

    def seal(self, new: SealedReading) -> bool:
        """Keep the next reading; False where another process was first."""
        if not self._journal.store.seal(new):
            return False
        self._ledger = self.ledger.grown([new])
        self._remembered.remember(self._ledger.head)
        self._journal.tell()
        return True

    def seal_earlier_contents(self) -> None:
        """Seal, as it stands, what earlier versions left without a line."""
        if numbers := {*self.ledger.unsealed_contents}:
            readings = self._journal.store.sealed()
            self._seal_contents({r.number: r.contents for r in readings if r.number in numbers})

    def rewrite(self, packed: Mapping[int, bytes]) -> None:
        """Put these contents in the place of the readings' own, once lines stand for them."""
        self._seal_contents(packed)
        self._journal.store.rewrite(packed)
        self.renew()

    def _seal_contents(self, packed: Mapping[int, bytes]) -> None:
        for _ in range(_TRIES):
            number = self.ledger.state.number + 1
            if self.seal(seal_contents(number, self.ledger.tree, packed, self._clock())):
                return
            self.catch_up()
        raise JournalError(title=gettext("The log of verification"))
