"""Who is looking: in the sample the role one tries, else who signed in, by a name and a PIN too."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.roles import Role
from lib.server.name_pins import NamePins
from tests import small_form
from tests.pages.conftest import SIGN_IN, STAFF, pin_claims

NAMES = '[roles]\nleader = ["Bình"]\nstaff = ["Nguyễn Ánh"]\n'
WITHOUT_LEADER = "Hiện chưa lãnh đạo nào đăng nhập được"


@pytest.fixture
def named(office, tmp_path):
    """An office in which these names have a PIN: `named("Bình", secrets=…)`."""

    def named(*names: str, secrets: str = NAMES) -> None:
        for name in names:
            NamePins(tmp_path / "data").set_pin(name, "112233")
        file = small_form.write(tmp_path / "small.csv", small_form.rows())
        office(secrets, SURVEY_FILE=str(file))

    return named


def test_the_sample_is_shown_to_a_leader_at_first(sample, opened):
    drawn = opened("can_xu_ly", xa="xuan-tay", ky="2022-Q4")
    assert drawn.test.sidebar.selectbox(key="role").value is Role.LEADER
    assert "<article" in drawn.html


def test_a_viewer_of_the_sample_sees_what_a_viewer_would(sample, opened):
    drawn = opened("can_xu_ly", xa="xuan-tay", ky="2022-Q4")
    drawn.test.sidebar.selectbox(key="role").set_value(Role.VIEWER).run()
    assert "<article" not in drawn.html
    assert "Ở đây chỉ hiển thị số tổng hợp" in drawn.text


def test_nobody_chooses_a_role_over_real_responses(small, opened):
    assert not [box for box in opened().test.sidebar.selectbox if box.key == "role"]


def test_a_name_reads_what_its_role_may_and_is_told_who_it_is(named, opened):
    named("Bình", "Nguyễn Ánh")
    staff = opened("can_xu_ly", name="Nguyễn Ánh")
    assert small_form.SECRET in staff.html
    assert "Nguyễn Ánh · Cán bộ" in _foot(staff)
    assert "Bình · Lãnh đạo" in _foot(opened(name="Bình"))
    assert small_form.SECRET not in opened("can_xu_ly").html


def test_the_journal_has_the_name_of_who_signed_in_by_pin(named):
    named("Bình", "Nguyễn Ánh")
    assert _author(pin_claims("Nguyễn Ánh")) == "Nguyễn Ánh"
    assert _author(pin_claims("nguyễn  ánh")) == "Nguyễn Ánh"
    assert _author({**pin_claims("Nguyễn Ánh"), "pin": "another"}) == "viewer"
    assert _author({}) == "viewer"


def test_where_no_leader_can_sign_in_visitors_and_staff_are_told(named, opened):
    named("Nguyễn Ánh")
    assert WITHOUT_LEADER in _foot(opened())
    assert WITHOUT_LEADER in opened("can_xu_ly").text
    assert WITHOUT_LEADER in _foot(opened(name="Nguyễn Ánh"))


def test_where_a_leader_can_nobody_is_told_that_none_can(named, opened):
    named("Bình", "Nguyễn Ánh")
    assert WITHOUT_LEADER not in _foot(opened()) + _foot(opened(name="Nguyễn Ánh"))


def test_an_account_and_a_pin_are_offered_side_by_side(named, opened):
    named("Nguyễn Ánh", secrets=SIGN_IN.replace(f'["{STAFF}"]', f'["{STAFF}", "Nguyễn Ánh"]'))
    drawn = opened("can_xu_ly")
    assert [button.label for button in drawn.test.sidebar.button if "sign_in" in button.key] == [
        "Đăng nhập"
    ]
    assert "Đăng nhập bằng mã PIN" in drawn.text
    assert small_form.SECRET in opened("can_xu_ly", name="Nguyễn Ánh").html
    assert small_form.SECRET in opened("can_xu_ly", mail=STAFF).html


def test_names_without_a_pin_leave_this_machine_as_it_was(named, opened):
    named()
    assert "Đăng nhập" not in _foot(opened())


def _foot(drawn) -> str:
    """Return all that the sidebar's HTML says."""
    return (
        " ".join(str(each.proto.body) for each in drawn.test.sidebar.get("html"))
        .replace("<b>", "")
        .replace("</b>", "")
    )


def _author(claims: dict[str, object]) -> str:
    """Return who does something, for the journal, that bears this sign-in."""

    def script():
        import streamlit as st

        from lib.ui.shell.access import journal_author

        st.text(journal_author())

    test = AppTest.from_function(script)
    test.user = {"is_logged_in": bool(claims), **claims}
    return test.run().text[0].value
