"""The whole app with names and PINs, tried by a client that plays no fair game."""

import json
import shutil
import stat
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from lib.server.name_pins import NamePins
from tests import small_form
from tests.forking import forked
from tests.oidc.client import Client
from tests.oidc.provider import person
from tests.running import office_folder, wait_for

NAMES = '[roles]\nleader = ["Trần Văn Bình"]\nstaff = ["Nguyễn Thị Ánh", {name = "Lê Chi"}]\n'
LEADER, STAFF, OTHER = (
    ("Trần Văn Bình", "112233"),
    ("Nguyễn Thị Ánh", "445566"),
    ("Lê Chi", "778899"),
)
LINK = "/can_xu_ly?xa=xuan-tay&viec=a%C3%A1&ky=2024-01-01..2024-12-31"
PRIVATE = "can_xu_ly"


class Office:
    """An office folder whose app can be started again and again."""

    def __init__(self, folder: Path, secrets: str) -> None:
        self.folder = office_folder(folder, secrets=secrets)
        self.file = small_form.write(folder / "small.csv", small_form.rows())
        self.data = folder / "data"

    def give(self, *named: tuple[str, str]) -> None:
        for name, pin in named:
            NamePins(self.data).set_pin(name, pin)

    def started(self):
        told = {"SURVEY_FILE": str(self.file), "SURVEY_DATA_DIR": str(self.data)}
        return forked(self.folder, told | {"HOME": str(self.folder)})

    def list_names(self, secrets: str) -> None:
        (self.folder / ".streamlit" / "secrets.toml").write_text(secrets, encoding="utf-8")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    return Office(tmp_path_factory.mktemp("office"), NAMES)


@pytest.fixture(scope="module")
def app(office):
    """The address of an office where three names have a PIN."""
    office.give(LEADER, STAFF, OTHER)
    with office.started() as url:
        yield url


@pytest.fixture
def own(tmp_path):
    """An office of one test."""
    return Office(tmp_path, NAMES)


def signed(url: str, who=STAFF, **headers: str) -> Client:
    client = Client(url, **headers)
    assert client.enter(*who).status == 303
    return client


def reads(client: Client, page: str = PRIVATE) -> bool:
    """Tell whether any message of a page holds what a respondent wrote."""
    return small_form.tells(client.frames(page, "12 phiếu"))


def test_who_entered_the_pin_reads_responses_and_others_do_not(app):
    assert reads(signed(app, STAFF))
    assert reads(signed(app, LEADER))
    assert not reads(Client(app))


def test_being_at_this_machine_is_no_sign_in(app):
    assert "số tổng hợp".encode() in Client(app).frames(PRIVATE, "số tổng hợp")


def test_the_name_may_be_typed_in_any_case_and_with_any_spaces(app):
    assert reads(signed(app, ("  nguyễn  thị ÁNH ", STAFF[1])))


def test_the_opened_link_comes_back_byte_for_byte(app):
    client = Client(app)
    page = client.get("/dang_nhap", referer=app + LINK).body.decode()
    assert LINK.replace("&", "&amp;") in page
    assert client.enter(*STAFF, LINK).headers["location"] == LINK


@pytest.mark.parametrize(
    "outside",
    ["https://evil.test/", "//evil.test/", "/\\evil.test/", "/\t/evil.test", "javascript:alert(1)"],
)
def test_no_form_leads_elsewhere(app, outside):
    answer = Client(app).enter(*STAFF, outside)
    assert (answer.status, answer.headers["location"]) == (303, ".")


@pytest.mark.parametrize("origin", ["http://evil.test", "null", "http://127.0.0.1:9999", ""])
def test_a_form_of_another_site_signs_nobody_in(app, origin):
    client = Client(app)
    assert client.enter(*STAFF, origin=origin).status == 403
    assert "_streamlit_user" not in client.cookies


def test_the_cookie_is_for_this_site_and_no_script(app):
    [line] = Client(app).enter(*STAFF).headers.get_all("set-cookie")
    assert "HttpOnly" in line
    assert "samesite=lax" in line.lower()
    assert "Secure" not in line


def test_what_the_sign_in_answers_is_kept_by_nobody(app):
    said = [Client(app).get("/dang_nhap"), Client(app).enter(*STAFF), Client(app).enter("a", "b")]
    assert [answer.headers["cache-control"] for answer in said] == ["no-store"] * 3


def test_over_https_the_cookie_is_for_https_alone(app):
    far = Client(app, x_forwarded_proto="https", x_forwarded_for="203.0.113.9")
    answer = far.enter(*STAFF, origin=app.replace("http", "https"))
    assert (answer.status, answer.headers["set-cookie"].endswith("; Secure")) == (303, True)


@pytest.mark.parametrize(
    "headers",
    [
        {"x_forwarded_for": "203.0.113.9"},
        {"x_forwarded_for": "192.168.1.7"},
        {"fly_client_ip": "203.0.113.9"},
        {"forwarded": "for=10.0.0.1"},
    ],
)
def test_over_http_nobody_signs_in_from_afar(app, headers):
    client = Client(app, **headers)
    assert "https://" in client.get("/dang_nhap").body.decode()
    assert client.enter(*STAFF).status == 403
    assert "_streamlit_user" not in client.cookies


