"""One watched source: what a look gives, and how long the pause after a failure is."""

import datetime as dt
import time

import pytest

from lib.errors import NotAFormError, QuotaError, UnreachableError
from lib.source_table import SourceTable
from lib.sources.reading_file import SourceReading, pack_reading
from lib.sources.reading_shape import DoubtfulReadingError
from lib.sources.slow_answers import SlowAnswerError
from lib.sources.watched_source import WatchedSource
from lib.sources.workbook_file import WorkbookFile

FIRST, LONGEST = 1000.0, 6000.0
QUIET = UnreachableError(title="A")


class FakeSource:
    """A source that changes while it is being read."""

    name = title = "A"
    answers_whole = False
    rows = 0

    def version(self):
        return f"{self.rows} rows"

    def read(self):
        self.rows += 1
        return SourceTable("A", "A", ("When",), (["x"] * self.rows,))


@pytest.fixture
def watched():
    return WatchedSource(FakeSource())


def anything(table):
    """Take every table."""


def spoilt(table):
    """Take no table."""
    raise NotAFormError(title=table.title)


def reading(version, *rows):
    """Return a reading of one column."""
    table = SourceTable("A", "A", ("When",), ([*rows],))
    return SourceReading((table,), version, dt.datetime(2026, 11, 1, tzinfo=dt.UTC))


def pause(watched):
    """Return the seconds until the next look."""
    return watched.due - time.monotonic()


def test_a_change_while_reading_is_seen_by_the_next_look(watched):
    first = watched.look(anything)
    watched.hold(first, b"packed")
    assert (first.tables[0].rows, watched.look(anything).tables[0].rows) == (1, 2)


@pytest.mark.parametrize(("failures", "longest"), [(1, 1000), (2, 2000), (3, 4000), (9, 6000)])
def test_each_failure_makes_the_pause_longer_up_to_a_limit(watched, failures, longest):
    for _ in range(failures):
        watched.blame(QUIET, FIRST, LONGEST)
    assert longest / 2 - 60 < pause(watched) <= longest


def test_pauses_differ_so_that_many_readers_do_not_come_back_at_once(watched):
    pauses = set()
    for _ in range(20):
        watched.failures = 0
        watched.blame(QUIET, FIRST, LONGEST)
        pauses.add(round(pause(watched)))
    assert len(pauses) > 1


def test_a_pause_that_google_asks_for_is_kept_in_full(watched):
    watched.blame(QuotaError(retry_after=9000.0, title="A"), FIRST, LONGEST)
    assert 8940 < pause(watched) <= 9000


def test_an_answer_ends_the_trouble_and_the_growing_pauses(watched):
    watched.hold(reading(watched.source.version()), b"packed")
    watched.blame(QUIET, FIRST, LONGEST)
    watched.look(anything)
    assert (watched.trouble, watched.failures) == (None, 0)


def refuse(watched):
    """Look with a check that takes nothing, as the feed does."""
    with pytest.raises(NotAFormError) as refused:
        watched.look(spoilt)
    watched.blame(refused.value, FIRST, LONGEST)


def test_a_refused_form_is_asked_again_without_a_pause(watched):
    refuse(watched)
    assert watched.due == 0.0


def test_a_refused_form_that_cannot_be_reached_pauses_and_is_refused_again(watched):
    watched.source.read = lambda: SourceTable("A", "A", ("When",), (["x"],))
    refuse(watched)
    watched.blame(QUIET, FIRST, LONGEST)
    assert pause(watched) > 0
    refuse(watched)
    assert isinstance(watched.trouble.error, NotAFormError)


class FaultyGoogle:
    """A sheet of twelve responses, of which a test decides how many come back."""

    name = title = "A"
    answers_whole = False
    sent = 12

    def version(self):
        return f"{self.sent} sent"

    def read(self):
        return SourceTable("A", "A", ("When", "Answer"), (["x"] * self.sent, ["y"] * self.sent))


@pytest.fixture
def clock():
    """A clock that a test moves."""
    return [0.0]


@pytest.fixture
def faulty(clock):
    """A source of which twelve responses are known, on that clock."""
    watched = WatchedSource(FaultyGoogle(), ticks=lambda: clock[0])
    watched.hold(watched.look(anything), b"packed")
    return watched


def doubt(watched):
    """Look, and be refused what cannot be true, as the feed is."""
    with pytest.raises(DoubtfulReadingError) as refused:
        watched.look(anything)
    watched.blame(refused.value, FIRST, LONGEST)


def test_what_can_hardly_be_true_is_asked_for_twice_more_and_then_taken(faulty, clock):
    faulty.source.sent = 0
    for _ in range(2):
        doubt(faulty)
        assert faulty.due == clock[0] + 30
        clock[0] = faulty.due
    assert faulty.look(anything).tables[0].rows == 0


def test_what_is_looked_at_sooner_counts_as_asked_once(faulty, clock):
    faulty.source.sent = 6
    for _ in range(5):
        doubt(faulty)
        clock[0] += 5


def test_an_answer_that_is_whole_again_ends_the_doubts(faulty, clock):
    faulty.source.sent = 0
    doubt(faulty)
    faulty.source.sent = 12
    assert faulty.look(anything) is None
    assert faulty.trouble is None
    faulty.source.sent = 6
    for _ in range(2):
        doubt(faulty)
        clock[0] += 30


def test_a_head_that_is_no_form_any_more_is_asked_for_again_too(faulty, clock):
    whole, faulty.source.read = faulty.source.read, lambda: SourceTable("A", "A", (), ())
    faulty.source.sent = 13
    with pytest.raises(DoubtfulReadingError):
        faulty.look(spoilt)
    faulty.source.read = whole
    assert faulty.look(anything).tables[0].rows == 13


def test_an_answer_that_takes_long_is_told_since_when_until_it_is_there(faulty, clock):
    told = []

    def read():
        clock[0] += 19
        told.append(faulty.told)
        clock[0] += 1
        told.append(faulty.told)
        return SourceTable("A", "A", ("When", "Answer"), (["x"] * 13, ["y"] * 13))

    faulty.source.sent, faulty.source.read = 13, read
    faulty.look(anything)
    soon, late = told
    assert soon is None
    assert isinstance(late.error, SlowAnswerError)
    assert faulty.told is None


@pytest.mark.parametrize(("asked", "said"), [(0.0, False), (600.0, True)])
def test_a_long_pause_is_told_with_its_end(watched, asked, said):
    watched.blame(QuotaError(retry_after=asked, title="A"), 1.0, 300.0)
    again_at = watched.trouble.again_at
    assert (again_at is not None) is said
    assert not said or again_at > dt.datetime.now(dt.UTC) + dt.timedelta(minutes=9)


def test_what_somebody_saved_in_a_file_is_believed_at_once(tmp_path):
    file = tmp_path / "phieu.csv"
    file.write_text("Dấu thời gian,Hài lòng không?\n" + "10/11/2025 08:00:00,Có\n" * 40)
    watched = WatchedSource(WorkbookFile(file))
    reading = watched.look(lambda table: None)
    watched.hold(reading, pack_reading(reading))
    file.write_text("Dấu thời gian,Hài lòng không?\n" + "10/11/2025 08:00:00,Có\n" * 4)
    assert len(watched.look(lambda table: None).tables[0].columns[0]) == 4
