"""The whole response on its case: all that was answered, and nothing that tells who answered."""

import re

import pytest

from tests import small_form
from tests.pages.conftest import LEADER, SIGN_IN, STAFF
from tests.pages.test_work import button, codes

WHY, NAME, HOW = "Vì sao chưa hài lòng?", "Họ và tên", "Ông/Bà nộp hồ sơ bằng cách nào?"
SAID = {WHY: "Gọi số 0912 345 678 mãi không ai nghe máy <b>cả</b>", NAME: "Nguyễn Thị Kín",
        HOW: "Qua Zalo 0987 654 321"}  # fmt: skip
BRIBE = "Cán bộ đòi tiền mới giải quyết cho tôi"


@pytest.fixture
def case(office, opened, tmp_path):
    """Open the newest case of a form with more questions: `case(answers, mail=…)`."""

    def case(mail: str = "", **other: str):
        _start(office, tmp_path, SAID | other)
        [code] = codes(opened("can_xu_ly", mail=mail, tt="chua-theo-doi").html)[:1]
        return opened("can_xu_ly", mail=mail, viec=code)

    return case


def _start(office, folder, said):
    header, *told = small_form.rows()
    lines = [[*line, "", f"Người thứ {at}", "Trực tuyến"] for at, line in enumerate(told)]
    lines[-1][-3:] = said.values()
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(folder / "f.csv", [[*header, *said], *lines])))


def test_all_answers_are_there_but_never_who_gave_them(case):
    drawn = case(LEADER)
    asked = re.findall("<dt>(.*?)</dt>", drawn.html)
    assert asked[:2] == [small_form.ATTITUDE, small_form.TIME]
    assert HOW in asked
    assert NAME not in asked
    assert "Nguyễn Thị Kín" not in drawn.html


def test_contacts_are_hidden_in_every_answer_until_somebody_asks(case):
    drawn = case(LEADER)
    assert "Gọi số ••• mãi không ai nghe máy" in drawn.text
    assert "<dd>Qua Zalo •••</dd>" in drawn.html
    assert not re.search("0912|0987", drawn.html)
    button(drawn, "slip_unmask").click().run()
    assert "Qua Zalo 0987 654 321" in type(drawn)(drawn.test).text


def test_what_respondents_wrote_is_never_markup(case):
    assert "nghe máy &lt;b&gt;cả&lt;/b&gt;" in case(LEADER).html


@pytest.mark.parametrize(("mail", "readable"), [(LEADER, True), (STAFF, False)])
def test_words_that_may_denounce_are_for_leaders_whatever_question_they_answer(
    case, mail, readable
):
    drawn = case(mail, **{HOW: BRIBE})
    assert (BRIBE in drawn.html) is readable
    assert ("Nội dung này lãnh đạo xem trước." in drawn.text) is not readable
