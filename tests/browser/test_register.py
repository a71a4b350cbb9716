"""The register in a browser: filters, charts, one model and back, a new row, a phone, papers."""

from playwright.sync_api import expect

from tests.browser.screen import Screen

MODELS = [
    ["Tên mô hình", "Lĩnh vực", "Địa bàn", "Năm đăng ký", "Tình trạng"],
    ["Tuyến đường hoa", "Văn hóa - xã hội", "Xã Xuân Tây", 2023, "Đang thực hiện"],
    ["Tổ tự quản", "Quốc phòng - an ninh", "Xã Sông Ray", 2024, "Đã nhân rộng"],
]


def models(screen: Screen, words: str) -> None:
    """Wait until the page says how many models it shows."""
    expect(screen.page.locator(".st-key-n_models")).to_have_text(words, timeout=15_000)


def test_a_filter_is_in_the_link_and_back_undoes_it(screen):
    screen.open("/dan_van_kheo?nguon=vi-du")
    models(screen, "60 mô hình")
    screen.choose("filter_linh_vuc", "Kinh tế")
    screen.asks("/dan_van_kheo", nguon=["vi-du"], linh_vuc=["kinh-te"])
    chosen = screen.settle().page.locator(".st-key-n_models").inner_text()
    assert chosen != "60 mô hình"
    screen.page.reload()
    models(screen, chosen)
    screen.settle().page.go_back()
    models(screen, "60 mô hình")


def test_a_model_opens_by_its_name_and_back_returns_to_the_list(screen):
    screen.go("/dan_van_kheo?xa=xuan-tay")
    screen.page.get_by_role("link", name="Cải cách hành chính").click()
    screen.asks("/dan_van_kheo", xa=["xuan-tay"], mo_hinh=["cai-cach-hanh-chinh"])
    expect(
        screen.page.get_by_role("heading", name="Kết quả khảo sát tại nơi thực hiện")
    ).to_be_visible()
    screen.settle().page.go_back()
    screen.asks("/dan_van_kheo", xa=["xuan-tay"])
    expect(screen.page.get_by_role("link", name="Cải cách hành chính")).to_be_visible()


def test_a_bar_filters_by_its_name(screen):
    screen.go("/dan_van_kheo")
    screen.page.locator(".x-by-linh_vuc a").get_by_text("Quốc phòng – an ninh").click()
    screen.asks("/dan_van_kheo", linh_vuc=["quoc-phong-an-ninh"])
    models(screen, "2 mô hình")


def test_a_new_row_is_on_the_open_screen_without_a_click(page, start, emulator):
    sheet = emulator.create(("Mô hình", MODELS))
    url = start(SURVEY_DVK_SHEET=sheet.url, SHEETS_EMULATOR_HOST=emulator.host)
    screen = Screen(page, url).open("/dan_van_kheo?xa=xuan-tay")
    models(screen, "1 mô hình")
    address = page.url
    sheet.edit("A4", "Nhà văn hóa xanh")
    sheet.edit("C4", "Xã Xuân Tây")
    sheet.edit("D4", 2024)
    models(screen, "2 mô hình")
    assert page.url == address


def test_on_a_phone_nothing_is_wider_than_the_screen(page, sample):
    page.set_viewport_size({"width": 390, "height": 844})
    screen = Screen(page, sample)
    for path in ("/dan_van_kheo", "/tac_dong"):
        assert screen.go(path).wide()[1] <= 0, path
    assert screen.open("/dan_van_kheo?nguon=vi-du").wide()[1] <= 0


def test_the_summary_table_is_taken_along_as_it_is_filtered(screen, tmp_path):
    screen.go("/dan_van_kheo?xa=xuan-tay").settle()
    with screen.page.expect_download() as taken:
        screen.page.get_by_role("button", name="Biểu tổng hợp (Excel)").click()
    assert taken.value.suggested_filename == "bieu-tong-hop-dan-van-kheo.xlsx"
    taken.value.save_as(tmp_path / "bieu.xlsx")
    assert (tmp_path / "bieu.xlsx").read_bytes()[:2] == b"PK"
