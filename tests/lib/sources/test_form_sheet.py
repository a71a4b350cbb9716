"""The real gspread client against the emulator: what is read, what is asked, what goes wrong."""

import datetime as dt
import inspect
import socket
import threading
import traceback

import google.auth.exceptions
import gspread.exceptions
import pytest
import requests.exceptions

from lib.errors import (
    CredentialsError,
    ForbiddenError,
    NotFoundError,
    QuotaError,
    ServiceDisabledError,
    SettingError,
    SourceError,
    UnreachableError,
)
from lib.settings import SheetEntry
from lib.source_table import TablePart
from lib.sources.form_sheet import configured_sheets
from lib.sources.google_client import google_errors_in_words
from lib.sources.service_account import READ_SCOPES
from lib.wording import use_language
from tests.emulator import faults

HEADERS = ["Dấu thời gian", "Thái độ phục vụ", "Xã"]
FIRST = [dt.datetime(2026, 10, 1, 6, 0, 0), "Rất hài lòng", "Xã Xuân Đông"]
SECOND = [dt.datetime(2026, 10, 2, 12, 0, 0), "Hài lòng"]
TITLE = "Câu trả lời biểu mẫu 1"


@pytest.fixture
def spreadsheet(emulator):
    """A form's spreadsheet with two responses, readable by whoever has its address."""
    return emulator.create((TITLE, [HEADERS, FIRST, SECOND]))


@pytest.fixture(autouse=True)
def _english():
    """Sentences are read in English here."""
    use_language("en")
    yield
    use_language("vi")


def sheet(emulator, spreadsheet, account=None, url=None, timeout=(1.0, 5.0), **entry):
    entries = [SheetEntry(url or spreadsheet.url, **{"name": None, "commune": None, **entry})]
    return configured_sheets(entries, account, emulator.host, timeout)[0]


def test_cells_come_by_column_padded_to_one_length(emulator, spreadsheet):
    table = sheet(emulator, spreadsheet).read()
    assert table.headers == ("Dấu thời gian", "Thái độ phục vụ", "Xã")
    assert table.columns == (
        [46296.25, 46297.5],
        ["Rất hài lòng", "Hài lòng"],
        ["Xã Xuân Đông", None],
    )


def test_a_table_says_whose_it_is(emulator, spreadsheet):
    table = sheet(emulator, spreadsheet, commune="xuan-dong").read()
    gid = spreadsheet.tabs[0].gid
    assert (table.source, table.title) == (f"{spreadsheet.key}/{gid}", f"Khảo sát – {TITLE}")
    assert (table.timezone, table.commune) == ("Asia/Ho_Chi_Minh", "xuan-dong")


def test_a_configured_name_is_identity_and_title(emulator, spreadsheet):
    table = sheet(emulator, spreadsheet, name="Xuân Đông").read()
    assert (table.source, table.title) == ("Xuân Đông", "Xuân Đông")


def test_numbers_phones_and_error_cells_stay_as_they_are(emulator):
    made = emulator.create((TITLE, [["Dấu thời gian", "a"], [FIRST[0], 5], [FIRST[0], "0912"]]))
    made.edit("B4", "#REF!")
    assert sheet(emulator, made).read().columns[1] == [5, "0912", "#REF!"]


def test_a_column_without_header_and_a_blank_row_keep_their_places(emulator):
    rows = [["Dấu thời gian", None, "Xã"], [], [FIRST[0], None, "Sông Ray"]]
    table = sheet(emulator, emulator.create((TITLE, rows))).read()
    assert table.headers == ("Dấu thời gian", "", "Xã")
    assert table.columns == (["", 46296.25], [None, None], ["", "Sông Ray"])


@pytest.mark.parametrize(
    "above",
    [
        [["KẾT QUẢ KHẢO SÁT XÃ"]],
        [[]],
        [["KẾT QUẢ KHẢO SÁT XÃ"], []],
        [[None, "Thông tin chung", "Đánh giá"]],
    ],
)
@pytest.mark.parametrize("width", [2, 3])
def test_rows_above_the_header_are_left_out_and_counted(emulator, above, width):
    rows = [[*above, HEADERS, FIRST, SECOND][at][:width] for at in range(len(above) + 3)]
    table = sheet(emulator, emulator.create((TITLE, rows))).read()
    assert table.headers == tuple(HEADERS[:width])
    assert table.columns[:2] == ([46296.25, 46297.5], ["Rất hài lòng", "Hài lòng"])
    assert table.parts == (TablePart("", len(above), 2),)


