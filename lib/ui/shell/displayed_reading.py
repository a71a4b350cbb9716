"""Which responses an address shows: the newest, those of the reading that it is pinned to (`luc`),
or each as it had first been received by then (`ban=goc`)."""

import dataclasses
import datetime as dt

from lib.errors import LinkError
from lib.evidence.ledger_finding import LedgerReading
from lib.roles import Role
from lib.sources.snapshot import Snapshot
from lib.survey.responses import Responses
from lib.survey.selection import Selection
from lib.ui.shell.address import current_address, link_query
from lib.ui.shell.address_reader import AddressReader
from lib.ui.shell.process import the_desk, the_feed, the_office, the_pins
from lib.ui.shell.survey_view import SurveyView, ViewHint
from lib.wording import Phrase, format_day, gettext, mark

FIRST_RECEIVED = "goc"


@dataclasses.dataclass(frozen=True)
class DisplayedReading:
    """What every page of an address draws; of one that asks for what cannot be shown, why."""

    responses: Responses
    read_at: dt.datetime  # UTC
    newest: Snapshot[Responses]
    pin: LedgerReading | None = None
    original: bool = False
    refused: SurveyView | None = None

    @property
    def live(self) -> bool:
        """Whether this is what was read last, as it was read."""
        return self.pin is None and not self.original

    @property
    def today(self) -> dt.date:
        """The office's day on which the sources last answered; of a pin that of its reading."""
        if self.pin:
            return the_office().local(self.read_at).date()
        checked = the_feed().checked_at
        if the_office().sample or checked is None:
            return the_desk().today()
        return the_office().local(checked).date()

    def reading(self, role: Role) -> LedgerReading | None:
        """Return the reading whose head stands for what is shown; None while there is none."""
        by_viewers = role is Role.VIEWER
        return self.pin or the_desk().evidence.reading(self.read_at, seen_only=by_viewers)


def displayed_reading(newest: Snapshot[Responses], role: Role) -> DisplayedReading:
    """Return what the address shows to this role; raises JournalError."""
    asked = AddressReader(current_address())
    original = asked.single("ban", {FIRST_RECEIVED: True}) or False
    code = (asked.values("luc") or [""])[-1].strip().lower()
    if asked.unknown:
        return _refused(newest, "ban", asked.problems[0])
    if original and role is Role.VIEWER:
        return _refused(newest, "ban", _whose())
    if not code and not original:
        return newest_displayed(newest)
    the_desk().evidence.ready()
    return _pinned(newest, code, role, original=original) if code else _original(newest)


def newest_displayed(newest: Snapshot[Responses]) -> DisplayedReading:
    """Return what was read last."""
    return DisplayedReading(newest.made, newest.read_at, newest)


def _pinned(
    newest: Snapshot[Responses], code: str, role: Role, *, original: bool
) -> DisplayedReading:
    pin = the_desk().evidence.find(code)
    if pin is None:
        return _refused(newest, "luc", _unknown(code))
    if role is Role.VIEWER and not pin.seen_by_viewers:
        return _never_shown(newest, pin)
    try:
        made = _made(newest, pin, original=original)
    except LinkError as error:
        return _refused(newest, "luc", _gone(error, role))
    return DisplayedReading(made, pin.read_at, newest, pin, original)


def _original(newest: Snapshot[Responses]) -> DisplayedReading:
    reading = the_desk().evidence.reading(newest.read_at)
    if reading is None:
        return _refused(newest, "ban", gettext("The log of verification holds no update yet."))
    try:
        made = _made(newest, reading, original=True)
    except LinkError as error:
        return _refused(newest, "ban", _gone(error, Role.STAFF))
    return DisplayedReading(made, newest.read_at, newest, original=True)


def _made(newest: Snapshot[Responses], reading: LedgerReading, *, original: bool) -> Responses:
    pins = the_pins()
    return pins.responses(reading.number, original=original, made_by=newest.made_by)


def _never_shown(newest: Snapshot[Responses], pin: LedgerReading) -> DisplayedReading:
    """Lead a viewer from a reading between two steps to the step before it."""
    words = gettext("Viewers, who see totals only, were never shown this update.")
    refused = _refused(newest, "luc", words)
    before = the_desk().evidence.reading(pin.read_at, seen_only=True)
    if before is None or refused.refused is None:
        return refused
    way = gettext(
        "The last one before it is of {day}.", day=format_day(the_office().local(before.read_at))
    )
    hint = ViewHint(way, link_query(luc=[before.code]))
    return dataclasses.replace(refused, refused=dataclasses.replace(refused.refused, hints=(hint,)))


def _refused(newest: Snapshot[Responses], name: str, why: str) -> DisplayedReading:
    view = SurveyView(Selection(), problems=(why,), unknown=frozenset({name}))
    return dataclasses.replace(newest_displayed(newest), refused=view)


def _unknown(code: str) -> str:
    return gettext(
        "The log of verification here does not hold the update of this link ({code}): "
        "the link comes from another log, or an older copy of this one was put in its "
        "place.",
        code=code[:40],
    )


def _gone(error: LinkError, role: Role) -> str:
    """Say what is not kept any more; of how many responses is not for viewers."""
    part = Phrase(
        mark("part of what was answered then was deleted for good, being too old or by request")
    )
    why = part if role is Role.VIEWER else error.fields["values"]
    return gettext("These figures cannot be shown any more: {why}.", why=why)


def _whose() -> str:
    return gettext(
        "What was first received and altered later is shown only to those who may read single "
        "responses: beside the figures of now it would tell of few people."
    )
