"""What a store keeps of an event and of a sighting: cells by name, nothing but text and numbers."""

import datetime as dt
import hashlib
import json
import logging
import secrets
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from lib.journal.journal_lines import Event, EventKind, Sighting

# an event as the journal's chain holds it (its leaf is the SHA-256): a permanent format, in which
# texts stand as their hashes, so that erasing one changes nothing
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_log = logging.getLogger(__name__)


class StoredCells(Protocol):
    """Cells by name, whatever holds them."""

    def __getitem__(self, name: str, /) -> Any:  # noqa: ANN401
        """Return one."""


class NoncedText(NamedTuple):
    """What somebody said and the random nonce that goes with it; both are erased together."""

    nonce: str
    text: str

    @property
    def hash(self) -> str:
        """The SHA-256 that stays, hexadecimal."""
        return hashlib.sha256((self.nonce + self.text).encode()).hexdigest()


def nonced_texts(event: Event) -> dict[str, NoncedText]:
    """Return the event's texts by name, those that are there, each with a fresh nonce."""
    said = ((name, text) for name, text in event.texts.items() if text is not None)
    return {name: NoncedText(secrets.token_hex(16), text) for name, text in said}


def event_cells(event: Event, said: Mapping[str, NoncedText]) -> dict[str, str]:
    """Return the cells of an event; of its texts only their hashes."""
    return {
        "id": event.id,
        "subject": event.subject,
        "kind": str(event.kind),
        "at": event.at.isoformat(),
        "who": event.who,
        "after": event.after,
        "fields": json.dumps(dict(event.fields), ensure_ascii=False),
        "hashes": json.dumps({name: text.hash for name, text in said.items()}),
    }


def event_from_cells(kept: StoredCells, said: Mapping[str, NoncedText]) -> Event:
    """Return the event of these cells; a text that is not there any more is None.

    Raises ValueError or TypeError where they are those of no event.
    """
    hashes: dict[str, str] = dict(json.loads(kept["hashes"]))
    fields: dict[str, str] = dict(json.loads(kept["fields"]))
    if not all(isinstance(value, str) for value in fields.values()):
        raise TypeError("a field of an event is a word")
    at = dt.datetime.fromisoformat(kept["at"]).astimezone(dt.UTC)
    sealed = {name: kept[name] for name in ("id", "subject", "kind", "who", "after")}
    sealed |= {"at": at.isoformat(), "fields": fields, "hashes": hashes}
    return Event(
        id=kept["id"],
        subject=kept["subject"],
        kind=EventKind(kept["kind"]),
        at=at,
        who=kept["who"],
        after=kept["after"],
        fields=fields,
        texts={name: said[name].text if name in said else None for name in hashes},
        leaf=hashlib.sha256(_CANONICAL(sealed).encode()).hexdigest(),
        forged=any(text.hash != hashes.get(name) for name, text in said.items()),
    )


def readable_events(
    rows: Iterable[tuple[StoredCells, Mapping[str, NoncedText]]],
) -> Iterator[Event]:
    """Yield the events of these cells and texts, none of what a hand made unreadable."""
    for kept, said in rows:
        try:
            yield event_from_cells(kept, said)
        except (ValueError, TypeError):
            _log.warning("a row of the journal is no event; its chain tells of it")


def sighting_cells(sighting: Sighting) -> dict[str, str | int]:
    """Return the cells of a sighting."""
    return {
        "code": sighting.code,
        "source": sighting.source,
        "submitted": sighting.submitted,
        "ordinal": sighting.ordinal,
        "seen_at": sighting.seen_at.isoformat(),
        "nonce": sighting.nonce,
        "fingerprint": sighting.fingerprint,
    }


def sighting_from_cells(kept: StoredCells) -> Sighting:
    """Return the sighting of these cells."""
    return Sighting(
        code=kept["code"],
        source=kept["source"],
        submitted=kept["submitted"],
        ordinal=int(kept["ordinal"]),
        seen_at=dt.datetime.fromisoformat(kept["seen_at"]),
        nonce=kept["nonce"],
        fingerprint=kept["fingerprint"],
    )
