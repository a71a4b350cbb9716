"""What the running app tells an office, and what its page says of a channel that refuses."""

import datetime as dt
import sqlite3
from collections.abc import Iterator

import pytest

from lib.journal.journal_lines import Event, EventKind, new_id
from lib.ui.shell.process import the_desk, the_process
from tests import small_form
from tests.lib.notify.post import Post
from tests.pages.conftest import LEADER, SIGN_IN
from tests.running import wait_for

WRONG = '[notify]\nurls = ["motcua:geheim@gmail.com"]\n'
CLOSED = '[notify]\nurls = ["mailto://127.0.0.1:1?from=a@b.vn&to=c@b.vn"]\n'


@pytest.fixture
def post() -> Iterator[Post]:
    post = Post()
    post.start()
    yield post
    post.stop()


@pytest.fixture
def file(tmp_path):
    """The small form's file; its last response is of an hour ago."""
    office_now = dt.datetime.now(dt.UTC).replace(tzinfo=None) + dt.timedelta(hours=7)
    rows = small_form.rows()
    rows[-1][0] = office_now - dt.timedelta(hours=1)
    return str(small_form.write(tmp_path / "small.csv", rows))


def test_the_app_tells_by_itself_with_nobody_looking(office, post, file, tmp_path):
    secrets = f'[tracking]\nsince = "2026-01-01"\n[notify]\nurls = ["{post.url()}"]\n'
    office(secrets, SURVEY_FILE=file)
    wait_for(lambda: the_desk().journal.sightings.n, "the codes of the responses")
    the_process.exchange()
    with sqlite3.connect(tmp_path / "data" / "journal.db") as journal:
        journal.execute("UPDATE sightings SET seen_at = '2026-01-01T08:00:00+00:00'")
    journal.close()
    office(secrets, SURVEY_FILE=file)
    the_desk()
    wait_for(lambda: post.letters, "a letter")
    assert post.titles == ["1 ý kiến chưa hài lòng mới"]
    assert small_form.SECRET not in post.texts[0]


def test_the_sample_tells_nobody_whatever_the_settings_say(office, opened):
    office(WRONG)
    assert "geheim" not in opened("can_xu_ly").text
    assert "[notify]" not in opened("can_xu_ly").text


def test_a_wrong_address_is_said_on_the_page_without_it(office, opened, file):
    office(WRONG + SIGN_IN, SURVEY_FILE=file)
    drawn = opened("can_xu_ly", LEADER)
    assert "[notify] urls" in drawn.text
    assert "mục 1" in drawn.text
    assert "geheim" not in drawn.html


@pytest.mark.parametrize("refused", [True, False])
def test_the_page_says_which_channel_did_not_accept_the_last_message(office, opened, file, refused):
    office(CLOSED + SIGN_IN, SURVEY_FILE=file)
    desk = the_desk()
    sent = Event(new_id(), "", EventKind.NOTIFIED, desk.now(), "", "", {"channel": "1"})
    back = Event(new_id(), "", EventKind.REFUSED, desk.now(), "", sent.id, {"channel": "1"})
    desk.journal.add([sent, *([back] if refused else [])], although_moved=True)
    text = opened("can_xu_ly", LEADER).text
    assert ("mục 1 trong [notify] urls chưa nhận được tin gần nhất" in text) is refused
