"""An update that understands a form otherwise says so to leaders, once, and keeps their cases."""

import contextlib
import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from lib.journal.journal_lines import Event, EventKind, new_id
from lib.ui.shell.process import the_desk, the_feed, the_office
from tests.pages.conftest import LEADER, SIGN_IN, STAFF, Drawn
from tests.running import wait_for

WHEN = dt.datetime(2026, 11, 2, 1, 0, tzinfo=dt.UTC)
TRACKED = '\n[tracking]\nsince = "2026-01-01"\n'
# The version before took each agreement for praise, and knew too few words of cleanliness.
ANSWERS = [("Đồng ý", "Hài lòng")] * 9 + [("Không đồng ý", "Không hài lòng")] * 2
OPEN = [("Đồng ý", "Kệ")]


NEUTRAL = """
[[questions]]
id = "c2"
header = "Nơi ngồi chờ"
role = "satisfaction"
levels = [
  {text = "Hài lòng", polarity = "satisfied"},
  {text = "Không hài lòng", polarity = "neutral"},
  {text = "Kệ", polarity = "neutral"},
]
"""


# Two who were not satisfied with where they waited, and with nothing else; one accuses somebody.
ENDING = [("", "Không hài lòng", ""), ("", "Không hài lòng", "Tôi tố cáo cán bộ nhận hối lộ")]


def form(path: Path, more: Sequence[tuple[str, str, str]]) -> Path:
    lines = ["Dấu thời gian,Hồ sơ thường bị trễ,Nơi ngồi chờ,Ý kiến góp ý"]
    for at, said in enumerate([*((*each, "") for each in [*ANSWERS, *OPEN]), *more]):
        lines.append(f"{at + 1:02}/10/2026 08:00:{at:02},{','.join(said)}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def updated(office: Callable[..., None], tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """An office whose data folder the version before left behind."""
    told = {"SURVEY_FILE": str(form(tmp_path / "form.csv", getattr(request, "param", ())))}
    office(SIGN_IN + TRACKED, **told)
    the_desk().cases(the_feed().snapshot.made)  # every response has a code since then
    kept = the_office().data_dir / "questions.json"
    before = json.loads(kept.read_text("utf-8"))
    for added in ("rules", "certain", "counting", "told_at"):
        del before[added]
    the_desk().journal.stop()
    with contextlib.closing(sqlite3.connect(kept.with_name("journal.db"))) as journal:
        journal.execute("update sightings set seen_at = '2026-11-02T01:00:00+00:00'")
        journal.commit()
    office(SIGN_IN + TRACKED, wait=0, **told)
    kept.write_text(json.dumps(before), encoding="utf-8")
    wait_for(lambda: the_feed().snapshot, "the reading")
    assert len(the_feed().snapshot.made.past) == 4  # both questions, before and now


def test_a_leader_is_told_which_questions_count_otherwise_and_why_until_he_has_read_it(
    updated, opened
):
    assert "câu trả lời của 2 câu hỏi được tính khác trước" in opened("tong_quan", mail=LEADER).text
    page = opened("can_xac_nhan", mail=LEADER)
    assert "“Đồng ý” (10 phiếu): trước là Hài lòng, nay là Chưa hài lòng" in page.text
    assert "trước 83,3 % (n = 12), nay 16,7 % (n = 12)" in page.text
    assert "trước 81,8 % (n = 11), nay chờ xác nhận" in page.text
    page.test.button("counting_read").click().run()
    assert "được tính khác trước" not in opened("tong_quan", mail=LEADER).text


@pytest.mark.parametrize("mail", [STAFF, None])
def test_nobody_else_is_told(updated, opened, mail):
    drawn = opened("tong_quan", mail=mail) if mail else opened("tong_quan")
    assert "được tính khác trước" not in drawn.text


def test_cases_of_before_stay_and_say_that_their_question_is_to_be_confirmed(updated, opened):
    text = opened("can_xu_ly", mail=STAFF).text
    assert text.count("đang chờ xác nhận; đến lúc đó việc vẫn được theo dõi") == 2


def test_what_is_dissatisfied_only_now_is_listed_as_not_tracked(updated, opened):
    assert "Đang mở 2 việc" in opened("can_xu_ly", mail=STAFF).text
    listed = opened("can_xu_ly", mail=STAFF, tt="chua-theo-doi").text
    assert "10 phiếu chưa hài lòng" in listed


@pytest.mark.parametrize("page", ["can_xu_ly", "tac_dong", "trinh_chieu"])
def test_a_measure_stays_and_says_that_its_question_is_to_be_confirmed(updated, opened, page):
    told = {"title": "Kê thêm ghế", "date": "2026-10-01", "questions": "c2"}
    the_desk().add([Event(new_id(), "bp1", EventKind.MEASURE, WHEN, STAFF, "", told)])
    text = opened(page, mail=STAFF).text
    assert "Kê thêm ghế" in text
    assert "Trước hết cần xác nhận các câu trả lời của câu hỏi này được tính thế nào." in text
    assert "cả các câu hỏi" not in text


def stated(text: str) -> None:
    """Have somebody state how answers count, a second after the update at least."""
    updated = the_feed().snapshot.made.counted_since
    wait_for(lambda: the_desk().now().replace(microsecond=0) > updated, "another second")
    assert the_office().describe(text)
    the_feed().look()
    wait_for(lambda: not the_feed().snapshot.made.form.to_confirm, "the reading by what was stated")


@pytest.mark.parametrize("updated", [ENDING], indirect=True)
def test_cases_that_ended_are_listed_until_they_were_read_there_whatever_was_read_elsewhere(
    updated, opened
):
    stated(NEUTRAL)
    ended = "2 việc thôi theo dõi: đã xác nhận câu trả lời không phải là chưa hài lòng."
    page = opened("can_xu_ly", mail=LEADER)
    assert ended in page.text
    assert "counting_read" not in [
        each.key for each in page.test.button
    ]  # what counts otherwise was not read yet
    opened("can_xac_nhan", mail=LEADER).test.button("counting_read").click().run()
    page = opened("can_xu_ly", mail=LEADER)
    assert ended in page.text
    page.test.button("counting_read").click().run()
    assert "thôi theo dõi" not in opened("can_xu_ly", mail=LEADER).text


@pytest.mark.parametrize("updated", [ENDING], indirect=True)
def test_a_case_held_for_leaders_that_ended_is_listed_for_leaders_alone(updated, opened):
    stated(NEUTRAL)
    assert "2 việc thôi theo dõi" in opened("can_xu_ly", mail=LEADER).text
    assert "1 việc thôi theo dõi" in opened("can_xu_ly", mail=STAFF).text


@pytest.mark.parametrize("damage", ["torn", "unwritable"])
def test_what_a_leader_read_and_could_not_be_kept_is_said_and_told_again(updated, opened, damage):
    kept = the_office().data_dir / "questions.json"
    before, page = kept.read_text("utf-8"), opened("can_xac_nhan", mail=LEADER)
    if damage == "torn":
        kept.write_text("{", encoding="utf-8")
    else:
        kept.with_name("questions.json.new").mkdir()  # where the new one would be written
    page.test.button("counting_read").click().run()
    text = Drawn(page.test).text
    assert "questions.json trong thư mục dữ liệu" in text
    assert kept.read_text("utf-8") == ("{" if damage == "torn" else before)
