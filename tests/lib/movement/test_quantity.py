import contextlib
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.movement.numerals import NumberNotation
from lib.movement.quantity import (
    DATE_FOR_NUMBER,
    Qualifier,
    Quantity,
    UnreadError,
    quantity_words,
    read_quantity,
)
from lib.wording import use_language

LEAST, ABOUT = Qualifier.AT_LEAST, Qualifier.ABOUT


def of(value: str, unit: str = "", how: Qualifier = Qualifier.EXACT, whole: str = "") -> Quantity:
    return Quantity(Decimal(value), unit, how, Decimal(whole) if whole else None)


UNDERSTOOD = {
    "37 tỷ đồng": of("37000000000", "đồng"),
    "18 tấn": of("18", "tấn"),
    "18 ngàn": of("18000"),
    "18 nghìn": of("18000"),
    "hơn 18 ngàn cuốn vở": of("18000", "cuốn vở", LEAST),
    "13/13 xã": of("13", "xã", whole="13"),
    "5/10.000 hộ": of("5", "hộ", whole="10000"),
    "35/12.000": of("35", whole="12000"),
    "3/4.200 người": of("3", "người", whole="4200"),
    "hơn 70 triệu đồng/năm": of("70000000", "đồng/năm", LEAST),
    "1.234,5": of("1234.5"),
    "1.234": of("1234"),
    "12,5 ha": of("12.5", "ha"),
    "1,234.5": of("1234.5"),
    "0.5 ha": of("0.5", "ha"),
    "18 000 cuốn": of("18000", "cuốn"),
    "1 tỷ 200 triệu đồng": of("1200000000", "đồng"),
    "1.5 tỷ": of("1500000000"),
    "70tr đồng": of("70000000", "đồng"),
    "98,2%": of("98.2", "%"),
    "Khoảng 3.000m²": of("3000", "m²", ABOUT),
    "gần 40 hộ": of("40", "hộ", ABOUT),
    "ước đạt 40 hộ": of("40", "hộ", ABOUT),
    "~ 40 hộ": of("40", "hộ", ABOUT),
    "≥ 5 tổ": of("5", "tổ", LEAST),
    "trên 5 tổ": of("5", "tổ", LEAST),
    "ít nhất 5 tổ": of("5", "tổ", LEAST),
    "từ 5 tổ trở lên": of("5", "tổ", LEAST),
    "5 tổ trở lên": of("5", "tổ", LEAST),
    "5 công ty": of("5", "công ty"),
    "2 nghìn tỷ đồng": of("2000000000000", "đồng"),
}


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_what_offices_write_is_understood(text):
    assert read_quantity(text) == UNDERSTOOD[text]


@pytest.mark.parametrize("number", [18, 18.0, 18.5])
def test_a_typed_number_has_the_unit_of_its_row(number):
    assert read_quantity(number, "tấn") == of(str(number), "tấn")


DATES = (dt.datetime(2023, 2, 10), dt.date(2023, 2, 10), "10/02/2023", "2023-02-10", "10.2.2023",
         "02/2023", "ngày 10/02/2023", dt.time(8, 5))  # fmt: skip


@pytest.mark.parametrize("cell", DATES)
def test_a_date_is_no_number(cell):
    with pytest.raises(UnreadError) as refused:
        read_quantity(cell, "tấn")
    assert refused.value.reason == DATE_FOR_NUMBER


NO_READING = ("khá nhiều", "?", "", "vài trăm", "- 5", None, True, float("nan"), float("inf"))
SEVERAL = ("10-15", "10–15 hộ", "18 tấn, 3 xe", "20 ha/3 hộ", "1 tỷ rưỡi", "1 tỷ 2", "13/12 xã",
           "12.5", "1,234", "18k", "18 ngan cuon", "200 triệu 1 tỷ")  # fmt: skip


@pytest.mark.parametrize("text", NO_READING + SEVERAL)
def test_what_has_no_reading_or_two_is_refused(text):
    with pytest.raises(UnreadError):
        read_quantity(text)


@pytest.mark.parametrize(
    ("text", "column", "value"),
    [
        ("1,234", NumberNotation.ENGLISH, "1234"),
        ("12.5", NumberNotation.ENGLISH, "12.5"),
        ("1,234", NumberNotation.VIETNAMESE, "1.234"),
        ("1.234", NumberNotation.VIETNAMESE, "1234"),
    ],
)
def test_the_rest_of_the_column_decides_what_a_dot_means(text, column, value):
    assert read_quantity(text, written=column).value == Decimal(value)


