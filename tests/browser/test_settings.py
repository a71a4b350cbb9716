"""A wrong setting is told on the screen: which, where, and how it would be right."""

import pytest

from tests.browser.screen import Screen


@pytest.mark.parametrize(
    ("secrets", "said"),
    [
        (
            '[survey]\nfiel = "a.csv"',
            "Cài đặt fiel trong .streamlit/secrets.toml: không có mục nào tên",
        ),
        pytest.param("[survey\nfile = 3", "viết sai ở dòng 1", marks=pytest.mark.thorough),
    ],
)
def test_a_wrong_setting_is_told_in_a_sentence(page, start, secrets, said):
    screen = Screen(page, start(secrets)).open("/so_sanh")
    screen.says(said)
    assert page.get_by_test_id("stException").count() == 0
    assert "Traceback" not in page.inner_text("body")
