"""Words are found in the guide, whatever their accents, and the best place comes first."""

import pytest

from lib.ui.tro_giup.guide_search import find_in_guide


def places(asked):
    return [
        " › ".join(filter(None, (found.title, found.heading))) for found, _ in find_in_guide(asked)
    ]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("sao luu", "Sao lưu và khôi phục sổ diễn biến"),
        ("SAO LƯU", "Sao lưu và khôi phục sổ diễn biến"),
        ("chot so lieu", "Chứng minh số liệu không bị sửa › Chốt số liệu"),
        ("khoang tin cay", "Khoảng tin cậy"),
        ("bảng chéo", "Xem, lọc và so sánh mọi câu trả lời › So sánh và lập bảng chéo"),
        ("quên mã", "Đăng nhập bằng tên và mã PIN trong mạng của cơ quan › Sau đó"),
        ("allowedHosts", "Cho người khác mở liên kết › Máy tính của văn phòng, trong mạng nội bộ"),
    ],
)
def test_what_an_office_looks_for_comes_first(asked, first):
    assert places(asked)[0] == first


def test_all_words_must_be_there_and_each_begins_a_word():
    assert places("sao luu xyz") == []
    assert places("hữu ích lắm") == []
    assert places("   ?") == []
    assert places("tunnel") == places("tunne") != []
    assert places("unnel") == []


def test_the_line_shows_what_was_found_and_no_markup_of_the_text():
    [(_, line), *_] = find_in_guide("mật khẩu ứng dụng")
    assert "<mark>Mật</mark> <mark>khẩu</mark> <mark>ứng</mark> <mark>dụng</mark>" in line
    assert len(line.striptags()) < 200
    [(_, quoted), *_] = find_in_guide("mailtos")
    assert "&#34;" in quoted
    assert "<" not in quoted.replace("<mark>", "").replace("</mark>", "")
