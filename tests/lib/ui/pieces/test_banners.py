import json

import pytest
from streamlit.testing.v1 import AppTest

from lib.ui.pieces.banners import banner_html
from tests.building import parsed, words
from tests.lib.analysis.made import Row, responses

MADE = responses(Row("S", day="2022-07-01"), Row("S", day="2023-10-31"), Row("S", day=""))


def script(n: int, responses: object) -> None:
    """Draw what is said of so many responses."""
    import streamlit as st

    from lib.ui.pieces.banners import enough_to_draw
    from lib.ui.shell.address import settle_address

    st.session_state["_page"] = "so_sanh"
    settle_address()
    st.session_state["enough"] = enough_to_draw(n, responses)


@pytest.fixture
def banners():
    def drawn(n: int) -> AppTest:
        given = {"n": n, "responses": MADE}
        return AppTest.from_function(script, default_timeout=30, kwargs=given).run()

    return drawn


@pytest.mark.parametrize(("n", "enough"), [(0, False), (4, False), (5, True), (226, True)])
def test_figures_are_shown_of_five_responses_and_more(banners, n, enough):
    test = banners(n)
    assert test.session_state["enough"] is enough
    assert len(test.main) == int(not enough)


def test_an_empty_filter_is_told_where_there_are_responses_and_the_way_out(banners):
    html = json.loads(banners(0).get_by_key("nothing").proto.json)["html"]
    assert "từ 07/2022 đến 10/2023" in html
    assert 'href="/so_sanh"' in html


def test_a_banner_is_an_icon_and_a_sentence_that_is_read_aloud():
    [banner] = parsed(banner_html("!", "Google chưa trả lời.", "x-warn", role="alert"))
    assert [words(part) for part in banner] == ["!", "Google chưa trả lời."]
    assert (banner.get("class"), banner.get("role")) == ("x-banner x-warn", "alert")


def test_what_a_banner_says_is_not_markup():
    assert "<b>" not in banner_html("!", "<b>")
