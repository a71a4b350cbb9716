"""The whole app with sign-in, tried by a client that is no browser and plays no fair game."""

import re

import pytest
from websockets.exceptions import InvalidStatus

from tests import small_form
from tests.forking import forked
from tests.oidc.client import Client
from tests.oidc.provider import person
from tests.running import free_port, office_folder

ROLES = 'leader = ["chutich@cammy.gov.vn"]\nstaff = ["@xuantay.gov.vn"]\n'
LEADER, STAFF = person("chutich@cammy.gov.vn"), person("canbo@xuantay.gov.vn")
LINK = "/can_xu_ly?xa=xuan-tay&xa=song-ray&viec=a%C3%A1&ky=2024-01-01..2024-12-31"
PRIVATE = "can_xu_ly"
AGGREGATES = "số tổng hợp"


@pytest.fixture(scope="module")
def app(provider, tmp_path_factory):
    """The address of an office where people sign in."""
    folder = office_folder(tmp_path_factory.mktemp("office"), secrets=provider.secrets(ROLES))
    file = small_form.write(folder / "small.csv", small_form.rows())
    settings = {
        "SURVEY_FILE": str(file),
        "SURVEY_DATA_DIR": str(folder / "data"),
        "HOME": str(folder),
    }
    with forked(folder, settings) as url:
        yield url


@pytest.fixture
def signed(app, provider):
    """Return a client that signed in as this person, some seconds ago."""

    def signed(claims=STAFF, ago=0, **headers):
        provider.next_person, provider.ago = claims, ago
        client = Client(app, **headers)
        client.sign_in()
        return client

    return signed


def reads(client: Client, page: str = PRIVATE, until: str = "12 phiếu") -> bool:
    """Tell whether any message of a page holds what a respondent wrote."""
    return small_form.tells(client.frames(page, until))


def test_who_signed_in_reads_responses_and_others_do_not(app, signed):
    assert reads(signed(STAFF))
    assert reads(signed(LEADER))
    assert not reads(Client(app))


def test_being_at_this_machine_is_no_sign_in(app):
    assert AGGREGATES.encode() in Client(app).frames(PRIVATE, AGGREGATES)


def test_the_opened_link_comes_back_byte_for_byte(app, provider):
    provider.next_person, provider.ago = STAFF, 0
    client = Client(app)
    assert client.sign_in(LINK) == LINK
    assert "return_to" not in client.cookies


@pytest.mark.parametrize(
    "outside",
    [
        "https://evil.test/",
        "//evil.test/",
        "/%5Cevil.test/",
        "/%09/evil.test/",
        "/%0d%0aset-cookie:a=b",
        "%2F%2Fevil.test",
        "javascript:alert(1)",
        "",
    ],
)
def test_no_cookie_leads_elsewhere(app, provider, outside):
    provider.next_person, provider.ago = STAFF, 0
    client = Client(app)
    assert client.sign_in("/so_sanh", return_to=outside) == "/"
    assert "_streamlit_user" in client.cookies


def test_a_page_of_another_site_is_not_remembered(app, provider):
    client = Client(app)
    client.get("/auth/login?provider=x", referer="http://evil.test/so_sanh")
    assert "return_to" not in client.cookies


@pytest.mark.parametrize(
    "claims",
    [
        person("khac@gmail.com"),
        person("x@xuantay.gov.vn.evil.com"),
        person("x@evilxuantay.gov.vn"),
        person('"a@xuantay.gov.vn"@evil.com'),
        person("chutich@cаmmy.gov.vn"),  # a Cyrillic letter
        person("chutich@cammy.gov.vn", email_verified=False),
        {"sub": "no address at all"},
    ],
)
def test_who_signs_in_with_another_address_is_a_viewer(signed, claims):
    client = signed(claims)
    assert "_streamlit_user" in client.cookies
    assert not reads(client)


def test_a_refusal_of_the_provider_signs_nobody_in(app, provider):
    provider.next_person = None
    client = Client(app)
    assert client.sign_in(LINK) == "/"
    assert not reads(client)


def test_a_cookie_of_which_one_byte_was_changed_is_nobodys(signed):
    client = signed()
    value = client.cookies["_streamlit_user"]
    for at in (0, len(value) // 2, len(value) - 2):  # the last one has bits that say nothing
        other = "A" if value[at] != "A" else "B"
        client.cookies["_streamlit_user"] = value[:at] + other + value[at + 1 :]
        assert not reads(client)


def test_a_copied_cookie_ends_with_the_sign_in(app, signed, provider):
    client = signed()
    copy = Client(app, client.cookies)
    assert reads(copy)
    client.get("/auth/logout")
    assert "_streamlit_user" not in client.cookies
    assert not reads(copy)


def test_a_session_ends_after_its_hours(signed):
    assert reads(signed(ago=7 * 3600 + 3500))
    assert not reads(signed(ago=8 * 3600))


def test_an_open_page_is_told_when_the_sign_in_ends(app, signed):
    client = signed()
    with client.dial("/feed") as page:
        assert page.recv(10).endswith(".1")
        Client(app, client.cookies).get("/auth/logout")
        assert page.recv(10).endswith(".0")


def test_an_open_page_is_told_when_its_hours_are_over(signed):
    with signed(ago=8 * 3600 - 6).dial("/feed") as page:
        assert page.recv(10).endswith(".1")
        assert page.recv(10).endswith(".0")


@pytest.mark.parametrize("path", ["/feed", "/_stcore/stream"])
def test_a_strangers_name_for_this_machine_opens_no_socket(app, path):
    with pytest.raises(InvalidStatus, match="403"):
        Client(app).dial(path, name="rebind.test")


@pytest.mark.parametrize("headers", [{"x_forwarded_for": "127.0.0.1"}, {"x_real_ip": "::1"}])
def test_who_only_says_to_be_near_is_a_viewer(app, headers):
    assert not reads(Client(app, **headers))


@pytest.mark.parametrize("page", ["du_lieu", "theo_cau_hoi", "tong_quan", "so_sanh"])
def test_no_other_page_tells_a_viewer_what_was_written(app, page):
    assert not reads(Client(app), page)


def test_a_cookie_over_https_is_for_https_alone(app, provider):
    provider.next_person, provider.ago = STAFF, 0
    near = Client(app, x_forwarded_proto="https")
    said = near.get("/auth/login?provider=x", referer=app + LINK).headers.get_all("set-cookie")
    assert said
    assert all(re.search("; Secure$", line) for line in said)


def test_what_bears_a_cookie_is_kept_by_nobody(app):
    answer = Client(app).get("/auth/login?provider=x", referer=app + LINK)
    assert answer.headers["cache-control"] == "no-store"


def test_where_the_provider_does_not_answer_a_sentence_says_so(tmp_path, provider):
    gone = provider.secrets(ROLES).replace(provider.url, f"http://127.0.0.1:{free_port()}")
    folder = office_folder(tmp_path, secrets=gone)
    with forked(folder, {"SURVEY_DATA_DIR": str(tmp_path), "HOME": str(tmp_path)}) as url:
        answer = Client(url).press()
    assert (answer.status, answer.headers["content-type"]) == (502, "text/plain; charset=utf-8")
    assert "Không liên lạc được với nơi đăng nhập" in answer.body.decode()
