"""A value that can be chosen no more, as after another survey took the place, is no edit."""

from streamlit.testing.v1 import AppTest


def script() -> None:
    import streamlit as st

    from lib.ui.shell import filter_values

    filter_values.show_filter_value("filter_xa", ["xuan-tay"], {"xuan-tay": "Xuân Tây"})
    filter_values.show_filter_value("filter_xa", [], {"song-ray": "Sông Ray"})
    edits = {}
    for value in (["Xuân Tây"], ["xuan-tay"], ["song-ray"]):
        st.session_state["filter_xa"] = value
        edits[value[0]] = filter_values.filter_was_edited("filter_xa")
    filter_values.show_filter_value("filter_year", "2024", {"2024": "Năm 2024"})
    st.session_state["filter_year"] = "Năm 2022"
    edits["Năm 2022"] = filter_values.filter_was_edited("filter_year")
    st.session_state["edits"] = edits


def test_the_label_of_what_is_not_offered_any_more_is_no_edit():
    edits = AppTest.from_function(script).run().session_state["edits"]
    assert edits == {"Xuân Tây": False, "xuan-tay": False, "song-ray": True, "Năm 2022": False}
