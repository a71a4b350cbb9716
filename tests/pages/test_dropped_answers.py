"""A file that is dropped never takes the place of answers that are kept under its name."""

import csv
import io

import pytest

from lib.setup.kept_source import SOURCES_FOLDER
from lib.sources.workbook_file import WorkbookFile
from lib.survey.table.form_table import form_likeness
from lib.ui.shell.process import the_feed, the_settings
from tests import small_form
from tests.pages.conftest import LEADER, SIGN_IN
from tests.running import wait_for

OTHER_FORM = [
    ["Dấu thời gian", "Nhà văn hóa ấp có sạch không?", "Loa truyền thanh có rõ không?"],
    *(["05/03/2025 08:00:00", "Hài lòng", "Không hài lòng"] for _ in range(6)),
]


@pytest.fixture
def at_setup(office, opened):
    """The page for a leader, over the sample."""
    office(SIGN_IN)
    return opened("bat_dau", mail=LEADER).test


def _told(cell: small_form.Cell) -> str:
    return cell if isinstance(cell, str) else cell.strftime("%d/%m/%Y %H:%M:%S")


def drop(test, table, name: str = "Phiếu.csv"):
    text = io.StringIO()
    csv.writer(text).writerows([_told(cell) for cell in row] for row in table)
    [uploader] = [each for each in test.get("file_uploader") if "setup_file" in each.key]
    uploader.set_value((name, text.getvalue().encode(), "text/csv"))
    return test.run()


def keep(test):
    test.button(key="setup_use_file").click().run()
    the_feed().ready(20)
    return test.run()


def said(test) -> str:
    return "".join(node.proto.body for node in test.get("html"))


def kept_rows() -> dict[str, int]:
    folder = the_settings().data_dir / SOURCES_FOLDER
    return {f.name: WorkbookFile(f, form_likeness).read().rows for f in folder.iterdir()}


def test_another_form_of_the_same_name_is_kept_beside_and_the_answers_of_before_stay(at_setup):
    keep(drop(at_setup, small_form.recent()))
    keep(drop(at_setup, OTHER_FORM))
    assert kept_rows() == {"Phiếu.xlsx": 12, "Phiếu-2.xlsx": 6}
    assert [file.name for file in the_settings().files] == ["Phiếu-2.xlsx"]


def test_answers_kept_before_the_way_back_to_the_sample_are_known_when_they_are_dropped_again(
    at_setup,
):
    rows = small_form.recent()
    keep(drop(at_setup, rows))
    at_setup.button(key="setup_back").click().run()
    drop(at_setup, [rows[0], *rows[3:]], "Phiếu (2).csv")
    assert "10 phiếu như cũ" in said(at_setup)
    keep(at_setup)
    assert kept_rows() == {"Phiếu.xlsx": 12}
    wait_for(lambda: the_feed().snapshot.made.n == 12, "all that was kept")


def test_responses_that_a_hand_named_file_shows_already_are_not_offered_as_others(
    office, opened, tmp_path
):
    table = small_form.recent()
    file = small_form.write(tmp_path / "small.csv", table)
    office(f'[survey]\nfile = "{file}"\n' + SIGN_IN)
    test = drop(opened("bat_dau", mail=LEADER).test, table)
    assert "12 phiếu trong tệp này đang được hiển thị rồi, lấy từ small.csv" in said(test)
    assert "setup_add_file" not in {each.key for each in test.button}


def test_two_people_who_drop_a_file_of_one_name_lose_none(at_setup, opened):
    other = drop(opened("bat_dau", mail=LEADER).test, OTHER_FORM)
    keep(drop(at_setup, small_form.recent()))
    other.button(key="setup_use_file").click().run()
    assert kept_rows() == {"Phiếu.xlsx": 12, "Phiếu-2.xlsx": 6}
