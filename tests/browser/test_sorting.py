"""Sorting a table by a press on its head, in the browser alone."""

NAMES = "[...document.querySelectorAll('.x-communes > .x-scroll tbody th')].map(e => e.innerText)"


def test_a_press_on_a_head_orders_the_communes_by_it_and_a_second_one_the_other_way(screen):
    screen.go("/")
    heads = screen.page.locator(".x-communes > .x-scroll thead")
    heads.get_by_role("button", name="Số phiếu").click()
    assert screen.page.evaluate(NAMES)[0] == "Xuân Đông"
    heads.get_by_role("button", name="Số phiếu").click()
    assert screen.page.evaluate(NAMES)[0] == "Xuân Đường"
    assert screen.page.locator("th[aria-sort=ascending]").inner_text().startswith("Số phiếu")
