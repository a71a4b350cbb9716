import datetime as dt
import threading

import pytest

from lib.wording import (
    Phrase,
    current_language,
    format_count,
    format_day,
    format_decimal,
    format_moment,
    format_percent,
    format_percent_range,
    format_points,
    gettext,
    in_vietnamese,
    ngettext,
    use_language,
    with_capital,
    without_capital,
)


@pytest.fixture
def english():
    use_language("en")


@pytest.mark.parametrize(
    ("value", "written"),
    [(98.25, "98,3"), (98.24, "98,2"), (0.05, "0,1"), (1234.55, "1.234,6"), (100, "100,0")],
)
def test_a_number_is_rounded_half_up_with_a_comma(value, written):
    assert format_decimal(value) == written


@pytest.mark.parametrize(("places", "written"), [(0, "3"), (1, "2,5"), (2, "2,50")])
def test_a_number_has_as_many_places_as_asked(places, written):
    assert format_decimal(2.5, places) == written


@pytest.mark.parametrize(
    ("satisfied", "written"),
    [
        (226, "100,0 %"),
        (225, "99,6 %"),
        (224, "99,1 %"),
        (223, "98,7 %"),
        (222, "98,2 %"),
        (217, "96,0 %"),
        (204, "90,3 %"),
    ],
)
def test_the_published_rates_of_226_responses(satisfied, written):
    assert format_percent(satisfied / 226) == written


def test_thousands_are_divided_by_points():
    assert (format_count(226), format_count(9102), format_count(1_234_567)) == (
        "226",
        "9.102",
        "1.234.567",
    )


def test_an_interval_names_its_unit_once():
    assert format_percent_range(0.948, 0.965) == "94,8–96,5 %"


def test_a_difference_of_rates_is_in_points_without_its_sign():
    assert (format_points(-0.009), format_points(0.1)) == (
        "0,9 điểm phần trăm",
        "10,0 điểm phần trăm",
    )


def test_a_moment_is_written_as_offices_do():
    when = dt.datetime(2023, 2, 10, 8, 5)
    assert (format_day(when), format_moment(when)) == ("10/02/2023", "08:05 ngày 10/02/2023")


def test_english_writes_numbers_its_own_way(english):
    assert (format_decimal(98.25), format_percent(0.982), format_count(9102)) == (
        "98.3",
        "98.2%",
        "9,102",
    )
    assert (format_points(-0.009), format_percent_range(0.948, 0.965)) == (
        "0.9 points",
        "94.8–96.5%",
    )


def test_a_sentence_is_vietnamese_with_its_fields():
    assert gettext("updated at {moment}", moment="08:05") == "cập nhật lúc 08:05"


def test_a_sentence_is_english_where_that_is_asked_for(english):
    assert gettext("updated at {moment}", moment="08:05") == "updated at 08:05"


def test_a_sentence_without_fields_keeps_its_braces():
    assert gettext("{x}") == "{x}"


@pytest.mark.parametrize(("n", "written"), [(1, "1 response"), (1200, "1,200 responses")])
def test_english_has_a_plural(english, n, written):
    assert ngettext("{n} response", "{n} responses", n) == written


def test_a_phrase_speaks_the_language_of_whoever_reads_it(english):
    phrase = Phrase("updated at {moment}", {"moment": "08:05"})
    english = str(phrase)
    use_language("vi")
    assert (english, str(phrase)) == ("updated at 08:05", "cập nhật lúc 08:05")


def test_an_unknown_language_is_vietnamese():
    use_language("fr")
    assert current_language() == "vi"


def test_the_language_of_one_viewer_is_not_that_of_another(english):
    said = []
    other = threading.Thread(target=lambda: said.append(gettext("Overview")))
    other.start()
    other.join()
    assert [*said, gettext("Overview")] == ["Tổng quan", "Overview"]


def test_a_paper_of_the_office_is_in_vietnamese_and_its_reader_has_the_own_language_after(english):
    with in_vietnamese():
        assert gettext("Overview") == "Tổng quan"
    assert gettext("Overview") == "Overview"


def test_words_begin_a_sentence_or_stand_inside_one_and_an_abbreviation_stays():
    assert with_capital("xã Xuân Tây") == "Xã Xuân Tây"
    assert without_capital("Quý IV/2022") == "quý IV/2022"
    assert without_capital("UBND xã") == "UBND xã"
    assert (with_capital(""), without_capital("")) == ("", "")
