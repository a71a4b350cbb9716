"""One watched source: what a look gives, and how long the pause after a failure is."""

import time

import pytest

from lib.errors import NotAFormError, QuotaError, UnreachableError
from lib.source_table import SourceTable
from lib.sources.watched_source import WatchedSource

FIRST, LONGEST = 1000.0, 6000.0
QUIET = UnreachableError(title="A")


class FakeSource:
    """A source that changes while it is being read."""

    name = title = "A"
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


def pause(watched):
    """Return the seconds until the next look."""
    return watched.due - time.monotonic()


def test_a_change_while_reading_is_seen_by_the_next_look(watched):
    first = watched.look(anything)
    watched.hold(first.version, b"packed")
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
    watched.hold(watched.source.version(), b"packed")
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
