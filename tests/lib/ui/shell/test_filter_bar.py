import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from lib.analysis.disclosure import allow_everything
from lib.ui.shell.filter_bar import single_choice_values
from lib.ui.shell.survey_view import decode_survey_view
from tests.building import responses
from tests.lib.survey.tables import PLACES

FORM = """
Dấu thời gian,Ông/Bà có hài lòng không?,Thủ tục có dễ hiểu không?,Xã,Ấp,Lĩnh vực
10/11/2022 08:00:00,Hài lòng,Hài lòng,Xã Xuân Tây,Ấp 10,Đất đai
10/11/2022 08:00:00,Hài lòng,Hài lòng,Xã Xuân Tây,Ấp 2,Hộ tịch
11/11/2023 08:00:00,Hài lòng,Hài lòng,Xã Bảo Bình,Ấp 1,Đất đai
"""
MANY = responses(FORM)
ONE = responses("Dấu thời gian,Hài lòng không?,Xã\n10/11/2022 08:00:00,Hài lòng,Xã Xuân Tây")


def script(responses, places, may) -> None:
    """Draw the filters for the address of this run."""
    from lib.ui.shell.address import current_address, settle_address
    from lib.ui.shell.filter_bar import draw_filter_bar
    from lib.ui.shell.survey_view import decode_survey_view

    settle_address()
    draw_filter_bar(
        responses, decode_survey_view(current_address(), responses, places), places, may
    )


@pytest.fixture
def drawn():
    def filters(made=MANY, may=allow_everything, **query: str) -> AppTest:
        given = {"responses": made, "places": PLACES, "may": may}
        test = AppTest.from_function(script, default_timeout=30, kwargs=given)
        test.query_params.update(query)
        return test.run()

    return filters


def options_by_label(test: AppTest) -> dict[str, list[str]]:
    return {choice.label: choice.options for choice in test.multiselect}


def test_communes_sectors_and_questions_can_be_chosen(drawn):
    assert options_by_label(drawn()) == {
        "Xã, phường, thị trấn": ["Bảo Bình", "Xuân Tây"],
        "Lĩnh vực thủ tục": ["Đất đai", "Hộ tịch"],
        "Câu hỏi": ["Ông/Bà có hài lòng không", "Thủ tục có dễ hiểu không"],
    }


def test_a_filter_with_one_possible_value_is_not_shown(drawn):
    assert options_by_label(drawn(ONE)) == {}


def test_hamlets_are_those_of_the_chosen_communes_in_their_order(drawn):
    assert options_by_label(drawn(xa="xuan-tay"))["Ấp, khu vực"] == ["Ấp 2", "Ấp 10"]


def test_a_filter_shows_what_the_address_asks_for(drawn):
    test = drawn(xa="XUÂN-TÂY", linh_vuc="ho-tich")
    assert test.multiselect(key="filter_xa").value == ["xuan-tay"]
    assert test.multiselect(key="filter_linh_vuc").value == ["ho-tich"]


def test_another_commune_drops_the_hamlet(drawn):
    test = drawn(xa="xuan-tay", ap="xuan-tay.ap-2")
    test.multiselect(key="filter_xa").set_value(["bao-binh"]).run()
    assert dict(test.query_params) == {"xa": "bao-binh"}


def test_periods_are_the_years_with_responses_newest_first(drawn):
    first, *years, last = drawn().selectbox[0].options
    assert (first, years, last) == (
        "Toàn bộ thời gian",
        ["Năm 2023", "Năm 2022"],
        "Từ ngày – đến ngày",
    )


@pytest.mark.parametrize(
    ("steps", "code"),
    [(["2022"], "2022"), (["2022", "Q4"], "2022-Q4"), (["2022", "Q4", "11"], "2022-11")],
)
def test_a_period_is_chosen_step_by_step(drawn, steps, code):
    test = drawn()
    for key, step in zip(("filter_year", "filter_part", "filter_month"), steps, strict=False):
        widget = test.selectbox(key=key) if key == "filter_year" else test.pills(key=key)
        test = widget.set_value(step).run()
    assert test.query_params["ky"] == code


def test_boundaries_are_asked_for_only_where_they_changed(drawn):
    unlisted = responses("Hài lòng không?,Xã\nHài lòng,Xã A\nHài lòng,Xã B")
    assert [len(drawn(made).segmented_control) for made in (MANY, unlisted)] == [1, 0]


def test_of_a_range_of_days_nothing_is_written_until_both_are_picked(drawn):
    first, last = dt.date(2022, 11, 1), dt.date(2022, 11, 10)
    test = drawn(ky="2022-01-01..2022-12-31").date_input[0].set_value((first,)).run()
    assert test.query_params["ky"] == "2022-01-01..2022-12-31"
    test.date_input[0].set_value((first, last)).run()
    assert test.query_params["ky"] == "2022-11-01..2022-11-10"


def test_what_the_filters_write_is_understood_again(drawn):
    test = drawn().multiselect(key="filter_cau").set_value(["c2"]).run()
    assert decode_survey_view(
        {"cau": [test.query_params["cau"]]}, MANY, PLACES
    ).selection.questions == ("c2",)


def test_a_label_that_changed_meanwhile_is_no_edit_and_the_default_says_nothing():
    assert single_choice_values(None, "tat-ca") is None
    assert single_choice_values("tat-ca", "tat-ca") == []
    assert single_choice_values("moi", "tat-ca") == ["moi"]