def test_a_sign_in_of_the_office_counts_nothing_through_a_tunnel(app):
    client = signed(app)
    assert reads(client)
    assert not reads(Client(app, client.cookies, x_forwarded_for="203.0.113.9"))


@pytest.mark.parametrize("path", ["/feed", "/_stcore/stream"])
def test_a_strangers_name_for_this_machine_opens_no_socket(app, path):
    with pytest.raises(InvalidStatus, match="403"):
        signed(app).dial(path, name="rebind.test")


def test_under_a_strangers_name_nobody_signs_in(app):
    port = app.rpartition(":")[2]
    name = f"rebind.test:{port}"
    client = Client(app)
    assert client.enter(*STAFF, host=name, origin=f"http://{name}").status == 403
    assert "_streamlit_user" not in client.cookies


def test_a_private_address_is_a_name_of_this_machine(app):
    port = app.rpartition(":")[2]
    name = f"192.168.1.20:{port}"
    assert Client(app).enter(*STAFF, host=name, origin=f"http://{name}").status == 303


def test_a_cookie_of_which_one_byte_was_changed_is_nobodys(app):
    client = signed(app)
    value = client.cookies["_streamlit_user"]
    for at in (0, len(value) // 2, len(value) - 2):
        client.cookies["_streamlit_user"] = (
            value[:at] + ("A" if value[at] != "A" else "B") + value[at + 1 :]
        )
        assert not reads(client)


def test_signing_out_ends_every_copy_also_after_a_restart(own):
    own.give(LEADER, STAFF)
    with own.started() as url:
        client = signed(url)
        copy = Client(url, client.cookies)
        still = signed(url)
        client.get("/auth/logout")
        assert not reads(copy)
        assert reads(still)
    with own.started() as url:
        copies = [Client(url, each.cookies) for each in (copy, still)]
        assert [_role(each) for each in copies] == ["0", "1"]


def test_a_pin_that_is_set_anew_ends_what_the_old_one_opened(own):
    own.give(LEADER, STAFF)
    with own.started() as url:
        client, leader = signed(url), signed(url, LEADER)
        with client.dial("/feed") as tab:
            assert tab.recv(10).endswith(".1")
            own.give((STAFF[0], "990011"))
            wait_for(lambda: tab.recv(10).endswith(".0"), "the end")
        assert not reads(client)
        assert reads(leader)
        assert Client(url).enter(*STAFF).status == 403
        assert reads(signed(url, (STAFF[0], "990011")))


def test_the_first_pin_closes_this_machine_and_the_last_opens_it_again(own):
    with own.started() as url:
        with Client(url).dial("/feed") as tab:
            assert tab.recv(10).endswith(".2")
            own.give(LEADER)
            wait_for(lambda: tab.recv(10).endswith(".0"), "the end")
        shutil.rmtree(own.data)
        wait_for(lambda: _role(Client(url)) == "2", "this machine's leader")


def test_a_pin_of_a_name_that_is_not_listed_counts_as_none(own):
    own.give(("Người Cũ", "123456"))
    with own.started() as url:
        assert _role(Client(url)) == "2"
        assert Client(url).enter("Người Cũ", "123456").status == 403


def test_a_name_that_was_taken_from_the_list_loses_its_open_tabs(own):
    own.give(LEADER, STAFF)
    with own.started() as url:
        client, leader = signed(url), signed(url, LEADER)
        with client.dial("/feed") as tab:
            assert tab.recv(10).endswith(".1")
            own.list_names('[roles]\nleader = ["Trần Văn Bình"]\nstaff = ["Lê Chi"]\n')
            wait_for(lambda: tab.recv(10).endswith(".0"), "the end")
        assert not reads(client)
        assert reads(leader)
        assert Client(url).enter(*STAFF).status == 403


def test_while_the_pins_cannot_be_read_nobody_is_let_in(own):
    own.give(LEADER)
    (own.data / "pins.json").write_text('{"secret": "', encoding="utf-8")
    with own.started() as url:
        assert _role(Client(url)) == "0"
        assert "pins.json" in Client(url).get("/dang_nhap").body.decode()


def test_the_files_are_their_owners_alone_and_name_no_pin(own):
    own.give(LEADER, STAFF)
    with own.started() as url:
        signed(url).get("/auth/logout")
    kept = [own.data / name for name in ("pins.json", "ended_sign_ins.json")]
    assert [stat.S_IMODE(file.stat().st_mode) for file in kept] == [0o600, 0o600]
    assert all(pin not in file.read_text("utf-8") for file in kept for pin in ("112233", "445566"))
    assert set(json.loads(kept[0].read_text("utf-8"))) == {"secret", "pins"}


def test_a_provider_and_pins_stand_side_by_side(own, provider):
    roles = 'leader = ["chutich@cammy.gov.vn"]\nstaff = ["Nguyễn Thị Ánh"]\n'
    own.list_names(provider.secrets(roles))
    own.give(STAFF)
    with own.started() as url:
        provider.next_person, provider.ago = person("chutich@cammy.gov.vn"), 0
        leader = Client(url)
        leader.sign_in()
        assert [_role(each) for each in (leader, signed(url), Client(url))] == ["2", "1", "0"]


def _role(client: Client) -> str:
    """Return the number of the role that a page's live socket is told."""
    with client.dial("/feed") as page:
        return str(page.recv(10)).rpartition(".")[2]
