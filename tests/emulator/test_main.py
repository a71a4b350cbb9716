"""The emulator started by hand."""

import datetime as dt

from tests.emulator.__main__ import rows


def test_a_csv_becomes_what_a_form_writes(tmp_path):
    file = tmp_path / "phieu.csv"
    text = "Dấu thời gian,Mức,Điện thoại\n01/10/2026 08:05:03,5,0912345678\nchưa rõ,10,\n"
    file.write_text(text, encoding="utf-8-sig")
    assert rows(file) == [
        ["Dấu thời gian", "Mức", "Điện thoại"],
        [dt.datetime(2026, 10, 1, 8, 5, 3), 5, "0912345678"],
        ["chưa rõ", 10, ""],
    ]
