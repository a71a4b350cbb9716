"""The feed: it goes on whatever goes wrong, and it keeps nothing that it should not."""

import datetime as dt
import gc
import gzip
import sys
import threading
import time
import traceback
import types

import pytest

from lib.errors import NotAFormError, QuotaError, UnreachableError
from lib.source_table import SourceTable
from lib.sources.source_feed import Feed

NAME_COLUMN = frozenset({1})


class FakeSource:
    """A source whose rows, version and failures a test decides."""

    def __init__(self, name, *rows):
        self.name = self.title = name
        self.answers_whole = False
        self.error = None
        self.gate = threading.Event()
        self.gate.set()
        self.asked = self.reads = 0
        self.write(*rows)

    def write(self, *rows):
        """Replace the rows, as a form and its editors do."""
        self.rows = tuple((row, f"person of {row}") for row in rows)
        self._version = str(hash(self.rows))

    def version(self):
        self.asked += 1
        self.gate.wait()
        if self.error:
            raise self.error
        return self._version

    def read(self):
        self.reads += 1
        columns = tuple([row[at] for row in self.rows] for at in (0, 1))
        return SourceTable(self.name, self.title, ("Answer", "Name"), columns)


class QuickFeed(Feed):
    """A feed that need not be waited for."""

    BUSY = IDLE = FIRST = LONGEST = 0.01


class CalmFeed(Feed):
    """A feed that looks a second time only when a viewer wakes it."""

    BUSY = IDLE = FIRST = LONGEST = 1000.0


def answers(tables):
    """Return all answers of all tables: what the product's own `make` is to the feed."""
    return tuple(answer for table in tables for answer in table.columns[0])


def until(holds):
    """Wait for a state; a feed that does not reach it fails the test."""
    deadline = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < deadline, "the feed did not get there"
        time.sleep(0.002)


@pytest.fixture
def run(tmp_path):
    """Start feeds on sources; whatever runs is stopped afterwards."""
    started = []

    def start(*sources, kind=QuickFeed, make=answers, keep=tmp_path / "kept", **more):
        feed = kind(sources, make, lambda table, made: NAME_COLUMN, keep, **more)
        started.append((feed, sources))
        feed.start()
        return feed

    yield start
    for feed, sources in started:
        for source in sources:
            source.gate.set()
        assert feed.stop()


def shows(feed, *expected):
    """Wait until the snapshot holds exactly these answers."""
    until(lambda: feed.snapshot is not None and feed.snapshot.made == expected)


# the three mistakes of a first version


def test_a_viewer_does_not_shorten_the_pause_that_google_asked_for(run):
    refused, healthy = FakeSource("A", "a"), FakeSource("B", "b")
    refused.error = QuotaError(retry_after=5000.0, title="A")
    feed = run(refused, healthy, kind=CalmFeed)
    shows(feed, "b")
    feed.watching(+1)
    until(lambda: healthy.asked > 1)
    assert refused.asked == 1
    assert 4000 < feed.next_try <= 5000


def test_a_copy_that_cannot_be_written_stops_nothing_and_is_told(run, tmp_path):
    (tmp_path / "in the way").write_text("")
    source = FakeSource("A", "a")
    feed = run(source, keep=tmp_path / "in the way")
    until(lambda: feed.keep_error)
    source.write("a", "b")
    shows(feed, "a", "b")
    assert feed.troubles == ()


def test_a_fault_of_the_program_is_told_and_the_next_change_is_seen(run):
    def make(tables):
        return tuple(len(answer) for answer in answers(tables))

    source = FakeSource("A", "a")
    feed = run(source, make=make)
    shows(feed, 1)
    source.write(None)
    until(lambda: feed.troubles)
    assert feed.troubles[0].error.fields == {"title": "A", "kind": "TypeError"}
    source.write("aa")
    shows(feed, 2)


# one source


