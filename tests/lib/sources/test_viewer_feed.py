"""Viewers see several new responses at once, never a single one, whatever happens between."""

import datetime as dt
import types
import zipfile

import pytest

from lib.errors import JournalError
from lib.source_table import SourceTable
from lib.sources.reading_file import SourceReading, pack_reading
from lib.sources.snapshot import Snapshot
from lib.sources.viewer_feed import ViewerFeed

K = 5


class Feed:
    """A feed of numbers, which moves when it is told to; nothing of it is read from anywhere."""

    def __init__(self, *rows: int) -> None:
        self.snapshot: Snapshot[frozenset[int]] | None = None
        self.troubles: tuple[object, ...] = ()
        self.calls = []
        if rows:
            self.read(*rows)

    def listen(self, call):
        self.calls.append(call)
        return lambda: None

    def read(self, *rows: int, made_by: object = "survey.toml") -> None:
        table = SourceTable("sheet", "Sheet", ("Number",), (list(rows),))
        at = dt.datetime(2026, 11, 24, tzinfo=dt.UTC) + dt.timedelta(minutes=len(rows))
        packed = pack_reading(SourceReading((table,), str(rows), at))
        self.snapshot = Snapshot(1, at, frozenset(rows), (packed,), made_by)
        self.tell()

    def tell(self) -> None:
        for call in self.calls:
            call(1)


def made(tables) -> frozenset[int]:
    return frozenset(cell for table in tables for cell in table.columns[0])


def apart(one, other) -> int:
    return max(len(one - other), len(other - one))


@pytest.fixture
def steps(tmp_path):
    """What viewers see of a feed; begun anew, it is as after a restart."""
    return lambda feed: ViewerFeed(feed, made, apart, K, tmp_path)


def seen(steps) -> list[int]:
    return sorted(steps.snapshot.made)


def test_what_is_read_first_is_shown(steps):
    assert seen(steps(Feed(1, 2, 3))) == [1, 2, 3]


def test_before_anything_is_read_nothing_is_shown(steps):
    assert steps(Feed()).snapshot is None


def test_fewer_new_responses_than_k_change_nothing(steps):
    feed = Feed(1)
    shown = steps(feed)
    before = (shown.number, shown.snapshot)
    for newest in range(2, 6):
        feed.read(*range(1, newest + 1))
        assert (shown.number, shown.snapshot) == before
    feed.read(1, 2, 3, 4, 5, 6)
    assert seen(shown) == [1, 2, 3, 4, 5, 6]
    assert shown.number > before[0]


def test_what_went_or_was_edited_stays_as_it_was_until_the_step(steps):
    feed = Feed(1, 2, 3, 4, 5, 6)
    shown = steps(feed)
    feed.read(2, 3, 4, 5, 60)
    assert seen(shown) == [1, 2, 3, 4, 5, 6]
    feed.read(20, 30, 40, 50, 60)
    assert seen(shown) == [20, 30, 40, 50, 60]


def test_over_a_restart_what_was_shown_is_shown_again(steps):
    feed = Feed(1, 2, 3)
    before = steps(feed).snapshot
    after = steps(Feed(1, 2, 4, 5))
    assert seen(after) == [1, 2, 3]
    assert after.snapshot.read_at == before.read_at


def test_over_a_restart_a_step_is_still_counted_from_what_was_shown(steps):
    feed = Feed(1)
    steps(feed)
    feed.read(1, 2, 3, 4)
    after = Feed(1, 2, 3, 4, 5)
    shown = steps(after)
    assert seen(shown) == [1]
    after.read(1, 2, 3, 4, 5, 6)
    assert seen(shown) == [1, 2, 3, 4, 5, 6]


def test_after_a_restart_nothing_is_shown_before_the_first_reading(steps):
    steps(Feed(1, 2))
    feed = Feed()
    shown = steps(feed)
    assert shown.snapshot is None
    feed.read(1, 2, 3)
    assert seen(shown) == [1, 2]


def test_beside_a_torn_file_nothing_is_shown_until_as_many_are_new(steps, tmp_path, caplog):
    steps(Feed(1, 2))
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:40])
    feed = Feed(1, 2, 3)
    shown = steps(feed)
    assert any(file.name in said for said in caplog.messages)
    for newest in range(3, 8):
        feed.read(*range(1, newest + 1))
        assert shown.snapshot is None
    feed.read(*range(1, 9))
    assert seen(shown) == [*range(1, 9)]


def test_a_step_of_which_one_copy_is_torn_is_not_shown_in_part(steps, tmp_path):
    steps(Feed(1, 2))
    [file] = tmp_path.iterdir()
    with zipfile.ZipFile(file, "a") as step:
        step.writestr("1.json.gz", b"torn")
    assert steps(Feed(1, 2, 3)).snapshot is None


def test_what_is_noted_elsewhere_is_shown_where_no_copy_is_left(tmp_path):
    def noted():
        table = SourceTable("sheet", "Sheet", ("Number",), ([1, 2],))
        return [SourceReading((table,), "noted", dt.datetime(2026, 11, 24, tzinfo=dt.UTC))]

    feed = Feed(1, 2, 3)
    shown = ViewerFeed(feed, made, apart, K, tmp_path, noted=noted)
    assert seen(shown) == [1, 2]
    assert seen(ViewerFeed(Feed(1, 2, 3, 4), made, apart, K, tmp_path)) == [1, 2]
    feed.read(*range(1, 8))
    assert seen(shown) == [*range(1, 8)]


def test_where_it_cannot_be_known_now_what_was_shown_nothing_is_until_it_can(tmp_path):
    asked = []

    def noted():
        asked.append(len(asked))
        if len(asked) < 3:
            raise JournalError(title="The journal")

    feed = Feed(1, 2)
    shown = ViewerFeed(feed, made, apart, K, tmp_path, noted=noted)
    assert shown.snapshot is None
    feed.tell()
    assert seen(shown) == [1, 2]


def test_without_a_place_to_keep_it_each_start_shows_the_newest():
    assert seen(ViewerFeed(Feed(1, 2), made, apart, K, None)) == [1, 2]


def test_a_corrected_description_is_seen_at_once_though_no_response_is_new(steps):
    feed = Feed(1, 2)
    before = steps(feed)
    number = before.number
    feed.read(1, 2, 3, made_by="survey.toml, corrected")
    assert seen(before) == [1, 2]
    assert before.snapshot.made_by == "survey.toml, corrected"
    assert before.number > number


def test_a_source_in_trouble_is_told_once(steps):
    feed = Feed(1, 2)
    shown = steps(feed)
    heard = []
    shown.listen(heard.append)
    feed.troubles = (types.SimpleNamespace(kind=("Sheet", OSError)),)
    feed.tell()
    feed.tell()
    assert len(heard) == 1