def test_a_sheet_that_was_read_before_keeps_its_first_row_for_a_header(emulator):
    made = emulator.create((TITLE, [["KẾT QUẢ"], HEADERS, FIRST]))
    entries = [SheetEntry(made.url)]
    [reader] = configured_sheets(entries, None, emulator.host, read_before=lambda source: True)
    assert reader.read().headers == ("KẾT QUẢ", "", "")


def test_an_empty_tab_is_a_table_without_columns(emulator):
    table = sheet(emulator, emulator.create((TITLE, []))).read()
    assert (table.headers, table.columns, table.rows) == ((), (), 0)


def test_a_header_alone_is_a_table_without_rows(emulator):
    table = sheet(emulator, emulator.create((TITLE, [HEADERS]))).read()
    assert (table.headers, table.rows) == (tuple(HEADERS), 0)


def test_reading_asks_twice_and_says_exactly_what_it_needs(emulator, spreadsheet):
    sheet(emulator, spreadsheet).read()
    about, values = emulator.requests()
    assert about.query["fields"] == [
        "properties(title,timeZone),sheets.properties(sheetId,title,sheetType)"
    ]
    assert values.query == {
        "ranges": [f"'{TITLE}'"],
        "majorDimension": ["COLUMNS"],
        "valueRenderOption": ["UNFORMATTED_VALUE"],
        "dateTimeRenderOption": ["SERIAL_NUMBER"],
        "fields": ["valueRanges(values)"],
        "prettyPrint": ["false"],
    }


def test_the_version_costs_one_request_of_drive_and_moves_with_a_change(emulator, spreadsheet):
    reader = sheet(emulator, spreadsheet)
    before = reader.version()
    spreadsheet.edit("B2", "Hài lòng")
    assert reader.version() != before
    assert [r.path for r in emulator.requests()] == [f"/drive/v3/files/{spreadsheet.key}"] * 2


def test_the_version_stays_while_nothing_changes(emulator, spreadsheet):
    reader = sheet(emulator, spreadsheet)
    assert reader.version() == reader.version() == str(spreadsheet.version)


def test_a_tab_is_found_by_gid_whatever_it_is_called(emulator, spreadsheet):
    reader = sheet(emulator, spreadsheet)
    spreadsheet.rename_tab('Bà Ba\'s "phiếu" !A1')
    assert reader.read().rows == 2


def test_a_deleted_tab_is_not_found_and_those_left_are_named(emulator, spreadsheet):
    reader = sheet(emulator, spreadsheet)
    spreadsheet.delete_tab()
    left = spreadsheet.add_tab("Nháp")
    with pytest.raises(NotFoundError, match=rf"there are: Nháp \(gid={left}\)"):
        reader.read()


@pytest.mark.parametrize("header", ["Zeitstempel", "Timestamp"])
def test_without_a_gid_the_first_tab_with_times_is_read(emulator, header):
    rows = [[header, "Xã"], [FIRST[0], "Sông Ray"]]
    made = emulator.create(("Ghi chú", [["việc"], ["gọi điện"]]), (TITLE, rows))
    reader = sheet(emulator, made, url=made.address())
    assert (reader.name, reader.read().rows) == (made.key, 1)
    assert reader.read().headers == (header, "Xã")


def test_without_a_gid_a_form_without_responses_is_known_by_its_header(emulator):
    made = emulator.create(("Ghi chú", [["việc"], ["gọi điện"]]), (TITLE, [HEADERS]))
    assert sheet(emulator, made, url=made.address()).read().headers == tuple(HEADERS)


def test_amounts_and_bare_dates_are_no_submission_times(emulator):
    notes = [["Số tiền", "Ngày"], [45000, dt.date(2026, 10, 1)]]
    made = emulator.create(("Thu chi", notes), (TITLE, [["Zeit", "Xã"], [FIRST[0], "a"]]))
    assert sheet(emulator, made, url=made.address()).read().headers == ("Zeit", "Xã")


def test_a_chart_on_a_tab_of_its_own_is_no_tab_of_answers(emulator, spreadsheet):
    spreadsheet.add_tab("Biểu đồ", kind="OBJECT")
    assert sheet(emulator, spreadsheet, url=spreadsheet.address()).read().rows == 2


def test_a_key_that_google_does_not_know_is_refused(emulator, spreadsheet):
    reader = sheet(emulator, spreadsheet, emulator.account(key=1))
    with pytest.raises(CredentialsError):
        reader.version()