def test_a_new_response_is_published_with_a_new_number(run):
    source = FakeSource("A", "a")
    feed = run(source)
    shows(feed, "a")
    first = feed.snapshot
    source.write("a", "b")
    shows(feed, "a", "b")
    assert feed.snapshot.number > first.number
    assert feed.snapshot.read_at > first.read_at


def test_an_unchanged_source_is_asked_but_not_read_again(run):
    source = FakeSource("A", "a")
    feed = run(source)
    until(lambda: source.asked > 3)
    assert (source.reads, feed.snapshot.made) == (1, ("a",))


def test_a_failing_source_keeps_its_rows_and_recovers_by_itself(run):
    source = FakeSource("A", "a")
    feed = run(source)
    shows(feed, "a")
    source.error = UnreachableError(title="A")
    until(lambda: feed.troubles)
    assert feed.snapshot.made == ("a",)
    source.error = None
    until(lambda: not feed.troubles)
    assert source.reads == 1


def test_a_trouble_is_told_since_its_first_failure(run):
    source = FakeSource("A", "a")
    source.error = UnreachableError(title="A")
    before = dt.datetime.now(dt.UTC)
    feed = run(source)
    until(lambda: feed.troubles)
    (first,) = feed.troubles
    until(lambda: source.asked > 5)
    (later,) = feed.troubles
    assert before <= later.since == first.since


def test_a_failure_counts_as_ready(run):
    source = FakeSource("A")
    source.error = UnreachableError(title="A")
    feed = run(source)
    assert feed.ready(20)
    assert (feed.snapshot, feed.checked_at) == (None, None)


def test_the_last_answer_of_a_source_is_dated(run):
    source = FakeSource("A", "a")
    feed = run(source)
    shows(feed, "a")
    first = feed.checked_at
    until(lambda: feed.checked_at > first)
    assert feed.checked_at > feed.snapshot.read_at


def test_the_pace_is_slow_until_somebody_watches(run):
    class Paced(Feed):
        BUSY, IDLE = 100.0, 1000.0

    source = FakeSource("A", "a")
    feed = run(source, kind=Paced)
    until(lambda: feed.next_try > 0)
    assert 890 < feed.next_try <= 1100
    feed.watching(+1)
    until(lambda: source.asked == 2 and feed.next_try > 0)
    assert 80 < feed.next_try <= 110


def test_only_the_first_viewer_wakes_the_reader(run):
    source = FakeSource("A", "a")
    feed = run(source, kind=CalmFeed)
    shows(feed, "a")
    source.gate.clear()
    feed.watching(+1)
    until(lambda: source.asked == 2)
    feed.watching(+1)  # while the reader is busy: what it is told now it heeds afterwards
    source.gate.set()
    until(lambda: feed.next_try > 100)
    before = source.asked
    for step in (-1, -1, +1):
        feed.watching(step)
    until(lambda: source.asked > before)
    assert source.asked == 3


# several sources


def test_sources_are_published_together_in_their_order(run):
    shows(run(FakeSource("B", "b"), FakeSource("A", "a")), "b", "a")


def test_a_change_in_one_source_reads_no_other(run):
    still, moving = FakeSource("A", "a"), FakeSource("B", "b")
    feed = run(still, moving)
    shows(feed, "a", "b")
    moving.write("c")
    shows(feed, "a", "c")
    assert still.reads == 1


def test_a_failing_source_does_not_stop_the_others(run):
    failing, healthy = FakeSource("A", "a"), FakeSource("B", "b")
    failing.error = UnreachableError(title="A")
    feed = run(failing, healthy)
    shows(feed, "b")
    assert [trouble.title for trouble in feed.troubles] == ["A"]
    failing.error = None
    shows(feed, "a", "b")


def test_the_last_good_rows_of_a_failing_source_stay_when_another_changes(run):
    failing, healthy = FakeSource("A", "a"), FakeSource("B", "b")
    feed = run(failing, healthy)
    shows(feed, "a", "b")
    failing.error = UnreachableError(title="A")
    healthy.write("c")
    shows(feed, "a", "c")


