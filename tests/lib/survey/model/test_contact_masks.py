"""Contacts inside comments are hidden; numbers of every day are not."""

import datetime as dt
import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lib.survey.model.contact_masks import HIDDEN_MARK, mask_contacts

CONTACTS = [
    "0912345678", "0912 345 678", "0912.345.678", "+84 912 345 678", "84912345678",
    "02513 871 234", "079099001234", "271234567", "chi.lan@example.com", "0901-23-4567",
    "0901.23.4567", "091.234.567", "012.345.678.901", "0912/345/678", "0 9 1 2 3 4 5 6 7 8",
    "(0251) 3 871 234", "+84 (912) 345-678", "271.234.567", "0084 912 345 678", "0912 - 345 - 678",
]  # fmt: skip
PLAIN = [
    "10/02/2023", "ngày 10-02-2023", "500.000 đồng", "12.500.000", "7 giờ 30", "08:05",
    "hồ sơ số 12345", "2 lần", "Nghị định 30/2020", "500 000 000 đồng", "450.000.000",
    "1.271.234.567 đ", "500000000 đồng", "05/02/2023 10 giờ", "05/02-15/02/2023",
    "08:05:10 05/02/2023", "các năm 2021, 2022 và 2023", "84.500.000.000 đồng", "5 triệu",
    "2021-2022-2023",
]  # fmt: skip


@pytest.mark.parametrize("contact", CONTACTS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_contact_is_hidden_wherever_it_stands(contact, form):
    text = unicodedata.normalize(form, f"Gọi tôi số{contact}để hỏi, ở ấp {contact}, chị Ý.")
    assert mask_contacts(text) == text.replace(contact.lstrip("("), HIDDEN_MARK)


@pytest.mark.parametrize("text", PLAIN)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_dates_amounts_and_other_numbers_stay(text, form):
    said = unicodedata.normalize(form, f"Hẹn {text} nhé")
    assert mask_contacts(said) == said


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("0912345678 100 000 đồng", "••• 100 000 đồng"),
        ("0912345678 20 000 đồng", "••• 20 000 đồng"),
        ("100 000 đồng 0912345678", "100 000 đồng •••"),
        ("0912 345 678 10-02-2023", "••• 10-02-2023"),
        ("10-02-2023 0912 345 678", "10-02-2023 •••"),
        ("0912 345 678 đồng ý", "••• đồng ý"),
        ("912 345 678 đồng ý", "••• đồng ý"),
        ("0912 345 678, 0987 654 321", "•••, •••"),
    ],
)
def test_what_stands_beside_a_contact_stays(text, left, form):
    assert mask_contacts(unicodedata.normalize(form, text)) == unicodedata.normalize(form, left)


phones = st.builds("{}{:08d}".format, st.sampled_from(["03", "05", "07", "08", "09"]),
                   st.integers(0, 10**8 - 1))  # fmt: skip
landlines = st.builds("02{:09d}".format, st.integers(0, 10**9 - 1))
cards = st.builds("0{:011d}".format, st.integers(0, 10**11 - 1))
old_cards = st.builds("{:09d}".format, st.integers(10**7, 4 * 10**8).filter(lambda n: n % 1000))
marks = st.sampled_from([" ", ".", "-", "/", ",", "–", " - ", ". ", "\u00a0"])
words = st.sampled_from(["", "số ", "gọi ", "Zalo:", "(", "sđt ấp "])


@st.composite
def grouped(draw: st.DrawFn) -> str:
    digits = draw(phones | landlines | cards | old_cards)
    cuts = draw(st.sets(st.integers(1, len(digits) - 1), max_size=5))
    ends = [*sorted(cuts), len(digits)]
    parts = [digits[a:b] for a, b in zip([0, *ends], ends, strict=False)]
    mark = draw(marks)
    return mark.join(parts)


@given(grouped(), words, st.sampled_from([" ạ", ".", "", " để hỏi", " đồng ý"]))
def test_a_contact_is_hidden_however_it_is_grouped(contact, before, after):
    assume(not re.fullmatch(r"[1-9]\d{0,2}(?:([ .,])\d{3})*\1000", contact))
    assert mask_contacts(f"{before}{contact}{after}") == f"{before}{HIDDEN_MARK}{after}"


dates = st.builds(
    lambda day, form: day.strftime(form),
    st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2099, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]),
)
amounts = st.builds(
    lambda n, mark, unit: f"{n:,}".replace(",", mark) + unit,
    st.integers(1, 10**13),
    st.sampled_from([".", ",", " "]),
    st.sampled_from([" đồng", "đ", " VNĐ", "đồng"]),
)


@given(st.lists(dates | amounts, min_size=1, max_size=3), st.sampled_from([" ", ", ", " và "]))
def test_dates_and_amounts_stay_whatever_they_are(numbers, between):
    assert mask_contacts(between.join(numbers)) == between.join(numbers)


@given(grouped(), dates | amounts)
def test_a_contact_beside_a_date_or_an_amount_is_hidden(contact, number):
    hidden = mask_contacts(f"{contact}, {number}")
    assert len(re.findall(r"\d", hidden)) <= len(re.findall(r"\d", number))
