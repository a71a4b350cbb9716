"""What Google answers wrongly: the last good figures stay, and the page says so."""

import json

from lib.server.server_lifespan import health_endpoint
from lib.ui.shell.process import the_feed
from tests.emulator import faults
from tests.pages.conftest import LEADER
from tests.running import wait_for


def health():
    """Return what whoever watches the server is told."""
    return json.loads(health_endpoint(the_feed)(None).body)["status"]


def troubled():
    the_feed().look()
    wait_for(lambda: the_feed().troubles, "the trouble")


def test_an_empty_answer_leaves_the_figures_and_is_told(sheet, opened):
    for _ in range(12):
        sheet.delete_row(2)
    troubled()
    drawn = opened(mail=LEADER)
    assert drawn.n_responses == "12 phiếu"
    assert "đột nhiên thiếu nhiều dữ liệu so với lần đọc trước" in drawn.text
    assert health() == "trouble"


def test_times_cut_in_the_middle_never_reach_the_ledger_at_once(sheet, opened):
    for row in range(8, 14):
        sheet.edit(f"A{row}", None)
    troubled()
    assert "đột nhiên thiếu nhiều dữ liệu" in opened(mail=LEADER).text
    assert "12 phiếu, 0 bị sửa, 0 bị xóa" in opened("toan_ven", mail=LEADER).text


def test_a_pause_that_google_asks_for_is_told_with_the_next_try(sheet, emulator, opened):
    emulator.fail(faults.too_many("99999999"))
    troubled()
    assert the_feed().next_try <= 600
    assert "Lần thử tiếp theo vào lúc" in opened(mail=LEADER).text
