import pytest
from streamlit.testing.v1 import AppTest


def script() -> None:
    """Draw the buttons for the address of this run."""
    from lib.ui.shell.address import settle_address
    from lib.ui.shell.share import draw_share_buttons

    settle_address()
    draw_share_buttons()


@pytest.fixture
def shared():
    test = AppTest.from_function(script, default_timeout=30)
    test.query_params.update({"xa": ["xuan-tay", "bao-binh"], "ky": ["2022-Q4"]})
    return test.run().button(key="qr_code").click().run()


def test_the_link_that_can_be_seen_holds_the_whole_view(shared):
    assert shared.code[0].value.endswith("?xa=xuan-tay&xa=bao-binh&ky=2022-Q4")


def test_the_qr_code_is_drawn_beside_it(shared):
    assert not shared.exception
    assert len(shared.get("image")) == 1
