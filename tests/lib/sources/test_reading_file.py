"""The last good copy: what goes in comes out, whole or not at all."""

import dataclasses
import datetime as dt
import gzip
import stat
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib.errors import NotKeptError
from lib.source_table import SourceTable, TablePart
from lib.sources.reading_file import (
    SourceReading,
    load_copy,
    pack_reading,
    save_packed_copy,
    unpack_reading,
)

READ_AT = dt.datetime(2026, 10, 31, 8, 5, 7, 123, tzinfo=dt.UTC)
TABLE = SourceTable(
    source="Xuân Tây",
    title="Khảo sát · Câu trả lời 1",
    headers=("Dấu thời gian", "Có hài lòng?", "Họ và tên"),
    columns=([44967.3, "10/02/2023"], ["Có", None], [None, None]),
    timezone="Asia/Ho_Chi_Minh",
    commune="Xuân Tây",
    dropped=frozenset({2}),
)
READING = SourceReading((TABLE,), "version 7", READ_AT)
cells = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
)


def test_a_reading_survives_packing():
    assert unpack_reading(pack_reading(READING)) == READING


def test_a_reading_of_several_tabs_survives_packing():
    tabs = (TABLE, dataclasses.replace(TABLE, title="Kết quả", columns=([1], [2], [None])))
    reading = dataclasses.replace(READING, tables=tabs)
    assert unpack_reading(pack_reading(reading)) == reading


@given(st.lists(cells, max_size=5))
@example(["half a letter: \ud800"])
def test_every_cell_comes_back_as_it_was(column):
    reading = SourceReading((SourceTable("a", "a", ("h",), (column,)),), "1", READ_AT)
    back = unpack_reading(pack_reading(reading)).tables[0].columns[0]
    assert [(type(cell), cell) for cell in back] == [(type(cell), cell) for cell in column]


def test_the_same_reading_is_the_same_bytes_at_any_time():
    packed = pack_reading(READING)
    assert packed == pack_reading(dataclasses.replace(READING))
    assert packed[4:8] == bytes(4)  # where gzip would put the time of packing


def test_a_copy_is_written_letter_for_letter_as_before():
    table = dataclasses.replace(TABLE, columns=([dt.date(2026, 1, 2), 1.5], ["a", None], [None]))
    packed = pack_reading(dataclasses.replace(READING, tables=(table,)))
    assert gzip.decompress(packed).decode() == (
        '{"layout": 2, "version": "version 7",'
        ' "read_at": {"datetime": "2026-10-31T08:05:07.000123+00:00"},'
        ' "tables": [{"source": "Xuân Tây", "title": "Khảo sát · Câu trả lời 1",'
        ' "headers": ["Dấu thời gian", "Có hài lòng?", "Họ và tên"],'
        ' "columns": [[{"date": "2026-01-02"}, 1.5], ["a", null], [null]],'
        ' "timezone": "Asia/Ho_Chi_Minh", "commune": "Xuân Tây", "dropped": [2]}]}'
    )


def test_where_rows_stand_and_which_tabs_were_left_out_is_kept():
    table = dataclasses.replace(TABLE, parts=(TablePart("A", 1, TABLE.rows),), left_out=("B",))
    reading = dataclasses.replace(READING, tables=(table,))
    assert unpack_reading(pack_reading(reading)) == reading


@pytest.mark.parametrize("kept", [0, 5, 40, -1])
def test_torn_bytes_are_no_reading(kept):
    assert unpack_reading(pack_reading(READING)[:kept]) is None


@pytest.mark.parametrize(
    "text",
    ["[]", "{}", "1", "{", '{"layout": 0, "tables": []}', '{"tables": [{"headers": 1}]}', "é"],
)
def test_what_is_no_copy_of_ours_is_no_reading(text):
    assert unpack_reading(gzip.compress(text.encode("latin-1"))) is None


def test_a_copy_in_an_older_layout_is_no_reading():
    older = gzip.decompress(pack_reading(READING)).replace(b'"layout": 2', b'"layout": 1')
    assert unpack_reading(gzip.compress(older)) is None


def test_a_saved_copy_is_loaded(tmp_path):
    save_packed_copy(tmp_path / "new" / "folder", "Xuân Tây", pack_reading(READING))
    assert load_copy(tmp_path / "new" / "folder", "Xuân Tây") == READING


@pytest.mark.parametrize("name", ["a/b:c*?", "\udcff.csv", ""])
def test_each_source_has_its_own_copy_whatever_its_name(tmp_path, name):
    other = dataclasses.replace(TABLE, source=name)
    save_packed_copy(tmp_path, "Xuân Tây", pack_reading(READING))
    save_packed_copy(tmp_path, name, pack_reading(dataclasses.replace(READING, tables=(other,))))
    assert load_copy(tmp_path, name).tables == (other,)
    assert load_copy(tmp_path, "Xuân Tây").tables == (TABLE,)


def test_a_copy_of_another_source_is_not_taken(tmp_path):
    save_packed_copy(tmp_path, "Xuân Đông", pack_reading(READING))
    assert load_copy(tmp_path, "Xuân Đông") is None


@pytest.mark.parametrize("torn", [True, False])
def test_a_copy_that_cannot_be_read_is_named_in_the_log(tmp_path, caplog, torn):
    save_packed_copy(tmp_path, "Xuân Tây", b"torn")
    (file,) = tmp_path.iterdir()
    if not torn:
        file.unlink()
        file.mkdir()  # as refused as by another program
    assert load_copy(tmp_path, "Xuân Tây") is None
    [said] = caplog.messages
    assert file.name in said
    assert "Không đọc được" in said


def test_a_copy_that_is_not_there_is_no_matter_for_the_log(tmp_path, caplog):
    assert load_copy(tmp_path, "Xuân Tây") is None
    assert caplog.messages == []


def test_no_copy_and_no_folder_are_nothing(tmp_path):
    assert load_copy(tmp_path / "nowhere", "Xuân Tây") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_may_read_a_copy(tmp_path):
    save_packed_copy(tmp_path / "kept", "Xuân Tây", pack_reading(READING))
    (file,) = (tmp_path / "kept").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_copy_that_cannot_be_put_in_place_leaves_nothing_behind(tmp_path):
    save_packed_copy(tmp_path, "Xuân Tây", b"old")
    (file,) = tmp_path.iterdir()
    file.unlink()
    (file / "in the way").mkdir(parents=True)
    with pytest.raises(NotKeptError):
        save_packed_copy(tmp_path, "Xuân Tây", pack_reading(READING))
    assert list(tmp_path.iterdir()) == [file]
