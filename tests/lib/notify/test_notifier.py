"""What arrives at a real mail server, through the real Apprise, and how often."""

import datetime as dt
import itertools
import logging
import random
from collections.abc import Sequence

import pytest

from lib.errors import JournalError
from lib.journal.journal_lines import Event, EventKind, new_id
from lib.journal.sql_store import SqlStore
from lib.notify.refused_channels import RefusedChannels
from tests.lib.notify.post import COMMENT, HELD, MONDAY, NEW, OTHER, Office, read


def did(office: Office, kind: EventKind, code: str, **fields: str) -> None:
    office.desk.add([Event(new_id(), code, kind, office.now, "canbo@xa.vn", "", fields)])


def test_a_new_response_is_told_once_with_the_link_to_the_page(post, file):
    office = Office(file, post.url())
    office.look(read(NEW))
    for _ in range(5):
        office.look(read(NEW), minutes=6)
    assert post.titles == ["1 ý kiến chưa hài lòng mới"]
    assert "xã Sông Ray 1" in post.texts[0]
    assert "https://khaosat.example.gov.vn/can_xu_ly" in post.texts[0]
    assert post.letters[0]["X-To"] == "chutich@example.gov.vn"


def test_nothing_of_what_somebody_wrote_or_is_called_stands_in_it(post, file):
    office = Office(file, post.url())
    office.look(made := read(NEW))
    office.look(made, minutes=6)
    del post.letters[0]["Date"]  # of the post itself: some minute of every day reads like a time
    whole = str(post.letters[0]) + post.texts[0] + post.titles[0]
    code = office.desk.cases(made).codes[0]
    forbidden = (*COMMENT.split(), "Hoa", "Không hài lòng", "07:30", code)
    assert [word for word in forbidden if word in whole] == []


def test_without_addresses_nobody_is_told_and_nothing_is_noted(post, file):
    office = Office(file)
    office.look(read(NEW))
    office.look(read(NEW), minutes=6)
    assert post.letters == []
    assert office.desk.journal.events == []


def test_several_within_some_minutes_make_one_message(post, file):
    office = Office(file, post.url())
    office.look(read(NEW))
    office.look(read(NEW, OTHER), minutes=3)
    assert post.letters == []
    office.look(read(NEW, OTHER), minutes=3)
    assert post.titles == ["2 ý kiến chưa hài lòng mới"]
    assert "xã Xuân Đông 1" in post.texts[0]


def test_a_held_case_is_told_as_any_other(post, file):
    office = Office(file, post.url())
    office.look(made := read(NEW, HELD))
    assert office.desk.cases(made).restricted.any()
    office.look(made, minutes=6)
    plain = Office(file.with_name("other.db"), post.url())
    plain.look(read(NEW, OTHER))
    plain.look(read(NEW, OTHER), minutes=6)
    assert post.titles[0] == post.titles[1]
    assert post.texts[0] == post.texts[1]


def test_what_was_told_is_not_told_again_after_a_restart_and_what_is_new_is(post, file):
    first = Office(file, post.url())
    first.look(read(NEW))
    first.look(read(NEW), minutes=6)
    again = Office(file, post.url(), now=first.now)
    again.look(read(NEW, OTHER))
    again.look(read(NEW, OTHER), minutes=6)
    assert post.titles == ["1 ý kiến chưa hài lòng mới"] * 2
    assert "xã Xuân Đông 1" in post.texts[1]
    assert "xã Sông Ray" not in post.texts[1]


def test_what_staff_took_up_meanwhile_or_is_older_than_a_week_is_no_news(post, file):
    evening = MONDAY + dt.timedelta(hours=10)  # when overdue ones are not told
    office = Office(file, post.url(), now=evening)
    old = "20/10/2026 08:00:00,Không hài lòng,Xã Sông Ray,,"
    office.look(made := read(NEW, old))
    cases = office.desk.cases(made)
    did(office, EventKind.TAKEN_UP, cases.codes[int(cases.received.argmax())])
    office.look(made, hours=1)
    assert post.letters == []


def test_what_is_not_tracked_is_not_told(post, file):
    office = Office(file, post.url(), since=dt.date(2026, 11, 2))
    yesterday = "01/11/2026 08:00:00,Không hài lòng,Xã Sông Ray,,"
    office.look(made := read(yesterday))
    office.look(made, minutes=6)
    assert post.letters == []


def test_two_processes_on_one_journal_tell_once(post, stores):
    offices = [Office(stores(), post.url()) for _ in range(2)]
    for office in offices:
        office.look(read(NEW))
        office.now += dt.timedelta(minutes=6)
    for _ in range(3):
        threads = [office.notifier.look(read(NEW)) for office in offices]
        for thread in filter(None, threads):
            thread.join(30)
    assert post.titles == ["1 ý kiến chưa hài lòng mới"]
    kinds = [event.kind for event in offices[0].desk.journal.store.events()[0]]
    assert kinds == [EventKind.NOTIFIED] * 2  # both wanted to: the first in the journal did


@pytest.mark.parametrize("seed", range(5))
def test_processes_that_look_whenever_they_like_tell_each_case_once(post, file, seed):
    dice = random.Random(seed)
    offices = [Office(file, post.url()) for _ in range(3)]
    for minute in range(40):
        post.refuses = dice.random() < 0.5 and minute < 20
        made = read(NEW, *([OTHER] * (minute > dice.randrange(30))))
        for office in dice.sample(offices, dice.randrange(4)):
            office.look(made, minutes=dice.randrange(10))
    for office in offices:
        office.look(read(NEW, OTHER), hours=5)
        office.look(read(NEW, OTHER), hours=5)
    told = " ".join(text.partition("\r\n")[0] for text in post.texts)
    assert (told.count("xã Sông Ray 1"), told.count("xã Xuân Đông 1")) == (1, 1)


