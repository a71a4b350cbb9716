"""What somebody who sees totals only is shown, and what attempts to see more come to."""

import datetime as dt
import itertools
import re
import shutil
from pathlib import Path

import pytest

from lib.journal.journal_lines import Event, EventKind, new_id
from lib.office_clock import OfficeClock
from lib.ui.shell.process import (
    the_desk,
    the_feed,
    the_process,
    the_settings,
    the_viewer_feed,
)
from tests import small_form
from tests.pages.conftest import OF_THE_SURVEY, SIGN_IN, STAFF
from tests.pages.readings import readings
from tests.pages.readings import submitted as submitted_to
from tests.running import wait_for

HIDDEN = "Không hiển thị vì dưới 5 phiếu"


def rows(year: int = 2024, **communes: tuple[int, ...]) -> list[list[small_form.Cell]]:
    """Return so many responses of each commune in January, February … of a year."""
    table = [small_form.HEADER]
    for name, months in communes.items():
        for month, n in enumerate(months, start=1):
            times = (dt.datetime(year, month, 15, 8, minute) for minute in range(n))
            table += [[moment, *small_form.response(commune=f"Xã {name}")] for moment in times]
    return table


@pytest.fixture
def surveyed(office, tmp_path):
    """An office whose file holds these responses, and staff who may sign in."""

    def surveyed(table):
        office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "held.csv", table)))

    return surveyed


def test_filters_narrowed_to_one_person_show_a_viewer_nothing_and_say_why(surveyed, opened):
    surveyed(rows(Xuân=(1, 9), Sông=(9, 9)))
    for page in OF_THE_SURVEY:
        drawn = opened(page, xa="xuan", ky="2024-01")
        assert (drawn.n_responses, drawn.figures) == ("–", []), page
        assert HIDDEN in drawn.text, page
        assert "%" not in drawn.text, page
        staff = opened(page, mail=STAFF, xa="xuan", ky="2024-01")
        assert staff.n_responses == "1 phiếu", page


def test_a_question_too_few_answered_is_named_whole_and_its_figures_are_not_told(surveyed, opened):
    table = rows(Xuân=(9, 9))
    for line in table[4:]:
        line[table[0].index(small_form.TIME)] = ""
    surveyed(table)
    drawn = opened("theo_cau_hoi", cau="c2")
    assert small_form.TIME in drawn.text
    assert HIDDEN in drawn.text
    assert "%" not in drawn.text


def test_what_is_refused_leads_to_what_can_be_shown(surveyed, opened):
    surveyed(rows(Xuân=(1, 9), Sông=(9, 9)))
    drawn = opened(xa="xuan", ky="2024-01")
    assert 'href="/?xa=xuan&amp;ky=2024-Q1"' in drawn.html
    assert 'href="/?ky=2024-01"' in drawn.html
    assert opened(ky="2024-Q1", xa="xuan").n_responses == "10 phiếu"


def test_totals_minus_groups_leave_nobody_alone(surveyed, opened):
    surveyed(rows(Xuân=(20,), Sông=(30,), Bảo=(3,)))
    names = ("xuan", "song", "bao")
    chosen = [c for n in range(4) for c in itertools.combinations(names, n)]
    sentences = [opened("so_sanh", xa=list(each)).n_responses for each in chosen]
    numbers = {int(n.split()[0]) for n in sentences if n != "–"}
    assert numbers == {53, 30, 23}
    assert all(a == b or abs(a - b) >= 5 for a, b in itertools.product(numbers, repeat=2))


def test_months_that_others_give_away_are_in_no_trend(surveyed, opened):
    surveyed(rows(Xuân=(9, 9, 2, 9), Sông=(9, 9, 9, 9)))
    trend = opened(xa="xuan").text
    rest = opened("so_sanh", xa="xuan").text
    assert "Số phiếu 9 – – 9" in trend
    assert "Tháng 1/2024 9" in rest
    assert "Tháng 2/2024" not in rest
    assert "Tháng 3/2024" not in rest