def test_an_account_reads_what_is_shared_with_it_and_asks_to_read_only(emulator, spreadsheet):
    account = emulator.account()
    spreadsheet.share(account["client_email"])
    sheet(emulator, spreadsheet, account).read()
    assert emulator.tokens.scopes == [" ".join(READ_SCOPES)]
    assert all("readonly" in scope for scope in READ_SCOPES)


def test_no_other_host_is_looked_up_than_this_machine(emulator, spreadsheet, monkeypatch):
    asked, look_up = [], socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *a, **k: asked.append(a[0]) or look_up(*a, **k)
    )
    sheet(emulator, spreadsheet, emulator.account()).version()
    # google-auth asks where an account may be used from a thread of its own
    for thread in threading.enumerate():
        if "Boundary" in type(thread).__name__:
            thread.join(10)
    assert set(asked) == {"127.0.0.1"}


@pytest.mark.parametrize("ask", ["version", "read"])
def test_a_sheet_that_is_not_shared_names_the_account_to_share_it_with(emulator, spreadsheet, ask):
    spreadsheet.share("chu-tich@example.com")
    reader = sheet(emulator, spreadsheet, emulator.account())
    with pytest.raises(ForbiddenError, match=r"app@khao-sat\.iam\.gserviceaccount\.com"):
        getattr(reader, ask)()


def test_without_an_account_a_sheet_that_is_not_shared_says_where_the_address_stands(
    emulator, spreadsheet
):
    spreadsheet.share("chu-tich@example.com")
    with pytest.raises(ForbiddenError, match=r"client_email in its JSON file"):
        sheet(emulator, spreadsheet).read()


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("accessNotConfigured", ServiceDisabledError),
        ("userRateLimitExceeded", QuotaError),
        ("rateLimitExceeded", QuotaError),
        ("insufficientFilePermissions", ForbiddenError),
    ],
)
def test_a_refusal_of_drive_is_told_apart_by_its_reason(emulator, spreadsheet, reason, kind):
    emulator.fail(faults.refused(403, "PERMISSION_DENIED", reason=reason), on="/drive")
    with pytest.raises(SourceError) as refused:
        sheet(emulator, spreadsheet).version()
    assert type(refused.value) is kind


def test_sheets_that_are_not_enabled_are_told_from_a_sheet_that_is_not_shared(
    emulator, spreadsheet
):
    emulator.fail(faults.service_disabled(), on="/v4")
    with pytest.raises(ServiceDisabledError):
        sheet(emulator, spreadsheet).read()


@pytest.mark.parametrize("ask", ["version", "read"])
def test_a_spreadsheet_that_does_not_exist_is_not_found(emulator, spreadsheet, ask):
    url = "https://docs.google.com/spreadsheets/d/1no-such-file/edit"
    with pytest.raises(NotFoundError):
        getattr(sheet(emulator, spreadsheet, url=url), ask)()


def test_an_expired_token_is_fetched_again_by_itself(emulator, spreadsheet):
    reader = sheet(emulator, spreadsheet, emulator.account())
    reader.version()
    emulator.tokens.expire()
    assert reader.read().rows == 2
    assert len(emulator.tokens.scopes) == 2


def test_a_private_key_pasted_with_backslash_n_works(emulator, spreadsheet):
    account = emulator.account()
    account["private_key"] = account["private_key"].replace("\n", "\\n")
    assert sheet(emulator, spreadsheet, account).read().rows == 2


def test_half_a_private_key_is_refused_and_not_repeated(emulator, spreadsheet):
    account = emulator.account()
    account["private_key"] = account["private_key"][:900]
    with pytest.raises(CredentialsError) as refused:
        sheet(emulator, spreadsheet, account).version()
    said = "".join(traceback.format_exception(refused.value))
    assert account["private_key"][100:130] not in said
    assert "PEM" not in said


def test_without_an_account_a_sheet_says_so_when_it_is_read():
    entry = SheetEntry("https://docs.google.com/spreadsheets/d/1abc/edit?gid=0", None, None)
    [reader] = configured_sheets([entry], None, None)
    with pytest.raises(CredentialsError, match="no service account is configured"):
        reader.version()


@pytest.mark.parametrize(
    ("said", "waits"),
    [
        ("17", 17.0),
        (None, 0.0),
        ("soon", 0.0),
        ("99999999", 600.0),
        ("9" * 400, 600.0),
        ("9" * 5000, 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 600.0),
    ],
    ids=["some seconds", "none", "no number", "years", "ages", "no end", "a day far off"],
)
def test_a_used_up_quota_surfaces_at_once_with_the_time_to_wait(emulator, spreadsheet, said, waits):
    emulator.fail(faults.too_many(said))
    with pytest.raises(QuotaError) as refused:
        sheet(emulator, spreadsheet).read()
    assert refused.value.retry_after == waits
    assert len(emulator.requests()) == 1


