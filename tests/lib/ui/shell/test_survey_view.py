"""Every rule by which an address is read, in tables."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.ui.shell.survey_view import SURVEY_PARAMETERS, asked_language, decode_survey_view
from tests.building import responses
from tests.lib.survey.tables import PLACES

FORM = """
Dấu thời gian,Ông/Bà có hài lòng không?,Thủ tục có dễ hiểu không?,Xã,Ấp,Lĩnh vực
10/11/2022 08:00:00,Hài lòng,Hài lòng,Xã Xuân Tây,Ấp 7,Đất đai
11/11/2022 08:00:00,Hài lòng,Không hài lòng,Xã Bảo Bình,Ấp 2,Hộ tịch
13/08/2025 08:00:00,Không hài lòng,Hài lòng,Xã Xuân Đông,Ấp 7,Đất đai
"""
DESCRIBED = '[[questions]]\nid = "thai-do"\nheader = "Ông/Bà có hài lòng không?"'
MADE = responses(FORM, DESCRIBED)


def view(**query):
    each = {name: [value] if isinstance(value, str) else value for name, value in query.items()}
    return decode_survey_view(each, MADE, PLACES)


def test_an_empty_address_shows_everything():
    decoded = view()
    assert (decoded.problems, decoded.unknown, decoded.hints) == ((), frozenset(), ())
    assert decoded.selection.period is None


@pytest.mark.parametrize(
    "asked",
    [
        "xuan-tay",
        "XUAN-TAY",
        "Xuân Tây",
        unicodedata.normalize("NFD", "Xuân Tây"),
        "xuân tây",
        " xuan_tay ",
        ["xuan-tay", "Xuân Tây"],
    ],
)
def test_a_commune_is_understood_however_it_is_written(asked):
    decoded = view(xa=asked)
    assert (decoded.selection.communes, decoded.problems) == (("xuan-tay",), ())


@pytest.mark.parametrize(
    ("name", "asked", "field", "codes"),
    [
        ("ap", "Xuân-Tây.Ấp 7", "hamlets", ("xuan-tay.ap-7",)),
        ("linh_vuc", "Đất đai", "sectors", ("dat-dai",)),
        ("cau", "THAI-DO", "questions", ("thai-do",)),
        ("cau", "c1", "questions", ("thai-do",)),
        ("cau", ["c2", "thai-do"], "questions", ("c2", "thai-do")),
        ("xa", ["bao-binh", "xuan-tay"], "communes", ("bao-binh", "xuan-tay")),
    ],
)
def test_codes_are_read_in_the_order_asked(name, asked, field, codes):
    decoded = view(**{name: asked})
    assert (getattr(decoded.selection, field), decoded.problems) == (codes, ())


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("2023", "2023"),
        ("2023-Q1", "2023-Q1"),
        ("2023-q1", "2023-Q1"),
        ("2023-h1", "2023-H1"),
        ("2023-9m", "2023-9M"),
        ("2023-01", "2023-01"),
        ("2023-01-01..2023-06-30", "2023-01-01..2023-06-30"),
        ("2023-01-01..", "2023-01-01.."),
        ("..2023-06-30", "..2023-06-30"),
        (["2022", "2023"], "2023"),
    ],
)
def test_a_period_is_understood_whole_half_and_in_any_case(asked, code):
    decoded = view(ky=asked)
    assert (decoded.selection.period.code, decoded.problems) == (code, ())


def test_a_period_given_backwards_is_turned_round_and_said():
    decoded = view(ky="2023-06-30..2023-01-01")
    assert decoded.selection.period.code == "2023-01-01..2023-06-30"
    assert "từ 01/01/2023 đến 30/06/2023" in decoded.problems[0]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("xa", "ha-noi"),
        ("ap", "ap-99"),
        ("ap", "ap-7"),
        ("linh_vuc", "thue"),
        ("cau", "c99"),
        ("dg", "mai"),
        ("lang", "fr"),
        ("ky", "abc"),
        ("ky", "2023-13"),
        ("ky", "2023-Q5"),
        ("ky", "2023-02-30.."),
        ("ky", "a..b..c"),
        ("ky", ".."),
    ],
)
def test_what_does_not_exist_is_named_and_shows_nothing(name, asked):
    decoded = view(**{name: asked})
    assert decoded.unknown == {name}
    assert [asked in problem for problem in decoded.problems] == [True]


def test_of_a_partly_unknown_filter_the_known_part_is_shown_and_the_rest_named():
    decoded = view(xa=["ha-noi", "xuan-tay"])
    assert (decoded.selection.communes, decoded.unknown) == (("xuan-tay",), frozenset())
    assert "xã, phường “ha-noi”" in decoded.problems[0]


@pytest.mark.parametrize("name", SURVEY_PARAMETERS)
@pytest.mark.parametrize("empty", ["", "  ", []])
def test_an_empty_parameter_is_its_default(name, empty):
    assert view(**{name: empty}) == view()


def test_a_parameter_that_is_not_ours_changes_nothing():
    assert view(utm_source="zalo") == view()


def test_a_long_value_is_named_by_its_beginning():
    assert "x" * 40 in view(xa="x" * 5000).problems[0]
    assert len(view(xa="x" * 5000).problems[0]) < 200


@given(st.sampled_from(SURVEY_PARAMETERS), st.text())
def test_whatever_an_address_holds_is_shown_or_named(name, text):
    decoded = view(**{name: text})
    assert decoded.unknown == (frozenset({name}) if decoded.problems else frozenset())


def test_communes_are_those_of_the_time_unless_todays_are_asked_for():
    assert view(xa="xuan-dong-2025").selection.communes == ("xuan-dong-2025",)
    assert (view(dg="xua").selection.today, view(dg="nay").selection.today) == (False, True)


def test_by_todays_boundaries_a_former_commune_means_its_successor():
    decoded = view(xa=["xuan-tay", "xuan-dong-2025"], dg="nay")
    assert (decoded.selection.communes, decoded.problems) == (("xuan-dong-2025",), ())


def test_a_commune_that_had_ended_by_the_period_leads_to_its_successor():
    [hint] = view(xa="xuan-tay", ky="2025-Q3", cau="c2").hints
    assert hint.text == "xã Xuân Tây: từ 01/07/2025 thuộc xã Xuân Đông."
    assert hint.query == {"xa": ["xuan-dong-2025"], "ky": ["2025-Q3"], "cau": ["c2"]}


@pytest.mark.parametrize("ky", ["2022-Q4", "2025", "..2025-12-31", ""])
def test_a_period_that_the_commune_still_lived_in_leads_nowhere(ky):
    assert view(xa="xuan-tay", ky=ky).hints == ()


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [({}, "vi"), ({"lang": ["en"]}, "en"), ({"lang": ["EN"]}, "en"), ({"lang": ["fr"]}, "vi")],
)
def test_the_language_is_vietnamese_unless_english_is_asked_for(asked, spoken):
    assert asked_language(asked) == spoken
