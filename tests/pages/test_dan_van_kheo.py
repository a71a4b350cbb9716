"""Dân vận khéo: the article's figures, filters in the link, one model, and every state."""

import datetime as dt
import re

import pytest

from lib.ui.shell.process import the_register_feed
from tests.emulator import faults
from tests.running import wait_for

PAGE = "dan_van_kheo"
MODELS = [
    ["STT", "Tên mô hình", "Lĩnh vực", "Địa bàn", "Năm đăng ký", "Tình trạng"],
    [1, "Tuyến đường hoa", "Văn hóa - xã hội", "Xã Xuân Tây", 2023, "Đang thực hiện"],
    [2, "Tổ tự quản", "Quốc phòng - an ninh", "Xã Sông Ray", 2024, "Đã nhân rộng"],
]
RESULTS = [
    ["Tên mô hình", "Chỉ tiêu", "Giá trị", "Đơn vị tính", "Kỳ"],
    ["Tuyến đường hoa", "Đường trồng hoa", "2.500", "m", "2023"],
    ["Tuyến đường hoa", "Đường trồng hoa", "hơn 1.000", "m", "2024"],
    ["Tổ tự quản", "Số hộ tham gia", 40, "hộ", "2024"],
]


@pytest.fixture
def register(office, emulator):
    """An office whose register lies in a spreadsheet of two tabs."""

    def register(models=MODELS, results=RESULTS):
        made = emulator.create(("Mô hình", models))
        made.add_tab("Kết quả", results)
        office(SURVEY_DVK_SHEET=made.url, SHEETS_EMULATOR_HOST=emulator.host)
        return made

    return register


@pytest.mark.parametrize(
    "figure",
    [
        "18 tấn",
        "hơn 18.000 cuốn vở",
        "13/13 xã",
        "37 tỷ đồng",
        "hơn 70 triệu đồng/người/năm",
        "8 xã",
        "3 xã",
        "226 ý kiến",
        "10 câu hỏi",
    ],
)
def test_every_figure_of_the_article_is_on_the_first_screen_that_a_link_opens(
    sample, opened, figure
):
    assert figure in opened(PAGE).text


def test_the_article_comes_first_and_is_never_mixed_with_what_was_invented(sample, opened):
    article, invented = opened(PAGE), opened(PAGE, nguon="vi-du")
    assert (article.n_models, invented.n_models) == ("7 mô hình", "60 mô hình")
    assert "Dữ liệu mẫu các mô hình và số liệu được dựng ra" in invented.text
    assert "Đổi rác thải nguy hại lấy quà" not in invented.text
    assert "Dữ liệu mẫu" not in article.text


def test_eight_and_three_communes_are_not_eleven(sample, opened):
    assert "11 xã" not in opened(PAGE).text


def test_what_the_article_does_not_say_is_left_empty(sample, opened):
    drawn = opened(PAGE, mo_hinh="camera-an-ninh")
    assert "Cấp công nhận" not in drawn.text
    assert "Sổ không ghi bắt đầu từ khi nào" in drawn.text


def test_a_link_chooses_models_by_sector_commune_state_and_period(register, opened):
    register()
    assert opened(PAGE).n_models == "2 mô hình"
    for name, value in {
        "linh_vuc": "van-hoa-xa-hoi",
        "xa": "xuan-tay",
        "tt": "dang-thuc-hien",
        "ky": "2023",
    }.items():
        drawn = opened(PAGE, **{name: value})
        assert drawn.n_models == "1 mô hình"
        assert "Tuyến đường hoa" in drawn.text
        assert "Tổ tự quản" not in drawn.text


def test_a_sum_with_a_lower_bound_in_it_is_a_lower_bound(register, opened):
    register()
    assert "ít nhất 3.500 m 2 –" in opened(PAGE).text


def test_a_model_is_told_with_its_results_over_time(register, opened):
    register()
    drawn = opened(PAGE, mo_hinh="tuyen-duong-hoa")
    assert "Đường trồng hoa 2.500 m Năm 2023" in drawn.text
    assert "Đường trồng hoa hơn 1.000 m Năm 2024" in drawn.text
    assert drawn.n_models == "1 mô hình"


@pytest.mark.parametrize(
    ("name", "value"),
    [("xa", "ha-noi"), ("linh_vuc", "dat-dai"), ("tt", "moi"), ("ky", "2023-Q5"),
     ("nguon", "tin-don"), ("mo_hinh", "khong-co")],
)  # fmt: skip
def test_what_does_not_exist_is_named_and_shows_nothing(sample, opened, name, value):
    drawn = opened(PAGE, **{name: value})
    assert (drawn.n_models, drawn.figures) == ("0 mô hình", [])
    assert f"“{value}”" in drawn.text


def test_a_filter_that_holds_nothing_says_so_and_leads_out(register, opened):
    register()
    drawn = opened(PAGE, xa="bao-binh")
    assert "Không có mô hình nào phù hợp với điều kiện lọc. Xem tất cả mô hình" in drawn.text


