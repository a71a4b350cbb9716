import dataclasses

from lib.source_table import SourceTable, TablePart

TABLE = SourceTable(
    "s", "Phiếu", ("A", "B"), (["x", "y", "z"], [1, None, ""]), dropped=frozenset({0})
)


def test_rows_are_those_below_the_header():
    assert (TABLE.rows, SourceTable("s", "s", (), ()).rows) == (3, 0)


def test_of_a_dropped_column_stays_only_its_header_and_which_cells_were_filled():
    less = TABLE.without(frozenset({1}))
    assert (less.columns, less.headers) == ((["x", "y", "z"], [True, None, None]), ("A", "B"))
    assert less.dropped == {0, 1}


def test_the_table_itself_stays_as_it_was():
    TABLE.without(frozenset({1}))
    assert TABLE.columns[1] == [1, None, ""]


def test_rows_know_their_tab_whichever_are_kept_or_follow():
    tabs = dataclasses.replace(TABLE, parts=(TablePart("A", 0, 2), TablePart("B", 1, 1)))
    less = tabs.only([True, False, True])
    assert less.parts == (TablePart("A", 0, 1), TablePart("B", 1, 1))
    both = [(list(rows), part.tab) for rows, part in less.followed(TABLE).ranges()]
    assert both == [([0], "A"), ([1], "B"), ([2, 3, 4], "")]