@pytest.mark.parametrize("text", ["1.234", "12.5"])
def test_against_its_column_a_number_is_refused(text):
    other = NumberNotation.ENGLISH if text == "1.234" else NumberNotation.VIETNAMESE
    with pytest.raises(UnreadError):
        read_quantity(text, written=other)


@pytest.mark.parametrize(
    ("cell", "unit", "value", "agreed"),
    [
        ("70", "triệu đồng", "70000000", "đồng"),
        (70, "triệu đồng", "70000000", "đồng"),
        ("37 tỷ", "tỷ đồng", "37000000000", "đồng"),
        ("37 tỷ đồng", "triệu đồng", "37000000000", "đồng"),
        ("8 xã", "Xã", "8", "Xã"),
        ("70 triệu đồng/năm", "đồng/người/năm", "70000000", "đồng/người/năm"),
        ("18 tấn rác", "tấn", "18", "tấn"),
        ("18 cuốn", "cuốn vở", "18", "cuốn vở"),
    ],
)
def test_the_units_of_cell_and_row_become_one(cell, unit, value, agreed):
    assert read_quantity(cell, unit) == of(value, agreed)


@pytest.mark.parametrize(
    ("cell", "unit"), [("8 hộ", "xã"), ("37 tỷ", "triệu đồng"), ("37 đồng", "triệu đồng")]
)
def test_units_that_contradict_each_other_are_refused(cell, unit):
    with pytest.raises(UnreadError, match="contradict"):
        read_quantity(cell, unit)


def test_a_fraction_where_percents_are_meant_is_refused():
    with pytest.raises(UnreadError):
        read_quantity(0.98, "%")


WRITTEN = {
    "hơn 18.000 cuốn vở": of("18000", "cuốn vở", LEAST),
    "khoảng 3.000 m²": of("3000", "m²", ABOUT),
    "ít nhất khoảng 40 hộ": of("40", "hộ", Qualifier.ABOUT_AT_LEAST),
    "13/13 xã": of("13", "xã", whole="13"),
    "37 tỷ đồng": of("37000000000", "đồng"),
    "1,2 tỷ đồng": of("1200000000", "đồng"),
    "hơn 70 triệu đồng/người/năm": of("70000000", "đồng/người/năm", LEAST),
    "1.234.567 đồng": of("1234567", "đồng"),
    "98,2 %": of("98.2", "%"),
}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_quantity_is_written_as_offices_do(text):
    assert quantity_words(WRITTEN[text]) == text


def test_in_english_too():
    use_language("en")
    written = [
        quantity_words(of("18000", "cuốn vở", LEAST)),
        quantity_words(of("1200000000", "đồng")),
    ]
    use_language("vi")
    assert written == ["more than 18,000 cuốn vở", "1.2 billion đồng"]


UNITS = st.sampled_from((
    "", "%", "đồng", "VNĐ", "đồng/năm", "đồng/người/năm", "xã", "cuốn vở", "m²", "m2", "tấn", "ha",
    "lượt người", "công ty", "trường", "tổ", "km/h", "tỷ lệ", "hơn", "gần xa", "trở lại",
))  # fmt: skip
NUMBERS = st.decimals(0, 10**15, allow_nan=False, allow_infinity=False, places=4) | st.integers(
    0, 10**9
).map(lambda n: Decimal(n) * 10**4)
QUALIFIERS = st.sampled_from(Qualifier)


@given(NUMBERS, UNITS, QUALIFIERS)
def test_any_quantity_written_out_and_read_is_equal(value, unit, qualifier):
    meant = Quantity(value, unit, qualifier)
    assert read_quantity(quantity_words(meant)) == meant


@given(NUMBERS, NUMBERS, UNITS, QUALIFIERS)
def test_any_share_written_out_and_read_is_equal(one, other, unit, qualifier):
    meant = Quantity(min(one, other), unit, qualifier, max(one, other))
    assert read_quantity(quantity_words(meant)) == meant


@given(st.decimals(0, 1000, places=3), UNITS)
def test_three_decimals_are_never_taken_for_a_thousand(value, unit):
    assert read_quantity(quantity_words(Quantity(value, unit))).value == value


@given(st.text())
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(UnreadError):
        assert read_quantity(text).value.is_finite()
