import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest

from lib.errors import SettingError
from lib.kept_files import UnreadableFileError
from lib.office import Office
from lib.settings import Settings, SheetEntry
from lib.sources.workbook_file import WorkbookFile
from lib.survey.history.question_ids_file import TornNumbersError
from tests.lib.survey.tables import table

SHEET = SheetEntry("https://docs.google.com/spreadsheets/d/1AbC/edit?gid=0")
DESCRIBED = 'title = "Khảo sát"\noffice = "UBND xã Xuân Tây"\n'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / ".streamlit").mkdir()
    return tmp_path / ".streamlit"


def settings(tmp_path: Path, **given: object) -> Settings:
    return Settings(**{"sheets": (), "files": (), "account": None, "data_dir": tmp_path, **given})


@pytest.fixture
def own(folder, tmp_path):
    """An office that reads a file of its own."""
    (tmp_path / "phieu.csv").write_text("Dấu thời gian,Câu\n", encoding="utf-8")
    (folder / "survey.toml").write_text(DESCRIBED, encoding="utf-8")
    return Office.open(settings(tmp_path / "data", files=(tmp_path / "phieu.csv",)), folder)


def test_without_settings_the_office_is_the_sample_and_keeps_nothing(folder, tmp_path):
    office = Office.open(settings(tmp_path), folder)
    assert (office.sample, office.data_dir) == (True, None)
    assert [source.title for source in office.sources] == ["responses.csv"]


def test_the_samples_description_is_used_for_it_alone(folder, tmp_path, own):
    assert own.described().office == "UBND xã Xuân Tây"
    (folder / "survey.toml").unlink()
    bare = Office.open(settings(tmp_path, files=(tmp_path / "phieu.csv",)), folder)
    assert bare.described().office == ""


def test_an_offices_description_is_not_used_for_the_sample(folder, tmp_path, own):
    assert Office.open(settings(tmp_path), folder).described().office != own.described().office


def test_a_file_is_read_instead_of_the_sample(own):
    assert (own.sample, [type(source) for source in own.sources]) == (False, [WorkbookFile])


def test_each_sheet_is_a_source(folder, tmp_path):
    told = settings(tmp_path, sheets=(SHEET,), emulator="127.0.0.1:1")
    assert len(Office.open(told, folder).sources) == 1


@pytest.mark.parametrize(
    ("described", "told"),
    [
        (b"titel = 'x'", r"titel trong \.streamlit/survey\.toml, dòng 1"),
        (DESCRIBED.encode("utf-16"), r"\.streamlit/survey\.toml: .*UTF-8"),
    ],
    ids=["a wrong key", "saved as Windows once did"],
)
def test_a_description_that_is_wrong_is_said_and_where(folder, tmp_path, own, described, told):
    (folder / "survey.toml").write_bytes(described)
    with pytest.raises(SettingError, match=told):
        Office.open(settings(tmp_path, files=(tmp_path / "phieu.csv",)), folder)


def test_the_offices_own_places_are_used(folder, tmp_path):
    rows = "old_name,old_valid_to,new_name,new_valid_from\nXã A,2025-06-30,Xã B,2025-07-01\n"
    (folder / "places.csv").write_text(rows, encoding="utf-8")
    office = Office.open(settings(tmp_path), folder)
    assert [unit.name for unit in office.places.units] == ["A", "B"]


def test_numbers_of_columns_are_remembered(own):
    own.read([table({"Một": ["x"], "Hai": ["x"]})])
    again = own.read([table({"Mới": ["x"], "Hai": ["x"]})])
    assert [(q.text, q.id) for q in again.form.questions] == [("Mới", "c3"), ("Hai", "c2")]


@pytest.mark.parametrize("torn", ["", '{"known": {"sh'])
def test_while_the_numbers_are_torn_no_link_leads_to_another_question(own, torn):
    own.read([table({"Một": ["x"], "Hai": ["x"]})])
    file = own.data_dir / "questions.json"
    whole = file.read_text("utf-8")
    file.write_text(torn, encoding="utf-8")
    for read in (own.read, lambda tables: own.as_described(tables, own.describing())):
        with pytest.raises(TornNumbersError):
            read([table({"Hai": ["x"]})])
    assert file.read_text("utf-8") == torn
    file.write_text(whole, encoding="utf-8")
    assert [q.id for q in own.read([table({"Hai": ["x"]})]).form.questions] == ["c2"]


def test_numbers_that_cannot_be_read_just_now_are_not_taken_for_none(own):
    (own.data_dir / "questions.json").mkdir(parents=True)  # as refused as by another program
    with pytest.raises(UnreadableFileError, match=r"questions\.json.*thử lại"):
        own.read([table({"Hai": ["x"]})])
    assert (own.data_dir / "questions.json").is_dir()


