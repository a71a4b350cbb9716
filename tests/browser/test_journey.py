"""A response's whole way through an office where people sign in, at a desk and on a phone."""

import io
import json
import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from lib.office_clock import OfficeClock, utc_now
from tests import small_form
from tests.browser.screen import Screen
from tests.oidc.provider import person

ROLES = 'leader = ["chutich@cammy.gov.vn"]\nstaff = ["@xuantay.gov.vn"]\n'
CHAIRMAN, STAFF = person("chutich@cammy.gov.vn"), person("canbo@xuantay.gov.vn")
LAPTOP, PHONE = (1280, 800), (390, 844)
NEW = "/can_xu_ly?tt=moi"
SAID = "Chờ hơn hai tiếng mới tới lượt, gọi tôi số 0912 345 678"
BRIBE = "Cán bộ đòi tiền mới chịu làm"


class Tab(Screen):
    """A browser of somebody's own: nobody signed in with it before; `heard` is what it is sent."""

    def __init__(self, page, url: str) -> None:
        super().__init__(page, url)
        self.heard: list[str] = []
        page.on("websocket", lambda socket: socket.on("framereceived", self._hear))

    def _hear(self, frame: str | bytes) -> None:
        self.heard.append(frame if isinstance(frame, str) else frame.decode("utf-8", "replace"))

    def was_sent(self, words: str) -> bool:
        """Tell whether any message held these words, as they are or as JSON writes them."""
        forms = (words, json.dumps(words)[1:-1])
        return any(form in frame for form in forms for frame in self.heard)

    def press(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).click()

    def choose_in(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).click()
        self.page.get_by_role("option", name=words, exact=True).click()

    def open_first(self) -> str:
        """Open the first case of the list and return its code."""
        self.page.get_by_role("link", name="Xem và xử lý").first.click()
        self.settle()
        return re.search(r"viec=(\w+)", self.page.url)[1]

    def download(self, words: str) -> bytes:
        self.settle()
        with self.page.expect_download() as taken:
            self.press(words)
        return Path(taken.value.path()).read_bytes()


@pytest.fixture
def sheet(emulator):
    """A sheet into which the form has written twelve responses."""
    return emulator.create(("Trả lời", small_form.rows()))


@pytest.fixture
def office(start, emulator, sheet, provider):
    """The address of an office where people sign in, over that sheet."""
    settings = {"SURVEY_SHEETS": sheet.url, "SHEETS_EMULATOR_HOST": emulator.host}
    return start(provider.secrets(ROLES), **settings)


@pytest.fixture
def tab(people, tab_of, office):
    """Open the app in a browser of one's own: `tab()`, as many as there are people."""

    def tab(size=LAPTOP):
        page = tab_of(people())
        page.set_viewport_size({"width": size[0], "height": size[1]})
        return Tab(page, office)

    return tab


@pytest.fixture
def signed_in(tab, provider):
    """Open a link and sign in there as this person."""

    def signed_in(claims, link=NEW, size=LAPTOP):
        provider.next_person = claims
        opened = tab(size)
        opened.open(link)
        opened.page.get_by_test_id("stMain").get_by_role("button", name="Đăng nhập").click()
        opened.page.wait_for_url(lambda url: "/auth/" not in url and "oauth2" not in url)
        return opened.settle()

    return signed_in


def arrives(sheet, said):
    told = small_form.response(said, attitude=small_form.DISSATISFIED)
    sheet.submit(*told, at=OfficeClock.local(utc_now()).replace(tzinfo=None))


