"""The emulator over HTTP, asked as any client asks Google."""

import datetime as dt
import gzip
import http.client
import json

import pytest
import requests

from tests.emulator import faults

ROWS = [
    ["Dấu thời gian", "Mức", "Ghi chú", "Điểm"],
    [dt.datetime(2026, 11, 23, 17, 1, 14), 5, None, 7.5],
    [],
    [dt.datetime(2026, 11, 23, 18, 0, 0), "", "tốt", True],
    [None, ""],
]


@pytest.fixture
def ask(emulator):
    """Ask the emulator for something below its one spreadsheet; return the answer."""
    sheet = emulator.create(("Trả lời 1", ROWS))
    with requests.Session() as session:
        session.trust_env = False

        def get(path="", **query):
            url = f"http://{emulator.host}/v4/spreadsheets/{sheet.key}{path}"
            return session.get(url, params=query, timeout=5)

        get.sheet = sheet
        yield get


def test_trailing_empty_cells_and_rows_are_left_out(ask):
    answer = ask("/values/A1:D", valueRenderOption="UNFORMATTED_VALUE").json()
    assert answer["values"] == [
        ["Dấu thời gian", "Mức", "Ghi chú", "Điểm"],
        [46349.709189814814, 5, "", 7.5],
        [],
        [46349.75, "", "tốt", True],
    ]
    assert answer["range"] == "'Trả lời 1'!A1:D1000"


def test_columns_are_cut_each_at_its_own_end(ask):
    query = {"majorDimension": "COLUMNS", "valueRenderOption": "UNFORMATTED_VALUE"}
    answer = ask("/values:batchGet", ranges="'Trả lời 1'!B:C", **query).json()
    assert answer["valueRanges"][0]["values"] == [["Mức", 5], ["Ghi chú", "", "", "tốt"]]


def test_formatted_values_are_text_in_the_locale_of_the_spreadsheet(ask):
    values = ask("/values/A2:D4").json()["values"]
    assert values[0] == ["23/11/2026 17:01:14", "5", "", "7,5"]
    assert values[2][3] == "TRUE"


def test_dates_can_be_text_while_numbers_stay_numbers(ask):
    options = {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "FORMATTED_STRING"}
    assert ask("/values/A2:B2", **options).json()["values"] == [["23/11/2026 17:01:14", 5]]


def test_an_empty_range_has_no_values(ask):
    assert "values" not in ask("/values/F1:G5").json()


def test_a_range_nobody_has_is_an_invalid_argument(ask):
    answer = ask("/values/Nháp")
    assert (answer.status_code, answer.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")


def test_the_tabs_of_a_spreadsheet_bear_their_grids(ask):
    [tab] = ask(fields="sheets.properties(title,gridProperties.rowCount)").json()["sheets"]
    assert tab == {"properties": {"title": "Trả lời 1", "gridProperties": {"rowCount": 1000}}}


def test_drive_tells_the_version_when_asked_for_it(emulator, ask):
    url = f"http://{emulator.host}/drive/v3/files/{ask.sheet.key}"
    answer = requests.get(url, params={"fields": "version"}, timeout=5)
    assert answer.json() == {"version": str(ask.sheet.version)}


def test_answers_are_compressed_and_compact_only_when_asked(emulator, ask):
    connection = http.client.HTTPConnection(emulator.host, timeout=5)
    path = f"/v4/spreadsheets/{ask.sheet.key}?fields=spreadsheetId&prettyPrint=false"
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    assert gzip.decompress(answer.read()) == b'{"spreadsheetId":"%s"}' % ask.sheet.key.encode()
    connection.request("GET", path)
    assert json.loads(connection.getresponse().read()) == {"spreadsheetId": ask.sheet.key}
    connection.close()


def test_a_change_is_in_the_next_answer(ask):
    ask("/values/B2")
    ask.sheet.edit("B2", 3)
    assert ask("/values/B2").json()["values"] == [["3"]]


def test_a_token_nobody_gave_out_is_refused(emulator, ask):
    url = f"http://{emulator.host}/v4/spreadsheets/{ask.sheet.key}"
    answer = requests.get(url, headers={"Authorization": "Bearer ya29.x"}, timeout=5)
    assert answer.status_code == 401


def test_the_log_says_who_asked_for_what(emulator, ask):
    ask("/values/B2", majorDimension="ROWS")
    [seen] = emulator.requests("/values/")
    assert (seen.method, seen.query, seen.reader) == ("GET", {"majorDimension": ["ROWS"]}, None)
    assert seen.agent.startswith("python-requests")


def test_a_fault_meets_the_requests_it_waits_for_and_no_more(emulator, ask):
    emulator.fail(faults.bad_gateway(), on="/values/")
    assert [ask(path).status_code for path in ("", "/values/B2", "/values/B2")] == [200, 502, 200]


@pytest.mark.parametrize("fault", [faults.cut(), faults.truncated()])
def test_a_cut_connection_is_one_for_the_client(emulator, ask, fault):
    emulator.fail(fault)
    with pytest.raises(requests.RequestException):
        ask("/values/A1:D")


def test_a_quota_holds_for_a_minute_and_for_sheets_only(emulator, ask):
    now = [0.0]
    emulator.quota = faults.Quota(2, clock=lambda: now[0])
    first = [ask().status_code for _ in range(3)]
    now[0] = 60.0
    assert [*first, ask().status_code] == [200, 200, 429, 200]


def test_an_answer_is_made_ready_once_for_each_version(emulator, ask):
    path = f"/v4/spreadsheets/{ask.sheet.key}/values/A1:D"
    first = emulator.answer(path, {}, None)
    assert emulator.answer(path, {}, None) is first
    ask.sheet.submit(4)
    assert emulator.answer(path, {}, None) is not first


def test_a_stopped_emulator_answers_nobody(emulator, ask):
    ask()
    emulator.stop()
    with pytest.raises(requests.ConnectionError):
        ask()
