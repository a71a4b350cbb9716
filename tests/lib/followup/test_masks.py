"""Contacts inside comments are hidden; numbers of every day are not."""

import unicodedata

import pytest

from lib.followup.masks import HIDDEN, masked

CONTACTS = [
    "0912345678", "0912 345 678", "0912.345.678", "+84 912 345 678", "84912345678",
    "02513 871 234", "079099001234", "271234567", "chi.lan@example.com",
]  # fmt: skip
PLAIN = [
    "10/02/2023", "ngày 10-02-2023", "500.000 đồng", "12.500.000", "7 giờ 30", "08:05",
    "hồ sơ số 12345", "2 lần", "Nghị định 30/2020",
]  # fmt: skip


@pytest.mark.parametrize("contact", CONTACTS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_contact_is_hidden_wherever_it_stands(contact, form):
    text = unicodedata.normalize(form, f"Gọi tôi số{contact}để hỏi, ở ấp {contact}, chị Ý.")
    plain = "".join(masked(text).split(HIDDEN))
    assert contact not in masked(text)
    assert plain.endswith(unicodedata.normalize(form, ", chị Ý."))


@pytest.mark.parametrize("text", PLAIN)
def test_dates_amounts_and_other_numbers_stay(text):
    assert masked(f"Hẹn {text} nhé") == f"Hẹn {text} nhé"