def test_a_register_without_models_is_not_blamed_on_a_filter(register, opened):
    register(models=MODELS[:1], results=RESULTS[:1])
    text = opened(PAGE).text
    assert "Sổ chưa có mô hình nào. Ghi mô hình vào sổ thì trang này tự hiện." in text
    assert "bộ lọc" not in text


def test_where_nothing_happens_yet_and_which_places_come_first_is_said(register, opened):
    models = [[*MODELS[0], "Địa bàn ưu tiên"], [*MODELS[1], "Vùng đồng bào dân tộc"], MODELS[2]]
    register(models=models)
    text = opened(PAGE).text
    assert "2/13 xã" in text
    empty = text.partition("Chưa có mô hình: ")[2].partition("Địa bàn ưu tiên")[0]
    assert empty.count(",") == 10  # eleven of thirteen communes
    assert "Địa bàn ưu tiên và số mô hình ở đó: xã Xuân Tây (1)" in text


def test_what_has_no_time_is_in_no_period_and_said_to_be_left_out(sample, opened):
    text = opened(PAGE, ky="2023").text
    assert "Không xếp được vào kỳ nào: 7 mô hình không ghi thời gian" in text


def test_a_new_row_is_read_without_a_restart(register, opened):
    made = register()
    made.edit("B4", "Camera an ninh")
    the_register_feed().look()
    wait_for(lambda: len(the_register_feed().snapshot.made.models) == 3, "the new row")
    assert opened(PAGE).n_models == "3 mô hình"


def test_rows_that_cannot_be_read_are_listed_with_row_and_reason_and_the_rest_works(
    register, opened
):
    results = [
        *RESULTS,
        ["Tổ tự quản", "Số hộ tham gia", dt.datetime(2024, 5, 12), "hộ", "2024"],
        ["Không có trong sổ", "Số hộ", 5, "hộ", "2024"],
    ]
    register(results=results)
    drawn = opened(PAGE)
    assert "2 điều cần xem lại trong sổ" in [expander.label for expander in drawn.test.expander]
    assert "Kết quả, dòng 5, cột Giá trị" in drawn.text
    assert "Kết quả, dòng 6, cột Tên mô hình" in drawn.text
    assert "ít nhất 3.500 m" in drawn.text


def test_an_office_without_a_register_is_told_how_to_begin(small, opened):
    assert "Văn phòng chưa có sổ Dân vận khéo ở đây." in opened(PAGE).text


def test_an_office_without_a_register_can_take_an_empty_one_along(small, opened):
    assert taken(opened(PAGE)) == {"so-dan-van-kheo-mau.xlsx"}


def test_with_models_the_summary_and_the_report_are_offered_too(sample, opened):
    names = {"bieu-tong-hop-dan-van-kheo.xlsx", "bao-cao-dan-van-kheo.docx"}
    assert taken(opened(PAGE)) == names | {"so-dan-van-kheo-mau.xlsx"}


def taken(drawn) -> set[str]:
    """Return the names of the files that can be taken along."""
    return {button.key.removeprefix("take_") for button in drawn.test.get("download_button")}


def test_a_register_that_cannot_be_read_is_told_in_a_sentence(office, opened, emulator):
    emulator.fail(faults.bad_gateway(), times=100)
    made = emulator.create(("Mô hình", MODELS))
    office(SURVEY_DVK_SHEET=made.url, SHEETS_EMULATOR_HOST=emulator.host)
    assert "Google chưa trả lời. Ứng dụng sẽ tự thử lại." in opened(PAGE).text


def test_english_is_spoken_when_the_link_asks_for_it(sample, opened):
    drawn = opened(PAGE, lang="en")
    assert drawn.n_models == "7 models"
    assert "more than 18,000 cuốn vở" in drawn.text
    assert "37 billion đồng" in drawn.text


def test_everybody_may_see_the_register_but_contacts_are_never_kept(register, opened):
    models = [[*MODELS[0], "Đầu mối liên hệ"], [*MODELS[1], "ông A 0912 345 678"]]
    register(models=models)
    assert "0912" not in opened(PAGE).html + opened(PAGE, mo_hinh="tuyen-duong-hoa").html
    assert "0912" not in str(the_register_feed().tables())


def test_the_menu_keeps_commune_and_period_but_not_the_other_pages_sectors(sample, opened):
    drawn = opened(PAGE, xa="xuan-tay", ky="2023", linh_vuc="kinh-te", tt="dung")
    assert drawn.menu[""] == "xa=xuan-tay&ky=2023"
    assert "linh_vuc=kinh-te" in drawn.menu["dan_van_kheo"]


def test_another_commune_is_chosen_without_the_hamlet_kept_for_the_way_back(sample, opened):
    ways = re.findall(r'href="([^"]*)"', opened(PAGE, ap="xuan-tay.ap-7").html)
    chosen = [way for way in ways if "xa=" in way]
    assert chosen
    assert not [way for way in chosen if "ap=" in way]