def test_progress_is_told_while_many_are_read_for_the_first_time(run):
    first, second = FakeSource("A", "a"), FakeSource("B", "b")
    second.gate.clear()
    feed = run(first, second)
    until(lambda: feed.number == 1)
    assert (feed.progress, feed.snapshot, feed.ready(0)) == ((1, 2), None, False)
    second.gate.set()
    shows(feed, "a", "b")
    assert feed.progress == (2, 2)


def refuse_spoilt(table):
    """Refuse a table as the product's own check refuses what is no form."""
    if "spoilt" in table.columns[0]:
        raise NotAFormError(title=table.title)


def test_what_is_no_form_is_left_out_and_told(run):
    feed = run(FakeSource("A", "spoilt"), FakeSource("B", "b"), check=refuse_spoilt)
    shows(feed, "b")
    assert [type(trouble.error) for trouble in feed.troubles] == [NotAFormError]


def test_what_is_no_form_any_more_keeps_its_last_good_rows(run):
    source = FakeSource("A", "a")
    feed = run(source, check=refuse_spoilt)
    shows(feed, "a")
    source.write("spoilt")
    until(lambda: feed.troubles)
    assert feed.snapshot.made == ("a",)


def test_what_is_no_form_is_read_again_only_when_it_changed(run):
    source = FakeSource("A", "spoilt")
    feed = run(source, check=refuse_spoilt)
    until(lambda: source.asked > 5)
    assert source.reads == 1
    source.write("a")
    shows(feed, "a")
    assert feed.troubles == ()


# after a restart


@pytest.fixture
def kept(run):
    """Leave last good copies of A and B behind; return the snapshot they were made with."""
    feed = run(FakeSource("A", "a"), FakeSource("B", "b"))
    shows(feed, "a", "b")
    first = feed.snapshot
    assert feed.stop()
    return first


def test_after_a_restart_the_last_good_rows_are_there_though_nothing_answers(run, kept):
    sources = FakeSource("A", "a"), FakeSource("B", "b")
    for source in sources:
        source.gate.clear()
    feed = run(*sources)
    assert feed.ready(20)
    assert (feed.snapshot.made, feed.snapshot.read_at) == (("a", "b"), kept.read_at)


def test_after_a_restart_an_unchanged_source_is_not_read_again(run, kept):
    same, changed = FakeSource("A", "a"), FakeSource("B", "c")
    feed = run(same, changed)
    shows(feed, "a", "c")
    assert (same.reads, changed.reads) == (0, 1)


def test_a_torn_copy_is_read_anew(run, kept, tmp_path):
    for file in (tmp_path / "kept").iterdir():
        file.write_bytes(file.read_bytes()[:-9])
    sources = FakeSource("A", "a"), FakeSource("B", "b")
    shows(run(*sources), "a", "b")
    assert [source.reads for source in sources] == [1, 1]


def test_copies_that_no_longer_make_anything_are_read_anew(run, kept):
    calls = []

    def make(tables):
        calls.append(len(tables))
        if len(calls) == 1:
            raise KeyError
        return answers(tables)

    feed = run(FakeSource("A", "a"), FakeSource("B", "b"), make=make)
    shows(feed, "a", "b")
    assert feed.troubles == ()


def test_a_copy_is_written_once_the_disk_takes_it(run, tmp_path):
    keep = tmp_path / "in the way"
    keep.write_text("")
    feed = run(FakeSource("A", "a"), keep=keep)
    until(lambda: feed.keep_error)
    keep.unlink()
    until(lambda: not feed.keep_error)
    assert len(list(keep.iterdir())) == 1


def test_without_a_folder_nothing_is_kept(run, tmp_path):
    feed = run(FakeSource("A", "a"), keep=None)
    shows(feed, "a")
    assert (list(tmp_path.iterdir()), feed.keep_error) == ([], None)