def test_a_small_commune_and_its_neighbour_are_in_no_table_and_no_filter(surveyed, opened):
    surveyed(rows(Xuân=(20,), Sông=(30,), Bảo=(3,), Long=(40,)))
    drawn = opened("so_sanh")
    assert "Sông 30" in drawn.text
    assert "Xuân" not in drawn.text
    assert "Bảo" not in drawn.text
    assert drawn.test.multiselect(key="filter_xa").options == ["Long", "Sông"]


def test_days_are_not_offered_and_shown_as_nothing(surveyed, opened):
    surveyed(rows(Xuân=(20, 20)))
    drawn = opened(ky="2024-01-05..2024-01-05")
    assert "chọn tròn tháng, hoặc từ ngày 1, 8, 15, 22" in drawn.text
    assert "Từ ngày đến ngày" not in opened().test.selectbox(key="filter_year").options


def test_place_and_sector_are_not_chosen_together(surveyed, opened):
    surveyed(rows(Xuân=(20,), Sông=(30,)))
    drawn = opened(xa="xuan", linh_vuc="ho-tich")
    assert "không chọn hai loại cùng lúc" in drawn.text
    assert "Theo lĩnh vực" not in opened("theo_cau_hoi", xa="xuan").text


def test_a_question_that_few_answered_is_in_no_figure(surveyed, opened):
    table = rows(Xuân=(20,), Sông=(30,))
    for row in table[5:]:
        row[2] = ""
    surveyed(table)
    assert "1 câu hỏi" in opened().text
    assert HIDDEN in opened("theo_cau_hoi", cau="c2").text
    assert "Thời gian giải quyết" not in opened("can_xu_ly").text.partition("Ở đây")[2]


def test_two_readings_one_response_apart_are_the_same(surveyed, opened, tmp_path):
    surveyed(rows(Xuân=(20,), Sông=(30,)))
    wait_for(lambda: the_desk().evidence.readings(seen_only=True), "the seal")
    before = {page: without_the_minute(opened(page).html) for page in OF_THE_SURVEY}
    number = the_viewer_feed().number
    for n in (51, 52, 53, 54):
        submitted(tmp_path, n)
        assert the_viewer_feed().number == number
        for page in OF_THE_SURVEY:
            assert without_the_minute(opened(page).html) == before[page], page
            assert opened(page, mail=STAFF).n_responses == f"{n} phiếu", page
    submitted(tmp_path, 55)
    wait_for(lambda: the_viewer_feed().number > number, "the step")
    for page in OF_THE_SURVEY:
        assert opened(page).n_responses == "55 phiếu", page


def test_what_is_done_about_a_case_moves_nothing_for_viewers_until_their_next_step(sheet, opened):
    card = re.compile(r"Cần xử lý (\d+) việc đang mở .*?tính đến ngày \d\d/\d\d/\d{4}")
    submitted_to(sheet, 6)
    wait_for(lambda: the_viewer_feed().snapshot.made.n == 18, "the step")
    before = opened().text
    assert card.search(before)[1] == "6"
    desk = the_desk()
    code = desk.cases(the_feed().snapshot.made).codes[0]
    done = Event(new_id(), code, EventKind.CLOSED, desk.now(), "canbo@xa.vn")
    desk.add([done], although_moved=True)
    assert opened().text == before
    assert "trên 6 việc đang mở" in opened("trinh_chieu").text
    assert "Đang mở 6 việc" in opened("can_xu_ly").text
    submitted_to(sheet, 6)
    wait_for(lambda: the_viewer_feed().snapshot.made.n == 24, "the next step")
    assert card.search(opened().text)[1] == "11"


def test_a_restart_between_two_readings_tells_no_single_response_either(surveyed, opened, tmp_path):
    year = OfficeClock().today().year  # what is older is not kept over a restart
    surveyed(rows(year, Xuân=(20,), Sông=(30,)))
    assert opened().n_responses == "50 phiếu"
    submitted(tmp_path, 51, year)
    the_feed().stop()
    the_process.exchange()
    the_feed().ready(20)
    assert opened().n_responses == "50 phiếu"
    assert opened(mail=STAFF).n_responses == "51 phiếu"


