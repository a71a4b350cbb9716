"""The rules of the address, with a browser that is only its query."""

import time

import pytest
from streamlit.testing.v1 import AppTest

CODES = ["bao-binh", "xuan-tay"]


def script() -> None:
    """Show one filter and buttons, as the product's script does."""
    import streamlit as st

    from lib.ui.shell import address

    address.settle_address()
    if "elsewhere" not in st.session_state:
        address.show_filter_value("filter_xa", address.current_address().get("xa", []))
        st.multiselect(
            "Xã",
            ["bao-binh", "xuan-tay"],
            key="filter_xa",
            on_change=address.write_filter,
            args=("xa", "filter_xa", lambda: st.session_state["filter_xa"], ("ap",)),
        )
    st.button("clear", on_click=address.clear_filters)
    st.button("unfinished", on_click=lambda: address.write_filter("xa", "clear_", lambda: None))
    st.session_state["clear_"] = None
    st.session_state["linked"] = address.link_query()
    st.session_state["towards"] = [
        address.query_for_page(page) for page in ("so_sanh", "dan_van_kheo")
    ]
    st.session_state["changed"] = address.link_query(ky=["2023"], xa=[])


@pytest.fixture
def app():
    def opened(page: str = "", **query: list[str]) -> AppTest:
        test = AppTest.from_function(script, default_timeout=30)
        test.session_state["_page"] = page
        test.query_params.update(query)
        return test.run()

    return opened


def address(test: AppTest) -> dict[str, list[str]]:
    """Return the address; a value that stands alone comes back as a text."""
    query = test.query_params.items()
    return {n: values if isinstance(values, list) else [values] for n, values in query}


def test_a_filter_shows_the_address(app):
    assert app(xa=["xuan-tay"]).multiselect[0].value == ["xuan-tay"]


def test_opening_a_link_leaves_it_as_it_was_written(app):
    assert address(app(xa=["HA-NOI"], viec=["a1"])) == {"xa": ["HA-NOI"], "viec": ["a1"]}


def test_an_edit_writes_the_address(app):
    test = app(ky=["2023"]).multiselect[0].set_value(CODES).run()
    assert address(test) == {"ky": ["2023"], "xa": CODES}


def test_an_edit_keeps_what_is_not_a_filter_and_clears_what_makes_no_sense_any_more(app):
    test = app(viec=["a1"], ap=["ap-7"]).multiselect[0].set_value(["xuan-tay"]).run()
    assert address(test) == {"viec": ["a1"], "xa": ["xuan-tay"]}


def test_an_emptied_filter_leaves_the_address(app):
    assert address(app(xa=["xuan-tay"]).multiselect[0].set_value([]).run()) == {}


def test_an_edit_not_finished_writes_nothing(app):
    test = app(xa=["xuan-tay"]).button[1].click().run()
    assert address(test) == {"xa": ["xuan-tay"]}


def test_clearing_keeps_the_language_and_what_is_not_a_filter(app):
    test = app(xa=["xuan-tay"], ky=["2023"], lang=["en"], viec=["a1"]).button[0].click().run()
    assert address(test) == {"lang": ["en"], "viec": ["a1"]}


def test_clearing_keeps_the_reading_that_a_link_is_pinned_to(app):
    pinned = {"luc": ["12-ab"], "ban": ["goc"]}
    assert address(app(xa=["xuan-tay"], **pinned).button[0].click().run()) == pinned


def test_clearing_keeps_the_table_its_rows_and_their_order(app):
    table = {"bang": ["cheo"], "theo": ["c14"], "xep": ["-n"]}
    cleared = app("so_sanh", tl=["c1.nam"], **table).button[0].click().run()
    assert address(cleared) == table


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("tong_quan", [{"xa": ["a"], "linh_vuc": ["s"]}, {"xa": ["a"], "linh_vuc_phieu": ["s"]}]),
        ("dan_van_kheo", [{"xa": ["a"]}, {"xa": ["a"], "linh_vuc": ["s"]}]),
    ],
)
def test_sectors_of_the_survey_and_of_the_register_are_not_taken_for_each_other(app, page, kept):
    assert app(page, xa=["a"], linh_vuc=["s"]).session_state["towards"] == kept


