"""The table [notify]: off unless set, and nothing of an address in what is said or printed."""

import pytest

from lib.errors import SettingError
from lib.settings import NotifyRules, read_settings

URL = "mailtos://motcua:geheim@gmail.com?to=chutich@example.gov.vn"


@pytest.fixture
def notify(tmp_path):
    """Read the table with these lines."""

    def notify(*lines: str) -> NotifyRules:
        folder = tmp_path / ".streamlit"
        folder.mkdir(exist_ok=True)
        (folder / "secrets.toml").write_text("\n".join(("[notify]", *lines)), encoding="utf-8")
        return read_settings({}, folder, tmp_path / "home").notify

    return notify


def test_nobody_is_told_unless_it_is_set(notify):
    assert notify().urls == ()


def test_addresses_the_link_and_the_hour_are_read(notify):
    told = notify(f'urls = ["{URL}"]', 'address = "https://a.vn/khaosat/"', "overdue_hour = 10")
    assert (told.urls, told.address, told.overdue_hour) == ((URL,), "https://a.vn/khaosat", 10)


def test_an_address_is_not_printed_with_the_settings(notify):
    assert "geheim" not in repr(notify(f'urls = ["{URL}"]'))


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (f'urls = "{URL}"', "urls"),
        (f'url = ["{URL}"]', "url"),
        ("overdue_hour = 6", "overdue_hour"),
        ("overdue_hour = 17", "overdue_hour"),
        ('address = "khaosat.vn"', "address"),
        ('address = "https://a:geheim@khaosat.vn"', "address"),
        ('address = "https://khaosat.vn/?xa=a"', "address"),
    ],
)
def test_what_is_wrong_is_named_without_what_stands_there(notify, line, key):
    with pytest.raises(SettingError, match=key) as caught:
        notify(line)
    assert "geheim" not in str(caught.value)
