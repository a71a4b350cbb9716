"""Sign-in as it is set: what is right, and what a wrong line says."""

import pytest

from lib.errors import SettingError
from lib.settings import SignInRules, read_settings
from lib.wording import use_language

ADDRESS = "https://khaosat.example.gov.vn/oauth2callback"
SECRET = "0123456789abcdef" * 4
PROVIDER = """
client_id = "id"
client_secret = "TOP-SECRET"
server_metadata_url = "https://accounts.google.com/.well-known/openid-configuration"
"""
AUTH = f'[auth]\nredirect_uri = "{ADDRESS}"\ncookie_secret = "{SECRET}"\n'
ROLES = '[roles]\nleader = ["ChuTich@example.gov.vn"]\nstaff = ["@xuantay.example.gov.vn"]\n'


@pytest.fixture(autouse=True)
def _english():
    use_language("en")
    yield
    use_language("vi")


@pytest.fixture
def sign_in(tmp_path):
    """Read the sign-in of this secrets file."""

    def sign_in(secrets: str) -> SignInRules | None:
        folder = tmp_path / ".streamlit"
        folder.mkdir(exist_ok=True)
        (folder / "secrets.toml").write_text(secrets)
        return read_settings({}, folder, tmp_path / "home").sign_in

    return sign_in


def test_nobody_signs_in_unless_it_is_set(sign_in):
    assert sign_in("") is None


def test_the_roles_are_read_in_lower_case(sign_in):
    rules = sign_in(AUTH + PROVIDER + ROLES)
    assert (rules.leader, rules.staff) == (
        {"chutich@example.gov.vn"},
        {"@xuantay.example.gov.vn"},
    )
    assert (rules.hours, rules.unstated, rules.providers) == (8, False, ())
    assert rules.host == "khaosat.example.gov.vn"


def test_hours_and_unstated_addresses_are_settings(sign_in):
    rules = sign_in(AUTH + PROVIDER + ROLES + "session_hours = 4\naccept_unstated_email = true")
    assert (rules.hours, rules.unstated) == (4, True)


def test_several_providers_are_known_by_name(sign_in):
    two = f"[auth.google]\n{PROVIDER}\n[auth.microsoft]\n{PROVIDER}\n"
    assert sign_in(AUTH + two + ROLES).providers == ("google", "microsoft")


def test_on_this_machine_the_address_needs_no_https(sign_in):
    near = AUTH.replace(ADDRESS, "http://localhost:8501/oauth2callback")
    assert sign_in(near + PROVIDER + ROLES).host == "localhost"


@pytest.mark.parametrize(
    ("secrets", "said"),
    [
        (ROLES, "Setting [auth] in .streamlit/secrets.toml: is missing, so nobody in [roles]"),
        (AUTH + PROVIDER, "Setting [roles] leader in .streamlit/secrets.toml: names nobody"),
        (AUTH + PROVIDER + "[roles]\nleader = []", "names nobody, and neither does staff"),
        (AUTH + PROVIDER + '[roles]\nleader = "a@b.vn"', "must be a list of texts"),
        (AUTH + PROVIDER + '[roles]\nleaders = ["a@b.vn"]', "Setting leaders in"),
        (AUTH + PROVIDER + '[roles]\nstaff = ["a@b.vn", "b.vn"]', "entry 2 is no e-mail"),
        (AUTH + PROVIDER + '[roles]\nstaff = ["*@b.vn.*"]', "entry 1 is no e-mail"),
        (AUTH + PROVIDER + '[roles]\nstaff = ["@gmail.com"]', "would let in everybody"),
        ('[roles]\nstaff = ["Ánh", "a@b.vn"]', "is missing, so no e-mail in [roles]"),
        ('[roles]\nstaff = ["Ánh", ""]', "entry 2 is no name"),
        ('[roles]\nstaff = ["=1+1"]', "entry 1 is no name"),
        ('[roles]\nstaff = ["Leader"]', "entry 1 is no name"),
        (f'[roles]\nstaff = ["{"x" * 61}"]', "entry 1 is no name"),
        ('[roles]\nstaff = [{name = "Ánh", xa = "xuan-tay"}]', "Setting xa in"),
        ("[roles]\nstaff = [{}]", "must be a list of texts"),
        ("[roles]\nstaff = [7]", "must be a list of texts"),
        (AUTH + PROVIDER + ROLES + "session_hours = 0", "must be a whole number, 1 or more"),
        (AUTH + PROVIDER + ROLES + "accept_unstated_email = 1", "must be true or false"),
        (
            (AUTH + PROVIDER + ROLES).replace(
                "accounts.google.com", "login.microsoftonline.com/common"
            )
            + "accept_unstated_email = true",
            "the one for all organisations",
        ),
        (AUTH.replace(SECRET, "xxx") + PROVIDER + ROLES, "[auth] cookie_secret"),
        (AUTH.replace("oauth2callback", "") + PROVIDER + ROLES, "[auth] redirect_uri"),
        (AUTH.replace("https", "http") + PROVIDER + ROLES, "must begin with https://"),
        (AUTH + ROLES, "Setting [auth] client_id in .streamlit/secrets.toml: is missing"),
        (AUTH + "[auth.google]\n" + ROLES, "Setting [auth.google] client_id"),
        (AUTH + f"[auth.my_own]\n{PROVIDER}" + ROLES, "may not have an underscore"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(sign_in, secrets, said):
    with pytest.raises(SettingError) as caught:
        sign_in(secrets)
    assert said in str(caught.value)
    assert "Example: [" in str(caught.value)
    assert "TOP-SECRET" not in str(caught.value)


def test_an_entry_without_an_at_sign_is_a_name_and_needs_no_provider(sign_in):
    rules = sign_in('[roles]\nleader = ["  Trần  Bình "]\nstaff = [{name = "Lê Chi"}]\n')
    assert (rules.leader, rules.staff, rules.by_provider) == ({"Trần Bình"}, {"Lê Chi"}, False)
    assert rules.names == {"Trần Bình", "Lê Chi"}


def test_names_and_addresses_stand_side_by_side(sign_in):
    rules = sign_in(AUTH + PROVIDER + ROLES.replace('["@', '["Lê Chi", {name = "A@b.vn"}, "@'))
    assert rules.by_provider
    assert (rules.names, "a@b.vn" in rules.staff) == ({"Lê Chi"}, True)


def test_a_name_is_found_however_it_is_typed(sign_in):
    rules = sign_in('[roles]\nstaff = ["Nguyễn Ánh"]\n')
    typed = [" nguyễn  ÁNH ", "Nguye\u0302\u0303n A\u0301nh"]
    assert [rules.listed_name(name) for name in typed] == ["Nguyễn Ánh"] * 2
    assert [rules.listed_name(name) for name in ("nguyen anh", "Ánh", "")] == [None] * 3