def restarted(losing):
    """Begin anew, after the copies of what was read and shown were lost so."""
    the_feed().stop()
    last = the_settings().data_dir / "last"
    the_process.exchange()
    losing(last)
    the_feed().ready(20)


def cut_short(last):
    for file in last.iterdir():
        file.write_bytes(file.read_bytes()[:100])


@pytest.mark.parametrize("losing", [shutil.rmtree, cut_short])
def test_lost_copies_tell_no_single_response_either(surveyed, opened, tmp_path, losing):
    year = OfficeClock().today().year - 1
    surveyed(rows(year, Xuân=(20,), Sông=(30,)))
    assert opened().n_responses == "50 phiếu"
    wait_for(lambda: any(one.seen_by_viewers for one in readings()), "the note of what was shown")
    submitted(tmp_path, 51, year)
    restarted(losing)
    assert opened().n_responses == "50 phiếu"
    assert opened(mail=STAFF).n_responses == "51 phiếu"
    submitted(tmp_path, 55, year)
    wait_for(lambda: the_viewer_feed().snapshot.made.n == 55, "the next step")


def test_where_what_was_shown_is_not_kept_so_long_nothing_is_until_enough_is_new(
    surveyed, opened, tmp_path
):
    surveyed(rows(2019, Xuân=(20,), Sông=(30,)))
    assert opened().n_responses == "50 phiếu"
    wait_for(lambda: any(one.seen_by_viewers for one in readings()), "the note of what was shown")
    the_desk().evidence.retain(dt.date(2020, 1, 1))  # as the next day does
    submitted(tmp_path, 51, 2019)
    restarted(shutil.rmtree)
    drawn = opened()
    assert "51" not in drawn.text
    assert "Hiện chưa hiển thị số liệu." in drawn.text
    assert "khi có thêm 5 phiếu" in drawn.text
    assert opened(mail=STAFF).n_responses == "51 phiếu"
    submitted(tmp_path, 56, 2019)
    wait_for(lambda: the_viewer_feed().snapshot, "the next step")
    assert opened().n_responses == "56 phiếu"


@pytest.mark.parametrize("change", ["a header reworded", "a question added"])
def test_old_responses_and_other_headers_tell_no_single_response_either(
    surveyed, opened, tmp_path, change
):
    year = OfficeClock().today().year - 1
    table = [*rows(2019, Xuân=(20,)), *rows(year, Sông=(30,))[1:]]
    surveyed(table)
    assert opened().n_responses == "50 phiếu"
    wait_for(lambda: any(one.seen_by_viewers for one in readings()), "the note of what was shown")
    header, *told = table
    told.append([dt.datetime(year, 3, 1, 9, 0), *small_form.response(commune="Xã Sông")])
    if change == "a question added":
        header, told = [*header, "Nhà chờ có sạch không?"], [[*row, ""] for row in told]
    else:
        header = [header[0], "Ông/Bà hài lòng về thái độ của công chức không?", *header[2:]]
    file = tmp_path / "held.csv"
    restarted(lambda _: small_form.write(file, [header, *told]))
    wait_for(lambda: the_feed().snapshot.made.n == 51, "the newest reading")
    assert opened().n_responses == "50 phiếu"


def submitted(folder: Path, n: int, year: int = 2024) -> None:
    """Have n responses in the file, and read."""
    small_form.write(folder / "held.csv", rows(year, Xuân=(20,), Sông=(n - 20,)))
    the_feed().look()
    wait_for(lambda: the_feed().snapshot.made.n == n, "the next reading")


def without_the_minute(html: str) -> str:
    """Return a page without the moment at which the file was last looked at."""
    return html if "Kiểm tra phiếu mới" not in html else html.partition("Mỗi cột")[2]