def test_the_page_says_why_nothing_is_read_while_the_numbers_are_torn(own):
    (own.data_dir).mkdir()
    (own.data_dir / "questions.json").write_text("", encoding="utf-8")
    feed = own.feed()
    feed.start()
    assert feed.ready(30)
    assert feed.stop()
    assert [type(trouble.error) for trouble in feed.troubles] == [TornNumbersError]


def twelve_hours():
    return dataclasses.replace(
        table({"Một": ["x"]}),
        headers=("Dấu thời gian", "Một"),
        columns=(["12/10/2022 8:05:10 CH"], ["x"]),
    )


def submitted(own):
    return str(own.read([twelve_hours()]).submitted[0])


def test_a_new_source_with_a_vietnamese_clock_is_read_day_first_and_stays_so(own):
    assert [submitted(own), submitted(own)] == ["2022-10-12T20:05:10"] * 2


def test_a_source_read_before_the_order_was_remembered_keeps_the_month_first(own):
    own.read([twelve_hours()])
    file = own.data_dir / "questions.json"
    kept = json.loads(file.read_text("utf-8"))
    del kept["halves"]
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert [submitted(own), submitted(own)] == ["2022-12-10T20:05:10"] * 2


def test_a_source_read_before_the_rules_were_remembered_keeps_its_clock(own):
    times = [*(f"2026-10-{day}T17:30:00Z" for day in range(13, 19)), "Tổng cộng"]
    sheet = table({"Dấu thời gian": times, "Một": [*["x"] * 6, "6 phiếu"]})
    first = own.read([sheet])
    assert (first.n, str(first.submitted[0])) == (6, "2026-10-14T00:30:00")
    file = own.data_dir / "questions.json"
    kept = json.loads(file.read_text("utf-8"))
    del kept["rules"]
    file.write_text(json.dumps(kept), encoding="utf-8")
    again = own.read([sheet])
    assert (again.n, str(again.submitted[0])) == (6, "2026-10-13T17:30:00")


def test_what_is_too_old_is_told_by_the_times_on_the_screen(own):
    own.read([twelve_hours()])
    old = own._lasting.old
    assert old(twelve_hours(), dt.date(2022, 11, 1)) == [True]


def test_only_headers_are_kept_never_an_answer(own):
    own.read([table({"Một": ["bí mật"]})])
    [kept] = own.data_dir.iterdir()
    assert "Một" in json.dumps(json.loads(kept.read_text("utf-8")), ensure_ascii=False)
    assert "bí mật" not in kept.read_text("utf-8")


def test_the_clock_is_that_of_the_country():
    when = dt.datetime(2023, 2, 10, 20, 5, tzinfo=dt.UTC)
    assert Office.local(when).strftime("%d %H:%M") == "11 03:05"


def test_the_feed_reads_the_offices_sources(own):
    assert own.feed().snapshot is None
    assert own.feed().progress == (0, 1)


def test_a_written_description_counts_at_the_next_reading(own):
    form = table({"Thái độ?": ["Tốt", "Kém"]})
    before = own.read([form]).form.questions[0]
    assert own.describe('[[questions]]\nid = "thai_do"\nheader = "Thái độ?"\n')
    assert (before.id, own.read([form]).form.questions[0].id) == ("c1", "thai_do")


def test_a_description_that_is_only_tried_is_not_written(own):
    form = table({"Thái độ?": ["Tốt", "Kém"]})
    tried = own.as_described([form], '[[questions]]\nid = "thai_do"\nheader = "Thái độ?"\n')
    assert tried.form.questions[0].id == "thai_do"
    assert (own.read([form]).form.questions[0].id, own.describing()) == ("c1", DESCRIBED)


def test_a_disk_that_takes_nothing_is_told_and_the_old_description_stays(own, folder):
    (folder / "survey.toml.new").mkdir()
    assert not own.describe("title = 'x'")
    assert own.describing() == DESCRIBED


def test_the_samples_description_is_never_written(folder, tmp_path):
    office = Office.open(settings(tmp_path), folder)
    before = office.describing()
    assert (office.describe("title = 'x'"), office.describing()) == (False, before)


def test_a_header_edited_keeps_its_number_and_its_day_over_a_restart(own):
    own.read([table({"Thời gian chờ": ["x"]})], dt.date(2025, 10, 1))
    own.read([table({"Thời gian chờ đợi": ["x"]})], dt.date(2025, 10, 12))
    again = own.read([table({"Thời gian chờ đợi": ["x"]})], dt.date(2026, 1, 1))
    [asked] = again.form.questions
    assert (asked.id, asked.reworded) == ("c1", dt.date(2025, 10, 12))
