"""Working through a list of cases: two people at once, with few clicks, and without a mouse."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests import small_form
from tests.browser.screen import Screen

TRACKED = '[tracking]\nsince = "2024-01-01"\n'
MOST = 30
AT_TOP = "document.querySelector('[data-testid=\"stMain\"]').scrollTop === 0"


class Clerk:
    """Somebody who works on cases, and how often he clicked for the present one."""

    def __init__(self, screen: Screen, way: str) -> None:
        self.screen, self.way, self.clicks, self.met = screen, way, 0, list[str]()

    def click(self, role: str, words: str) -> None:
        self.clicks += 1
        self.screen.page.get_by_role(role, name=words, exact=True).click()

    def choose(self, label: str, words: str) -> None:
        field = self.screen.page.get_by_label(label, exact=True)
        if field.input_value() != words:
            self.clicks += 1
            field.click()
            self.click("option", words)

    def write(self, words: str) -> None:
        self.clicks += 1
        self.screen.page.get_by_label("Ghi chú").fill(words)

    @property
    def standing(self):
        return self.screen.page.locator(".x-standing")

    def handle(self, *, take_up: bool) -> Iterator[None]:
        """Work on the case on the screen, pausing after each step."""
        if take_up:
            self.click("button", "Nhận xử lý")
            expect(self.standing).to_contain_text("Đang xử lý", timeout=15_000)
            yield
        self.write("Đã gọi điện xin lỗi.")
        self.choose("Nguyên nhân", "Giải quyết trễ hẹn")
        self.choose("Kết quả", "đã khắc phục")
        yield
        self.click("button", "Kết thúc")
        expect(self.standing).to_contain_text("Đã xong", timeout=15_000)
        expect(self.screen.page.locator(".x-warn")).to_have_count(0)
        self.screen.says("Đã gọi điện xin lỗi.")
        expect(self.screen.page.locator(".x-history")).not_to_contain_text("cùng lúc")
        assert self.clicks <= 7 + take_up, "open, note, cause, outcome, finish"
        yield

    def go_on(self) -> None:
        """Open the next case, on the way of this clerk."""
        before = self.screen.page.url
        self.clicks = 0
        self.click("link", self.way)
        self.screen.until(lambda: self.screen.page.url != before, "another case")
        self.opened()

    def opened(self) -> None:
        """Wait until another case stands there, from its top on."""
        [code] = self.screen.address[1]["viec"]
        expect(self.standing).to_contain_text(code, timeout=15_000)
        self.screen.until(lambda: self.screen.page.evaluate(AT_TOP), "the top of the case")
        self.met.append(code)


@pytest.mark.parametrize("n", [4, pytest.param(MOST, marks=pytest.mark.thorough)])
def test_two_people_work_through_a_list_and_neither_conflicts_with_anybody(
    people, tab_of, start, tmp_path, n
):
    said = (f"Ý kiến thứ {at}: chờ lâu" for at in range(n - 1))
    told = [small_form.response(words, attitude=small_form.DISSATISFIED) for words in said]
    file = small_form.write(tmp_path / "f.csv", small_form.rows(*told, n=10))
    office = start(TRACKED, SURVEY_FILE=str(file))
    pages = -(-n // 20)
    down = Clerk(Screen(tab_of(people()), office).open("/can_xu_ly?tt=moi"), "Việc sau ›")
    up = Clerk(
        Screen(tab_of(people()), office).open(f"/can_xu_ly?tt=moi&trang={pages}"), "‹ Việc trước"
    )
    down.screen.says(f"{n} phiếu chưa hài lòng")
    for clerk, place in ((down, 0), (up, -1)):
        clerk.clicks += 1
        clerk.screen.page.get_by_role("link", name="Xem và xử lý").nth(place).click()
        clerk.screen.until(lambda c=clerk: "viec" in c.screen.address[1], "the case")
        clerk.opened()
    for number in range(n // 2):
        work = [clerk.handle(take_up=number % 2 == 0) for clerk in (down, up)]
        while [step for step in work if next(step, "done") is None]:
            pass
        if number < n // 2 - 1:
            down.go_on()
            up.go_on()
    assert len({*down.met, *up.met}) == n
    down.click("link", "← Tất cả việc đang xem")
    down.screen.says("Không có việc nào phù hợp với điều kiện lọc.")


def test_where_a_case_stands_and_its_buttons_are_in_view_on_a_laptop(screen):
    screen.open("/can_xu_ly?tt=moi")
    screen.page.get_by_role("link", name="Xem và xử lý").first.click()
    for name in ("Nhận xử lý", "Lưu", "Kết thúc"):
        button = screen.page.get_by_role("button", name=name, exact=True)
        expect(button).to_be_in_viewport(ratio=1, timeout=15_000)
    expect(screen.page.locator(".x-standing")).to_be_in_viewport(ratio=1)
    expect(screen.page.locator(".x-slip .x-comment")).to_be_in_viewport(ratio=1)


def test_the_keyboard_goes_through_list_and_cases_and_is_never_lost(screen):
    press = screen.page.keyboard.press
    screen.open("/can_xu_ly?tt=moi").page.locator("h1").click()
    press("j")
    press("j")
    press("k")
    focused = "document.activeElement.textContent"
    assert screen.page.evaluate(focused) == "Xem và xử lý"
    press("Enter")
    screen.says("việc 1 trên 5")
    screen.until(lambda: screen.page.evaluate("document.activeElement.tagName") == "H1", "the head")
    press("j")
    screen.says("việc 2 trên 5")
    press("g")
    note = screen.page.get_by_label("Ghi chú")
    expect(note).to_be_focused()
    press("j")
    press("?")
    expect(note).to_have_value("j?")
    screen.page.locator(".x-standing").click()
    press("?")
    listed = screen.page.get_by_role("dialog", name="Phím tắt")
    expect(listed).to_contain_text("mở việc sau")
    press("Escape")
    expect(listed).to_be_hidden()
    screen.says("việc 2 trên 5")
    press("u")
    screen.asks("/can_xu_ly", tt=["moi"])


def test_who_wants_no_keys_switches_them_off_and_the_browser_remembers_it(screen):
    press, keys = screen.page.keyboard.press, screen.page.get_by_role("button", name="Phím tắt")
    screen.open("/can_xu_ly?tt=moi").page.locator("h1").click()
    press("?")
    wanted = screen.page.get_by_role("dialog", name="Phím tắt").get_by_role("checkbox")
    expect(wanted).to_be_focused()
    press("Space")
    press("Escape")
    screen.open("/can_xu_ly?tt=moi").page.locator("h1").click()
    expect(keys).to_have_text("Phím tắt")
    for key in ("j", "?"):
        press(key)
    assert screen.page.evaluate("document.activeElement.textContent") != "Xem và xử lý"
    expect(wanted).to_be_hidden()
    keys.click()
    wanted.check()
    press("Escape")
    screen.page.locator("h1").click()
    press("j")
    assert screen.page.evaluate("document.activeElement.textContent") == "Xem và xử lý"
