"""A link to an answer that was shared means that answer after any restart, whatever the rows."""

import datetime as dt

import pytest

from lib.ui.shell.process import the_feed
from tests import small_form
from tests.pages.conftest import SIGN_IN, STAFF
from tests.running import wait_for

ASKED, OTHER, RATED = "Ông/Bà có xe không?", "Nhà có xe không?", "Ông/Bà có hài lòng không?"


@pytest.fixture
def asked(office, tmp_path):
    """Start the office on these answers to both questions, a row each; what it kept stays."""

    def asked(*answers):
        header = ["Dấu thời gian", ASKED, OTHER, RATED]
        rows = [
            [dt.datetime(2026, 5, 1 + at % 28, 8, at // 28), *both, "Hài lòng"]
            for at, both in enumerate(answers)
        ]
        file = small_form.write(tmp_path / "form.csv", [header, *rows])
        office(SIGN_IN, SURVEY_FILE=str(file))
        # the copy of the rows before may be shown first
        wait_for(lambda: the_feed().snapshot.made.n == len(answers), "the rows of the file")

    return asked


def shown(opened, link):
    drawn = opened(mail=STAFF, tl=link)
    return drawn.text.partition("Đang xem:")[2].split(" · ")[0].strip(), drawn.n_responses


def test_rows_that_are_sorted_anew_and_a_restart_swap_no_answers(asked, opened):
    asked(*[("Có", "a")] * 6, *[("Cỏ", "b")] * 7)
    before = {link: shown(opened, link) for link in ("c1.co", "c1.co-2")}
    assert [n for _, n in before.values()] == ["7 phiếu", "6 phiếu"]
    asked(*[("Cò", "b")] * 9, *[("Cỏ", "b")] * 7, *[("Có", "a")] * 6)
    assert {link: shown(opened, link) for link in before} == before
    assert shown(opened, "c1.co-3")[1] == "9 phiếu"


def test_a_link_to_a_question_that_was_joined_with_another_keeps_its_answer(
    asked, opened, tmp_path
):
    rows = [*[("Có", "")] * 6, *[("Không", "")] * 5, *[("", "Cỏ")] * 7, *[("", "Không")] * 8]
    asked(*rows)
    assert shown(opened, "c2.co")[1] == "7 phiếu"
    (tmp_path / ".streamlit" / "survey.toml").write_text(
        f'[[questions]]\nid = "c1"\nheaders = ["{ASKED}", "{OTHER}"]\nkind = "single"\n', "utf-8"
    )
    asked(*rows)
    assert [shown(opened, link)[1] for link in ("c2.co", "c1.co", "c2.khong")] == [
        "7 phiếu",
        "6 phiếu",
        "13 phiếu",
    ]


def test_where_nothing_can_be_written_links_mean_the_same_while_the_data_are(
    asked, opened, tmp_path
):
    (tmp_path / "data" / "questions.json.new").mkdir(parents=True)  # where it would be written
    asked(*[("Có", "a")] * 6, *[("Cỏ", "b")] * 7)
    before = [shown(opened, link) for link in ("c1.co", "c1.co-2")]
    asked(*[("Cỏ", "b")] * 7, *[("Có", "a")] * 6)
    assert [shown(opened, link) for link in ("c1.co", "c1.co-2")] == before
    assert not (tmp_path / "data" / "questions.json").exists()