@pytest.mark.parametrize(
    "chosen",
    [{"linh_vuc": ["s"]}, {"ap": ["a.ap-1"], "xa": ["a"]}, {"tl": ["c1.nam"]}, {"cau": ["c6"]}],
)
def test_what_is_chosen_of_the_survey_outlives_a_visit_to_the_register(app, chosen):
    there = app("tong_quan", **chosen).session_state["towards"][1]
    assert app("dan_van_kheo", **there).session_state["towards"][0] == chosen


def test_a_link_takes_the_view_along_and_nothing_else(app):
    test = app(xa=["xuan-tay"], viec=["a1"], lang=["en"])
    assert test.session_state["linked"] == {"xa": ["xuan-tay"], "lang": ["en"]}


def test_a_link_may_change_the_view(app):
    assert app(xa=["xuan-tay"]).session_state["changed"] == {"ky": ["2023"]}


def late(test: AppTest, seconds: float) -> AppTest:
    """Let a message arrive that still carries the address before the last edit."""
    test.session_state["_sent"] = time.monotonic() - seconds
    test.query_params.clear()
    return test.run()


def test_a_message_sent_before_the_browser_heard_of_an_edit_does_not_undo_it(app):
    test = late(app().multiselect[0].set_value(["xuan-tay"]).run(), 1)
    assert address(test) == {"xa": ["xuan-tay"]}


def test_of_three_hasty_edits_none_is_undone_by_a_message_sent_before_the_first(app):
    test = app()
    for values in (["xuan-tay"], CODES, ["bao-binh"]):
        test.multiselect[0].set_value(values).run()
    assert address(late(test, 1)) == {"xa": ["bao-binh"]}


def test_a_round_trip_later_the_same_address_is_a_link_that_was_followed(app):
    test = late(app().multiselect[0].set_value(["xuan-tay"]).run(), 3)
    assert (address(test), test.multiselect[0].value) == ({}, [])


def test_a_value_that_is_shown_already_is_not_assigned_again(app):
    assert "_was" not in app(xa=["xuan-tay"]).run().session_state


def test_another_address_is_followed_at_once(app):
    test = app().multiselect[0].set_value(["xuan-tay"]).run()
    test.query_params.clear()
    test.query_params["xa"] = ["bao-binh"]
    assert test.run().multiselect[0].value == ["bao-binh"]


def test_a_message_with_the_filters_of_the_page_before_is_no_edit(app):
    test = app(xa=["xuan-tay"], ap=["ap-7"])
    before = test._tree.get_widget_states()
    test.session_state["elsewhere"] = True
    test.run()._run(before)
    assert address(test) == {"xa": ["xuan-tay"], "ap": ["ap-7"]}


def test_an_edit_taken_back_before_it_was_drawn_is_an_edit(app):
    test = app(xa=["xuan-tay"])
    before = test._tree.get_widget_states()
    test.session_state["elsewhere"] = True
    test.multiselect[0].set_value(CODES).run()
    assert address(test) == {"xa": CODES}
    test._run(before)
    assert address(test) == {"xa": ["xuan-tay"]}


def there_and_back(test: AppTest) -> AppTest:
    """Follow two links; the second message still carries the list shown before the first."""
    before = test._tree.get_widget_states()
    test.query_params.clear()
    test.run()
    test.query_params["xa"] = ["xuan-tay"]
    return test._run(before)


def test_a_list_that_the_browser_may_have_heard_of_late_is_told_again(app):
    shown = there_and_back(app(xa=["xuan-tay"])).multiselect[0]
    assert (shown.value, shown.proto.set_value) == (["xuan-tay"], True)
    assert not shown.root.run().multiselect[0].proto.set_value


def test_what_the_browser_heard_of_late_is_no_edit(app):
    test = there_and_back(app(xa=["xuan-tay"])).multiselect[0].set_value([]).run()
    assert address(test) == {"xa": ["xuan-tay"]}


def hasty(test: AppTest, seconds: float) -> AppTest:
    """Clear the filters; the next message still carries the list shown before."""
    test.button[0].click().run()
    before, _ = test.session_state["_was"]["filter_xa"]
    test.session_state["_was"] = {"filter_xa": (before, time.monotonic() - seconds)}
    return test.multiselect[0].set_value(["xuan-tay"]).run()


def test_a_value_shown_before_a_reset_is_no_edit(app):
    assert address(hasty(app(xa=["xuan-tay"]), 1)) == {}


def test_a_round_trip_later_the_same_value_is_an_edit(app):
    assert address(hasty(app(xa=["xuan-tay"]), 3)) == {"xa": ["xuan-tay"]}
