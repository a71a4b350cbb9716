"""The sample has one day of its own: read, worked on, presented and printed on the same one."""

import datetime as dt

from lib.sample.invented_work import SAMPLE_START
from lib.ui.shell.process import the_desk, the_feed, the_office, the_register_feed
from tests.pages.test_trinh_chieu import slides

DAY = "02/11/2026"


def test_the_sample_was_read_on_the_day_on_which_its_cases_stand(sample, opened):
    assert the_feed().snapshot.read_at - SAMPLE_START < dt.timedelta(hours=1)
    assert the_desk().today() == the_office().clock.today() == dt.date(2026, 11, 2)
    assert f"ngày {DAY}" in opened("tong_quan").text


def test_its_register_was_read_on_that_day_too(sample):
    register = the_register_feed().snapshot
    assert the_office().local(register.read_at).strftime("%d/%m/%Y") == DAY


def test_its_slides_bear_one_day(sample, opened):
    words = slides(opened("trinh_chieu"))
    assert f"tính đến ngày {DAY}" in words["qua-han"]
    assert f"Số liệu chốt ngày {DAY}" in words["qua-han"]


def test_from_a_day_to_a_day_begins_with_this_year_so_far_at_the_office(sample, opened):
    test = opened("tong_quan").test
    test.selectbox(key="filter_year").set_value("days").run()
    assert test.query_params["ky"] == "2026-01-01..2026-11-02"
