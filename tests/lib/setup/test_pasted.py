"""What is near a key or an address is recognised, and the right one explained."""

import json

import pytest

from lib.setup.account_key import LARGEST_KEY, NotAKeyError, account_key
from lib.setup.pasted_address import NotASheetAddressError, pasted_address
from tests.emulator import tokens

SHEET = "https://docs.google.com/spreadsheets/d/1AbCdEf/edit?gid=5#gid=5"
HOST = "127.0.0.1:8099"


@pytest.mark.parametrize(
    "pasted", [SHEET, f"  {SHEET}\n", f"<{SHEET}>", f"“{SHEET}”", SHEET.removeprefix("https://")]
)
def test_a_sheets_address_is_taken_whatever_surrounds_it(pasted):
    assert pasted_address(pasted) == SHEET


def test_the_key_of_a_sheet_alone_is_one():
    key = "1" + "aB-_9" * 9
    assert pasted_address(key) == f"https://docs.google.com/spreadsheets/d/{key}/edit"


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("https://docs.google.com/forms/d/e/1FAIp/viewform", "địa chỉ của biểu mẫu"),
        ("https://docs.google.com/forms/d/1abc/edit#responses", "địa chỉ của biểu mẫu"),
        ("https://forms.gle/abc", "địa chỉ của biểu mẫu"),
        ("https://docs.google.com/spreadsheets/d/e/2PACX/pubhtml", "đã xuất bản lên web"),
        ("https://docs.google.com/spreadsheets/d/e/2PACX/pubchart?oid=1", "đã xuất bản lên web"),
        ("https://drive.google.com/file/d/1abc/view", "tệp trên Drive"),
        ("https://drive.google.com/drive/folders/1abc", "thư mục trên Drive"),
        ("https://docs.google.com/document/d/1abc/edit", "không phải Trang tính"),
        ("https://forms.office.com/r/abc", "Microsoft"),
        ("https://example.com", "sao chép toàn bộ địa chỉ"),
        ("", "sao chép toàn bộ địa chỉ"),
    ],
)
def test_another_address_is_recognised_and_the_right_one_explained(pasted, said):
    with pytest.raises(NotASheetAddressError, match=said):
        pasted_address(pasted)


def key(**changes: str) -> dict[str, str]:
    return tokens.account(f"http://{HOST}/token") | changes


def test_a_whole_key_is_taken_as_google_hands_it_out():
    assert account_key(json.dumps(key()).encode("utf-8-sig"), HOST) == key()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (json.dumps(key())[:-40].encode(), "cắt cụt"),
        (b'[gcp_service_account]\ntype = "service_account"\n', "không phải JSON"),
        (b"[]", "không phải chìa khóa"),
        (b"{}", "thiếu client_email, private_key, token_uri"),
        (json.dumps({"installed": {"client_id": "x"}}).encode(), "OAuth client"),
        (json.dumps({"web": {"client_id": "x"}}).encode(), "OAuth client"),
        (json.dumps({"type": "authorized_user"}).encode(), "đăng nhập của một người"),
        (json.dumps(key(private_key="-----BEGIN PRIVATE KEY-----\nMIIE")).encode(), "không đầy đủ"),
        (json.dumps(key() | {"client_email": ["a@b"]}).encode(), "không phải chìa khóa"),
        (json.dumps(key() | {"universe_domain": None}).encode(), "không phải chìa khóa"),
        (json.dumps(key(client_email="\ud800@b")).encode(), "không phải chìa khóa"),
        (b" " * (LARGEST_KEY + 1), "quá lớn"),
        (b"[" * 10_000, "không phải JSON"),
    ],
)
def test_another_file_is_told_apart_from_a_key_and_nothing_of_it_is_repeated(data, said):
    with pytest.raises(NotAKeyError, match=said) as raised:
        account_key(data, HOST)
    assert "MIIE" not in str(raised.value)
