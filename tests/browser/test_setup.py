"""From an empty folder to one's own figures, without editing a file or starting anew."""

import datetime as dt
import json
import re
from pathlib import Path

from playwright.sync_api import expect

from tests import small_form
from tests.browser.screen import Screen

KEEP = "Dùng làm nguồn"


def dropped(screen: Screen, file: Path) -> None:
    screen.page.locator("input[type=file]").first.set_input_files(file)
    screen.settle()


def press(screen: Screen, name: str | re.Pattern[str]) -> None:
    screen.page.get_by_role("button", name=name).click()
    screen.settle()


def test_a_file_is_tried_by_one_and_seen_by_all_once_it_is_kept(
    page, people, tab_of, start, tmp_path
):
    url, file = start(), tmp_path / "Câu trả lời (2).csv"
    small_form.write(file, small_form.recent())
    screen = Screen(page, url).open("/bat_dau")
    other = Screen(tab_of(people()), url).open("/?ky=2022-Q4&xa=xuan-tay")
    other.shows("226 phiếu")
    dropped(screen, file)
    screen.says("Đang xem thử Câu trả lời (2).csv: chưa lưu")
    screen.says(re.compile(r"12\s*phiếu"))
    other.shows("226 phiếu")
    press(screen, KEEP)
    screen.says("Đã lưu: mọi trang nay hiển thị Câu trả lời (2).csv.")
    screen.page.get_by_role("link", name="Xem số liệu").click()
    screen.shows("12 phiếu")
    other.go("/").shows("12 phiếu")


def test_a_newer_file_brings_what_is_new_and_another_communes_is_read_beside(page, start, tmp_path):
    first, newer, other = (
        tmp_path / name for name in ("Phiếu.csv", "Phiếu (2).csv", "Sông Ray.csv")
    )
    table = small_form.recent()
    small_form.write(first, table)
    added = [table[1][0] + dt.timedelta(minutes=7), *small_form.response()]
    small_form.write(newer, [*table[:-2], added])
    elsewhere = [[row[0] + dt.timedelta(seconds=1), *row[1:]] for row in table[1:6]]
    small_form.write(other, [table[0], *elsewhere])
    screen = Screen(page, start()).open("/bat_dau")
    dropped(screen, first)
    press(screen, KEEP)
    page.get_by_text("Câu trả lời: tệp mới hơn, hoặc nguồn khác").click()
    screen.settle()
    dropped(screen, newer)
    screen.says("1 phiếu mới, 10 phiếu như cũ, 0 phiếu khác đi, 2 phiếu không còn trong tệp này")
    press(screen, "Cập nhật câu trả lời")
    screen.says("Đã lưu")
    screen.go("/").shows("13 phiếu")
    screen.go("/bat_dau")
    page.get_by_text("Câu trả lời: tệp mới hơn, hoặc nguồn khác").click()
    screen.settle()
    dropped(screen, other)
    screen.says("có lẽ của xã khác hoặc năm khác")
    press(screen, "Thêm vào bên cạnh")
    screen.says("Đã lưu")
    screen.go("/").shows("18 phiếu")


def test_a_sheet_is_live_after_its_key_and_its_address_were_given(
    page, emulator, sheet, start, tmp_path
):
    key = tmp_path / "chia-khoa.json"
    key.write_text(json.dumps(emulator.account()), encoding="utf-8")
    url = start(SHEETS_EMULATOR_HOST=emulator.host)
    screen = Screen(page, url).open("/bat_dau")
    page.get_by_text("Trong Google Trang tính", exact=True).click()
    screen.settle()
    dropped(screen, key)
    address = page.get_by_label("Địa chỉ của Trang tính, sao chép từ trình duyệt")
    address.fill("https://forms.gle/abc")
    press(screen, "Kiểm tra")
    screen.says("đây là địa chỉ của biểu mẫu")
    address.fill(sheet.url)
    press(screen, "Kiểm tra")
    screen.says("Cột thời gian")
    press(screen, KEEP)
    screen.says("Đã lưu")
    screen.go("/").shows("12 phiếu")
    sheet.submit(*small_form.response())
    screen.shows("13 phiếu")
    expect(page.locator("body")).not_to_contain_text("PRIVATE KEY")