def test_a_copy_holds_no_private_column(run, kept, tmp_path):
    texts = [gzip.decompress(file.read_bytes()) for file in (tmp_path / "kept").iterdir()]
    assert sorted(b'"dropped": [1]' in text for text in texts) == [True, True]
    assert not any(b"person" in text for text in texts)


# listeners, words and weight


def test_listeners_are_told_every_number_until_they_leave(run):
    source, told, gone = FakeSource("A"), [], []
    source.gate.clear()
    feed = run(source)
    feed.listen(told.append)
    feed.listen(gone.append)()
    source.gate.set()
    until(lambda: told)
    assert (told, gone) == ([feed.snapshot.number], [])


def test_a_listener_that_fails_does_not_silence_the_others(run):
    source, told = FakeSource("A"), []
    source.gate.clear()
    feed = run(source)
    feed.listen(lambda number: 1 / 0)
    feed.listen(told.append)
    source.gate.set()
    until(lambda: told)
    assert feed.troubles == ()


def test_listeners_are_told_once_when_a_trouble_begins_and_once_when_it_ends(run):
    source, told = FakeSource("A", "a"), []
    feed = run(source)
    shows(feed, "a")
    feed.listen(lambda number: told.append(len(feed.troubles)))
    source.error = UnreachableError(title="A")
    until(lambda: source.asked > 6)
    source.error = None
    until(lambda: told == [1, 0])


def test_neither_the_log_nor_the_trouble_repeats_what_an_exception_says(run, caplog):
    source = FakeSource("A", "a")
    source.error = ValueError("a respondent's words")
    feed = run(source)
    until(lambda: feed.troubles and caplog.records)
    assert "ValueError" in caplog.text
    assert "respondent" not in caplog.text + repr(feed.troubles[0].error.fields)


def lists_holding(cell, start):
    """Return every list that holds the cell and can be reached, code and modules left out."""
    apart = {id(vars(module)) for module in list(sys.modules.values())}
    seen, queue, found = set(), [start], []
    while queue:
        item = queue.pop()
        if id(item) in seen | apart or isinstance(item, (type, types.ModuleType)):
            continue
        seen.add(id(item))
        if isinstance(item, list) and any(held is cell for held in item):
            found.append(item)
        queue.extend(gc.get_referents(item))
    return found


@pytest.mark.parametrize("error", [None, KeyError(), NotAFormError(title="A")], ids=repr)
def test_no_list_of_cells_outlives_a_round(run, error):
    def make(tables):
        if error:
            raise error
        return answers(tables)

    cell = "a cell that is nowhere else"
    before = set(threading.enumerate())  # another test's office may stand yet
    feed = run(FakeSource("A", cell), kind=CalmFeed, make=make)
    feed.ready(20)
    until(lambda: feed.next_try > 100)
    (thread,) = (one for one in threading.enumerate() if one.name == "feed" and one not in before)
    frames = traceback.walk_stack(sys._current_frames()[thread.ident])
    assert lists_holding(cell, [feed, *(frame.f_locals for frame, _ in frames)]) == []


def test_a_hanging_request_does_not_hold_up_the_stop(run):
    source = FakeSource("A")
    source.gate.clear()
    feed = run(source)
    until(lambda: source.asked)
    assert not feed.stop(0.01)


def test_a_feed_that_never_started_stops():
    assert Feed((FakeSource("A"),), answers, lambda table, made: NAME_COLUMN, None).stop()


def test_everything_is_read_anew_once_what_it_is_made_by_changed(run):
    source, made_by = FakeSource("a", 1), ["one"]
    feed = run(source, made_by=lambda: made_by[0], make=lambda tables: made_by[0])
    feed.ready(20)
    made_by[0] = "other"
    until(lambda: feed.snapshot.made == "other")
    assert source.reads == 2


def test_the_rows_at_hand_hold_nothing_that_identifies_a_person(run):
    feed = run(FakeSource("a", 1))
    feed.ready(20)
    assert [table.columns for table in feed.tables()] == [([1], [True])]