@pytest.mark.parametrize("size", [LAPTOP, pytest.param(PHONE, marks=pytest.mark.thorough)])
def test_a_response_becomes_finished_work_that_the_chairman_sees_and_a_viewer_does_not(
    signed_in, tab, sheet, size
):
    viewer, chairman = tab().open(NEW), signed_in(CHAIRMAN).open("/")
    staff = signed_in(STAFF, size=size)
    arrives(sheet, SAID)
    staff.says("Chờ hơn hai tiếng mới tới lượt")
    code = staff.open_first()
    assert staff.wide() == [0, 0]

    staff.press("Nhận xử lý")
    staff.says("Đang xử lý")
    chairman.says("1 việc đang mở")
    staff.page.get_by_label("Ghi chú").fill("Đã gọi điện xin lỗi.")
    staff.press("Lưu")
    staff.says("Đã gọi điện xin lỗi.")
    staff.settle()
    staff.choose_in("Nguyên nhân", "Giải quyết trễ hẹn")
    staff.choose_in("Kết quả", "đã khắc phục")
    staff.page.get_by_label("Đã làm gì").fill("Đã bố trí thêm một quầy buổi sáng.")
    staff.press("Kết thúc")
    staff.says("Đã xong")
    history = staff.page.locator(".x-history")
    expect(history.get_by_text("Đã gọi điện xin lỗi.")).to_have_count(1)

    chairman.says("0 việc đang mở")
    chairman.open(f"/can_xu_ly?viec={code}").says("Đã bố trí thêm một quầy buổi sáng.")
    chairman.says("canbo@xuantay.gov.vn")
    viewer.open(f"/can_xu_ly?viec={code}").says("Ở đây chỉ hiển thị số tổng hợp.")
    viewer.open("/")
    for words in ("Chờ hơn hai tiếng", "Đã bố trí thêm", "canbo@xuantay.gov.vn", code):
        assert staff.was_sent(words)
        assert not viewer.was_sent(words)


def test_staff_learn_that_a_case_is_held_and_nothing_of_its_words(signed_in, sheet):
    staff, chairman = signed_in(STAFF), signed_in(CHAIRMAN)
    arrives(sheet, BRIBE)
    chairman.says(BRIBE)
    code = chairman.open_first()
    staff.says("Có một việc đang chờ lãnh đạo xem trước.")
    book = CalamineWorkbook.from_filelike(io.BytesIO(staff.download("Tải tệp Excel")))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    cells = [str(cell) for rows in sheets for row in rows for cell in row]
    assert [cell for cell in cells if BRIBE in cell or code in cell] == []
    assert [
        cell
        for cell in cells
        if re.search(r"cập nhật lúc .* · mã xác thực \d+-[0-9a-f]{32} · mã xác thực sổ", cell)
    ]
    search = staff.page.get_by_label("Tìm trong ý kiến góp ý")
    search.fill("doi tien")
    search.press("Enter")
    staff.says("Không có việc nào phù hợp với điều kiện lọc.")
    staff.open(f"/can_xu_ly?viec={code}").says("Chỉ lãnh đạo được xem")
    staff.open("/theo_cau_hoi?cau=c1")
    staff.open(NEW).press("Chọn nhiều việc")
    staff.says("Cả 0 việc của danh sách này")
    assert not staff.was_sent(BRIBE)

    chairman.press("Chuyển cho cán bộ")
    staff.open(f"/can_xu_ly?viec={code}").says(BRIBE)


def test_contacts_are_in_no_document_before_somebody_asked_for_them(signed_in, sheet):
    staff = signed_in(STAFF)
    arrives(sheet, SAID)
    staff.says("Chờ hơn hai tiếng")
    staff.open_first()
    assert "•••" in _slip(staff)
    assert not staff.was_sent("0912 345 678")

    staff.press("Hiện số điện thoại, số giấy tờ, email")
    staff.says("0912 345 678")
    assert "0912 345 678" in _slip(staff)
    staff.says("Xem thông tin liên hệ trong góp ý")


def _slip(staff: Tab) -> str:
    paper = docx.Document(io.BytesIO(staff.download("Tải phiếu xử lý (Word)")))
    return "\n".join(
        cell.text for table in paper.tables for row in table.rows for cell in row.cells
    )
