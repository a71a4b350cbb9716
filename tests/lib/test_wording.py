import datetime as dt
import threading

import pytest

from lib import wording
from lib.wording import (
    Phrase,
    count,
    day,
    decimal,
    gettext,
    in_vietnamese,
    moment,
    ngettext,
    percent,
    percent_range,
    points,
)


@pytest.fixture
def english():
    wording.use("en")


@pytest.mark.parametrize(
    ("value", "written"),
    [(98.25, "98,3"), (98.24, "98,2"), (0.05, "0,1"), (1234.55, "1.234,6"), (100, "100,0")],
)
def test_a_number_is_rounded_half_up_with_a_comma(value, written):
    assert decimal(value) == written


@pytest.mark.parametrize(("places", "written"), [(0, "3"), (1, "2,5"), (2, "2,50")])
def test_a_number_has_as_many_places_as_asked(places, written):
    assert decimal(2.5, places) == written


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
    assert percent(satisfied / 226) == written


def test_thousands_are_divided_by_points():
    assert (count(226), count(9102), count(1_234_567)) == ("226", "9.102", "1.234.567")


def test_an_interval_names_its_unit_once():
    assert percent_range(0.948, 0.965) == "94,8–96,5 %"


def test_a_difference_of_rates_is_in_points_without_its_sign():
    assert (points(-0.009), points(0.1)) == ("0,9 điểm %", "10,0 điểm %")


def test_a_moment_is_written_as_offices_do():
    when = dt.datetime(2023, 2, 10, 8, 5)
    assert (day(when), moment(when)) == ("10/02/2023", "08:05 ngày 10/02/2023")


def test_english_writes_numbers_its_own_way(english):
    assert (decimal(98.25), percent(0.982), count(9102)) == ("98.3", "98.2%", "9,102")
    assert (points(-0.009), percent_range(0.948, 0.965)) == ("0.9 points", "94.8–96.5%")


def test_a_sentence_is_vietnamese_with_its_fields():
    assert gettext("read at {moment}", moment="08:05") == "đọc lúc 08:05"


def test_a_sentence_is_english_where_that_is_asked_for(english):
    assert gettext("read at {moment}", moment="08:05") == "read at 08:05"


def test_a_sentence_without_fields_keeps_its_braces():
    assert gettext("{x}") == "{x}"


@pytest.mark.parametrize(("n", "written"), [(1, "1 response"), (1200, "1,200 responses")])
def test_english_has_a_plural(english, n, written):
    assert ngettext("{n} response", "{n} responses", n) == written


def test_a_phrase_speaks_the_language_of_whoever_reads_it(english):
    phrase = Phrase("read at {moment}", {"moment": "08:05"})
    english = str(phrase)
    wording.use("vi")
    assert (english, str(phrase)) == ("read at 08:05", "đọc lúc 08:05")


def test_an_unknown_language_is_vietnamese():
    wording.use("fr")
    assert wording.language() == "vi"


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
    assert wording.opening("xã Xuân Tây") == "Xã Xuân Tây"
    assert wording.inside("Quý IV/2022") == "quý IV/2022"
    assert wording.inside("UBND xã") == "UBND xã"
    assert (wording.opening(""), wording.inside("")) == ("", "")