@pytest.mark.parametrize("fault", [faults.refused(500), faults.bad_gateway(), faults.cut()])
def test_one_failure_of_google_is_repeated_and_not_seen(emulator, spreadsheet, fault):
    emulator.fail(fault)
    assert sheet(emulator, spreadsheet).read().rows == 2


@pytest.mark.parametrize(
    "fault",
    [faults.refused(500), faults.bad_gateway(), faults.cut(), faults.truncated(), faults.late(9)],
    ids=["500", "502 as HTML", "cut", "truncated", "timeout"],
)
def test_failures_that_last_are_unreachable_after_a_few_tries(emulator, spreadsheet, fault):
    emulator.fail(fault, times=9)
    with pytest.raises(UnreachableError):
        sheet(emulator, spreadsheet, timeout=(0.3, 0.3)).read()
    assert len(emulator.requests()) <= 3


@pytest.mark.parametrize(
    "fault",
    [faults.bad_gateway(), faults.cut(), faults.refused(503), faults.page(200), faults.page(403)],
    ids=["502 as HTML", "cut", "503", "a gateway's page", "a gateway's refusal"],
)
def test_a_token_that_cannot_be_fetched_now_is_no_refused_key(emulator, spreadsheet, fault):
    emulator.fail(fault, times=9, on="/token")
    with pytest.raises(UnreachableError):
        sheet(emulator, spreadsheet, emulator.account()).version()


def test_a_server_that_is_gone_is_unreachable_and_found_again(emulator, spreadsheet):
    reader = sheet(emulator, spreadsheet)
    emulator.fail(faults.cut(), times=3)
    with pytest.raises(UnreachableError):
        reader.read()
    assert reader.read().rows == 2


def test_an_office_proxy_is_not_asked_for_the_emulator(emulator, spreadsheet, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert sheet(emulator, spreadsheet).read().rows == 2


@pytest.mark.parametrize(
    "host", ["sheets.googleapis.com:80", "127.0.0.1", "127.0.0.1.example:80", "127.0.0.1:80@x"]
)
def test_an_emulator_anywhere_else_is_refused(host):
    with pytest.raises(SettingError):
        configured_sheets([], None, host)


@pytest.mark.parametrize(
    ("token_uri", "host"),
    [
        ("http://127.0.0.1:9/token", None),
        ("https://oauth2.googleapis.com.example/token", None),
        ("https://oauth2.googleapis.com/token", "127.0.0.1:9"),
        ("http://127.0.0.1:9@example.com/token", "127.0.0.1:9"),
    ],
)
def test_a_key_is_shown_to_google_or_to_the_emulator_only(token_uri, host):
    with pytest.raises(SettingError):
        configured_sheets([], {"token_uri": token_uri}, host)


def test_googles_own_key_file_is_accepted():
    assert (
        configured_sheets(
            [], {"token_uri": "https://oauth2.googleapis.com/token", "client_email": ""}, None
        )
        == ()
    )


def outside():
    """Return every exception class that gspread, requests and google-auth declare."""
    for module in (gspread.exceptions, requests.exceptions, google.auth.exceptions):
        for name, kind in inspect.getmembers(module, inspect.isclass):
            own = kind.__module__ == module.__name__ and issubclass(kind, Exception)
            if own and not issubclass(kind, Warning):
                yield pytest.param(kind, id=f"{module.__name__}.{name}")


@pytest.mark.parametrize("kind", [*outside(), pytest.param(PermissionError, id="gspread's 403")])
def test_every_exception_of_the_libraries_becomes_a_sentence(kind):
    error = kind.__new__(kind)
    error.response = requests.Response()
    error.response.status_code = 500
    with pytest.raises(SourceError), google_errors_in_words("Khảo sát", "app@example.com"):
        raise error


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, NotFoundError),
        (401, CredentialsError),
        (403, ForbiddenError),
        (404, NotFoundError),
        (418, UnreachableError),
        (429, QuotaError),
        (503, UnreachableError),
    ],
)
def test_the_http_status_alone_decides(status, kind):
    response = requests.Response()
    response.status_code, response._content = status, b"<html>no JSON</html>"
    with pytest.raises(kind) as found, google_errors_in_words("Khảo sát", "app@example.com"):
        raise gspread.exceptions.APIError(response)
    assert type(found.value) is kind
