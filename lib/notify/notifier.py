"""Tells the channels what is new or overdue, once, whatever other processes do meanwhile."""

import datetime as dt
import logging
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from lib.desk import Desk
from lib.errors import JournalError
from lib.followup.case_arrays import Cases
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.notify.apprise_channel import Channel
from lib.notify.channel_memory import ChannelMemory, channel_memories
from lib.notify.channel_message import ChannelMessage, compose_message
from lib.notify.channel_news import RECENT_SPAN, ChannelNews, has_waited, new_cases, reminds_overdue
from lib.settings import NotifyRules
from lib.survey.responses import Responses

_log = logging.getLogger(__name__)


class _Step(NamedTuple):
    """A line for the journal, and what is sent once it stands there; None takes a message back."""

    channel: int
    line: Event
    message: ChannelMessage | None


class Notifier:
    """What looks, at each look into the journal, whether somebody is to be told something."""

    def __init__(self, desk: Desk, settings: NotifyRules, channels: Sequence[Channel]) -> None:
        """Prepare; `channels` are those of the settings, in their order."""
        self._desk, self._settings, self._channels = desk, settings, channels
        self._unsent: set[str] = set()  # ids of our lines whose message was not accepted
        self._thread: threading.Thread | None = None

    def look(self, responses: Responses) -> threading.Thread | None:
        """Return the thread that sends, None where nothing is to be sent or one still sends.

        The journal's own thread must not wait for a mail server.
        """
        busy = self._thread is not None and self._thread.is_alive()
        if busy or self._desk.journal.trouble:
            return None
        steps = list(self._steps(responses))
        if not steps:
            return None
        self._thread = threading.Thread(
            target=self._take, args=(steps,), name="notify", daemon=True
        )
        self._thread.start()
        return self._thread

    def _steps(self, responses: Responses) -> Iterator[_Step]:
        cases, now, known = self._desk.cases(responses), self._desk.now(), self._memories()
        for channel in range(1, len(self._channels) + 1):
            memory = known[str(channel)]
            if memory.last_event in self._unsent:
                yield _Step(
                    channel, self._line(EventKind.REFUSED, channel, memory.last_event), None
                )
            elif memory.silent_until <= now and (news := self._news(cases, memory)):
                line = self._line(
                    EventKind.NOTIFIED, channel, memory.last_event, **self._fields(cases, news)
                )
                yield _Step(
                    channel, line, compose_message(responses, cases, news, self._settings.address)
                )

    def _news(self, cases: Cases, memory: ChannelMemory) -> ChannelNews | None:
        """Return what this channel is to be told now, if anything; what is due takes all along."""
        desk, today = self._desk, self._desk.today()
        local = desk.clock.local(desk.now())
        hour, day = self._settings.overdue_hour, today.isoformat()
        remind = memory.overdue_day != day and reminds_overdue(local, hour, desk.working)
        news = ChannelNews(new_cases(cases, memory, today), cases.overdue & remind)
        due = news.overdue.any() or has_waited(cases, news.new, desk.journal.sightings, desk.now())
        return news if due else None

    def _take(self, steps: Sequence[_Step]) -> None:
        try:
            for step in steps:
                self._tell(step)
        except JournalError:
            return  # the page says so; what was not sent is looked at again

    def _tell(self, step: _Step) -> None:
        channel, line, said = step
        if said:
            self._unsent.add(line.id)
        self._desk.journal.add([line], although_moved=True)
        if not said or self._memories()[str(channel)].last_event != line.id:
            return
        if self._channels[channel - 1].send(*said):
            self._unsent.discard(line.id)
            return
        _log.warning("channel %d of [notify] urls did not accept a message", channel)
        self._desk.journal.add(
            [self._line(EventKind.REFUSED, channel, line.id)], although_moved=True
        )

    def _memories(self) -> defaultdict[str, ChannelMemory]:
        since = self._desk.now() - RECENT_SPAN - dt.timedelta(days=1)
        return channel_memories(self._desk.journal.events, since)

    def _line(self, kind: EventKind, channel: int, after: str, **fields: str) -> Event:
        fields = {"channel": str(channel), **fields}
        return Event(new_id(), "", kind, self._desk.now(), "", after, fields)

    def _fields(self, cases: Cases, news: ChannelNews) -> dict[str, str]:
        codes = [cases.codes[at] for at in np.flatnonzero(news.new).tolist()]
        fields = {"new": str(len(codes)), "codes": " ".join(codes)} if codes else {}
        if late := int(news.overdue.sum()):
            fields |= {"overdue": str(late), "day": self._desk.today().isoformat()}
        return fields
