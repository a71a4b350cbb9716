"""The rules of the address, with a browser that is only its query."""

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

CODES = ["bao-binh", "xuan-tay"]


def script() -> None:
    """Show one filter and buttons, as the product's script does."""
    import streamlit as st

    from lib.ui.shell import address, filter_values

    address.settle_address()
    address.note_drawn_page(st.session_state.get("_page", ""))
    if "elsewhere" not in st.session_state:
        filter_values.show_filter_value("filter_xa", address.current_address().get("xa", []))
        st.multiselect(
            "Xã",
            ["bao-binh", "xuan-tay"],
            key="filter_xa",
            on_change=filter_values.write_filter,
            args=("xa", "filter_xa", lambda: st.session_state["filter_xa"], ("ap",)),
        )
    st.button("clear", on_click=address.clear_filters)
    st.button(
        "unfinished", on_click=lambda: filter_values.write_filter("xa", "clear_", lambda: None)
    )
    st.session_state["clear_"] = None
    st.session_state["linked"] = address.link_query()
    st.session_state["towards"] = [
        address.query_for_page(page) for page in ("so_sanh", "dan_van_kheo")
    ]
    st.session_state["changed"] = address.link_query(ky=["2023"], xa=[])
    filter_values.draw_heard_telling()


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


def late(test: AppTest) -> AppTest:
    """Let a message arrive that still carries the address before the last edit."""
    test.query_params.clear()
    return test.run()


def test_a_message_sent_before_the_browser_heard_of_an_edit_does_not_undo_it(app):
    test = late(app().multiselect[0].set_value(["xuan-tay"]).run())
    assert address(test) == {"xa": ["xuan-tay"]}


def test_of_three_hasty_edits_none_is_undone_by_a_message_sent_before_the_first(app):
    test = app()
    for values in (["xuan-tay"], CODES, ["bao-binh"]):
        test.multiselect[0].set_value(values).run()
    assert address(late(test)) == {"xa": ["bao-binh"]}


def follow(test: AppTest, drawn_at: str, **query: list[str]) -> AppTest:
    """Press a link of this page that was drawn when the address was another."""
    test.query_params.clear()
    test.query_params.update(query | {"_tu": drawn_at})
    return test.run()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"ky": ["2023"], "theo": ["c1"]}, {"ky": ["2023"], "theo": ["c1"], "xa": CODES}),
        ({"theo": ["c1"]}, {"theo": ["c1"], "xa": CODES}),  # it takes the period back
        ({"ky": ["2023"], "xa": ["long"]}, {"ky": ["2023"], "xa": ["long"]}),
        # the communes chosen are those of their time, not of the menu's choice for all
        ({"ky": ["2023"], "dg": ["nay"]}, {"ky": ["2023"], "xa": CODES}),
    ],
)
def test_a_link_drawn_before_an_edit_changes_what_it_would_and_keeps_the_edit(app, query, expected):
    test = app(ky=["2023"]).multiselect[0].set_value(CODES).run()
    assert address(follow(test, "/?ky=2023", **query)) == expected


def test_a_link_of_another_page_leads_where_it_says(app):
    test = app(ky=["2023"]).multiselect[0].set_value(CODES).run()
    assert address(follow(test, "/so_sanh?ky=2023", ky=["2022"])) == {"ky": ["2022"]}


def test_the_address_that_is_opened_never_shows_where_a_link_was(app):
    assert address(app(ky=["2023"], _tu=["/?ky=2022"])) == {"ky": ["2023"]}


def test_a_value_that_is_shown_already_is_not_assigned_again(app):
    test = app(xa=["xuan-tay"]).run()
    assert not test.multiselect[0].proto.set_value


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


def there_and_back(test: AppTest) -> tuple[AppTest, WidgetStates]:
    """Follow two links; the second message still carries the list shown before the first.

    Return too what a message says that was sent between hearing of the first and of the second.
    """
    before = test._tree.get_widget_states()
    test.query_params.clear()
    between = test.run()._tree.get_widget_states()
    test.query_params["xa"] = ["xuan-tay"]
    return test._run(before), between


def test_a_list_that_the_browser_may_have_heard_of_late_is_told_again(app):
    shown = there_and_back(app(xa=["xuan-tay"]))[0].multiselect[0]
    assert (shown.value, shown.proto.set_value) == (["xuan-tay"], True)
    assert not shown.root.run().multiselect[0].proto.set_value


def test_what_the_browser_heard_of_late_is_no_edit_and_is_told_again(app):
    test, between = there_and_back(app(xa=["xuan-tay"]))
    assert address(test._run(between)) == {"xa": ["xuan-tay"]}
    assert test.multiselect[0].proto.set_value


def cleared(test: AppTest) -> WidgetStates:
    """Clear the filters; return what the browser says that has not heard of it yet."""
    before = test._tree.get_widget_states()
    test.button[0].click().run()
    return before


def test_a_value_shown_before_a_reset_is_no_edit(app):
    test = app(xa=["xuan-tay"])
    before = cleared(test)
    assert address(test._run(before)) == {}
    assert (test.multiselect[0].value, test.multiselect[0].proto.set_value) == ([], True)


def test_the_value_before_a_reset_chosen_again_is_an_edit(app):
    test = app(xa=["xuan-tay"])
    cleared(test)
    assert address(test.multiselect[0].set_value(["xuan-tay"]).run()) == {"xa": ["xuan-tay"]}


def test_an_edit_of_a_list_that_had_not_heard_of_a_reset_is_an_edit(app):
    test = app(xa=["xuan-tay"])
    test.multiselect[0].set_value(CODES)
    edited = test._tree.get_widget_states()
    test.multiselect[0].set_value(["xuan-tay"])
    cleared(test)
    assert address(test._run(edited)) == {"xa": CODES}