def test_what_is_refused_is_told_later_once_less_and_less_often(post, file):
    post.refuses = True
    office = Office(file, post.url())
    office.look(read(NEW))
    for _ in range(120):
        office.look(read(NEW), minutes=1)
    tries = [event for event in office.desk.journal.events if event.kind is EventKind.NOTIFIED]
    gaps = [later.at - earlier.at for earlier, later in itertools.pairwise(tries)]
    assert gaps == sorted(gaps)
    assert 3 <= len(tries) <= 6
    assert RefusedChannels(office.desk.journal).numbers(1) == ["1"]
    post.refuses = False
    for _ in range(240):
        office.look(read(NEW), minutes=1)
    assert post.titles == ["1 ý kiến chưa hài lòng mới"]
    assert RefusedChannels(office.desk.journal).numbers(1) == []


def test_a_server_that_is_down_loses_nothing_and_its_address_is_in_no_log(post, file, caplog):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("mail.log").setLevel(logging.ERROR)  # the test's own server
    post.stop()
    office = Office(file, post.url())
    office.look(read(NEW))
    office.look(read(NEW), minutes=6)
    post.start()
    post.refuses = True
    office.look(read(NEW), minutes=6)
    post.refuses = False
    again = Office(file, post.url(), now=office.now)
    again.look(read(NEW), minutes=30)
    again.look(read(NEW), minutes=30)
    assert post.titles == ["1 ý kiến chưa hài lòng mới"]
    assert "channel 1 of [notify] urls did not accept a message" in caplog.text
    assert [secret for secret in ("chutich", str(post.port)) if secret in caplog.text] == []


class Shaky:
    """A store that does not answer when it is to keep lines of one kind."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.fails: EventKind | None = None

    def add(self, events: Sequence[Event], *, although_moved: bool = False) -> None:
        if events[0].kind is self.fails:
            raise JournalError(title="sổ")
        self._store.add(events, although_moved=although_moved)

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)


@pytest.mark.parametrize("fails", [EventKind.NOTIFIED, EventKind.REFUSED])
def test_a_journal_that_does_not_answer_delays_a_message_and_doubles_none(post, file, fails):
    store = Shaky(SqlStore.file(file))
    office = Office(store, post.url())
    office.look(read(NEW))
    store.fails, post.refuses = fails, True
    office.look(read(NEW), minutes=6)
    assert post.letters == []
    store.fails, post.refuses = None, False
    for _ in range(3):
        office.look(read(NEW), minutes=6)
    assert post.titles == ["1 ý kiến chưa hài lòng mới"]


def test_one_channel_that_refuses_does_not_make_another_be_told_twice(post, file):
    office = Office(file, "mailto://127.0.0.1:1?from=a@b.vn&to=c@b.vn", post.url())
    office.look(read(NEW))
    for _ in range(5):
        office.look(read(NEW), minutes=6)
    assert post.titles == ["1 ý kiến chưa hài lòng mới"]
    assert RefusedChannels(office.desk.journal).numbers(2) == ["1"]


@pytest.mark.parametrize("died", [True, False])
def test_who_dies_while_sending_has_told_nothing_rather_than_twice(post, file, died):
    office = Office(file, post.url())
    office.look(read(NEW))
    if died:
        codes = " ".join(office.desk.journal.sightings.codes.astype(str))
        fields = {"channel": "1", "new": "1", "codes": codes}
        line = Event(new_id(), "", EventKind.NOTIFIED, office.now, "", "", fields)
        office.desk.journal.add([line], although_moved=True)
    again = Office(file, post.url(), now=office.now)
    again.look(read(NEW), minutes=30)
    assert len(post.letters) == (not died)


def overdue(file, post, *looks: str) -> list[str]:
    """Return the subjects after looks at these moments of the office's clocks."""
    office = Office(file, post.url())
    made = read(NEW)
    office.look(made)
    did(office, EventKind.TAKEN_UP, office.desk.cases(made).codes[0], due="2026-11-03")
    for moment in looks:
        office.now = dt.datetime.fromisoformat(f"{moment}+07:00").astimezone(dt.UTC)
        office.look(made)
    return post.titles


def test_overdue_cases_are_told_once_a_day(post, file):
    looks = ("2026-11-04T08:00", "2026-11-04T08:30", "2026-11-04T16:30", "2026-11-05T08:01")
    assert overdue(file, post, *looks) == ["1 việc quá hạn"] * 2


@pytest.mark.parametrize(
    "moment",
    [
        "2026-11-08T09:00",  # a Sunday
        "2027-01-01T09:00",  # a holiday
        "2026-11-04T07:59",
        "2026-11-04T17:00",
        "2026-11-03T09:00",  # the day itself is not over
    ],
)
def test_overdue_cases_are_told_neither_on_days_off_nor_outside_office_hours(post, file, moment):
    assert overdue(file, post, moment) == []


def test_new_and_overdue_ones_come_in_one_message(post, file):
    office = Office(file, post.url())
    office.look(made := read(NEW))
    did(office, EventKind.TAKEN_UP, office.desk.cases(made).codes[0], due="2026-11-03")
    office.look(read(NEW, OTHER), days=2)
    assert post.titles == ["1 ý kiến chưa hài lòng mới · 1 việc quá hạn"]
