"""Whoever may set the app up sees where to begin; nobody else learns of anything there."""

import pytest

from lib.roles import Role
from lib.server.name_pins import NamePins
from lib.ui.shell.process import the_sessions, the_settings
from tests import small_form
from tests.pages.conftest import LEADER, SIGN_IN, STAFF

ELSEWHERE = "Trang này dành cho người thiết lập ứng dụng."


@pytest.fixture
def signing_in(office):
    """The sample, where people sign in."""
    office(SIGN_IN)


def test_a_leader_who_signed_in_finds_both_ways_to_begin(signing_in, opened):
    drawn = opened("bat_dau", mail=LEADER)
    assert "Câu trả lời của người dân đang nằm ở đâu?" in drawn.text
    assert "setup_file_0" in {each.key for each in drawn.test.get("file_uploader")}
    assert ELSEWHERE not in drawn.text


@pytest.mark.parametrize("mail", [STAFF, ""])
def test_nobody_else_is_served_any_of_it_whatever_role_is_tried_over_the_sample(
    signing_in, opened, mail
):
    drawn = opened("bat_dau", mail=mail)
    assert ELSEWHERE in drawn.text
    assert len(drawn.test.get("file_uploader")) == 0
    assert "Dùng làm nguồn" not in drawn.html


def test_a_source_that_the_environment_names_is_not_changed_here_and_that_is_said(
    office, opened, tmp_path
):
    office(SIGN_IN, SURVEY_FILE=str(small_form.write(tmp_path / "small.csv", small_form.rows())))
    drawn = opened("bat_dau", mail=LEADER)
    assert "Biến môi trường SURVEY_FILE đang được đặt" in drawn.text
    assert len(drawn.test.get("file_uploader")) == 0


def test_the_names_that_are_saved_stand_on_the_pages_and_the_comments_of_the_files_stay(
    office, opened, tmp_path
):
    file = small_form.write(tmp_path / "small.csv", small_form.rows())
    survey = f'[survey]  # của văn phòng\nfile = "{file}"\n'
    office(survey + SIGN_IN)
    (tmp_path / ".streamlit" / "survey.toml").write_text("# mô tả\n", encoding="utf-8")
    test = opened("bat_dau", mail=LEADER).test
    test.text_input(key="setup_title").set_value("Khảo sát mức độ hài lòng năm 2026")
    test.text_input(key="setup_office").set_value("UBND xã Xuân Đông")
    test.text_area(key="setup_signs").set_value("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")
    [save] = [button for button in test.button if button.label == "Lưu tên gọi"]
    save.click().run()
    assert "UBND xã Xuân Đông · Khảo sát mức độ hài lòng năm 2026" in opened(mail=LEADER).text
    described = (tmp_path / ".streamlit" / "survey.toml").read_text("utf-8")
    settings = (tmp_path / ".streamlit" / "secrets.toml").read_text("utf-8")
    assert "# mô tả" in described
    assert "# của văn phòng" in settings
    assert '"CHỦ TỊCH"' in settings


def test_back_to_the_sample_keeps_what_was_set_beside(office, opened, tmp_path):
    file = small_form.write(tmp_path / "small.csv", small_form.rows())
    office(f'[survey]\nfile = "{file}"\n' + SIGN_IN)
    test = opened("bat_dau", mail=LEADER).test
    test.button(key="setup_back").click().run()
    assert "Đã trở lại dữ liệu mẫu." in "".join(node.proto.body for node in test.get("html"))
    kept = [*(tmp_path / ".streamlit").glob("secrets-*.toml")]
    assert [str(file) in each.read_text("utf-8") for each in kept] == [True]
    assert kept[0].stat().st_mode & 0o777 == 0o600


@pytest.fixture
def own(office, tmp_path):
    """An office that shows its own twelve responses; returns its settings as they stand."""
    file = small_form.write(tmp_path / "small.csv", small_form.rows())
    office(f'[survey]\nfile = "{file}"\n' + SIGN_IN)
    return lambda: (tmp_path / ".streamlit" / "secrets.toml").read_text("utf-8")


def pressed(test, label: str):
    [button] = [each for each in test.button if each.label == label]
    return button.click().run()


def said(test) -> str:
    return "".join(node.proto.body for node in test.get("html"))


def test_a_name_is_listed_with_its_pin_which_stands_in_no_setting(own, opened):
    test = opened("bat_dau", mail=LEADER).test
    test.text_input(key="setup_name").set_value("Lê Thị Hoa")
    test.selectbox(key="setup_role").set_value(Role.STAFF)
    test.text_input(key="setup_pin").set_value("482913")
    test.text_input(key="setup_pin_again").set_value("482913")
    pressed(test, "Cấp mã PIN")
    assert "Lê Thị Hoa – Cán bộ" in said(test)
    assert "Lê Thị Hoa" in own()
    assert "482913" not in own() + said(test)
    assert the_sessions().pins.is_pin("Lê Thị Hoa", "482913")


@pytest.mark.parametrize(("pin", "again"), [("482913", "482914"), ("1234", "1234"), ("", "")])
def test_a_pin_that_is_none_changes_nothing(own, opened, pin, again):
    before, test = own(), opened("bat_dau", mail=LEADER).test
    test.text_input(key="setup_name").set_value("Lê Thị Hoa")
    test.text_input(key="setup_pin").set_value(pin)
    test.text_input(key="setup_pin_again").set_value(again)
    pressed(test, "Cấp mã PIN")
    assert "Chưa đặt được mã PIN" in said(test)
    assert own() == before


