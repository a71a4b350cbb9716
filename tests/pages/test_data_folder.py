"""The data folder, taken away while the app runs: "Saved" is said of what lies on the disk."""

import re
import shutil

from lib.journal.journal_lines import EventKind
from lib.journal.sql_store import SqlStore
from lib.ui.shell.process import the_desk, the_feed, the_settings
from tests import small_form
from tests.pages.conftest import LEADER, OF_THE_SURVEY, SIGN_IN
from tests.pages.readings import readings
from tests.running import wait_for

TRACKED = '\n[tracking]\nsince = "2024-01-01"\n'


def first_case(opened):
    return re.findall(r"viec=([a-z0-9]+)", opened("can_xu_ly", mail=LEADER).html)[0]


def asked(opened, code):
    """Return a case's page on which somebody is about to take it up."""
    drawn = opened("can_xu_ly", mail=LEADER, viec=code)
    drawn.test.selectbox(key="slip_person").set_value("Công an xã")
    return drawn


def taken_up(drawn):
    drawn.test.button(key="slip_taken_up").click().run()
    return drawn


def on_the_disk():
    store = SqlStore.file(the_settings().data_dir / "journal.db")
    events, _ = store.events()
    store.close()
    return [event for event in events if event.kind is EventKind.TAKEN_UP]


def an_office(office, tmp_path, **more):
    table = small_form.rows(n=12)
    office(SIGN_IN + TRACKED, SURVEY_FILE=str(small_form.write(tmp_path / "f.csv", table)), **more)


def test_nothing_is_said_to_be_saved_in_a_folder_that_is_gone(office, opened, tmp_path):
    an_office(office, tmp_path)
    wait_for(lambda: readings(), "the first reading")
    code = first_case(opened)
    drawn = asked(opened, code)
    shutil.rmtree(the_settings().data_dir.rename(tmp_path / "gone"))  # at once: the app writes
    assert "Đã lưu." not in taken_up(drawn).text
    assert on_the_disk() == []
    the_desk().journal.wake()
    wait_for(lambda: code not in opened("can_xu_ly", mail=LEADER).html, "the journal of now")
    assert "Đã lưu." in taken_up(asked(opened, first_case(opened))).text
    assert len(on_the_disk()) == 1
    wait_for(lambda: readings(), "the reading, sealed anew")
    the_feed().look()
    wait_for((the_settings().data_dir / "last").exists, "the last good copy")


def test_a_data_folder_that_cannot_be_made_ends_in_a_sentence(office, opened, tmp_path):
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    an_office(office, tmp_path, SURVEY_DATA_DIR=str(tmp_path / "in the way" / "data"))
    for page in OF_THE_SURVEY:
        assert opened(page, mail=LEADER).text, page
    assert "không tạo được thư mục dữ liệu" in opened("can_xu_ly", mail=LEADER).text
