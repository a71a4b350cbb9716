"""Who did what, without a word of anybody."""

import datetime as dt
import io

from python_calamine import CalamineWorkbook

from lib.journal.journal_lines import Event, EventKind
from lib.reports.activity_workbook import activity_xlsx

AT = dt.datetime(2026, 10, 1, 1, 0, tzinfo=dt.UTC)
TOLD = Event("1", "abc", EventKind.UNMASKED, AT, "canbo@xa.vn", texts={"note": "lời riêng"})


def test_one_row_says_when_who_what_and_of_which_case_but_no_text():
    data = activity_xlsx([TOLD], ["ghi chú"], lambda moment: moment + dt.timedelta(hours=7))
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    note, _, row = book.get_sheet_by_index(0).to_python()
    assert note[0] == "ghi chú"
    assert row == [
        dt.datetime(2026, 10, 1, 8, 0), "canbo@xa.vn", "Xem thông tin liên hệ trong góp ý", "abc"
    ]  # fmt: skip
    assert "lời riêng" not in data.decode("latin-1")
