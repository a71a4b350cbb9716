"""The lines of the journal: what happened to a case or a measure, and when a response was seen."""

import dataclasses
import datetime as dt
import enum
import secrets
from collections.abc import Mapping

CODE_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that is mistaken when read aloud
CODE_LENGTH = 10  # 31 ** 10 codes: a million of them collide once in 1,600 times


class EventKind(enum.StrEnum):
    """What somebody did; permanent, as stores hold them."""

    TAKEN_UP = "taken_up"
    CHANGED = "changed"
    CLOSED = "closed"
    REOPENED = "reopened"
    TAKEN_IN = "taken_in"  # an older response, into tracking, by hand
    HELD = "held"  # for leaders only
    RELEASED = "released"
    UNMASKED = "unmasked"  # somebody asked to see a comment as it was written
    EXPORTED = "exported"  # somebody took private rows along
    MEASURE = "measure"  # of a measure: recorded, or changed
    NOTIFIED = "notified"  # the office was sent a message; written down before it is sent
    REFUSED = "refused"  # the message that stands in `after` was not accepted: it does not count
    ERASED = "erased"  # texts deleted, under retention or by law
    EXPLAINED = "explained"  # of a finding of the evidence: what a leader says happened
    APPROVED = "approved"  # a comment, for showing to a room: what may be shown of it is the text
    WITHDRAWN = "withdrawn"  # from showing
    SHOWN = "shown"  # viewers saw this reading, so that their links may hold it


@dataclasses.dataclass(frozen=True)
class Event:
    """One thing that somebody did to one subject.

    `fields` are what it changed, by name, as short words of the office ("" empties a field);
    `texts` what was said in somebody's own words, which retention and legal deletion empty
    later: then a text is None, its name stays.
    """

    id: str  # random; the same event added twice is one event
    subject: str  # code of a case or a measure, "" the journal as a whole
    kind: EventKind
    at: dt.datetime  # UTC
    who: str  # e-mail of who did it; a role where nobody signs in; "" the app itself
    after: str = ""  # id of the subject's last event that this person had seen
    fields: Mapping[str, str] = dataclasses.field(default_factory=dict)
    texts: Mapping[str, str | None] = dataclasses.field(default_factory=dict)
    # as a store keeps it: what stands for it in the journal's chain, and whether a text is there
    # that is not the one that was kept
    leaf: str = dataclasses.field(default="", compare=False, repr=False)
    forged: bool = dataclasses.field(default=False, compare=False, repr=False)


@dataclasses.dataclass(frozen=True)
class Sighting:
    """A response's permanent code, given when it was first seen.

    A response is known by where and when it was submitted (design: identity), never by its
    row or what it says. `submitted` is the sheet's wall clock to the second, "" unknown.
    """

    code: str
    source: str
    submitted: str  # "2022-10-12T08:05:10"
    ordinal: int  # 0, 1, … among equal times, in the order of first sight
    seen_at: dt.datetime  # UTC
    nonce: str  # random; belongs to the fingerprint
    fingerprint: str  # SHA-256 of the nonce and what was answered, hexadecimal


def new_code() -> str:
    """Return a random permanent code for an address: short, of letters and digits."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def new_id() -> str:
    """Return a random id of an event."""
    return secrets.token_hex(16)
