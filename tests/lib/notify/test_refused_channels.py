"""Which channels the page names as not accepting their messages, as the journal grows."""

from lib.journal.journal_lines import Event
from lib.journal.shared_journal import Journal
from lib.journal.sql_store import SqlStore
from lib.notify.refused_channels import RefusedChannels
from tests.lib.notify.test_channel_memory import refused, sent


class CountedEvents(list[Event]):
    """Events that count how many of them were looked at."""

    looked_at = 0

    def __getitem__(self, at):
        found = super().__getitem__(at)
        self.looked_at += len(found) if isinstance(at, slice) else 1
        return found

    def __iter__(self):
        self.looked_at += len(self)
        return super().__iter__()


def test_a_channel_is_named_from_its_refusal_to_its_next_message():
    journal = Journal(SqlStore.memory())
    channels = RefusedChannels(journal)
    first = sent()
    back = refused(first)
    journal.add([first], although_moved=True)
    assert channels.numbers(1) == []
    journal.add([back], although_moved=True)
    assert channels.numbers(1) == ["1"]
    journal.add([sent(back.id)], although_moved=True)
    assert channels.numbers(1) == []


def test_each_event_is_looked_at_once_however_often_the_page_is_drawn():
    journal = Journal(SqlStore.memory())
    line = sent()
    journal.events = CountedEvents([line, refused(line), *(sent(channel=2) for _ in range(50))])
    channels = RefusedChannels(journal)
    assert [channels.numbers(2) for _ in range(9)] == [["1"]] * 9
    assert journal.events.looked_at == 52


def test_after_texts_were_erased_all_is_added_up_anew():
    journal = Journal(SqlStore.memory())
    channels = RefusedChannels(journal)
    line = sent()
    journal.events = [line, refused(line)]
    assert channels.numbers(1) == ["1"]
    journal.events, journal.generation = [line], 1
    assert channels.numbers(1) == []
