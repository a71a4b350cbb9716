import itertools
import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.survey.model.vietnamese_text import (
    clean_text,
    fold_accents,
    link_slug,
    sort_key,
    spelling_key,
)

TONES = ("ma", "mà", "mả", "mã", "má", "mạ")
SORTED = [
    *["Ấp 1", "Ấp 2", "Ấp 10", "Bảo Bình", "Cẩm Mỹ", "Lâm San", "Long Giao", "Xuân Bảo"],
    *["Xuân Đông", "Xuân Đường", "Xuân Mỹ", "Xuân Quế", "Xuân Tây"],
]


def test_clean_leaves_single_ordinary_spaces() -> None:
    assert clean_text("  Hài\u00a0 lòng\n\u200b ") == "Hài lòng"


def test_clean_joins_letters_and_their_marks() -> None:
    assert clean_text(unicodedata.normalize("NFD", "Hài lòng")) == "Hài lòng"


@pytest.mark.parametrize(
    ("one", "other"),
    [("HÒA", "hoà"), ("Ủy ban", "Uỷ ban"), ("Ðồng ý", "đồng ý"), ("Ｔốt", "tốt")],
)
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)


@pytest.mark.parametrize("word", ["quý", "loại", "hoạt", "hoàn"])
def test_the_tone_stays_where_it_belongs(word: str) -> None:
    assert spelling_key(word) == word


def test_fold_takes_the_bar_from_the_letter_too() -> None:
    assert fold_accents("Đồng Nai đã Ðến") == "dong nai da den"


def test_a_slug_is_fit_for_a_link() -> None:
    assert link_slug("Ấp 7, xã Xuân Tây") == "ap-7-xa-xuan-tay"


def test_names_sort_as_in_a_vietnamese_dictionary() -> None:
    shuffled = random.Random(1).sample(SORTED, len(SORTED))
    assert sorted(shuffled, key=sort_key) == SORTED


def test_tones_sort_in_their_order() -> None:
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == list(TONES)


@settings(deadline=None)
@given(st.lists(st.text(max_size=8)))
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    keys = [sort_key(text) for text in sorted(texts, key=sort_key)]
    assert all(one <= other for one, other in itertools.pairwise(keys))
