"""The page of names and PINs: what each entry is answered, by a clock of the test's own."""

import datetime as dt
import http.client
import time
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette

from lib.kept_files import UnreadableFileError
from lib.server.listed_roles import ListedRoles
from lib.server.name_pins import NamePins
from lib.server.pin_sign_in import pin_sign_in_route
from lib.server.sessions import SignInSessions
from lib.settings import SignInRules

RULES = SignInRules(frozenset({"Bình"}), frozenset({"Ánh", "Chi"}), by_provider=False)
WRONG, WAIT = "Tên hoặc mã PIN không đúng", "Từ máy này đã nhập sai nhiều lần"


@pytest.fixture
def pins(tmp_path):
    return NamePins(tmp_path)


@pytest.fixture
def enter(serve, tmp_path, pins, clock):
    """Send the form; return the status and the page."""
    pins.set_pin("Bình", "112233")
    pins.set_pin("Ánh", "445566")
    sessions = SignInSessions(ListedRoles(RULES), tmp_path, clock)
    port = serve(Starlette(routes=[pin_sign_in_route(lambda: sessions, clock)]))

    def enter(name: str = "Ánh", pin: str = "445566", **headers: str) -> tuple[int, str]:
        own = {"origin": f"http://127.0.0.1:{port}"} | headers
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        link.request("POST", "/dang_nhap", urlencode({"ten": name, "pin": pin}), own)
        answer = link.getresponse()
        said = answer.read().decode()
        link.close()
        return answer.status, said

    return enter


def test_an_unknown_name_is_answered_as_a_wrong_pin(enter):
    unlisted, without, wrong = (
        enter("Dung", "445566"),
        enter("Chi", "445566"),
        enter("Ánh", "000000"),
    )
    assert {unlisted[0], without[0], wrong[0]} == {403}
    pages = [
        page.replace(f'value="{name}"', "")
        for name, (_, page) in (("Dung", unlisted), ("Chi", without), ("Ánh", wrong))
    ]
    assert WRONG in pages[0]
    assert len(set(pages)) == 1


def test_a_pin_is_hashed_whether_or_not_the_name_is_known(pins):
    pins.set_pin("Ánh", "445566")
    spent = {}
    for name in ("Ánh", "Dung"):
        before = time.process_time()
        assert not pins.is_pin(name, "000000")
        spent[name] = time.process_time() - before
    assert min(spent.values()) > 0.3 * max(spent.values())


def test_after_five_wrong_ones_even_the_right_pin_waits(enter, clock):
    assert [enter(pin="000000")[0] for _ in range(5)] == [403] * 5
    status, page = enter()
    assert (status, WAIT in page, "30 giây" in page) == (429, True, True)
    clock.now += dt.timedelta(seconds=31)
    assert enter()[0] == 303


def test_the_right_pin_makes_the_wrong_ones_before_it_count_no_more(enter):
    for _ in range(2):
        assert [enter(pin="000000")[0] for _ in range(4)] == [403] * 4
        assert enter()[0] == 303


@pytest.mark.parametrize("torn", ["{", '{"secret": "", "pins": {}}'])
def test_no_pin_is_written_over_a_file_that_is_not_whole(pins, torn):
    pins.file.write_text(torn)
    with pytest.raises(UnreadableFileError):
        pins.set_pin("Ánh", "445566")
    assert pins.file.read_text() == torn


def test_an_unknown_name_waits_like_a_known_one(enter):
    assert [enter("Dung")[0] for _ in range(6)] == [403] * 5 + [429]


def test_a_name_that_is_tried_from_one_machine_is_free_at_another(enter):
    for _ in range(6):
        enter(pin="000000")
    assert enter()[0] == 429
    assert enter("Bình", "112233")[0] == 303


def test_what_was_typed_stands_there_again_and_no_pin_does(enter):
    _, page = enter('"><b>Ánh', "13579246")
    assert "&#34;&gt;&lt;b&gt;Ánh" in page
    assert "13579246" not in page


def test_no_form_is_longer_than_anybody_fills_in(enter):
    assert enter("x" * 20_000)[0] == 413


@pytest.mark.parametrize("pin", ["", "44556", "4455667", "445566 ", "４４５５６６"])
def test_only_the_pin_itself_is_the_pin(enter, pin):
    assert enter(pin=pin)[0] == 403