@pytest.mark.parametrize(
    ("url", "address"), [("nonsense", ""), ("json://127.0.0.1:1/x", "khaosat không có http")]
)
def test_an_address_that_would_be_wrong_is_not_written(own, opened, url, address):
    before, test = own(), opened("bat_dau", mail=LEADER).test
    test.text_input(key="setup_message_url").set_value(url)
    test.text_input(key="setup_message_address").set_value(address)
    [save] = [each for each in test.button if each.form_id == "setup_messages"][1:]
    save.click().run()
    assert "x-error" in said(test)
    assert own() == before
    assert opened(mail=LEADER).n_responses == "12 phiếu"


def test_more_responses_behind_a_viewers_figure_count_at_once(own, opened):
    test = opened("bat_dau", mail=LEADER).test
    test.number_input(key="setup_k").set_value(13)
    [save] = [each for each in test.button if each.form_id == "setup_least"]
    save.click().run()
    assert the_settings().k == 13
    assert "k = 13" in own()


@pytest.mark.parametrize(("mail", "offered"), [(LEADER, True), (STAFF, False), ("", False)])
def test_the_way_to_setting_up_stands_on_every_page_for_whoever_may(own, opened, mail, offered):
    links = "".join(
        str(getattr(node.proto, "json", ""))
        for node in opened(mail=mail).test.get_by_key("language")
    )
    assert ("/bat_dau" in links) is offered


def test_a_new_pin_for_a_listed_name_changes_no_role(own, opened):
    test = opened("bat_dau", mail=LEADER).test
    for role in (Role.STAFF, Role.LEADER):
        test.text_input(key="setup_name").set_value("lê thị hoa")
        test.selectbox(key="setup_role").set_value(role)
        test.text_input(key="setup_pin").set_value("482913")
        test.text_input(key="setup_pin_again").set_value("482913")
        pressed(test, "Cấp mã PIN")
    assert "đã có trong danh sách với vai trò khác" in said(test)
    assert the_settings().sign_in.leader == {LEADER}


def test_more_than_the_page_offers_was_set_by_hand_and_the_page_still_opens(
    office, opened, tmp_path
):
    file = small_form.write(tmp_path / "small.csv", small_form.rows())
    office(f'[survey]\nfile = "{file}"\n[privacy]\nk = 150\n' + SIGN_IN)
    assert opened("bat_dau", mail=LEADER).test.number_input(key="setup_k").value == 150


def test_an_address_of_the_app_that_is_emptied_is_set_no_more(own, opened):
    test = opened("bat_dau", mail=LEADER).test
    for address in ("https://khaosat.example.gov.vn", ""):
        test.text_input(key="setup_message_address").set_value(address)
        [save] = [each for each in test.button if each.form_id == "setup_messages"][1:]
        save.click().run()
        assert the_settings().notify.address == address


def test_who_sets_a_new_pin_for_himself_is_told_so_though_he_must_sign_in_again(
    office, opened, tmp_path
):
    name, file = "Trần Văn Bình", small_form.write(tmp_path / "small.csv", small_form.rows())
    NamePins(tmp_path / "data").set_pin(name, "112233")
    office(f'[survey]\nfile = "{file}"\n[roles]\nleader = ["{name}"]\n')
    test = opened("bat_dau", name=name).test
    test.text_input(key="setup_name").set_value(name)
    test.text_input(key="setup_pin").set_value("482913")
    test.text_input(key="setup_pin_again").set_value("482913")
    pressed(test, "Cấp mã PIN")
    assert ELSEWHERE in said(test)
    assert f"{name} đã có mã PIN mới" in said(test)


def test_a_torn_copy_is_refused_by_the_name_that_it_was_dropped_under(signing_in, opened):
    test = opened("bat_dau", mail=LEADER).test
    [uploader] = [each for each in test.get("file_uploader") if "restore" in each.key]
    uploader.set_value(("sao-luu-2026-11-29.zip", b"PK\x03\x04torn", "application/zip"))
    test.run()
    pressed(test, "Khôi phục")
    assert "Chưa thực hiện: sao-luu-2026-11-29.zip không phải bản sao lưu" in said(test)


def test_what_a_hand_wrote_since_the_page_was_opened_is_shown_first_and_never_lost(
    own, opened, tmp_path
):
    test = opened("bat_dau", mail=LEADER).test
    secrets = tmp_path / ".streamlit" / "secrets.toml"
    secrets.write_text(own() + '[notify]\nurls = ["json://127.0.0.1:1/a"]\n', encoding="utf-8")
    for times_told in range(2):
        test.text_input(key="setup_message_url").set_value("json://127.0.0.1:1/b")
        [save] = [each for each in test.button if each.form_id == "setup_messages"][1:]
        save.click().run()
        assert ("đã được sửa bằng tay" in said(test)) is (times_told == 0), said(test)
    assert the_settings().notify.urls == ("json://127.0.0.1:1/a", "json://127.0.0.1:1/b")


def test_two_people_who_add_an_address_each_lose_none(own, opened):
    first, second = (opened("bat_dau", mail=LEADER).test for _ in range(2))
    for test, url in ((first, "json://127.0.0.1:1/a"), (second, "json://127.0.0.1:1/b")):
        test.text_input(key="setup_message_url").set_value(url)
        [save] = [each for each in test.button if each.form_id == "setup_messages"][1:]
        save.click().run()
    assert the_settings().notify.urls == ("json://127.0.0.1:1/a", "json://127.0.0.1:1/b")
